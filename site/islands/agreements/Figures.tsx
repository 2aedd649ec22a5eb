/** How it went between two partners in the last quarter; small numbers are not shown. */
import type { PairFigures } from '../../../api/agreements/schema.ts'
import { returnWords } from '../../lib/signal-words.ts'

const count = (n: number | null) => (n === null ? 'minder dan 10' : `ongeveer ${n}`)
const days = (n: number | null) => (n === null ? 'te weinig om te tonen' : `${n.toLocaleString('nl-NL')} dagen`)

export function Figures({ figures, quarter }: { figures: readonly PairFigures[]; quarter: string }) {
  if (figures.length === 0) return null
  return (
    <details class="vd-more">
      <summary>Hoe het gaat: {quarter}</summary>
      {figures.map((pair) => (
        <dl key={pair.from.id + pair.to.id} class="vd-facts-list">
          <Fact name="Van en naar">
            {pair.from.name} naar {pair.to.name}
          </Fact>
          <Fact name="Aangeboden">{count(pair.offered)}</Fact>
          <Fact name="Op tijd beantwoord">{count(pair.inTime)}</Fact>
          <Fact name="Aangenomen">{count(pair.accepted)}</Fact>
          <Fact name="Niet aangenomen">
            {count(pair.declined)}
            {pair.reasons.map(({ reason, count: n }) => (
              <span key={reason}>
                <br />
                {returnWords[reason]}: ongeveer {n}
              </span>
            ))}
          </Fact>
          <Fact name="Geen antwoord">{count(pair.expired)}</Fact>
          <Fact name="Tot antwoord">{days(pair.answerDays)}</Fact>
          <Fact name="Tot het gesprek">{days(pair.contactDays)}</Fact>
          <Fact name="Tot de start">{days(pair.startDays)}</Fact>
        </dl>
      ))}
      <p>
        De helft duurde korter dan dit aantal dagen. Aantallen onder de 10 tonen wij niet; andere zijn afgerond op 5.
      </p>
    </details>
  )
}

const Fact = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

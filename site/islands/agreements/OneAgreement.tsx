import { useEffect, useState } from 'preact/hooks'
import type { AgreementView, Signature } from '../../../api/agreements/schema.ts'
import { allOf, standingNow, standingWords, wayOf, withinWords } from '../../lib/agreement-words.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { dayOf, formatDate } from '../../lib/dates.ts'
import { session } from '../../lib/session.ts'
import { Loading, Notice, Unreachable } from '../../parts/Notice.tsx'
import { periodOf } from './AgreementList.tsx'
import { Decide } from './Decide.tsx'

export function OneAgreement({ id }: { id: string }) {
  const [answer, setAnswer] = useState<Answer<AgreementView> | null>(null)
  const [done, setDone] = useState('')

  async function read(said = '') {
    const who = await session()
    setAnswer(who.ok ? await ask<AgreementView>('GET', `/agreements/${id}`) : who)
    setDone(said)
  }
  useEffect(() => void read(), [id])

  if (!answer) return <Loading what="De afspraak" />
  if (!answer.ok) {
    return (
      <>
        <h1 class="nl-heading nl-heading--level-1">Afspraak</h1>
        <Unreachable problem={answer.problem} retry={() => void read()} />
        <Back />
      </>
    )
  }
  const agreement = answer.value
  return (
    <>
      <Back />
      <h1 class="nl-heading nl-heading--level-1">{wayOf(agreement)}</h1>
      <p class="vd-matter__line">
        <span>Versie {agreement.edition}</span>
        <span>{standingWords[agreement.standing]}</span>
        <span>Geldig {periodOf(agreement)}</span>
      </p>
      {done && <Notice key={done} tone="ok" role="status" focus title={done} />}
      <p class="vd-now">{standingNow[agreement.standing]}</p>
      <OfKinds agreement={agreement} />
      {agreement.commands.length > 0 && <Decide agreement={agreement} onDone={(said) => void read(said)} />}
      <section class="vd-piece" aria-labelledby="afspraak-kop">
        <h2 id="afspraak-kop" class="nl-heading nl-heading--level-2">
          De afspraak
        </h2>
        <Facts agreement={agreement} />
      </section>
      {agreement.canPropose && (
        <p class="vd-actions">
          <a class="nl-button nl-button--secondary" href={`/werk/afspraken/voorstel/#${agreement.id}`}>
            Nieuwe versie voorstellen
          </a>
        </p>
      )}
      {agreement.editions.length > 0 && (
        <section class="vd-list-section" aria-labelledby="versies-kop">
          <h2 id="versies-kop" class="nl-heading nl-heading--level-2">
            Andere versies
          </h2>
          <ul>
            {agreement.editions.map((each) => (
              <li key={each.id}>
                <a class="nl-link" href={`/werk/afspraken/#${each.id}`}>
                  Versie {each.edition}
                </a>
                , vanaf {formatDate(each.validFrom)}: {standingWords[each.standing]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** What an agreement of a kind means for who reads it. */
function OfKinds({ agreement: { from, to, status } }: { agreement: AgreementView }) {
  const kind = [from, to].flatMap((side) => side.kind ?? [])
  if (kind.length === 0) return null
  const ours = [from, to].some((side) => side.kind !== null && side.isUs)
  return (
    <p>
      Voor {kind.map(allOf).join(' en ')} spreekt de gemeente.{' '}
      {status === 'proposed' && 'Wie het voorstel deed, kan niet zelf akkoord geven. '}
      {ours && 'De afspraak is dus ook voor uw organisatie. '}
      Hebben twee organisaties zelf iets afgesproken? Dan gaat dat voor.
    </p>
  )
}

const Back = () => (
  <p>
    <a class="nl-link" href="/werk/afspraken/">
      Naar alle afspraken
    </a>
  </p>
)

const byWords = ({ name, organization, at }: Signature) =>
  `${name}, ${organization}, op ${formatDate(dayOf(new Date(at)))}`

function Facts({ agreement }: { agreement: AgreementView }) {
  const facts: [string, string][] = [
    ['Waarvoor', agreement.purpose],
    ['Voor wie', agreement.criteria],
    ['Wat nodig is', agreement.needed],
    ['Contact', agreement.contactRoute],
    ['Antwoord', withinWords(agreement.answerDays)],
    ['Gesprek met drie', withinWords(agreement.contactDays)],
    ['Start van de hulp', withinWords(agreement.startDays)],
    ['Voorgesteld door', byWords(agreement.proposed)],
  ]
  if (agreement.agreed) facts.push(['Akkoord van', byWords(agreement.agreed)])
  if (agreement.ended) facts.push(['Gestopt door', byWords(agreement.ended)], ['Waarom', agreement.ended.reason])
  return (
    <dl class="vd-facts-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="vd-said">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

import { useEffect, useState } from 'preact/hooks'
import type { AgreementItem, AgreementsView, FiguresView, PairFigures } from '../../../api/agreements/schema.ts'
import { defaultWords, standingWords, wayOf, withinWords } from '../../lib/agreement-words.ts'
import { type Answer, ask } from '../../lib/api.ts'
import { formatDate } from '../../lib/dates.ts'
import { session } from '../../lib/session.ts'
import { Figures } from './Figures.tsx'
import { Loading, Unreachable } from '../../parts/Notice.tsx'

export function AgreementList() {
  const [answer, setAnswer] = useState<Answer<AgreementsView> | null>(null)
  const [figures, setFigures] = useState<FiguresView | null>(null)
  const [ownId, setOwnId] = useState('')
  async function read() {
    const who = await session()
    if (who.ok) setOwnId(who.value.organization.id)
    setAnswer(who.ok ? await ask<AgreementsView>('GET', '/agreements') : who)
    const counted = who.ok ? await ask<FiguresView>('GET', '/agreements/figures') : who
    if (counted.ok) setFigures(counted.value)
  }
  useEffect(() => void read(), [])

  const view = answer?.ok ? answer.value : null
  const without = figures?.pairs.filter(({ agreed }) => !agreed) ?? []
  return (
    <>
      <div class="vd-title-row">
        <h1 class="nl-heading nl-heading--level-1">Afspraken met anderen</h1>
        {view?.canPropose && (
          <a class="nl-button nl-button--primary" href="/werk/afspraken/voorstel/">
            Afspraak voorstellen
          </a>
        )}
      </div>
      <p class="vd-lead">Hoe en hoe snel verwijst u naar elkaar? {defaultWords}</p>
      {!answer && <Loading what="De lijst" />}
      {answer && !answer.ok && <Unreachable problem={answer.problem} retry={() => void read()} />}
      {view && view.partners.length + view.ofKinds.length === 0 && (
        <p>Uw organisatie heeft nog geen afspraken. De gewone termijnen gelden.</p>
      )}
      {view?.speaksForKinds && (
        <p>
          <a class="nl-link" href="/werk/afspraken/soorten/">
            Welke organisatie is wat voor soort?
          </a>
        </p>
      )}
      {view?.partners.map(({ partner, agreements }) => (
        <section key={partner.id} aria-labelledby={`met-${partner.id}`} class="vd-list-section">
          <h2 id={`met-${partner.id}`} class="nl-heading nl-heading--level-2">
            {partner.name}
          </h2>
          <Items caption={`Afspraken met ${partner.name}`} items={agreements} />
          <Figures
            quarter={figures?.quarter ?? ''}
            figures={figures?.pairs.filter(({ from, to }) => from.id === partner.id || to.id === partner.id) ?? []}
          />
        </section>
      ))}
      {view && view.ofKinds.length > 0 && (
        <section aria-labelledby="van-een-soort" class="vd-list-section">
          <h2 id="van-een-soort" class="nl-heading nl-heading--level-2">
            Voor alle organisaties van een soort
          </h2>
          <p>Hebben twee organisaties zelf iets afgesproken? Dan gaat dat voor.</p>
          <Items caption="Afspraken voor alle organisaties van een soort" items={view.ofKinds} />
        </section>
      )}
      {view && figures && without.length > 0 && (
        <section aria-labelledby="zonder-afspraak" class="vd-list-section">
          <h2 id="zonder-afspraak" class="nl-heading nl-heading--level-2">
            Wel verwezen, nog geen afspraak
          </h2>
          <ul class="vd-keys" role="list">
            {without.map((pair) => (
              <li key={pair.from.id + pair.to.id} class="vd-piece">
                <h3 class="nl-heading nl-heading--level-3">
                  Van {pair.from.name} naar {pair.to.name}
                </h3>
                <Figures quarter={figures.quarter} figures={[pair]} />
                {view.canPropose && (
                  <p class="vd-actions">
                    <a class="nl-button nl-button--secondary" href={draftAddress(pair, ownId)}>
                      Voorstel maken uit deze cijfers
                    </a>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** The form, begun with who refers to whom; it takes the terms from the same figures. */
const draftAddress = ({ from, to }: Pick<PairFigures, 'from' | 'to'>, ownId: string) =>
  from.id === ownId ? `/werk/afspraken/voorstel/#naar/${to.id}` : `/werk/afspraken/voorstel/#van/${from.id}`

const Items = ({ caption, items }: { caption: string; items: readonly AgreementItem[] }) => (
  <table class="vd-work">
    <caption class="vd-hidden">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Van en naar</th>
        <th scope="col">Stand</th>
        <th scope="col">Antwoord</th>
        <th scope="col">Geldig</th>
      </tr>
    </thead>
    <tbody>
      {items.map((item) => (
        <tr key={item.id}>
          <th scope="row" class="vd-work__what">
            <a href={`/werk/afspraken/#${item.id}`}>{wayOf(item)}</a>
            <span class="vd-work__reference">Versie {item.edition}</span>
          </th>
          <td data-label="Stand">
            {standingWords[item.standing]}
            {item.commands.includes('agree') && <strong>, wacht op u</strong>}
          </td>
          <td data-label="Antwoord">{withinWords(item.answerDays)}</td>
          <td data-label="Geldig">{periodOf(item)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

export const periodOf = ({ validFrom, validUntil }: Pick<AgreementItem, 'validFrom' | 'validUntil'>): string =>
  validUntil ? `${formatDate(validFrom)} tot en met ${formatDate(validUntil)}` : `vanaf ${formatDate(validFrom)}`

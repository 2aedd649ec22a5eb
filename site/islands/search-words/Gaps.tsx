import { useEffect, useState } from 'preact/hooks'
import type { ConceptView, MissesView, Suggested } from '../../../api/search/schema.ts'
import { type Answer, ask, type Problem } from '../../lib/api.ts'
import { times } from '../../lib/search-word-words.ts'
import { Loading, Notice, Refused, Unreachable } from '../../parts/Notice.tsx'

type Props = { changed: number; onChanged: () => void }
type Accepted = { words: string; term: string; before: Suggested; version: number }

/** Searches that helped nobody, and the synonym that might: accepted with one tap, taken back with another. */
export function Gaps({ changed, onChanged }: Props) {
  const [answer, setAnswer] = useState<Answer<MissesView> | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [accepted, setAccepted] = useState<Accepted | null>(null)
  const [busy, setBusy] = useState(false)
  const read = () => void ask<MissesView>('GET', '/search/misses').then(setAnswer)
  useEffect(read, [changed])

  async function save(id: string, version: number, terms: string[], phrases: string[]): Promise<ConceptView | null> {
    if (busy) return null
    setBusy(true)
    const saved = await ask<ConceptView>('PUT', `/search/concepts/${id}`, { version, terms, phrases })
    setBusy(false)
    setProblem(saved.ok ? null : saved.problem)
    return saved.ok ? saved.value : null
  }
  async function accept(one: Suggested) {
    const saved = await save(one.conceptId, one.version, one.terms, [...one.phrases, one.words])
    if (saved) setAccepted({ words: one.words, term: one.terms[0] ?? '', before: one, version: saved.version })
    onChanged()
  }
  async function takeBack({ before, version }: Accepted) {
    const saved = await save(before.conceptId, version, before.terms, before.phrases)
    if (saved) setAccepted(null)
    onChanged()
  }

  return (
    <section class="vd-list-section" aria-labelledby="gaten">
      <h2 id="gaten" class="nl-heading nl-heading--level-2">
        Wat mensen niet vonden
      </h2>
      {problem && <Refused problem={problem} />}
      {accepted && (
        <Notice tone="ok" role="status" title={`“${accepted.words}” hoort nu bij “${accepted.term}”.`}>
          <p class="vd-actions">
            <button type="button" class="nl-button nl-button--secondary" onClick={() => void takeBack(accepted)}>
              Ongedaan maken
            </button>
          </p>
        </Notice>
      )}
      {!answer ? (
        <Loading what="Wat mensen niet vonden" />
      ) : !answer.ok ? (
        <Unreachable problem={answer.problem} retry={read} />
      ) : (
        <Found view={answer.value} busy={busy} onAccept={(one) => void accept(one)} />
      )}
    </section>
  )
}

function Found({ view, busy, onAccept }: { view: MissesView; busy: boolean; onAccept: (one: Suggested) => void }) {
  const { counted, nothing, noClick, suggested, leastShown, days } = view
  const none = nothing.length === 0 && noClick.length === 0
  return (
    <>
      <p>
        {counted
          ? `Woorden uit onze openbare woordenlijst, van de laatste ${days} dagen. U ziet een woord als het ${leastShown} keer of vaker is geteld.`
          : 'De gemeente telt niet wat mensen niet vinden. De beheerder kan dat aanzetten op deze zelfde pagina.'}
      </p>
      {none && counted && <p>Er is nog niets {leastShown} keer geteld.</p>}
      {suggested.length > 0 && (
        <>
          <h3 class="nl-heading nl-heading--level-3">Voorstellen</h3>
          <ul class="vd-addresses" role="list">
            {suggested.map((one) => (
              <li key={one.words} class="vd-address">
                <p>
                  Leg “<strong>{one.words}</strong>” bij “{one.terms[0]}” ({times(one.count)} niets gevonden)
                </p>
                <button
                  type="button"
                  class="nl-button nl-button--secondary"
                  aria-disabled={busy}
                  onClick={() => onAccept(one)}
                >
                  Doen<span class="vd-hidden">: {one.words}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Missed id="niets" title="Niets gevonden" list={nothing} />
      <Missed id="geen-klik" title="Wel iets gevonden, niets aangeklikt" list={noClick} />
    </>
  )
}

const Missed = ({ id, title, list }: { id: string; title: string; list: MissesView['nothing'] }) =>
  list.length === 0 ? null : (
    <table class="vd-work vd-missed" aria-labelledby={id}>
      <caption id={id}>{title}</caption>
      <thead>
        <tr>
          <th scope="col">Woorden</th>
          <th scope="col">Hoe vaak</th>
        </tr>
      </thead>
      <tbody>
        {list.map(({ words, count }) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            <td data-label="Hoe vaak">{times(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

import { useState } from 'preact/hooks'
import type { TriedHit, TriedView } from '../../../api/search/schema.ts'
import { ask, type Problem } from '../../lib/api.ts'
import { fieldWords, howWords, numberWords, weightWords } from '../../lib/search-word-words.ts'
import { TextField } from '../../parts/Field.tsx'
import { Notice, Refused } from '../../parts/Notice.tsx'

/** A question as a resident types it, on what is published, and why each answer stands where it stands. */
export function Try() {
  const [text, setText] = useState('')
  const [tried, setTried] = useState<TriedView | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)

  async function tryIt(event: SubmitEvent) {
    event.preventDefault()
    if (busy || text.trim() === '') return
    setBusy(true)
    const answer = await ask<TriedView>('GET', `/search/try?text=${encodeURIComponent(text)}`)
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) setTried(answer.value)
  }

  return (
    <section class="vd-list-section" aria-labelledby="probeer">
      <h2 id="probeer" class="nl-heading nl-heading--level-2">
        Probeer een vraag
      </h2>
      <form class="vd-form" aria-label="Probeer een vraag" onSubmit={tryIt}>
        <TextField
          id="vraag"
          label="Wat zou iemand typen?"
          hint="Bijvoorbeeld: ik kan de huur niet betalen. U ziet wat er nu op de site staat."
          value={text}
          maxLength={500}
          onChange={setText}
        />
        <p class="vd-actions">
          <button type="submit" class="nl-button nl-button--primary" aria-disabled={busy}>
            {busy ? 'Bezig…' : 'Probeer'}
          </button>
        </p>
      </form>
      {problem && <Refused problem={problem} />}
      {tried && <Tried tried={tried} />}
    </section>
  )
}

function Tried({ tried }: { tried: TriedView }) {
  if (!tried.published) return <Notice tone="info" role="status" title="Er is nog niets gepubliceerd." />
  return (
    <div>
      <p role="status">
        <strong>{tried.total === 0 ? 'Niets gevonden' : `${tried.total} gevonden`}</strong>
        {tried.total > tried.hits.length && `, dit zijn de eerste ${tried.hits.length}`}.
        {tried.suggestion && ` Bezoekers lezen: “Bedoelde u ${tried.suggestion}?”`}
      </p>
      <ul class="vd-word-chips" aria-label="Zo lezen wij de vraag">
        {tried.asked.map(({ word, weight }) => (
          <li key={word}>
            <strong>{word}</strong> {weightWords(weight)}
          </li>
        ))}
        {tried.places.map((place) => (
          <li key={`plaats-${place}`}>
            <strong>{place}</strong> is een plaats: aanbod daar komt eerst
          </li>
        ))}
      </ul>
      <ol class="vd-tried">
        {tried.hits.map((hit) => (
          <Hit key={hit.id} hit={hit} />
        ))}
      </ol>
    </div>
  )
}

const Hit = ({ hit }: { hit: TriedHit }) => (
  <li>
    <p>
      <a class="nl-link" href={hit.url}>
        {hit.name}
      </a>
      , {hit.organization}
    </p>
    <p class="vd-hint">Score {numberWords(hit.score)}</p>
    <ul>
      {hit.meant.map(({ phrase, term, first }) => (
        <li key={phrase}>
          {first ? 'Kan niet wachten: ' : 'Zoekwoord: '}“{phrase}” hoort bij “{term}”{first && '. Daarom bovenaan'}
        </li>
      ))}
      {hit.said && <li>Zo praten mensen over dit soort hulp</li>}
      {hit.fields.map(({ field, weight, words }) => (
        <li key={field}>
          {fieldWords(field)} (weegt {numberWords(weight)})
          {words.length > 0 && `: ${words.map(({ word, how }) => `${word} (${howWords[how]})`).join(', ')}`}
        </li>
      ))}
    </ul>
  </li>
)

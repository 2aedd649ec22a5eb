import type { ConceptView } from '../../../api/search/schema.ts'

/** So many words are shown of a long row; the rest when somebody asks. */
const most = 8

type Props = { one: ConceptView; onEdit?: () => void; onMove: () => void }

/** One row of the list. Without `onEdit` it was taken out, and can be put back. */
export function WordRow({ one, onEdit, onMove }: Props) {
  const [name = '', ...others] = one.terms
  const rest = one.phrases.slice(most)
  return (
    <article class="vd-word" aria-labelledby={`woord-${one.id}`}>
      <h3 id={`woord-${one.id}`} class="nl-heading nl-heading--level-4">
        {name}
        {one.kind === 'intent' && <span class="nl-data-badge"> kan niet wachten</span>}
        {one.waiting && <span class="nl-data-badge"> nog niet op de site</span>}
      </h3>
      {others.length > 0 && <p class="vd-hint">ook: {others.join(', ')}</p>}
      <p>{one.phrases.slice(0, most).join(', ')}</p>
      {rest.length > 0 && (
        <details class="vd-details">
          <summary>
            nog {rest.length} {rest.length === 1 ? 'woord' : 'woorden'}
            <span class="vd-hidden"> bij {name}</span>
          </summary>
          <p>{rest.join(', ')}</p>
        </details>
      )}
      <p class="vd-actions">
        {onEdit && (
          <button type="button" class="nl-button nl-button--secondary" onClick={onEdit}>
            Aanpassen<span class="vd-hidden">: {name}</span>
          </button>
        )}
        <button type="button" class="nl-button nl-button--subtle" onClick={onMove}>
          {onEdit ? 'Van de lijst halen' : 'Terugzetten'}
          <span class="vd-hidden">: {name}</span>
        </button>
      </p>
    </article>
  )
}

/** Which term words could be laid beside that helped nobody: the one most like them that a service carries. Pure. */
import { membership, stemsOf } from '../../search/concepts.ts'
import type { ServiceDocument } from '../../search/document.ts'
import type { Concept } from './concept.ts'
import type { Miss, Suggested } from './schema.ts'

/** Less than this part of the words in common says nothing. */
const leastAlike = 0.5
const mostSuggested = 20

/** Out: for each miss at most one synonym that exists, has something in common with it, and would find a service. */
export function suggestionsFor(
  misses: readonly Miss[],
  concepts: readonly Concept[],
  documents: readonly ServiceDocument[],
): Suggested[] {
  const open = concepts.filter(({ kind, removed }) => kind === 'synonym' && !removed)
  const belongs = membership(open.map((concept) => ({ ...concept, key: concept.id, first: false })))
  const carried = new Set(documents.flatMap(({ name, keywords }) => belongs(`${name} ${keywords.join(' ')}`)))
  const able = open
    .filter(({ id }) => carried.has(id))
    .map((concept) => ({ concept, stems: new Set([...concept.terms, ...concept.phrases].flatMap(stemsOf)) }))

  // What an editor laid beside one term is answered: it is not offered for the next best.
  const said = new Set(open.flatMap(({ terms, phrases }) => [...terms, ...phrases]))
  const suggested = misses.flatMap(({ words, count }): Suggested[] => {
    if (said.has(words)) return []
    const stems = stemsOf(words)
    const best = able
      .map(({ concept, stems: own }) => ({
        concept,
        alike: stems.filter((one) => own.has(one)).length / stems.length,
        size: own.size,
      }))
      .filter(({ alike }) => alike >= leastAlike)
      // The narrower of two says more.
      .sort((a, b) => b.alike - a.alike || a.size - b.size)[0]
    if (!best) return []
    const { id: conceptId, terms, phrases, version } = best.concept
    return [{ words, count, conceptId, terms, phrases, version }]
  })
  return suggested.slice(0, mostSuggested)
}

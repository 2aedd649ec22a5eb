import { stem, words } from '../dutch/text.ts'
import type { SearchSettings } from '../settings.ts'

/**
 * The words editors put beside a term, for a text that has the term or one of those words.
 * Done once, when the index is made: a question then needs no table, and an editor's change needs no new code.
 */
export function synonymsFor(text: readonly string[], synonyms: SearchSettings['synonyms']): string[] {
  const stems = text.map(stem)
  const holds = (phrase: string) => contains(stems, words(phrase).map(stem))
  return synonyms.flatMap((entry) => {
    const group = [entry.term, ...entry.words]
    return group.some(holds) ? group.filter((phrase) => !holds(phrase)) : []
  })
}

/** The phrase stands in the text as consecutive words. */
function contains(text: readonly string[], phrase: readonly string[]): boolean {
  if (phrase.length === 0) return false
  return text.some((_, start) => phrase.every((word, offset) => text[start + offset] === word))
}

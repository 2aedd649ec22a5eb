/**
 * The words that may be sent of a search that helped nobody: those of the editors' concepts, themes and target groups.
 * No names of organisations, which may be those of people, and nothing that only somebody in need would type.
 */
import type { SearchSettings } from '../settings.ts'
import { isStop, words } from './text.ts'

/** The published list, in order. */
export function wordListOf({ themes, targetGroups, synonyms, intents = [] }: SearchSettings): string[] {
  const texts = [
    ...Object.values(themes),
    ...Object.values(targetGroups),
    ...synonyms.flatMap(({ term, words: plain }) => [term, ...plain]),
    ...intents.flatMap(({ terms, phrases }) => [...terms, ...phrases]),
  ]
  return [...new Set(texts.flatMap(words))].filter(mayStand).sort()
}

const mayStand = (word: string) => /^[a-z][a-z0-9]{2,39}$/.test(word) && !isStop(word)

/** As many words of one search as are sent. */
export const mostListed = 5

/** Of a text the words on the list, each once, in the order of the alphabet: how it was said is not in it. */
export const listedIn = (text: string, list: ReadonlySet<string>): string[] =>
  [...new Set(words(text.slice(0, 500)))]
    .filter((word) => list.has(word))
    .slice(0, mostListed)
    .sort()

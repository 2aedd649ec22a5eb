/** Dutch text to the forms that are compared: folded words, their stems, and the words that say nothing. */
import { stemmer } from '@orama/stemmers/dutch'
import { stopwords } from '@orama/stopwords/dutch'

/** Words that turn a meaning round are never dropped: "niet meer leven" is not made of stop words. */
const meaningful = new Set(['niet', 'geen', 'zonder', 'niets', 'niemand', 'tegen'])
const extra =
  'ik mij mijn jij jou jouw wij ons onze uw graag wil wilt willen moet moeten mag mogen kan kunt kunnen help'.split(' ')
const stops = new Set([...stopwords, ...extra].filter((word) => !meaningful.has(word)))

/** Lower case, no accents, one sort of apostrophe: "Één café" and "een cafe" are the same. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`´]/g, "'")
}

/** The folded words of a text in order; digits count ("112"). */
export const words = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The stem of a folded word. */
export const stem = (word: string): string => (word.length > 3 ? stemmer(word) : word)

export const isStop = (word: string): boolean => stops.has(word)

/** Words that carry the question; all of them when none does ("wie ben ik"). */
export function telling(list: readonly string[]): string[] {
  const kept = list.filter((word) => !isStop(word))
  return kept.length > 0 ? kept : [...list]
}

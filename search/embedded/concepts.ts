/** The concepts of an index as they are asked: which phrases a word stands in, and the terms a concept's services carry. */
import { saying, stopWords } from '../dutch/text.ts'
import type { Reader, Steps } from './format.ts'
import type { Segment } from './segment.ts'

/** As `writeTerms` wrote them. */
export function readTerms(reader: Reader): number[][] {
  const lists: number[][] = []
  const longest = reader.number()
  for (let length = 1; length <= longest; length++) {
    let head = 0
    for (let left = reader.number(); left > 0; left--) {
      head += reader.number()
      lists.push([head, ...Array.from({ length: length - 1 }, () => reader.number())])
    }
  }
  return lists
}

export type Concept = { terms: number[][]; first: boolean }
/** `stems` are those of its words; in `concept` they lead to its services. `small` are stop words it needs as well. */
export type Phrase = { concept: number; stems: number[]; small: number[] }
export type Concepts = {
  concepts: Concept[]
  phrases: Phrase[]
  phrasesWith: Map<number, number[]>
  /** How much a stem counts in a phrase: one that stands in few phrases counts most. Reckoned once for each. */
  rarity(stem: number): number
}

/** Concepts read in one step. */
const conceptsAStep = 64

export function* readConcepts(reader: Reader, { stemOf, dictionary }: Segment): Steps<Concepts> {
  const concepts: Concept[] = []
  const phrases: Phrase[] = []
  const phrasesWith = new Map<number, number[]>()
  const stops = new Set(Array.from(stopWords, (word) => dictionary.find(word)))
  for (let left = reader.number(); left > 0; left--) {
    if (left % conceptsAStep === 0) yield
    const first = reader.number() === 1
    concepts.push({ first, terms: readTerms(reader) })
    for (const list of readTerms(reader)) {
      const small = list.filter((term) => stops.has(term))
      const stems = [...new Set(list.flatMap((term) => (small.includes(term) ? [] : [stemOf[term] as number])))]
      for (const one of stems) {
        const list = phrasesWith.get(one)
        if (list) list.push(phrases.length)
        else phrasesWith.set(one, [phrases.length])
      }
      phrases.push({ concept: concepts.length - 1, stems, small })
    }
  }
  const rarities = new Map<number, number>()
  const rarity = (stem: number) => {
    const known = rarities.get(stem)
    if (known !== undefined) return known
    const inPhrases = phrasesWith.get(stem)?.length ?? 1
    const rare = saying(dictionary.word(stem)) * Math.log(1 + phrases.length / inPhrases)
    rarities.set(stem, rare)
    return rare
  }
  return { concepts, phrases, phrasesWith, rarity }
}

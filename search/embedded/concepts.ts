/** The concepts of an index as they are asked: which phrases a word stands in, and the terms a concept's services carry. */
import type { Reader } from './format.ts'

function readLists(reader: Reader): number[][] {
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
/** `words` are stems; in `concept` they lead to its services. */
export type Phrase = { concept: number; stems: number[] }
export type Concepts = { concepts: Concept[]; phrases: Phrase[]; phrasesWith: Map<number, number[]> }

export function readConcepts(reader: Reader, stemOf: Int32Array): Concepts {
  const concepts: Concept[] = []
  const phrases: Phrase[] = []
  const phrasesWith = new Map<number, number[]>()
  for (let left = reader.number(); left > 0; left--) {
    const first = reader.number() === 1
    concepts.push({ first, terms: readLists(reader) })
    for (const list of readLists(reader)) {
      const stems = [...new Set(list.map((term) => stemOf[term] as number))]
      for (const one of stems) {
        const list = phrasesWith.get(one)
        if (list) list.push(phrases.length)
        else phrasesWith.set(one, [phrases.length])
      }
      phrases.push({ concept: concepts.length - 1, stems })
    }
  }
  return { concepts, phrases, phrasesWith }
}

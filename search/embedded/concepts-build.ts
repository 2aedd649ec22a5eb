/**
 * Synonyms and intents as concepts: the services that carry a formal term, and the phrases people use for them.
 * The file holds words, not documents: which services a concept has is worked out when it is first asked for.
 */
import { intents } from '../intents.ts'
import { isStop, saying, stem, words } from '../dutch/text.ts'
import type { SearchSettings } from '../settings.ts'
import { startingList } from '../synonyms.ts'
import type { Writer } from './format.ts'
import type { SegmentInput } from './segment.ts'

type Wording = {
  /** Stems, per term: a service has the concept when a term stands in its name or keywords. */
  terms: string[][]
  phrases: string[][]
  /** An intent: its services stand above all others. */
  first: boolean
}

const content = (phrase: string) => words(phrase).filter((word) => !isStop(word))
/** "uit huis" is not whatever has "huis" in it: a phrase keeps its small words when it has only one other, and that says little. */
function meant(phrase: string): string[] {
  const own = content(phrase)
  return own.length === 1 && saying(own[0] ?? '') < 1 ? words(phrase) : own
}

const different = (lists: readonly string[][]) => [...new Map(lists.map((list) => [list.join(' '), list])).values()]

/** Those of the given terms, as stems, that a service of this directory carries in its name or keywords. */
export type Carried = (terms: readonly string[]) => string[][]

export function carriedIn(names: SegmentInput['words']): Carried {
  const standing = documentsByStem(names)
  return (terms) => different(terms.map((term) => content(term).map(stem)).filter((term) => standsIn(term, standing)))
}

/** The concepts of these settings that at least one service has. */
export function conceptsOf(settings: SearchSettings, carried: Carried): Wording[] {
  const grouped = new Map<string, string[]>()
  // Editors may repeat the same words for several terms; together they are one concept.
  for (const { term, words: plain } of settings.synonyms) {
    const key = JSON.stringify(plain)
    grouped.set(key, [...(grouped.get(key) ?? []), term])
  }
  const editors = [...grouped].map(([plain, terms]) => ({
    terms,
    phrases: JSON.parse(plain) as string[],
    first: false,
  }))
  const starting = settings.startingList === false ? [] : startingList.map((entry) => ({ ...entry, first: false }))
  const urgent = (settings.intents ?? intents).map((intent) => ({ ...intent, first: true }))
  return [...editors, ...starting, ...urgent].flatMap(({ terms, phrases, first }) => {
    const stems = carried(terms)
    if (stems.length === 0) return []
    // An intent keeps them always: "was ik maar dood" is not whatever has "dood" in it.
    const own = first ? phrases.map(words) : [...terms, ...phrases].map(meant)
    return [{ terms: stems, phrases: different(own.filter((phrase) => phrase.length > 0)), first }]
  })
}

function documentsByStem(names: SegmentInput['words']): Map<string, Set<number>> {
  const standing = new Map<string, Set<number>>()
  for (const [word, lists] of names) {
    const key = stem(word)
    const documents = standing.get(key) ?? new Set<number>()
    for (const list of lists.slice(0, 2)) for (const document of list ?? []) documents.add(document)
    standing.set(key, documents)
  }
  return standing
}

function standsIn(term: readonly string[], standing: ReadonlyMap<string, ReadonlySet<number>>): boolean {
  const [first, ...rest] = term.map((word) => standing.get(word) ?? new Set<number>())
  if (first === undefined) return false
  for (const document of first) if (rest.every((documents) => documents.has(document))) return true
  return false
}

/** Neither the order of phrases nor that of the words in one says anything: sorted, they become small steps. */
export function writeConcepts(writer: Writer, concepts: readonly Wording[], numberOf: (word: string) => number): void {
  writer.number(concepts.length)
  for (const { terms, phrases, first } of concepts) {
    writer.number(first ? 1 : 0)
    for (const lists of [terms, phrases]) writeTerms(writer, lists, numberOf)
  }
}

/** Lists of words by length, those of a length by their first. */
export function writeTerms(
  writer: Writer,
  lists: readonly (readonly string[])[],
  numberOf: (word: string) => number,
): void {
  const numbers = lists.map((list) => list.map(numberOf).sort((a, b) => a - b))
  const longest = Math.max(0, ...numbers.map((list) => list.length))
  writer.number(longest)
  for (let length = 1; length <= longest; length++) {
    const same = numbers.filter((list) => list.length === length).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    writer.number(same.length)
    let before = 0
    for (const [head = 0, ...rest] of same) {
      writer.number(head - before)
      before = head
      for (const number of rest) writer.number(number)
    }
  }
}

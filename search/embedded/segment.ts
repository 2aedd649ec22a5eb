/**
 * A dictionary with what hangs on its words: stems, parts of compounds, and in which documents and fields each stands.
 * Relations between words are stored once per word, not per document: that is what keeps the file small.
 */
import { stem } from '../dutch/text.ts'
import { readDictionary, writeDictionary } from './dictionary.ts'
import type { Dictionary } from './dictionary.ts'
import type { Reader, Steps, Writer } from './format.ts'

export type SegmentInput = {
  fields: number
  /** Per word and field the documents it stands in, ascending; a word may stand in none (synonyms, theme names). */
  words: Map<string, (number[] | undefined)[]>
  /** Stems of the parts, for words that are compounds. */
  parts: Map<string, string[]>
  /** More stems to find, of words that stand nowhere. */
  stems: Iterable<string>
}

/** The number each word and stem of a segment got, and how many there are. */
export type Numbers = { of(word: string): number; size: number }

const isWord = 128

/** Writes the segment; a word that is not in it has number -1. */
export function writeSegment(writer: Writer, input: SegmentInput): Numbers {
  const all = new Set(input.words.keys())
  for (const word of input.words.keys()) all.add(stem(word))
  for (const parts of input.parts.values()) for (const part of parts) all.add(part)
  for (const root of input.stems) all.add(root)
  const sorted = [...all].sort()
  const numbers = new Map(sorted.map((word, number) => [word, number]))
  const numberOf = (word: string) => numbers.get(word) ?? -1
  writeDictionary(writer, sorted)

  const flags = sorted.map((word) => {
    const lists = input.words.get(word)
    return lists ? lists.reduce((bits, list, field) => (list ? bits | (1 << field) : bits), isWord) : 0
  })
  writer.raw(Uint8Array.from(flags))
  for (const [number, word] of sorted.entries()) if (input.words.has(word)) writer.signed(number - numberOf(stem(word)))

  const compounds = sorted.flatMap((word, number) => {
    const parts = input.parts.get(word)
    return parts ? [[number, parts.map(numberOf)] as const] : []
  })
  writer.number(compounds.length)
  let before = 0
  for (const [number, parts] of compounds) {
    writer.number(number - before)
    before = number
    writer.numbers(parts)
  }

  const lists = sorted.flatMap((word) => (input.words.get(word) ?? []).filter((list) => list !== undefined))
  for (const list of lists) writer.number(list.length)
  for (const list of lists) {
    let last = -1
    for (const document of list) {
      writer.number(document - last - 1)
      last = document
    }
  }
  return { of: numberOf, size: sorted.length }
}

/** For each number of the first kind its numbers of the second kind, in one array. */
export class Groups {
  private readonly starts: Uint32Array
  private readonly members: Uint32Array

  /** `pairs` holds from, to, from, to, … */
  constructor(size: number, pairs: readonly number[]) {
    this.starts = new Uint32Array(size + 1)
    const more = (array: Uint32Array, at: number, by: number) => (array[at] = (array[at] as number) + by)
    for (let n = 0; n < pairs.length; n += 2) more(this.starts, (pairs[n] as number) + 1, 1)
    for (let n = 0; n < size; n++) more(this.starts, n + 1, this.starts[n] as number)
    this.members = new Uint32Array(pairs.length / 2)
    const next = this.starts.slice()
    for (let n = 0; n < pairs.length; n += 2) {
      this.members[more(next, pairs[n] as number, 1) - 1] = pairs[n + 1] as number
    }
  }

  of(number: number): Uint32Array {
    return this.members.subarray(this.starts[number], this.starts[number + 1])
  }
}

export type Segment = {
  dictionary: Dictionary
  fields: number
  /** Whether a number is a word that stands somewhere, and not only a stem. */
  isWord(term: number): boolean
  stemOf: Int32Array
  /** The words with this stem. */
  withStem: Groups
  /** The compounds with this stem among their parts. */
  withPart: Groups
  /** All lists of documents behind each other, by word and within it by field; `starts` says where each begins. */
  postings: Uint16Array | Uint32Array
  starts: Uint32Array
  /** Documents by word and field, empty when it is not in that field. */
  documents(term: number, field: number): Uint16Array | Uint32Array
  /** In how many documents a word stands, counted per field. */
  weightOf(term: number): number
}

/** Lists of documents read in one step. */
const listsAStep = 4096

export function* readSegment(reader: Reader, fields: number, documentCount: number): Steps<Segment> {
  const dictionary = yield* readDictionary(reader)
  const size = dictionary.size
  const flags = reader.raw(size)
  const { stemOf, withStem } = readStems(reader, flags)
  yield
  const withPart = new Groups(size, readParts(reader))
  yield
  const starts = readStarts(reader, flags, fields)
  const total = starts[size * fields] as number
  const postings = documentCount < 65_536 ? new Uint16Array(total) : new Uint32Array(total)
  for (let list = 0; list < size * fields; list += listsAStep) {
    yield
    readLists(reader, starts, postings, list, Math.min(list + listsAStep, size * fields))
  }
  return {
    dictionary,
    fields,
    isWord: (term) => ((flags[term] as number) & isWord) !== 0,
    stemOf,
    withStem,
    withPart,
    postings,
    starts,
    documents: (term, field) => postings.subarray(starts[term * fields + field], starts[term * fields + field + 1]),
    weightOf: (term) => (starts[(term + 1) * fields] as number) - (starts[term * fields] as number),
  }
}

function readStems(reader: Reader, flags: Uint8Array): Pick<Segment, 'stemOf' | 'withStem'> {
  const stemOf = new Int32Array(flags.length)
  const stems: number[] = []
  for (let term = 0; term < flags.length; term++) {
    stemOf[term] = term
    if (((flags[term] as number) & isWord) === 0) continue
    stemOf[term] = term - reader.signed()
    stems.push(stemOf[term] as number, term)
  }
  return { stemOf, withStem: new Groups(flags.length, stems) }
}

/** Part, compound, part, compound, … */
function readParts(reader: Reader): number[] {
  const parts: number[] = []
  let compound = 0
  for (let left = reader.number(); left > 0; left--) {
    compound += reader.number()
    for (let more = reader.number(); more > 0; more--) parts.push(reader.number(), compound)
  }
  return parts
}

function readStarts(reader: Reader, flags: Uint8Array, fields: number): Uint32Array {
  const starts = new Uint32Array(flags.length * fields + 1)
  let total = 0
  for (let term = 0; term < flags.length; term++) {
    for (let field = 0; field < fields; field++) {
      starts[term * fields + field] = total
      if ((flags[term] as number) & (1 << field)) total += reader.number()
    }
  }
  starts[flags.length * fields] = total
  return starts
}

function readLists(
  reader: Reader,
  starts: Uint32Array,
  postings: Uint16Array | Uint32Array,
  from: number,
  to: number,
): void {
  for (let list = from; list < to; list++) {
    let document = -1
    for (let at = starts[list] as number; at < (starts[list + 1] as number); at++) {
      document += reader.number() + 1
      postings[at] = document
    }
  }
}

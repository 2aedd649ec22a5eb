/** The part of the second stage that knows what people say: which stems speak for which kinds of service. */
import { stem, variants } from '../dutch/text.ts'
import { heardIn } from '../said/heard.ts'
import { readTerms } from './concepts.ts'
import type { Concepts } from './concepts.ts'
import type { Meant } from './expand.ts'
import type { Reader, Steps } from './format.ts'
import { heardWeight } from './formula.ts'
import type { Question } from './question.ts'
import type { Segment } from './segment.ts'

/** Knows nothing until it has taken its part. */
export class Hearing {
  private readonly segments: readonly Segment[]
  private readonly concepts: Concepts
  /** Its kinds are concepts, from this number on; the group after them is what is not ours. */
  private first = 0
  private groups = 0
  /** Per stem, those of the first stage before the others, where its groups begin. */
  private starts = new Uint32Array(1)
  private group = new Uint8Array()
  private strength = new Uint8Array()
  private readonly said = new WeakMap<Meant, Float32Array>()
  private readonly saidBySmall = new Map<string, Float32Array>()

  constructor(segments: readonly Segment[], concepts: Concepts) {
    this.segments = segments
    this.concepts = concepts
  }

  *take(reader: Reader): Steps<void> {
    const { concepts } = this.concepts
    const terms = Array.from({ length: reader.number() }, () => readTerms(reader))
    const count = reader.number()
    const size = this.segments.reduce((sum, { dictionary }) => sum + dictionary.size, 0)
    const starts = new Uint32Array(size + 1)
    yield
    let root = 0
    for (let n = 0; n < count; n++) {
      root += reader.number()
      starts[root + 1] = (starts[root + 1] as number) + 1
    }
    for (let n = 0; n < size; n++) starts[n + 1] = (starts[n + 1] as number) + (starts[n] as number)
    this.group = reader.raw(count).slice()
    this.strength = reader.raw(count).slice()
    this.starts = starts
    this.first = concepts.length
    this.groups = terms.length + 1
    concepts.push(...terms.map((lists) => ({ terms: lists, first: false })))
  }

  /** Whether a word, in any form of it, says something. */
  knows(word: string): boolean {
    return this.rootsOf(word).length > 0
  }

  /** The concepts a question is likely about, and the weight of each of its words for them. */
  in(question: Question, meant: readonly Meant[]): { concept: number; words: number[] }[] {
    if (this.groups === 0) return []
    const saidBy = (word: string, position?: number) =>
      position === undefined
        ? remembered(this.saidBySmall, word, () => this.saidBy(word))
        : // What a word means is the same at the next key, and so is what it says.
          remembered(this.said, meant[position] as Meant, (one) => this.saidBy(word, one))
    return heardIn(question, this.groups, saidBy).map(({ group, likely, words }) => ({
      concept: this.first + group,
      words: words.map((much) => much * likely * heardWeight),
    }))
  }

  /** Per group how much a word says of it; a word that only looks like another says less. */
  private saidBy(word: string, meant?: Meant): Float32Array {
    const roots = new Map(this.rootsOf(word).map((root) => [root, 1]))
    let before = 0
    for (const [number, { stemOf, dictionary }] of this.segments.entries()) {
      for (const [term, sureness] of meant?.terms[number] ?? []) {
        const root = before + (stemOf[term] as number)
        if ((roots.get(root) ?? 0) < sureness) roots.set(root, sureness)
      }
      before += dictionary.size
    }
    const said = new Float32Array(this.groups)
    for (const [root, sureness] of roots) {
      for (let at = this.starts[root] as number; at < (this.starts[root + 1] as number); at++) {
        const group = this.group[at] as number
        said[group] = Math.max(said[group] as number, (this.strength[at] as number) * sureness)
      }
    }
    return said
  }

  /** The stems of a word that say something, that of the word itself before those of its other forms. */
  private rootsOf(word: string): number[] {
    const roots: number[] = []
    let before = 0
    for (const { dictionary } of this.segments) {
      for (const form of [word, ...variants(word)]) {
        const root = dictionary.find(stem(form))
        if (root < 0 || this.starts[before + root] === this.starts[before + root + 1]) continue
        roots.push(before + root)
        break
      }
      before += dictionary.size
    }
    return roots
  }
}

function remembered<Key, Made>(
  kept: { get(key: Key): Made | undefined; set(key: Key, made: Made): unknown },
  key: Key,
  make: (key: Key) => Made,
): Made {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = make(key)
  kept.set(key, made)
  return made
}

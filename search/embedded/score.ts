/** BM25F over the words meant: fields have weights, rare words count most, and a document is judged on the whole question. */
import { saying } from '../dutch/text.ts'
import type { Meant } from './expand.ts'
import type { Segment } from './segment.ts'

/** Name, keywords, organisation; then descriptions. The name of a service says most, its description least per word. */
export const fieldNames = [['name', 'keywords', 'organization'], ['description']] as const
export const fieldWeights = [[3.2, 2.4, 1.3], [0.55]]
export const conceptWeight = 2.2
export const facetWeight = 1.2
const saturation = 1.2
/** What counts as having the word in full: about a description that has it exactly. */
const enough = 0.5
const typical = 3

/** More documents that belong to a word of the question: those of a concept, or of a theme with that name. */
export type Extra = { documents: ArrayLike<number>; weight: number; kind: 'synonym' | 'theme' }

export class Scores {
  /** Documents with any word of the question, `found` of them. */
  readonly documents: Uint32Array
  found = 0
  readonly score: Float32Array
  /** Which part of the question, by weight, a document has. */
  readonly covered: Float32Array
  private readonly count: number
  private readonly nameFactor: Float32Array
  private readonly sum: Float32Array
  private readonly touched: Uint32Array
  private readonly wordMark: Uint32Array
  private readonly questionMark: Uint32Array
  private word = 0
  private question = 0

  constructor(count: number, names: Segment) {
    this.count = count
    this.documents = new Uint32Array(count)
    this.touched = new Uint32Array(count)
    this.score = new Float32Array(count)
    this.covered = new Float32Array(count)
    this.sum = new Float32Array(count)
    this.wordMark = new Uint32Array(count)
    this.questionMark = new Uint32Array(count)
    // A word in a short name is more of that name.
    this.nameFactor = new Float32Array(count)
    for (let term = 0; term < names.dictionary.size; term++) {
      const list = names.documents(term, 0)
      for (let n = 0; n < list.length; n++)
        this.nameFactor[list[n] as number] = (this.nameFactor[list[n] as number] as number) + 1
    }
    for (let n = 0; n < count; n++) this.nameFactor[n] = 1 / (0.7 + (0.3 * (this.nameFactor[n] as number)) / typical)
  }

  /** Scores all documents that have a word of the question. */
  run(
    asked: readonly string[],
    meant: readonly Meant[],
    extras: readonly Extra[][],
    segments: readonly Segment[],
    unknown: number,
  ): void {
    this.question++
    this.found = 0
    const weights = asked.map((word, position) => {
      const touched = this.gather(meant[position]?.terms ?? [], extras[position] ?? [], segments)
      return this.keep(touched, saying(word) * (touched === 0 ? unknown : 1), meant[position]?.quality ?? 1)
    })
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    for (let n = 0; n < this.found; n++) {
      const document = this.documents[n] as number
      const part = (this.covered[document] as number) / whole
      this.covered[document] = part
      this.score[document] = (this.score[document] as number) * (0.25 + 0.75 * part)
    }
  }

  private gather(
    terms: readonly Map<number, number>[],
    extras: readonly Extra[],
    segments: readonly Segment[],
  ): number {
    this.word++
    const { word, wordMark, sum, touched, nameFactor } = this
    let count = 0
    const take = (list: ArrayLike<number>, weight: number, factor: Float32Array | null) => {
      for (let n = 0; n < list.length; n++) {
        const document = list[n] as number
        const own = factor === null ? weight : weight * (factor[document] as number)
        if (wordMark[document] === word) sum[document] = (sum[document] as number) + own
        else {
          wordMark[document] = word
          sum[document] = own
          touched[count++] = document
        }
      }
    }
    for (const [number, segment] of segments.entries()) {
      for (const [term, sureness] of terms[number] ?? []) {
        for (let field = 0; field < segment.fields; field++) {
          const weight = sureness * (fieldWeights[number]?.[field] ?? 0)
          take(segment.documents(term, field), weight, number === 0 && field === 0 ? nameFactor : null)
        }
      }
    }
    for (const { documents, weight } of extras) take(documents, weight, null)
    return count
  }

  /** Adds one word to the question's scores; gives how much that word weighs, found or not. */
  private keep(count: number, says: number, quality: number): number {
    const { sum, touched, questionMark, question, score, covered, documents } = this
    let having = 0
    for (let n = 0; n < count; n++) if ((sum[touched[n] as number] as number) >= enough) having++
    const weight = says * this.rarity(having || count)
    for (let n = 0; n < count; n++) {
      const document = touched[n] as number
      const had = sum[document] as number
      if (questionMark[document] !== question) {
        questionMark[document] = question
        score[document] = 0
        covered[document] = 0
        documents[this.found++] = document
      }
      score[document] = (score[document] as number) + (weight * had) / (saturation + had)
      covered[document] = (covered[document] as number) + weight * quality * Math.min(1, had / enough)
    }
    return weight
  }

  /** Capped, so that a word that stands once, or nowhere, does not outweigh the rest of the question. */
  private rarity(documents: number): number {
    const most = Math.log(1 + this.count / 4) * 0.8 + 0.5
    if (documents === 0) return most
    return Math.max(0.2, Math.min(most, Math.log(1 + (this.count - documents + 0.5) / (documents + 0.5))))
  }
}

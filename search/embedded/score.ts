/** BM25F over the words meant: fields have weights, rare words count most, and a document is judged on the whole question. */
import { saying } from '../dutch/text.ts'
import { enough, facetWeight, fieldWeights, judged, part, rarity, typical, worth } from './formula.ts'
import type { FacetMembers } from './members.ts'
import type { Segment } from './segment.ts'
import type { Named, Sought } from './sought.ts'

/** Beside the bits of at most 24 words: a document that is looked at for its themes. */
const listed = 1 << 30

export class Scores {
  /** Documents with any word of the question, `found` of them. */
  documents: Uint32Array
  found = 0
  readonly score: Float32Array
  /** Which part of the question, by weight, a document has. */
  readonly covered: Float32Array
  /** The largest of those parts. */
  most = 0
  /** What documents that have nothing but themes may score and cover; zero when they were looked at as well. */
  themesAlone = { score: 0, covered: 0 }
  /** Of the last question: how much each word weighs, and all of them. */
  private weights: readonly number[] = []
  private whole = 0
  private readonly count: number
  private readonly nameFactor: Float32Array
  /** What a document has of the word at hand; zero again when the word is done. */
  private readonly sum: Float32Array
  private touched: Uint32Array
  /** A bit for each word of the question the document has. */
  private readonly had: Uint32Array
  private having = 0

  constructor(count: number, names: Segment) {
    this.count = count
    this.documents = new Uint32Array(count)
    this.touched = new Uint32Array(count)
    this.score = new Float32Array(count)
    this.covered = new Float32Array(count)
    this.sum = new Float32Array(count)
    this.had = new Uint32Array(count)
    // A word in a short name is more of that name.
    this.nameFactor = new Float32Array(count)
    for (let term = 0; term < names.dictionary.size; term++) {
      const list = names.documents(term, 0)
      for (let n = 0; n < list.length; n++)
        this.nameFactor[list[n] as number] = (this.nameFactor[list[n] as number] as number) + 1
    }
    for (let n = 0; n < count; n++) this.nameFactor[n] = 1 / (0.7 + (0.3 * (this.nameFactor[n] as number)) / typical)
  }

  /**
   * Scores all documents that have a word of the question. Whole themes are most of an index and the least of an answer:
   * unless `everything` is asked for, a theme counts only for documents that have something else, and `themesAlone`
   * says what was missed at most.
   */
  run(sought: Sought, everything: boolean): void {
    this.clear()
    const one = sought.asked.length === 1 && !everything
    const weights = sought.asked.map((word, position) => {
      const touched = this.gather(sought, position)
      const named = sought.named[position] ?? []
      const documents = Math.max(this.having || touched, ...named.map(({ members }) => members.size))
      const weight = saying(word) * (documents === 0 ? sought.unknown : 1) * rarity(this.count, documents)
      for (const one of named) this.strengthen(touched, one)
      const quality = sought.meant[position]?.quality ?? 1
      if (one) this.keepOnly(touched, weight, quality)
      else this.keep(touched, position, weight, quality)
      return weight
    })
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    this.weights = weights
    this.whole = whole
    if (everything) for (const { members } of sought.named.flat()) this.listTheme(members)
    const alone = this.addThemes(sought, weights, whole, one ? 0 : this.found)
    this.themesAlone = everything ? { score: 0, covered: 0 } : alone
    if (!one) this.finish(whole)
  }

  private clear(): void {
    const { documents, had } = this
    for (let n = 0; n < this.found; n++) had[documents[n] as number] = 0
    this.found = 0
  }

  private gather({ meant, extras, segments }: Sought, position: number): number {
    const { sum, touched, nameFactor } = this
    let count = 0
    let having = 0
    for (const [number, { fields, starts, postings }] of segments.entries()) {
      const weights = fieldWeights[number] as number[]
      for (const [term, sureness] of meant[position]?.terms[number] ?? []) {
        for (let field = 0; field < fields; field++) {
          const weight = sureness * (weights[field] as number)
          const inName = number === 0 && field === 0
          const end = starts[term * fields + field + 1] as number
          for (let at = starts[term * fields + field] as number; at < end; at++) {
            const document = postings[at] as number
            const before = sum[document] as number
            const after = before + (inName ? weight * (nameFactor[document] as number) : weight)
            if (before === 0) touched[count++] = document
            if (before < enough && after >= enough) having++
            sum[document] = after
          }
        }
      }
    }
    for (const { documents, weight } of extras[position] ?? []) {
      for (let n = 0; n < documents.length; n++) {
        const document = documents[n] as number
        const before = sum[document] as number
        const after = before + weight
        if (before === 0) touched[count++] = document
        if (before < enough && after >= enough) having++
        sum[document] = after
      }
    }
    this.having = having
    return count
  }

  /** Adds one word to the question's scores. */
  private keep(count: number, position: number, weight: number, quality: number): void {
    const { sum, touched, had, score, covered, documents } = this
    const bit = 1 << position
    let found = this.found
    for (let n = 0; n < count; n++) {
      const document = touched[n] as number
      const own = sum[document] as number
      sum[document] = 0
      const before = had[document] as number
      had[document] = before | bit
      if (before === 0) {
        // What an earlier question left there is written over.
        documents[found++] = document
        score[document] = worth(own, weight)
        covered[document] = part(own, weight, quality)
      } else {
        score[document] = (score[document] as number) + worth(own, weight)
        covered[document] = (covered[document] as number) + part(own, weight, quality)
      }
    }
    this.found = found
  }

  /** The scores of a question of one word, in one go: to whoever types a beginning most of an index may answer. */
  private keepOnly(count: number, weight: number, quality: number): void {
    const { sum, touched, score, covered } = this
    let most = 0
    for (let n = 0; n < count; n++) {
      const document = touched[n] as number
      const own = sum[document] as number
      sum[document] = 0
      const had = Math.fround(part(own, weight, quality)) / weight
      covered[document] = had
      score[document] = Math.fround(worth(own, weight)) * judged(had)
      if (had > most) most = had
    }
    this.most = most
    this.found = count
    this.touched = this.documents
    this.documents = touched
  }

  /** A theme adds to what a document has of the word. */
  private strengthen(touched: number, { members: { has, of }, sureness }: Named): void {
    for (let n = 0; n < touched; n++) {
      const document = this.touched[n] as number
      if (has[of[document] as number] === 1)
        this.sum[document] = (this.sum[document] as number) + sureness * facetWeight
    }
  }

  private listTheme(members: FacetMembers): void {
    const { had, documents, score, covered } = this
    for (const document of members.documents()) {
      if (had[document] !== 0) continue
      had[document] = listed
      score[document] = 0
      covered[document] = 0
      documents[this.found++] = document
    }
  }

  /**
   * A theme speaks for a word of the question that the first `found` documents have nowhere else. Gives what a document that has
   * nothing but themes scores and covers at most.
   */
  private addThemes(
    { named, meant }: Sought,
    weights: readonly number[],
    whole: number,
    found: number,
  ): Scores['themesAlone'] {
    const { had, score, covered, documents } = this
    const alone = { score: 0, covered: 0 }
    for (const [position, list] of named.entries()) {
      const bit = 1 << position
      for (const [rank, { members, sureness }] of list.entries()) {
        const gain = worth(sureness * facetWeight, weights[position] as number)
        const more = part(sureness * facetWeight, weights[position] as number, meant[position]?.quality ?? 1)
        if (rank === 0) {
          alone.score += gain
          alone.covered += more / whole
        }
        const { has, of } = members
        for (let n = 0; n < found; n++) {
          const document = documents[n] as number
          if (((had[document] as number) & bit) !== 0 || has[of[document] as number] === 0) continue
          had[document] = (had[document] as number) | bit
          score[document] = (score[document] as number) + gain
          covered[document] = (covered[document] as number) + more
        }
      }
    }
    return { score: alone.score * judged(alone.covered), covered: alone.covered }
  }

  /** Per kind which part of the last question a document of it has by its themes alone, reckoned as `addThemes` does. */
  coveredByThemes({ named, meant }: Sought, kinds: number): Float32Array {
    const covered = new Float32Array(kinds)
    for (const [position, list] of named.entries()) {
      const weight = this.weights[position] as number
      for (let kind = 0; kind < kinds; kind++) {
        const surest = list.find(({ members }) => members.has[kind] === 1)
        if (surest === undefined) continue
        const more = part(surest.sureness * facetWeight, weight, meant[position]?.quality ?? 1)
        covered[kind] = (covered[kind] as number) + more
      }
    }
    return covered.map((part) => part / this.whole)
  }

  private finish(whole: number): void {
    const { score, covered, documents } = this
    let most = 0
    for (let n = 0; n < this.found; n++) {
      const document = documents[n] as number
      const part = (covered[document] as number) / whole
      covered[document] = part
      score[document] = (score[document] as number) * judged(part)
      if (part > most) most = part
    }
    this.most = most
  }
}

/** From scored documents to the page of hits and the counts beside it. */
import type { SearchAnswer } from '../engine.ts'
import type { Columns } from './columns.ts'
import { Counts } from './filters.ts'
import type { Sieve } from './filters.ts'
import { Best } from './rank.ts'
import type { Scores, Sought } from './score.ts'

/** What is wanted beside words: filters, a place or a point, and who must stand first. */
export type Wish = {
  sieve: Sieve | null
  /** 1 for documents in the place wished for. */
  covers: Uint8Array | null
  /** How much more a document weighs for lying in or near a place that was named, and what that may be at most. */
  nearer: ((document: number) => number) | null
  mostNearer: number
  far: ((document: number) => number) | null
  urgent: ReadonlySet<number>
  /** The part of the question a hit must have at least. */
  least: number
}

type Tally = Pick<SearchAnswer, 'total' | 'facets'>
type Chosen = { best: Best; tally: () => Tally }
type Found = Pick<Scores, 'documents' | 'found' | 'score' | 'covered' | 'most'>

/** A hit must have this part of what the best has. */
const leastOfBest = 0.5
/** Higher than any score. */
const step = 1e6
/** Up to this many documents counts are made in the pass that finds the hits; above it, when somebody reads them. */
const countedAtOnce = 20_000
/** Sums in single precision may differ this much from the bound. */
const margin = 1.000_01

/** All documents from A to Z, for a question without words. */
export function list(columns: Columns, wish: Wish, size: number): Chosen {
  const documents = Uint32Array.from({ length: columns.count }, (_, n) => n)
  const none = new Float32Array(columns.count)
  return counted({ documents, found: columns.count, score: none, covered: none, most: 0 }, wish, size, columns)
}

/**
 * The best documents for what is sought. In a large index documents that have nothing but a theme are left out at first,
 * and looked at after all when one of them could still be among the best.
 */
export function collect(
  scores: Scores,
  sought: Sought,
  wish: Wish,
  size: number,
  columns: Columns,
  atOnce = columns.count <= countedAtOnce,
): Chosen {
  const everything = () => {
    scores.run(sought, true)
    return counted(scores, wish, size, columns)
  }
  if (atOnce || wish.far || wish.covers) return everything()
  scores.run(sought, false)
  const best = new Best(size)
  choose(scores, wish, best, null)
  const { score, covered } = scores.themesAlone
  if (best.least <= score * wish.mostNearer * margin || scores.most * margin < covered) return everything()
  let tally: Tally | null = null
  return { best, tally: () => (tally ??= everything().tally()) }
}

function counted(found: Found, wish: Wish, size: number, columns: Columns): Chosen {
  const best = new Best(size)
  const counts = new Counts(columns)
  const total = choose(found, wish, best, counts)
  return { best, tally: () => ({ total, facets: counts.answer() }) }
}

/** Offers what passes to `best` and `counts`; gives how many hits there are. */
function choose(
  { documents, found, score, covered, most }: Found,
  { sieve, covers, nearer, mostNearer, far, urgent, least }: Wish,
  best: Best,
  counts: Counts | null,
): number {
  const enough = Math.max(leastOfBest * most, least)
  let total = 0
  let last = best.least
  for (let n = 0; n < found; n++) {
    const document = documents[n] as number
    if ((covered[document] as number) < enough) continue
    const outcome = sieve === null ? 0 : sieve.test(document)
    if (outcome === 4) continue
    counts?.add(document, outcome)
    if (outcome !== 0) continue
    total++
    let key = score[document] as number
    if (far) key = -far(document)
    else if (nearer && key * mostNearer >= last) key *= nearer(document)
    if (covers?.[document]) key += step
    if (urgent.size > 0 && !far && urgent.has(document)) key += 2 * step
    if (key < last) continue
    best.push(document, key)
    last = best.least
  }
  return total
}

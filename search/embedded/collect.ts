/** From scored documents to the page of hits and the counts beside it. */
import type { Columns } from './columns.ts'
import { Counts } from './filters.ts'
import type { Sieve } from './filters.ts'
import { Best } from './rank.ts'
import type { Scores } from './score.ts'
import type { Sought } from './sought.ts'

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

/** `counts` are worked out when somebody looks, where that takes going through everything. */
type Chosen = { best: Best; counts: () => Counts }
type Found = Pick<Scores, 'documents' | 'found' | 'score' | 'covered' | 'most'> & {
  /** The documents are in order, so that of equals the first ones are the best. */
  inOrder?: boolean
}

/** A hit must have this part of what the best has. */
const leastOfBest = 0.5
/** Higher than any score. */
const step = 1e6
/** Sums in single precision may differ this much from the bound. */
const margin = 1.000_01

/** Everything there is: nothing need be looked at. */
function whole(columns: Columns, size: number): Chosen {
  const best = new Best(size)
  for (let n = 0; n < Math.min(size, columns.count); n++) best.push(n, 0)
  const counts = new Counts(columns, null)
  counts.perKind.set(columns.kinds.size)
  return { best, counts: () => counts }
}

/** All documents from A to Z, for a question without words. */
export function list(columns: Columns, wish: Wish, size: number): Chosen {
  if (!wish.sieve && !wish.covers && !wish.far) return whole(columns, size)
  const documents = new Uint32Array(columns.count)
  for (let n = 0; n < columns.count; n++) documents[n] = n
  const none = new Float32Array(columns.count)
  return counted(
    { documents, found: columns.count, score: none, covered: none, most: 0, inOrder: true },
    wish,
    size,
    columns,
  )
}

/**
 * The best documents for what is sought. Documents that have nothing but a theme are left out at first, and looked at
 * after all when one of them could still be among the best; to count them it is enough to know their kinds.
 */
export function collect(
  scores: Scores,
  sought: Sought,
  wish: Wish,
  size: number,
  columns: Columns,
  atOnce = false,
): Chosen {
  const everything = () => {
    scores.run(sought, true)
    return counted(scores, wish, size, columns)
  }
  if (atOnce || wish.far || wish.covers) return everything()
  scores.run(sought, false)
  const best = new Best(size)
  const counts = new Counts(columns, wish.sieve)
  choose(scores, wish, best, counts, columns)
  const { score, covered } = scores.themesAlone
  if (best.least <= score * wish.mostNearer * margin || scores.most * margin < covered) return everything()
  if (wish.sieve?.test && covered > 0) {
    let all: Counts | null = null
    return { best, counts: () => (all ??= everything().counts()) }
  }
  addThemesAlone(scores, sought, Math.max(leastOfBest * scores.most, wish.least), counts, columns)
  return { best, counts: () => counts }
}

function counted(found: Found, wish: Wish, size: number, columns: Columns): Chosen {
  const best = new Best(size)
  const counts = new Counts(columns, wish.sieve)
  choose(found, wish, best, counts, columns)
  return { best, counts: () => counts }
}

/** Counts the documents that have enough of the question by their themes and nothing else of it. */
function addThemesAlone(scores: Scores, sought: Sought, enough: number, counts: Counts, { kinds }: Columns): void {
  if (scores.themesAlone.covered * margin < enough) return
  const { found, documents } = scores
  const left = kinds.size.slice()
  for (let n = 0; n < found; n++) {
    const kind = kinds.of[documents[n] as number] as number
    left[kind] = (left[kind] as number) - 1
  }
  const covered = scores.coveredByThemes(sought, kinds.size.length)
  for (const [kind, count] of left.entries()) {
    if ((covered[kind] as number) > 0 && (covered[kind] as number) >= enough)
      counts.perKind[kind] = (counts.perKind[kind] as number) + count
  }
}

/** Offers what passes to `best`, and counts it. */
function choose(
  { documents, found, score, covered, most, inOrder = false }: Found,
  { sieve, covers, nearer, mostNearer, far, urgent, least }: Wish,
  best: Best,
  { perKind }: Counts,
  { kinds: { of } }: Columns,
): void {
  const enough = Math.max(leastOfBest * most, least)
  const outcome = sieve?.kinds ?? null
  const test = sieve?.test ?? null
  let last = best.least
  for (let n = 0; n < found; n++) {
    const document = documents[n] as number
    if ((covered[document] as number) < enough) continue
    const kind = of[document] as number
    if (test !== null && outcome !== null && (outcome[kind] === 4 || !test(document))) continue
    perKind[kind] = (perKind[kind] as number) + 1
    if (outcome !== null && outcome[kind] !== 0) continue
    let key = score[document] as number
    if (far) key = -far(document)
    else if (nearer && key * mostNearer >= last) key *= nearer(document)
    if (covers?.[document]) key += step
    if (urgent.size > 0 && !far && urgent.has(document)) key += 2 * step
    // Minus infinity is also that there is room.
    if (key < last || (inOrder && key === last && key !== -Infinity)) continue
    best.push(document, key)
    last = best.least
  }
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saying } from '../dutch/text.ts'
import { collect } from './collect.ts'
import type { Wish } from './collect.ts'
import type { Columns } from './columns.ts'
import type { FacetMembers } from './members.ts'
import { Scores } from './score.ts'
import type { Sought } from './sought.ts'
import type { Segment } from './segment.ts'

type Word = {
  lists: { documents: number[]; sureness: number }[]
  concept: number[]
  themes: { documents: number[]; sureness: number }[]
  quality: number
}
type Case = { count: number; words: Word[]; size: number }

const names = ['taalles', 'koffie', 'geen', 'oma', 'huur']

const cases: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 40 }).chain((count) => {
  const documents = fc.uniqueArray(fc.nat(count - 1), { maxLength: count }).map((list) => list.sort((a, b) => a - b))
  // A kind is two neighbours, and has the themes of both; the last may stand alone.
  const ofKinds = documents.map((list) => {
    const pairs = new Set(list.flatMap((n) => [n - (n % 2), n - (n % 2) + 1]))
    return [...pairs].filter((n) => n < count).sort((a, b) => a - b)
  })
  const sureness = fc.constantFrom(1, 0.75, 0.72, 0.5, 0.34, 0.2)
  const word: fc.Arbitrary<Word> = fc.record({
    lists: fc.array(fc.record({ documents, sureness }), { maxLength: 4 }),
    concept: fc.oneof(fc.constant<number[]>([]), documents),
    themes: fc.array(fc.record({ documents: ofKinds, sureness }), { maxLength: 2 }),
    quality: fc.constantFrom(1, 0.85, 0.5),
  })
  return fc.record({
    count: fc.constant(count),
    words: fc.array(word, { minLength: 1, maxLength: names.length }),
    size: fc.nat(12),
  })
})

/** An index of names only, with a number for each list of each word. */
function indexOf({ count, words }: Case) {
  const lists = words.flatMap(({ lists: own }) => own.map(({ documents }) => documents))
  const starts = new Uint32Array(lists.length + 1)
  for (const [n, list] of lists.entries()) starts[n + 1] = starts[n]! + list.length
  const postings = Uint32Array.from(lists.flat())
  const documents = (term: number) => postings.subarray(starts[term], starts[term + 1])
  const segment = { fields: 1, starts, postings, documents, dictionary: { size: lists.length } } as unknown as Segment
  const kinds = {
    of: Uint16Array.from({ length: count }, (_, n) => n >> 1),
    size: Uint32Array.from({ length: (count + 1) >> 1 }, (_, kind) => Math.min(2, count - 2 * kind)),
    themes: Array.from({ length: (count + 1) >> 1 }, () => []),
    targetGroups: Array.from({ length: (count + 1) >> 1 }, () => []),
    access: Array.from({ length: (count + 1) >> 1 }, (_, kind) => ({ line: kind % 3 })),
  }
  const columns = { count, kinds } as unknown as Columns
  return { segment, columns }
}

function soughtOf({ count, words }: Case, segment: Segment): Sought {
  let term = 0
  const members = (documents: number[]): FacetMembers => ({
    size: documents.length,
    has: Uint8Array.from({ length: (count + 1) >> 1 }, (_, kind) => (documents.includes(2 * kind) ? 1 : 0)),
    of: Uint16Array.from({ length: count }, (_, n) => n >> 1),
    documents: () => Uint32Array.from(documents),
  })
  return {
    asked: words.map((_, n) => names[n]!),
    meant: words.map(({ lists, quality }) => ({
      terms: [new Map(lists.map(({ sureness }) => [term++, sureness]))],
      quality,
    })),
    extras: words.map(({ concept }) =>
      concept.length > 0 ? [{ documents: concept, weight: 2.2, reasons: ['synonym' as const] }] : [],
    ),
    named: words.map(({ themes }) =>
      themes
        .toSorted((a, b) => b.sureness - a.sureness)
        .map(({ documents, sureness }) => ({ members: members(documents), sureness })),
    ),
    segments: [segment],
    unknown: 0.35,
  }
}

const wish: Wish = {
  sieve: null,
  covers: null,
  nearer: null,
  mostNearer: 1,
  far: null,
  urgent: new Set(),
  least: 0.4,
}

/** The formula of DESIGN.md, a document at a time, with nothing left out and nothing kept for later. */
function slowly({ count, words }: Case): { document: number; score: number; covered: number }[] {
  const all = Array.from({ length: count }, (_, document) => document)
  const nameLength = (document: number) =>
    words.flatMap(({ lists }) => lists).filter(({ documents }) => documents.includes(document)).length
  const own = words.map(({ lists, concept, themes }) => {
    const told = all.map((document) => {
      const factor = 1 / (0.7 + 0.1 * nameLength(document))
      const listed = lists.filter(({ documents }) => documents.includes(document))
      return (
        listed.reduce((sum, { sureness }) => sum + 3.2 * sureness * factor, 0) + (concept.includes(document) ? 2.2 : 0)
      )
    })
    const inThemes = all.map((document) =>
      themes
        .toSorted((a, b) => b.sureness - a.sureness)
        .filter(({ documents }) => documents.includes(document))
        .map(({ sureness }) => 1.2 * sureness),
    )
    const having = told.filter((sum) => sum >= 0.5).length || told.filter((sum) => sum > 0).length
    const documents = Math.max(having, ...themes.map((theme) => theme.documents.length))
    const sums = told.map((sum, n) => (sum > 0 ? inThemes[n]!.reduce((a, b) => a + b, sum) : (inThemes[n]![0] ?? 0)))
    return { sums, documents }
  })
  const most = Math.log(1 + count / 4) * 0.8 + 0.5
  const weights = own.map(({ documents }, n) => {
    const rarity =
      documents === 0
        ? most
        : Math.max(0.2, Math.min(most, Math.log(1 + (count - documents + 0.5) / (documents + 0.5))))
    return saying(names[n]!) * (documents === 0 ? 0.35 : 1) * rarity
  })
  const whole = weights.reduce((a, b) => a + b, 0)
  return all
    .filter((document) => own.some(({ sums }) => sums[document]! > 0))
    .map((document) => {
      const parts = own.map(({ sums }, n) => ({
        sum: sums[document]!,
        weight: weights[n]!,
        quality: words[n]!.quality,
      }))
      const covered = parts.reduce((sum, one) => sum + one.weight * one.quality * Math.min(1, one.sum / 0.5), 0) / whole
      const score = parts.reduce((sum, one) => sum + (one.weight * one.sum) / (1.2 + one.sum), 0)
      return { document, covered, score: score * (0.25 + 0.75 * covered) }
    })
}

test('what is left out at first, or counted later, changes no answer', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const { segment, columns } = indexOf(one)
      const sought = soughtOf(one, segment)
      const [early, late] = [true, false].map((atOnce) => {
        const { best, counts } = collect(new Scores(one.count, segment), sought, wish, one.size, columns, atOnce)
        return { hits: best.sorted(), total: counts().total(), facets: counts().facets() }
      })
      expect(late).toEqual(early)
    }),
    { numRuns: 2000 },
  )
})

test('the scores are those of the formula worked out slowly', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const { segment, columns } = indexOf(one)
      const scores = new Scores(one.count, segment)
      const { best, counts } = collect(scores, soughtOf(one, segment), wish, one.size, columns, false)
      const hits = best.sorted()
      const had = hits.map((document) => scores.score[document]!)
      const slow = slowly(one)
      const least = Math.max(0.4, 0.5 * Math.max(0, ...slow.map(({ covered }) => covered)))
      // Single precision: what lies on the edge itself may fall either way.
      fc.pre(slow.every(({ covered }) => Math.abs(covered - least) > 1e-5))
      const expected = slow.filter(({ covered }) => covered > least).sort((a, b) => b.score - a.score)
      for (const [n, score] of had.entries()) expect(score).toBeCloseTo(expected[n]!.score, 4)
      for (const [n, document] of hits.entries()) {
        expect(had[n]).toBeCloseTo(slow.find((found) => found.document === document)!.score, 4)
      }
      expect(hits).toHaveLength(Math.min(one.size, expected.length))
      expect(counts().total()).toBe(expected.length)
    }),
    { numRuns: 2000 },
  )
})

/**
 * The engine over Meilisearch: the same questions and answers as the embedded one. What it cannot do the same is in
 * LIMITS.md beside this file. Throws what the client throws, within `searchPatience`; falling back is the caller's.
 */
import { conceptsIn } from '../concepts.ts'
import type { SearchAnswer, SearchQuery } from '../engine.ts'
import type { SearchSettings } from '../settings.ts'
import { connect, indexOf, type MeiliAddress, searchPatience } from './client.ts'
import { type Asker, reasonsOf, suggestionOf } from './explain.ts'
import {
  conceptIn,
  conceptNotIn,
  type Facet,
  facets,
  type Filter,
  filteredBy,
  filterOf,
  inPlace,
  notInPlace,
} from './filter.ts'
import { type MeiliQuestion, questioner } from './question.ts'
import type { MeiliRecord } from './record.ts'

export type MeiliEngine = { search(query: SearchQuery): Promise<SearchAnswer> }

/** What is found by concept alone stands below a good match of words, and above a poor one. */
const conceptScore = 0.6
/** Higher than any score. */
const step = 1e6
/**
 * Meilisearch sorts by the first door only. Up to so many hits are put in order here, by their nearest door; beyond, a
 * service with several doors stands where its first one is.
 */
const sortedHere = 5_000

type Hit = Pick<MeiliRecord, 'id' | 'doors'> & { _rankingScore?: number }
type Line = {
  q: string
  filter: Filter
  hitsPerPage: number
  facets?: Facet[]
  /** Added to the score of its hits. */
  above?: number
  /** A score for hits found without words. */
  fixed?: number
  /** Its hits are others than those of the other lines, and count for the total. */
  counts?: true
}

/** Opens the engine for one revision's settings; nothing is asked yet. */
export function openMeili(address: MeiliAddress, settings: SearchSettings): MeiliEngine {
  const client = connect(address, searchPatience)
  const asker = { client, index: indexOf(address) }
  const understand = questioner(settings, conceptsIn(settings))

  return {
    async search(query) {
      // One limit for all requests of this question together.
      const signal = AbortSignal.timeout(searchPatience)
      const question = understand(query.text)
      if (!question.listed && question.q === '') return nothing
      const said = { ...question, q: await saidSo(asker, query, question, signal) }
      const offset = Math.max(0, query.offset ?? 0)
      const limit = Math.max(0, query.limit ?? 20)
      const lines = linesOf(query, said, offset + limit)
      const results = await ask(asker, lines, query, signal)

      const page = inOrder(lines, results, query).slice(offset, offset + limit)
      const explained = await reasonsOf(
        asker,
        page.map(({ id }) => id),
        said,
        signal,
      )
      const suggestion = question.listed ? undefined : suggestionOf(question.asked, explained)
      return {
        hits: page.map(({ id, score }) => ({
          id,
          score: question.listed ? 0 : score,
          highlights: explained.get(id)?.highlights ?? [],
          reasons: explained.get(id)?.reasons ?? [],
        })),
        total: lines.reduce((sum, line, n) => sum + (line.counts ? (results[n]?.totalHits ?? 0) : 0), 0),
        facets: countsOf(lines, results),
        ...(suggestion !== undefined && { suggestion }),
      }
    },
  }
}

const nothing: SearchAnswer = { hits: [], total: 0, facets: { themes: {}, targetGroups: {}, lines: {} } }

/** The words as typed, or when those find nothing and nothing else was meant, the first other way that does. */
async function saidSo(asker: Asker, query: SearchQuery, question: MeiliQuestion, signal: AbortSignal) {
  if (question.listed || question.others.length === 0 || question.concepts.length > 0) return question.q
  const ways = [question.q, ...question.others]
  const lines = ways.map((q): Line => ({ q, filter: filterOf({ text: query.text }), hitsPerPage: 0 }))
  const results = await ask(asker, lines, { text: query.text }, signal)
  return ways[results.findIndex(({ totalHits }) => totalHits > 0)] ?? question.q
}

/** Everything that one answer takes, in one request: the pages of the list, and the counts. */
function linesOf(query: SearchQuery, { q, concepts, urgent, places, listed }: MeiliQuestion, most: number): Line[] {
  const hitsPerPage = query.near ? Math.max(most, sortedHere) : most
  const filter = filterOf(query)
  const wished = query.place ?? places[0]
  const spoken = !listed && concepts.length > 0
  const byWords = (where: Filter): Line[] =>
    listed ? [{ q: '', filter: where, hitsPerPage }] : [{ q, filter: where, hitsPerPage }]

  const lists = (wished === undefined ? [[]] : [inPlace(wished), notInPlace(wished)]).flatMap((where, n): Line[] => {
    const above = wished !== undefined && n === 0 ? step : 0
    const here = [...filter, ...where]
    if (!spoken) return byWords(here).map((line) => ({ ...line, above, counts: true }))
    return [
      ...byWords([...here, ...conceptNotIn(concepts)]).map((line) => ({ ...line, above, counts: true as const })),
      { q: '', filter: [...here, ...conceptIn(concepts)], hitsPerPage, above, fixed: conceptScore, counts: true },
      // The same services by their words: one that says it stands above one that only means it.
      ...byWords([...here, ...conceptIn(concepts)]).map((line) => ({ ...line, above })),
    ]
  })
  const first: Line[] =
    urgent.length > 0 && !query.near
      ? [{ q: '', filter: [...filter, ...conceptIn(urgent)], hitsPerPage, above: 2 * step, fixed: conceptScore }]
      : []

  const own = filteredBy(query)
  const count = (counted: Facet[], where: Filter): Line[] => {
    const line = { hitsPerPage: 0, facets: counted }
    return spoken
      ? [
          { ...line, q, filter: [...where, ...conceptNotIn(concepts)] },
          { ...line, q: '', filter: [...where, ...conceptIn(concepts)] },
        ]
      : [{ ...line, q: listed ? '' : q, filter: where }]
  }
  const counts = [
    ...count(
      facets.filter((facet) => !own.includes(facet)),
      filter,
    ),
    ...own.flatMap((facet) => count([facet], filterOf(query, facet))),
  ]
  return [...first, ...lists, ...counts]
}

type Result = { hits: Hit[]; totalHits: number; facetDistribution?: Record<string, Record<string, number>> }

async function ask({ client, index }: Asker, lines: readonly Line[], { near }: SearchQuery, signal: AbortSignal) {
  const { results } = await client.multiSearch(
    {
      queries: lines.map(({ q, filter, hitsPerPage, facets: counted }) => ({
        indexUid: index,
        q,
        filter,
        page: 1,
        hitsPerPage,
        matchingStrategy: 'all' as const,
        showRankingScore: true,
        attributesToRetrieve: near ? ['id', 'doors'] : ['id'],
        ...(near && { sort: [`_geoPoint(${near.latitude}, ${near.longitude}):asc`] }),
        ...(counted && counted.length > 0 && { facets: counted }),
      })),
    },
    { signal },
  )
  return results as unknown as Result[]
}

/** One list of them all: each service once, at the highest of its places. */
function inOrder(lines: readonly Line[], results: readonly Result[], { near }: SearchQuery) {
  const found = new Map<string, { id: string; score: number; key: number; at: number }>()
  for (const [n, { above = 0, fixed }] of lines.entries()) {
    for (const hit of results[n]?.hits ?? []) {
      const score = fixed ?? hit._rankingScore ?? 0
      const key = above + (near ? -distance(hit.doors, near) : score)
      const before = found.get(hit.id)
      // Where all is equal Meilisearch's own order stands: A to Z.
      if (!before || before.key < key) found.set(hit.id, { id: hit.id, score, key, at: before?.at ?? found.size })
    }
  }
  return [...found.values()].sort((a, b) => b.key - a.key || a.at - b.at)
}

const farAway = 100_000

/** Kilometres to the nearest door; without one (phone, online) farther than anything. */
function distance(doors: MeiliRecord['doors'], from: { latitude: number; longitude: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  let nearest = farAway
  for (const [latitude, longitude] of doors) {
    const across = Math.sin(radians(latitude - from.latitude) / 2) ** 2
    const along = Math.sin(radians(longitude - from.longitude) / 2) ** 2
    const chord = across + Math.cos(radians(latitude)) * Math.cos(radians(from.latitude)) * along
    nearest = Math.min(nearest, 12_742 * Math.asin(Math.sqrt(chord)))
  }
  return nearest
}

function countsOf(lines: readonly Line[], results: readonly Result[]): SearchAnswer['facets'] {
  const counted: Record<Facet, Record<string, number>> = { themes: {}, target_groups: {}, line: {} }
  for (const [n, line] of lines.entries()) {
    for (const facet of line.facets ?? []) {
      for (const [value, count] of Object.entries(results[n]?.facetDistribution?.[facet] ?? {})) {
        counted[facet][value] = (counted[facet][value] ?? 0) + count
      }
    }
  }
  return { themes: counted.themes, targetGroups: counted.target_groups, lines: counted.line }
}

/**
 * One search as the documentation describes it: filters, all words or the first ones, beginnings, typing errors, ranking
 * rules in order, exact totals by page, facets. It ranks simply; what Meilisearch itself makes of Dutch only it can say.
 */
import { errors } from '../../../search/alike.ts'
import { words } from '../../../search/dutch/text.ts'
import { parseFilters, type Stored } from './filter.ts'

export type Query = {
  indexUid: string
  q?: string
  filter?: string[]
  page?: number
  hitsPerPage?: number
  matchingStrategy?: 'all' | 'last'
  sort?: string[]
  facets?: string[]
  attributesToRetrieve?: string[]
  showRankingScore?: boolean
  showMatchesPosition?: boolean
}
type Settings = Record<string, unknown>
type Match = { words: number; typos: number; attribute: number; inexact: number; fields: Set<string> }

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(strings) : typeof value === 'string' ? [value] : []

export function search(documents: ReadonlyMap<string, Stored>, settings: Settings, query: Query): object {
  const filterable = (settings.filterableAttributes ?? []) as string[]
  const passes = parseFilters(query.filter ?? [], filterable)
  const left = [...documents.values()].filter(passes)
  const asked = words(query.q ?? '').slice(0, 10)
  const exact = /^".*"$/.test(query.q ?? '')
  const found =
    asked.length === 0
      ? left.map((document) => ({ document, match: none }))
      : matching(left, settings, query, asked, exact)

  const most = ((settings.pagination ?? {}) as { maxTotalHits?: number }).maxTotalHits ?? 1000
  const order = sorter(query.sort ?? [], settings)
  const sorted = found.sort(
    (a, b) =>
      order(a.document, b.document) ||
      b.match.words - a.match.words ||
      a.match.typos - b.match.typos ||
      a.match.attribute - b.match.attribute ||
      a.match.inexact - b.match.inexact ||
      (String(a.document.order) < String(b.document.order) ? -1 : 1),
  )
  const { page = 1, hitsPerPage = 20 } = query
  const hits = sorted.slice((page - 1) * hitsPerPage, page * hitsPerPage)
  return {
    indexUid: query.indexUid,
    query: query.q ?? '',
    hits: hits.map(({ document, match }) => ({
      ...Object.fromEntries(
        (query.attributesToRetrieve ?? Object.keys(document))
          .filter((name) => name in document)
          .map((name) => [name, document[name]]),
      ),
      ...(query.showRankingScore && { _rankingScore: scoreOf(match, asked.length) }),
      ...(query.showMatchesPosition && {
        _matchesPosition: Object.fromEntries([...match.fields].map((field) => [field, [{ start: 0, length: 1 }]])),
      }),
    })),
    page,
    hitsPerPage,
    totalHits: Math.min(most, sorted.length),
    totalPages: hitsPerPage === 0 ? 0 : Math.ceil(Math.min(most, sorted.length) / hitsPerPage),
    processingTimeMs: 1,
    ...(query.facets && {
      facetDistribution: distribution(
        sorted.map(({ document }) => document),
        query.facets,
      ),
    }),
  }
}

const none: Match = { words: 0, typos: 0, attribute: 0, inexact: 0, fields: new Set() }

const scoreOf = ({ words: said, typos, attribute, inexact }: Match, asked: number) =>
  asked === 0 ? 1 : Math.max(0, said / asked - 0.1 * typos - 0.02 * attribute - 0.03 * inexact)

function matching(
  documents: readonly Stored[],
  settings: Settings,
  { matchingStrategy }: Query,
  asked: string[],
  exact: boolean,
) {
  const fields = (settings.searchableAttributes ?? []) as string[]
  return documents.flatMap((document) => {
    const held = fields.map((field) => [field, strings(document[field]).flatMap((text) => words(text))] as const)
    const match: Match = { ...none, fields: new Set() }
    for (const [position, word] of asked.entries()) {
      const best = bestOf(word, exact ? 'exact' : position === asked.length - 1 ? 'last' : 'whole', held, match.fields)
      if (!best) break
      match.words += 1
      match.typos += best.typos
      match.attribute = Math.max(match.attribute, best.attribute)
      match.inexact += best.inexact
    }
    const enough = matchingStrategy === 'last' ? match.words > 0 : match.words === asked.length
    return enough ? [{ document, match }] : []
  })
}

/** The last word may be a beginning; one in quotes is found only as it is. */
type Manner = 'exact' | 'whole' | 'last'

function bestOf(word: string, manner: Manner, held: readonly (readonly [string, string[]])[], fields: Set<string>) {
  let best: { typos: number; attribute: number; inexact: number } | null = null
  for (const [attribute, [field, list]] of held.entries()) {
    for (const one of list) {
      const typos = typosBetween(word, one, manner)
      if (typos === null) continue
      fields.add(field)
      const inexact = one === word ? 0 : 1
      const better = best === null || typos < best.typos || (typos === best.typos && attribute < best.attribute)
      if (better) best = { typos, attribute, inexact }
    }
  }
  return best
}

/** One typing error from four letters, two from eight; a wrong first letter counts for two, and digits are never wrong. */
function typosBetween(word: string, held: string, manner: Manner): number | null {
  if (held === word) return 0
  if (manner === 'exact') return null
  if (manner === 'last' && held.startsWith(word)) return 0
  if (/\d/.test(word)) return null
  const allowed = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
  if (Math.abs(word.length - held.length) > allowed) return null
  const typos = errors(word, held) + (word[0] === held[0] ? 0 : 1)
  return typos <= allowed ? typos : null
}

function sorter(sort: readonly string[], settings: Settings): (a: Stored, b: Stored) => number {
  const sortable = (settings.sortableAttributes ?? []) as string[]
  const rules = sort.map((rule) => {
    const point = /^_geoPoint\((-?[\d.]+), (-?[\d.]+)\):asc$/.exec(rule)
    if (!point || !sortable.includes('_geo')) throw new Error(`invalid_search_sort: ${rule}`)
    const far = (document: Stored) => {
      const at = document._geo as { lat: number; lng: number } | undefined
      return at ? Math.hypot(at.lat - Number(point[1]), (at.lng - Number(point[2])) * 0.6) : 1e9
    }
    return (a: Stored, b: Stored) => far(a) - far(b)
  })
  return (a, b) => rules.map((rule) => rule(a, b)).find((difference) => difference !== 0) ?? 0
}

function distribution(documents: readonly Stored[], facets: readonly string[]) {
  return Object.fromEntries(
    facets.map((facet) => {
      const counts: Record<string, number> = {}
      for (const document of documents) {
        const held = document[facet]
        const list: unknown[] = Array.isArray(held) ? held : [held]
        for (const value of list.filter((one) => one !== null && one !== undefined)) {
          const key = String(value)
          counts[key] = (counts[key] ?? 0) + 1
        }
      }
      return [facet, counts]
    }),
  )
}

import MiniSearch from 'minisearch'
import type { Query, SearchResult } from 'minisearch'
import { stem, telling, words } from '../dutch/text.ts'
import type { SearchAnswer, SearchEngine, SearchHit, SearchQuery } from '../engine.ts'
import { countFacets, covers, distance, passes } from './filters.ts'
import type { Entry } from './filters.ts'
import { boost, options, stemTerm } from './shape.ts'
import type { Fields, Stage } from './shape.ts'

export type { SearchAnswer, SearchEngine, SearchQuery } from '../engine.ts'

/**
 * Opens the index that `buildIndex` made; answers at once and never throws on what somebody types.
 * An empty text, or only a place, lists everything that the filters leave; only signs ('?') find nothing. Throws only on bytes that are not an index.
 */
export function openIndex(stages: readonly Uint8Array[]): SearchEngine {
  const stage = JSON.parse(new TextDecoder().decode(stages[0])) as Stage
  const index = MiniSearch.loadJS<Fields>(stage.index as Parameters<typeof MiniSearch.loadJS<Fields>>[0], options)
  const placeByName = new Map(
    Object.entries(stage.settings.places).map(([id, place]) => [words(place.name).join(' '), id]),
  )

  return {
    search(query) {
      const asked = words(query.text)
      const { rest, place } = takePlace(asked, placeByName)
      const preferred = query.place ?? place
      const blank = query.text.trim() === '' || (asked.length > 0 && rest.length === 0)
      const found = blank ? everything(stage.documents) : matches(index, stage.documents, telling(rest))
      const entries = found.map((hit) => hit.entry)
      const kept = found.filter((hit) => passes(hit.entry, query))
      kept.sort((a, b) => order(a, b, preferred, query.near))
      const offset = query.offset ?? 0
      const page = kept.slice(offset, offset + (query.limit ?? 20))
      const suggestion = rest.length > 0 ? suggest(index, rest) : undefined
      const answer: SearchAnswer = { hits: page.map(toHit), total: kept.length, facets: countFacets(entries, query) }
      return suggestion === undefined ? answer : { ...answer, suggestion }
    },
  }
}

type Found = { entry: Entry; score: number; match: SearchResult['match'] }

const everything = (documents: readonly Entry[]): Found[] => documents.map((entry) => ({ entry, score: 0, match: {} }))

/** Small words that turn a meaning round count for less than the thing itself. */
const weightOf = (word: string) => (['niet', 'geen', 'zonder'].includes(word) ? 0.25 : 1)

/**
 * Any word may match; what matches more of the question stands higher, and what matches less than half of what the
 * best one does is left out. Asking for all words would answer a sentence with nothing.
 */
function matches(index: MiniSearch<Fields>, documents: readonly Entry[], asked: readonly string[]): Found[] {
  const results = index.search(queryFor(asked), { boost })
  const total = asked.reduce((sum, word) => sum + weightOf(word), 0)
  const found = results.flatMap((result) => {
    const entry = documents[result.id as number]
    const hit = new Set(result.queryTerms)
    const covered =
      asked.filter((word) => hit.has(word) || hit.has(stemTerm(word))).reduce((sum, word) => sum + weightOf(word), 0) /
      total
    return entry ? [{ entry, covered, score: result.score * (0.25 + covered), match: result.match }] : []
  })
  const best = Math.max(0, ...found.map((hit) => hit.covered))
  return found.filter((hit) => hit.covered >= best / 2 && hit.covered >= 0.25)
}

/** The last word may be half typed: it matches as a beginning. Long words forgive a typing error or two. */
function queryFor(asked: readonly string[]): Query {
  return {
    combineWith: 'OR',
    queries: asked.map((word, position) => ({
      combineWith: 'OR',
      queries: [
        {
          queries: [word],
          processTerm: (term: string) => term,
          prefix: position === asked.length - 1 || word.length > 4,
          fuzzy: word.length > 7 ? 2 : word.length > 3 ? 1 : false,
          maxFuzzy: 2,
          weights: { prefix: 0.5, fuzzy: 0.3 },
          boostTerm: () => weightOf(word),
        },
        {
          queries: [stemTerm(word)],
          tokenize: (term: string) => [term],
          processTerm: (term: string) => term,
          boostTerm: () => 0.8 * weightOf(word),
        },
      ],
    })),
  }
}

/** A place in the question is a preference, not a word: it stands in every document of that place. */
function takePlace(
  asked: readonly string[],
  placeByName: ReadonlyMap<string, string>,
): { rest: string[]; place?: string } {
  for (let length = Math.min(3, asked.length); length > 0; length--) {
    for (let start = 0; start + length <= asked.length; start++) {
      const place = placeByName.get(asked.slice(start, start + length).join(' '))
      if (place === undefined) continue
      const before = asked.slice(0, start)
      if (['in', 'bij', 'rond', 'omgeving'].includes(before.at(-1) ?? '')) before.pop()
      return { rest: [...before, ...asked.slice(start + length)], place }
    }
  }
  return { rest: [...asked] }
}

function order(a: Found, b: Found, place: string | undefined, near: SearchQuery['near']): number {
  if (place !== undefined) {
    const first = Number(covers(b.entry, place)) - Number(covers(a.entry, place))
    if (first !== 0) return first
  }
  if (near) {
    const [one, other] = [distance(a.entry, near), distance(b.entry, near)]
    if (one !== other) return one - other
  }
  return b.score - a.score
}

function toHit({ entry, score, match }: Found): SearchHit {
  const terms = new Set(Object.keys(match))
  const typed = words([entry.name, ...entry.keywords, entry.description].join(' '))
  const highlights = typed.filter((word) => terms.has(word) || terms.has(`_${stem(word)}`))
  return {
    id: entry.id,
    score,
    highlights: [...new Set(highlights)],
    reasons: [...new Set(Object.values(match).flat())],
  }
}

/** Another spelling, when a word stands nowhere in the directory but looks like one that does. */
function suggest(index: MiniSearch<Fields>, asked: readonly string[]): string | undefined {
  const known = (word: string) =>
    index.search({ queries: [word, stemTerm(word)], tokenize: (term) => [term], processTerm: (term) => term }).length >
    0
  const corrected = asked.map((word) => {
    if (word.length < 4 || telling([word, 'x']).length === 1 || known(word)) return word
    const [best] = index.search({ queries: [word], processTerm: (term) => term, fuzzy: word.length > 7 ? 2 : 1, boost })
    return best?.terms.find((term) => !term.startsWith('_')) ?? word
  })
  const text = corrected.join(' ')
  return text === asked.join(' ') ? undefined : text
}

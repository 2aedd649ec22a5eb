/**
 * MiniSearch tuned alike: the same words, stems, stop words, compound parts, synonyms, and places as our own engine
 * gets, so that what differs is the engine.
 */
import MiniSearch from 'minisearch'
import type { Query } from 'minisearch'
import type { ServiceDocument } from '../../../search/document.ts'
import { split } from '../../../search/dutch/compounds.ts'
import { isStop, saying, stem, telling, words } from '../../../search/dutch/text.ts'
import { placeNames, questionOf } from '../../../search/embedded/question.ts'
import { startingList } from '../../../search/synonyms.ts'
import type { SearchSettings } from '../../../search/settings.ts'
import type { Contender, Opened } from '../search/contender.ts'

type Fields = Record<keyof typeof boost, string> & { id: number }

const boost = {
  name: 6,
  keywords: 4,
  synonym: 3,
  organization: 2,
  terms: 1.5,
  parts: 1.2,
  description: 1,
  descriptionParts: 0.4,
}
const stemmed = (word: string) => `_${stem(word)}`
const options = {
  fields: Object.keys(boost),
  tokenize: words,
  processTerm: (word: string) => (isStop(word) ? null : [word, stemmed(word)]),
}

export const miniSearch: Contender = {
  name: 'MiniSearch',
  build({ documents, settings }) {
    const index = new MiniSearch<Fields>(options)
    const standing = standingWords(documents)
    const concepts = conceptsOf(settings)
    index.addAll(documents.map((document, id) => fieldsOf(document, id, settings, standing, concepts)))
    const rest = documents.map(
      ({ url: _, name: __, organization: ___, description: ____, keywords: _____, ...kept }) => kept,
    )
    return [new TextEncoder().encode(JSON.stringify({ index, rest, places: settings.places }))]
  },
  open(files) {
    const { index, rest, places } = JSON.parse(new TextDecoder().decode(files[0])) as {
      index: Parameters<typeof MiniSearch.loadJS<Fields>>[0]
      rest: ServiceDocument[]
      places: SearchSettings['places']
    }
    return opened(MiniSearch.loadJS<Fields>(index, options), rest, places)
  },
}

function opened(
  index: MiniSearch<Fields>,
  documents: readonly ServiceDocument[],
  places: SearchSettings['places'],
): Opened {
  const names = placeNames(places)
  return {
    search({ text, themes, bbox, near, limit = 20 }) {
      const { asked, places: wished } = questionOf(text, names)
      const total = asked.reduce((sum, word) => sum + saying(word), 0)
      const found = index.search(queryFor(asked), { boost }).map((result) => {
        const hit = new Set(result.queryTerms)
        const had = asked.filter((word) => hit.has(word) || hit.has(stemmed(word)))
        const covered = had.reduce((sum, word) => sum + saying(word), 0) / total
        const document = documents[result.id as number]!
        const here = wished.some((place) => document.places.includes(place)) ? 1.5 : 1
        return { document, covered, score: result.score * (0.25 + covered) * here }
      })
      const best = found.reduce((most, { covered }) => Math.max(most, covered), 0)
      const kept = found.filter(({ document, covered }) => {
        if (covered < best / 2 || covered < 0.4) return false
        if (themes && !themes.some((theme) => document.themes.includes(theme))) return false
        const [west, south, east, north] = bbox ?? []
        return (
          !bbox ||
          document.coordinates.some(([lat, lon]) => lon >= west! && lon <= east! && lat >= south! && lat <= north!)
        )
      })
      if (near) {
        const far = new Map(kept.map((hit) => [hit, kilometres(hit.document.coordinates[0]!, near)]))
        kept.sort((a, b) => far.get(a)! - far.get(b)!)
      } else kept.sort((a, b) => b.score - a.score)
      const counts: Record<string, number> = {}
      for (const { document } of kept) for (const theme of document.themes) counts[theme] = (counts[theme] ?? 0) + 1
      return { ids: kept.slice(0, limit).map(({ document }) => Number(document.id)), total: kept.length }
    },
  }
}

function kilometres([latitude, longitude]: [number, number], from: { latitude: number; longitude: number }): number {
  const rad = Math.PI / 180
  const a =
    Math.sin(((latitude - from.latitude) * rad) / 2) ** 2 +
    Math.cos(latitude * rad) * Math.cos(from.latitude * rad) * Math.sin(((longitude - from.longitude) * rad) / 2) ** 2
  return 12_742 * Math.asin(Math.sqrt(a))
}

function queryFor(asked: readonly string[]): Query {
  const plain = (term: string) => term
  return {
    combineWith: 'OR',
    queries: asked.map((word, position) => ({
      combineWith: 'OR',
      queries: [
        {
          queries: [word],
          processTerm: plain,
          prefix: position === asked.length - 1 || word.length > 4,
          fuzzy: word.length > 7 ? 2 : word.length > 3 ? 1 : false,
          maxFuzzy: 2,
          weights: { prefix: 0.5, fuzzy: 0.3 },
          boostTerm: () => saying(word),
        },
        {
          queries: [stemmed(word)],
          tokenize: (term: string) => [term],
          processTerm: plain,
          boostTerm: () => 0.8 * saying(word),
        },
      ],
    })),
  }
}

type Concepts = { terms: string[][]; words: string[] }[]

const conceptsOf = (settings: SearchSettings): Concepts =>
  [
    ...settings.synonyms.map(({ term, words: plain }) => ({ terms: [term], words: plain })),
    ...startingList.map(({ terms, phrases }) => ({ terms, words: [...terms, ...phrases] })),
  ].map((entry) => ({ ...entry, terms: entry.terms.map((term) => telling(words(term)).map(stem)) }))

function standingWords(documents: readonly ServiceDocument[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { name, keywords, description } of documents) {
    for (const word of new Set(words([name, ...keywords, description].join(' ')))) {
      if (word.length > 2 && !isStop(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([word]) => word))
}

function fieldsOf(
  document: ServiceDocument,
  id: number,
  settings: SearchSettings,
  standing: ReadonlySet<string>,
  concepts: Concepts,
): Fields {
  const key = [document.name, ...document.keywords].join(' ')
  const stems = new Set(words(key).map(stem))
  const parts = (text: string) =>
    words(text)
      .flatMap((word) => split(word, (part) => standing.has(part)))
      .join(' ')
  return {
    id,
    name: document.name,
    keywords: document.keywords.join(' '),
    synonym: concepts
      .flatMap(({ terms, words: plain }) =>
        terms.some((term) => term.length > 0 && term.every((one) => stems.has(one))) ? plain : [],
      )
      .join(' '),
    organization: document.organization,
    terms: [
      ...document.themes.map((code) => settings.themes[code]),
      ...document.targetGroups.map((code) => settings.targetGroups[code]),
    ].join(' '),
    parts: parts(key),
    description: document.description,
    descriptionParts: parts(document.description),
  }
}

import type { ServiceDocument } from '../document.ts'
import type { SearchAnswer, SearchHit, SearchQuery } from '../engine.ts'
import type { SearchSettings } from '../settings.ts'
import { collect, list } from './collect.ts'
import type { Wish } from './collect.ts'
import { readColumns, readOpening, whereabouts } from './columns.ts'
import { readConcepts } from './concepts.ts'
import { meaningsOf } from './expand.ts'
import type { Meant } from './expand.ts'
import { Distances, sieveOf } from './filters.ts'
import { sealOf, unseal } from './format.ts'
import { spokenOf } from './phrases.ts'
import { placeNames, questionOf, withoutBegun } from './question.ts'
import type { Question } from './question.ts'
import { reasonsOf } from './reasons.ts'
import { conceptWeight, Scores } from './score.ts'
import type { Extra } from './score.ts'
import { readSegment } from './segment.ts'
import { Members } from './members.ts'

export { IndexRefused } from './format.ts'
export type { SearchAnswer, SearchEngine, SearchQuery } from '../engine.ts'

/** An engine that answers at once. */
export type EmbeddedEngine = {
  search(query: SearchQuery): SearchAnswer
  /** Where a service is and which places it covers, as the index has it; of an id it does not know, nowhere. */
  where(id: string): Pick<ServiceDocument, 'places' | 'national' | 'coordinates'>
}

/** Of a question a hit must have this much: less as it is longer, since people tell a story around what they seek. */
const leastCovered = [0.4, 0.4, 0.4, 0.4, 0.32, 0.26]
/** A word that stands nowhere weighs this much in a story, and in full where somebody names a thing. */
const unknownInStory = 0.35
/** In a story that is understood otherwise, a word that only looks like another counts this much. */
const guessInStory = 0.4
/** What is in the place named in a question, or near it, comes before the same elsewhere. */
const inPlace = 1.5
const nearPlace = 0.15
const nearKilometres = 8

/**
 * Opens the stages that `buildIndex` made: the first alone, or more, in order. Answers at once and never throws on what
 * somebody types. An empty text, or only a place, lists everything that the filters leave, from A to Z; only signs
 * ('?') find nothing. Refuses with `IndexRefused` what is not a whole, undamaged index of this version.
 */
export function openIndex(stages: readonly Uint8Array[]): EmbeddedEngine {
  const [names, ...more] = stages
  const reader = unseal(names ?? new Uint8Array(), 0, null)
  const settings = JSON.parse(reader.text()) as Pick<SearchSettings, 'themes' | 'targetGroups' | 'places'>
  const columns = readColumns(reader, settings)
  const first = readSegment(reader, 3, columns.count)
  const facets = JSON.parse(reader.text()) as [number, 'themes' | 'targetGroups', string][]
  const concepts = readConcepts(reader, first.stemOf)
  const segments = [first]
  for (const [number, stage] of more.entries()) {
    const after = unseal(stage, number + 1, sealOf(names ?? new Uint8Array()))
    columns.opening = readOpening(after, columns.count)
    segments.push(readSegment(after, 1, columns.count))
  }

  const stands = (word: string) =>
    segments.some(({ dictionary, isWord }) => {
      const term = dictionary.find(word)
      return term >= 0 && isWord(term)
    })
  const byPlaceName = placeNames(settings.places)
  const scores = new Scores(columns.count, first)
  const members = new Members(columns, first, concepts, facets)
  let distances: Distances | null = null
  const distanceFrom = (point: { latitude: number; longitude: number }) =>
    (distances ??= new Distances(columns)).from(point.latitude, point.longitude)

  /** What each word of the question means, and the documents that have it by concept or theme. */
  const understand = (question: Question) => {
    const { asked, joined } = question
    const meant = asked.map((word, position) =>
      meaningsOf(word, question.unfinished && position === asked.length - 1, joined[position] ?? [], segments),
    )
    if (
      question.story &&
      meant.some(({ spelling, terms }) => spelling === undefined && terms.some((map) => map.size > 0))
    ) {
      for (const one of meant) if (one.spelling !== undefined) one.quality *= guessInStory
    }
    const extras: Extra[][] = asked.map(() => [])
    const urgent = new Set<number>()
    for (const [concept, { words, whole }] of spokenOf(meant, first, concepts)) {
      const documents = members.ofConcept(concept)
      for (const [word, strength] of words) extras[word]?.push({ documents, weight: strength * conceptWeight })
      if (whole && concepts.concepts[concept]?.first) for (const document of documents) urgent.add(document)
    }
    const named = meant.map(({ terms }) =>
      [...(terms[0] ?? [])]
        .sort(([, a], [, b]) => b - a)
        .flatMap(([term, sureness]) => members.ofFacet(term).map((facet) => ({ members: facet, sureness }))),
    )
    const sought = { asked, meant, extras, named, segments, unknown: question.story ? unknownInStory : 1 }
    return { sought, urgent }
  }

  const search = (query: SearchQuery): SearchAnswer => {
    const question = withoutBegun(questionOf(query.text, byPlaceName), stands)
    const { sought, urgent } = understand(question)
    const preferred = query.place ?? (question.blank ? question.places[0] : undefined)
    const nearer = question.places.length > 0 && !question.blank ? nearness(question.places) : null
    const wish: Wish = {
      sieve: sieveOf(columns, query),
      covers: preferred === undefined ? null : members.ofPlace(preferred),
      nearer,
      far: query.near ? distanceFrom(query.near) : null,
      urgent,
      least: question.blank ? 0 : (leastCovered[Math.min(question.asked.length, 5)] ?? 0),
      mostNearer: nearer ? inPlace : 1,
    }
    const size = Math.max(0, query.offset ?? 0) + Math.max(0, query.limit ?? 20)
    const { best, tally } = question.blank ? list(columns, wish, size) : collect(scores, sought, wish, size, columns)
    const page = best.sorted().slice(Math.max(0, query.offset ?? 0))
    const why = reasonsOf(page, sought)
    const hits = page.map((document, position): SearchHit => {
      return {
        id: columns.ids[document] as string,
        score: question.blank ? 0 : (scores.score[document] as number),
        get highlights() {
          return why(position).highlights
        },
        get reasons() {
          return why(position).reasons
        },
      }
    })
    const suggestion = question.blank ? undefined : suggested(question, sought.meant)
    return {
      hits,
      get total() {
        return tally().total
      },
      get facets() {
        return tally().facets
      },
      ...(suggestion === undefined ? {} : { suggestion }),
    }
  }

  const nearness = (places: readonly string[]) => {
    const wished = places.map((id) => ({ covers: members.ofPlace(id), far: centreDistance(id) }))
    return (document: number) => {
      let most = 1
      for (const { covers, far } of wished) {
        const own = covers[document] ? inPlace : far ? 1 + nearPlace * Math.exp(-far(document) / nearKilometres) : 1
        if (own > most) most = own
      }
      return most
    }
  }
  const centreDistance = (id: string) => {
    const place = settings.places[id]
    return place ? distanceFrom(place) : null
  }

  let numbers: Map<string, number> | null = null
  const where = (id: string) => {
    numbers ??= new Map(columns.ids.map((one, number) => [one, number]))
    return whereabouts(columns, numbers.get(id) ?? -1)
  }
  return { search, where }
}

/** The question with another spelling for words that stand nowhere. */
function suggested({ asked }: Question, meant: readonly Meant[]): string | undefined {
  const other = asked.map((word, position) => meant[position]?.spelling ?? word).join(' ')
  return other === asked.join(' ') ? undefined : other
}

import type { ServiceDocument } from '../document.ts'
import type { SearchAnswer, SearchHit, SearchQuery } from '../engine.ts'
import type { SearchSettings } from '../settings.ts'
import { collect, list } from './collect.ts'
import type { Wish } from './collect.ts'
import { Whereabouts, readColumns, readLater } from './columns.ts'
import type { Columns } from './columns.ts'
import { readConcepts } from './concepts.ts'
import type { Concepts } from './concepts.ts'
import { remembering } from './expand.ts'
import type { Meant } from './expand.ts'
import { Distances, sieveOf } from './filters.ts'
import { atOnce, inSteps, sealOf, unseal } from './format.ts'
import type { Steps } from './format.ts'
import { Hearing } from './hearing.ts'
import { spokenOf } from './phrases.ts'
import { placeNames, questionOf, withoutBegun } from './question.ts'
import type { Question } from './question.ts'
import { Hit, reasonsOf } from './reasons.ts'
import { conceptWeight } from './formula.ts'
import { Scores } from './score.ts'
import type { Extra } from './sought.ts'
import { readSegment } from './segment.ts'
import type { Segment } from './segment.ts'
import { Members } from './members.ts'

export { IndexRefused } from './format.ts'
export type { SearchAnswer, SearchEngine, SearchQuery } from '../engine.ts'

/** An engine that answers at once. */
export type EmbeddedEngine = {
  search(query: SearchQuery): SearchAnswer
  /**
   * Where a service is and which places it covers, as the index has it; of an id it does not know, nowhere. Coordinates,
   * and with them `bbox` and `near`, come with the second stage, as opening hours do.
   */
  where(id: string): Pick<ServiceDocument, 'places' | 'national' | 'coordinates'>
}

/** Of a question a hit must have this much: less as it is longer, since people tell a story around what they seek. */
const leastCovered = [0.4, 0.4, 0.4, 0.4, 0.32, 0.26]
/** And this much of a story of up to six words that tell; of a longer one as much as six words would have to be. */
const leastOfStory = 0.26
const shortStory = 6
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
  const { engine, add } = atOnce(openFirst(stages[0] ?? new Uint8Array()))
  for (const stage of stages.slice(1)) atOnce(add(stage))
  return engine
}

/** An engine that got its first stage, and takes the next ones while it answers. */
export type Growing = {
  engine: EmbeddedEngine
  /** From the next question on it answers from this stage too. Rejects as `openInSteps` does; then nothing changed. */
  add(stage: Uint8Array): Promise<void>
}

/**
 * As `openIndex`, the first stage first, in steps of a few milliseconds between which `pause` lets a page breathe: on
 * an old telephone all of it at once takes as long as ten frames. Rejects with `IndexRefused`.
 */
export async function openInSteps(stage: Uint8Array, pause: () => Promise<void>): Promise<Growing> {
  const { engine, add } = await inSteps(openFirst(stage), pause, stepMilliseconds)
  return { engine, add: (more) => inSteps(add(more), pause, stepMilliseconds) }
}
const stepMilliseconds = 4

type Opened = { engine: EmbeddedEngine; add(stage: Uint8Array): Steps<void> }

function* openFirst(names: Uint8Array): Steps<Opened> {
  const reader = unseal(names, 0, null)
  yield
  const settings = JSON.parse(reader.text()) as Pick<SearchSettings, 'themes' | 'targetGroups' | 'places'>
  const columns = yield* readColumns(reader)
  yield
  const first = yield* readSegment(reader, 3, columns.count)
  yield
  const facets = JSON.parse(reader.text()) as [number, 'themes' | 'targetGroups', string][]
  const concepts = yield* readConcepts(reader, first)
  yield
  const scores = new Scores(columns.count, first)
  const segments = [first]
  const hearing = new Hearing(segments, concepts)
  function* add(stage: Uint8Array): Steps<void> {
    const after = unseal(stage, segments.length, sealOf(names))
    yield
    const later = yield* readLater(after, columns, settings)
    yield
    const segment = yield* readSegment(after, 1, columns.count)
    Object.assign(columns, later)
    segments.push(segment)
    yield* hearing.take(after)
  }
  const members = new Members(columns, first, concepts, facets)
  return { engine: engineOf({ settings, columns, segments, first, concepts, hearing, scores, members }), add }
}

type Parts = {
  settings: Pick<SearchSettings, 'places'>
  columns: Columns
  /** The first, and those added since. */
  segments: readonly Segment[]
  first: Segment
  concepts: Concepts
  hearing: Hearing
  scores: Scores
  members: Members
}

function engineOf({ settings, columns, segments, first, concepts, hearing, scores, members }: Parts): EmbeddedEngine {
  const stands = (word: string) =>
    segments.some(({ dictionary, isWord }) => {
      const term = dictionary.find(word)
      return term >= 0 && isWord(term)
    })
  const byPlaceName = placeNames(settings.places)
  let distances: Distances | null = null
  const distanceFrom = ({ latitude, longitude }: { latitude: number; longitude: number }) => {
    distances ??= columns.points && new Distances(columns.points)
    return distances ? distances.from(latitude, longitude) : () => Infinity
  }

  const meaningsOf = remembering(segments, (word) => hearing.knows(word))

  /** What each word of the question means, and the documents that have it by concept or theme. */
  const understand = (question: Question) => {
    const { asked } = question
    const meant = question.story ? lessGuessed(meaningsOf(question)) : meaningsOf(question)
    const extras: Extra[][] = asked.map(() => [])
    const urgent = new Set<number>()
    const small = new Set(question.small.map((word) => first.dictionary.find(word)))
    for (const [concept, { words, whole }] of spokenOf(meant, small, first, concepts)) {
      const documents = members.ofConcept(concept)
      for (const [word, strength] of words)
        extras[word]?.push({ documents, weight: strength * conceptWeight, reasons: ['synonym'] })
      if (whole && concepts.concepts[concept]?.first) for (const document of documents) urgent.add(document)
    }
    for (const { concept, words } of hearing.in(question, meant)) {
      const documents = members.ofConcept(concept)
      for (const [word, weight] of words.entries()) if (weight > 0) addSaid(extras[word] ?? [], documents, weight)
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
      least: leastOf(question),
      mostNearer: nearer ? inPlace : 1,
    }
    const size = Math.max(0, query.offset ?? 0) + Math.max(0, query.limit ?? 20)
    const { best, counts } = question.blank ? list(columns, wish, size) : collect(scores, sought, wish, size, columns)
    const page = best.sorted().slice(Math.max(0, query.offset ?? 0))
    const why = reasonsOf(page, sought)
    const hits = page.map(
      (document, position): SearchHit =>
        new Hit(columns.ids.of(document), question.blank ? 0 : (scores.score[document] as number), position, why),
    )
    const suggestion = question.blank ? undefined : suggested(question, sought.meant)
    let facets: SearchAnswer['facets'] | null = null
    return {
      hits,
      get total() {
        return counts().total()
      },
      get facets() {
        return (facets ??= counts().facets())
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

  const where = (id: string) => new Whereabouts(columns, columns.ids.find(id))
  return { search, where }
}

/** What people say of services an editor's word is of as well is gone through once. */
function addSaid(extras: Extra[], documents: Extra['documents'], weight: number): void {
  const same = extras.find((one) => one.documents === documents)
  if (same === undefined) extras.push({ documents, weight, reasons: ['said'] })
  else {
    same.weight += weight
    same.reasons.push('said')
  }
}

function leastOf({ blank, story, asked }: Question): number {
  if (blank) return 0
  if (story) return leastOfStory * Math.min(1, shortStory / asked.length)
  return leastCovered[Math.min(asked.length, 5)] ?? 0
}

/** Where something of a story is understood as it stands, what is only guessed at counts less. */
function lessGuessed(meant: readonly Meant[]): readonly Meant[] {
  if (!meant.some(({ spelling, terms }) => spelling === undefined && terms.some((map) => map.size > 0))) return meant
  return meant.map((one) => (one.spelling === undefined ? one : { ...one, quality: one.quality * guessInStory }))
}

/** The question with another spelling for words that stand nowhere. */
function suggested({ asked }: Question, meant: readonly Meant[]): string | undefined {
  const other = asked.map((word, position) => meant[position]?.spelling ?? word).join(' ')
  return other === asked.join(' ') ? undefined : other
}

import type { SearchAnswer, SearchHit, SearchQuery } from '../engine.ts'
import type { SearchSettings } from '../settings.ts'
import { readColumns } from './columns.ts'
import { readConcepts } from './concepts.ts'
import { meaningsOf } from './expand.ts'
import type { Meant } from './expand.ts'
import { Counts, Distances, sieveOf } from './filters.ts'
import { sealOf, unseal } from './format.ts'
import { spokenOf } from './phrases.ts'
import { placeNames, questionOf } from './question.ts'
import type { Question } from './question.ts'
import { best } from './rank.ts'
import { reasonsOf } from './reasons.ts'
import { conceptWeight, facetWeight, Scores } from './score.ts'
import type { Extra } from './score.ts'
import { readSegment } from './segment.ts'
import { Members } from './members.ts'

export { IndexRefused } from './format.ts'
export type { SearchAnswer, SearchEngine, SearchQuery } from '../engine.ts'

/** An engine that answers at once. */
export type EmbeddedEngine = { search(query: SearchQuery): SearchAnswer }

/** Of a question a hit must have this much: less as it is longer, since people tell a story around what they seek. */
const leastCovered = [0.4, 0.4, 0.4, 0.4, 0.32, 0.26]
const leastOfBest = 0.5
/** A word that stands nowhere weighs this much in a story, and in full where somebody names a thing. */
const unknownInStory = 0.35
/** In a story that is understood otherwise, a word that only looks like another counts this much. */
const guessInStory = 0.4
/** What is in the place named in a question, or near it, comes before the same elsewhere. */
const inPlace = 1.5
const nearPlace = 0.15
const nearKilometres = 8
/** Higher than any score. */
const step = 1e6

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
    segments.push(readSegment(unseal(stage, number + 1, sealOf(names ?? new Uint8Array())), 1, columns.count))
  }

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
      meaningsOf(word, position === asked.length - 1, joined[position] ?? [], segments),
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
      for (const [word, strength] of words)
        extras[word]?.push({ documents, weight: strength * conceptWeight, kind: 'synonym' })
      if (whole && concepts.concepts[concept]?.first) for (const document of documents) urgent.add(document)
    }
    for (const [position, { terms }] of meant.entries()) {
      for (const [term, sureness] of terms[0] ?? []) {
        for (const documents of members.ofFacet(term))
          extras[position]?.push({ documents, weight: sureness * facetWeight, kind: 'theme' })
      }
    }
    return { meant, extras, urgent }
  }

  const search = (query: SearchQuery): SearchAnswer => {
    const question = questionOf(query.text, byPlaceName)
    const { meant, extras, urgent } = understand(question)
    const listed = question.blank
    if (!listed) scores.run(question.asked, meant, extras, segments, question.story ? unknownInStory : 1)
    const total = listed ? columns.count : scores.found
    const least = listed ? 0 : leastOf(scores, question)

    const preferred = query.place ?? (listed ? question.places[0] : undefined)
    const covers = preferred === undefined ? null : members.ofPlace(preferred)
    const nearer = question.places.length > 0 && !listed ? nearness(question.places) : null
    const far = query.near ? distanceFrom(query.near) : null
    const sieve = sieveOf(columns, query)
    const counts = new Counts(columns)
    const documents = new Uint32Array(total)
    const keys = new Float64Array(total)
    let kept = 0
    for (let n = 0; n < total; n++) {
      const document = listed ? n : (scores.documents[n] as number)
      if (!listed && (scores.covered[document] as number) < least) continue
      const outcome = sieve.test(document)
      if (outcome === 4) continue
      counts.add(document, outcome)
      if (outcome !== 0) continue
      const score = listed ? 0 : (scores.score[document] as number) * (nearer?.(document) ?? 1)
      let key = far ? -far(document) : score
      if (covers?.[document]) key += step
      if (urgent.has(document) && !far) key += 2 * step
      documents[kept] = document
      keys[kept++] = key
    }

    const offset = Math.max(0, query.offset ?? 0)
    const page = best(documents, keys, kept, offset + Math.max(0, query.limit ?? 20)).slice(offset)
    const why = reasonsOf(page, meant, extras, segments)
    const hits = page.map((document, position): SearchHit => {
      return {
        id: columns.ids[document] as string,
        score: listed ? 0 : (scores.score[document] as number),
        get highlights() {
          return why(position).highlights
        },
        get reasons() {
          return why(position).reasons
        },
      }
    })
    const answer: SearchAnswer = { hits, total: kept, facets: counts.answer() }
    const suggestion = listed ? undefined : suggested(question, meant)
    return suggestion === undefined ? answer : { ...answer, suggestion }
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

  return { search }
}

/** The least part of the question a hit must have: some of it at all, and half of what the best one has. */
function leastOf({ documents, found, covered }: Scores, { asked }: Question): number {
  let most = 0
  for (let n = 0; n < found; n++) most = Math.max(most, covered[documents[n] as number] as number)
  return Math.max(leastOfBest * most, leastCovered[Math.min(asked.length, 5)] ?? 0)
}

/** The question with another spelling for words that stand nowhere. */
function suggested({ asked }: Question, meant: readonly Meant[]): string | undefined {
  const other = asked.map((word, position) => meant[position]?.spelling ?? word).join(' ')
  return other === asked.join(' ') ? undefined : other
}

/** Place, filters, distance and order for engines that only match words, done as a page would do it over their hits. */
import type { Question } from '../../../search/embedded/question.ts'
import type { SearchQuery } from '../../../search/engine.ts'
import type { Found } from '../search/contender.ts'
import { kilometres } from './alike.ts'
import type { Kept } from './alike.ts'

export type Hit = { document: number; covered: number; score: number }

export function answer(found: readonly Hit[], documents: Kept, query: SearchQuery, question: Question): Found {
  const { themes, bbox, near, limit = 20 } = query
  const [west = 0, south = 0, east = 0, north = 0] = bbox ?? []
  const blank = question.blank ? documents.map((_, document) => ({ document, covered: 1, score: 0 })) : found
  const best = blank.reduce((most, { covered }) => Math.max(most, covered), 0)
  const hits = blank.flatMap(({ document, covered, score }) => {
    const entry = documents[document]
    if (entry === undefined || covered < best / 2 || covered < (question.story ? 0.26 : 0.4)) return []
    if (themes && !themes.some((theme) => entry.themes.includes(theme))) return []
    if (bbox && !entry.coordinates.some(([lat, lon]) => lon >= west && lon <= east && lat >= south && lat <= north))
      return []
    const here = question.places.some((place) => entry.places.includes(place)) ? 2 : 1
    const order = near ? -kilometres(entry.coordinates[0] ?? [0, 0], near) : score * (0.25 + covered) * here
    return [{ document, order }]
  })
  hits.sort((a, b) => b.order - a.order)
  const counts: Record<string, number> = {}
  for (const { document } of hits) {
    for (const theme of documents[document]?.themes ?? []) counts[theme] = (counts[theme] ?? 0) + 1
  }
  return { ids: hits.slice(0, limit).map(({ document }) => Number(documents[document]?.id)), total: hits.length }
}

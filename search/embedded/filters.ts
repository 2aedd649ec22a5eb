/** Which documents a question leaves, apart from its words, and how near they are. */
import type { SearchAnswer, SearchQuery } from '../engine.ts'
import type { Stage } from './shape.ts'

export type Entry = Stage['documents'][number]
type Facet = keyof SearchAnswer['facets']

const anyOf = (wanted: readonly (string | number)[] | undefined, has: readonly (string | number | null)[]) =>
  !wanted || wanted.length === 0 || wanted.some((value) => has.includes(value))

/** `except` leaves one facet out, so that its own counts show what choosing another value would give. */
export function passes(entry: Entry, query: SearchQuery, except?: Facet): boolean {
  return (
    (except === 'themes' || anyOf(query.themes, entry.themes)) &&
    (except === 'targetGroups' || anyOf(query.targetGroups, entry.targetGroups)) &&
    (except === 'lines' || anyOf(query.lines, [entry.line])) &&
    anyOf(query.languages, entry.languages) &&
    (query.free !== true || entry.free) &&
    (query.age === undefined ||
      (query.age >= (entry.minimumAge ?? 0) && query.age <= (entry.maximumAge ?? Infinity))) &&
    (query.bbox === undefined || entry.coordinates.some((point) => within(point, query.bbox)))
  )
}

function within([latitude, longitude]: [number, number], bbox: SearchQuery['bbox']): boolean {
  if (!bbox) return true
  const [west, south, east, north] = bbox
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north
}

export const covers = (entry: Entry, place: string) => entry.national || entry.places.includes(place)

/** Kilometres to the nearest location; without one (phone, online) it comes after everything that has a door. */
export function distance(entry: Entry, from: { latitude: number; longitude: number }): number {
  return Math.min(
    Infinity,
    ...entry.coordinates.map(([latitude, longitude]) => haversine(from.latitude, from.longitude, latitude, longitude)),
  )
}

function haversine(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180
  const a =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2
  return 12_742 * Math.asin(Math.sqrt(a))
}

/** How many there are of each value, counted as if that facet were not filtered on. */
export function countFacets(entries: readonly Entry[], query: SearchQuery): SearchAnswer['facets'] {
  const count = (facet: Facet, values: (entry: Entry) => readonly (string | number | null)[]) => {
    const counts: Record<string, number> = {}
    for (const entry of entries) {
      if (!passes(entry, query, facet)) continue
      for (const value of values(entry)) if (value !== null) counts[value] = (counts[value] ?? 0) + 1
    }
    return counts
  }
  return {
    themes: count('themes', (entry) => entry.themes),
    targetGroups: count('targetGroups', (entry) => entry.targetGroups),
    lines: count('lines', (entry) => [entry.line]),
  }
}

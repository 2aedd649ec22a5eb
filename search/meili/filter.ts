/** The filters of a query in Meilisearch's filter language. */
import { turnsADay } from './record.ts'
import { momentOf } from '../embedded/filters.ts'
import type { SearchQuery } from '../engine.ts'

/** Conditions that must all hold, as Meilisearch takes them. */
export type Filter = string[]

/** The facets that are counted; each is counted without its own filter, so that it shows what another choice gives. */
export const facets = ['themes', 'target_groups', 'line'] as const
export type Facet = (typeof facets)[number]

/**
 * A value as a quoted string. Meilisearch knows one escape, that of the quote itself; a backslash would swallow the
 * quote behind it, and no code or id of ours has one: it becomes a sign that nothing has.
 */
export const quoted = (value: string): string => `"${value.replaceAll('\\', '\ufffd').replaceAll('"', '\\"')}"`

const anyOf = (field: string, values: readonly (string | number)[] | undefined): Filter =>
  values === undefined || values.length === 0
    ? []
    : [`${field} IN [${values.map((value) => (typeof value === 'number' ? value : quoted(value))).join(', ')}]`]

export const conceptIn = (keys: readonly string[]): Filter => anyOf('concepts', keys)
export const conceptNotIn = (keys: readonly string[]): Filter => conceptIn(keys).map((filter) => `NOT ${filter}`)
export const idIn = (ids: readonly string[]): Filter => anyOf('id', ids)

/** In a place or covering it. */
export const inPlace = (place: string): Filter => [`(places = ${quoted(place)} OR national = true)`]
export const notInPlace = (place: string): Filter => [`NOT ${inPlace(place).join('')}`]

/** The filters of a query, without that of one facet when it is counted. */
export function filterOf(query: SearchQuery, without?: Facet): Filter {
  return [
    ...(without === 'themes' ? [] : anyOf('themes', query.themes)),
    ...(without === 'target_groups' ? [] : anyOf('target_groups', query.targetGroups)),
    ...(without === 'line' ? [] : anyOf('line', query.lines)),
    ...anyOf('languages', query.languages),
    ...(query.age === undefined ? [] : [`minimum_age <= ${query.age}`, `maximum_age >= ${query.age}`]),
    ...(query.free === true ? ['free = true'] : []),
    ...(query.openAt === undefined ? [] : [openAt(query.openAt)]),
    ...(query.bbox === undefined ? [] : [box(query.bbox)]),
  ]
}

/** Which facets this query filters by: those need a count of their own. */
export const filteredBy = (query: SearchQuery): Facet[] =>
  facets.filter((facet) => filterOf(query, facet).length < filterOf(query).length)

/** The first corner is north and east, the second south and west; the other way round it would go around the world. */
const box = ([west, south, east, north]: readonly [number, number, number, number]) =>
  `_geoBoundingBox([${north}, ${east}], [${south}, ${west}])`

function openAt(moment: Date | string): string {
  const { day, minute } = momentOf(moment)
  const turns = Array.from({ length: turnsADay }, (_, turn) => `opening.d${day}_${turn}`)
  return turns.map((turn) => `(${turn}.from <= ${minute} AND ${turn}.until > ${minute})`).join(' OR ')
}

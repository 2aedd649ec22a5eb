/** What stands on the map for a group of places: whether it is many, and what it is called. */
import { mapWords } from '../../lib/map-words.ts'
import type { Group } from './cluster.ts'
import type { MapPlace } from './leaflet-map.ts'

/** What somebody hears who cannot see it. */
export function nameOf(group: Group<MapPlace>): string {
  const first = group.places(1)[0]?.name ?? ''
  if (!isMany(group)) return first
  return group.partsAt === null ? mapWords.sameSpot(group.count, first) : mapWords.enlarge(group.count)
}

/**
 * Whether it is a number: places that can be told apart by zooming, or different services on one spot. Two doors of one
 * service on one spot are one thing to choose.
 */
export const isMany = (group: Group<MapPlace>): boolean =>
  group.count > 1 && (group.partsAt !== null || new Set(group.places().map(({ id }) => id)).size > 1)

/** The name of a village, or of a spot: a text node, never markup. */
export function label(className: string, words: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = words
  return element
}

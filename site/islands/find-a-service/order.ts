/** In which order the hits stand, and what is left out by what only the device knows: the time, and where somebody is. */
import type { SearchHit } from '../../../search/engine.ts'
import type { Card } from '../../lib/card.ts'
import { type Point, kilometres } from '../../lib/where.ts'
import type { Bounds } from './cluster.ts'

export type Placed = Card & { distance: number | null }

type Wish = {
  place: string
  point: Point | null
  near: boolean
  wheelchair: boolean
  /** Only what has a door in this part of the map. */
  area: Bounds | null
  /** Only these, when given: what is open now. */
  isOpen: ((card: Card) => boolean) | null
}

/** A national line that answers this much better than anything near stands where its answer puts it. */
const CLEARLY_BETTER = 1.5

/**
 * What is in or covers the place first, then elsewhere in the municipality, then national lines; a crisis line that was
 * asked for stays where it came. Nearest first reorders within these, and what has no door follows what has one.
 */
export function ordered(hits: readonly SearchHit[], cards: ReadonlyMap<string, Card>, wish: Wish): Placed[] {
  const found = hits.flatMap(({ id, score }) => {
    const card = cards.get(id)
    if (!card || (wish.wheelchair && !card.wheelchair) || (wish.isOpen && !wish.isOpen(card))) return []
    if (wish.area && !hasDoorIn(card, wish.area)) return []
    return [{ card: { ...card, distance: distanceOf(card, wish.point) }, score }]
  })
  const bestNear = Math.max(0, ...found.filter(({ card }) => !card.national).map(({ score }) => score))
  const group = ({ card, score }: (typeof found)[number]): number => {
    if (card.national) return score > 0 && (card.crisis || score > bestNear * CLEARLY_BETTER) ? 0 : 2
    return wish.place === '' || card.places.includes(wish.place) ? 0 : 1
  }
  const far = ({ card }: (typeof found)[number]) => (wish.near && wish.point ? (card.distance ?? 9_999) : 0)
  return found
    .map((one, rank) => ({ ...one, rank, group: group(one) }))
    .toSorted((a, b) => a.group - b.group || far(a) - far(b) || b.score - a.score || a.rank - b.rank)
    .map(({ card }) => card)
}

const hasDoorIn = ({ coordinates }: Card, { west, south, east, north }: Bounds) =>
  coordinates.some(([latitude, longitude]) => {
    const [inLatitude, inLongitude] = [latitude >= south && latitude <= north, longitude >= west && longitude <= east]
    return inLatitude && inLongitude
  })

/** Kilometres to the nearest door; null for what has none, or when it is not known where somebody is. */
function distanceOf(card: Card, point: Point | null): number | null {
  if (!point || card.coordinates.length === 0) return null
  return Math.min(...card.coordinates.map(([latitude, longitude]) => kilometres(point, { latitude, longitude })))
}

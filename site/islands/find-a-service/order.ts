/** In which order the hits stand, and what is left out by what only the device knows: the time, and where somebody is. */
import { type Point, kilometres } from '../../lib/where.ts'
import type { Fact, Hit } from './answer.ts'
import type { Bounds } from './cluster.ts'

export type Ranked = { id: string; fact: Fact }

type Wish = {
  place: string
  point: Point | null
  near: boolean
  wheelchair: boolean
  /** Only what has a door in this part of the map. */
  area: Bounds | null
  /** Only these, when given: what is open now. */
  isOpen: ((id: string) => boolean) | null
}

/** A national line that answers this much better than anything near stands where its answer puts it. */
const CLEARLY_BETTER = 1.5

/**
 * What is in or covers the place first, then elsewhere in the municipality, then national lines; a crisis line that was
 * asked for stays where it came. Nearest first reorders within these, and what has no door follows what has one.
 */
export function ordered(hits: readonly Hit[], wish: Wish): Ranked[] {
  const kept = hits.filter(
    ({ id, fact }) =>
      (!wish.wheelchair || fact.wheelchair) &&
      (wish.area === null || hasDoorIn(fact, wish.area)) &&
      (wish.isOpen === null || wish.isOpen(id)),
  )
  let bestNear = 0
  for (const { fact, score } of kept) if (!fact.national && score > bestNear) bestNear = score
  const group = (fact: Fact, score: number): number => {
    if (fact.national) return score > 0 && (fact.crisis || score > bestNear * CLEARLY_BETTER) ? 0 : 2
    return wish.place === '' || fact.places.includes(wish.place) ? 0 : 1
  }
  const far = (fact: Fact) => (wish.near && wish.point ? (distanceOf(fact, wish.point) ?? 9_999) : 0)
  return kept
    .map(({ id, fact, score }, rank) => {
      return { id, fact, score, rank, group: group(fact, score), far: far(fact) }
    })
    .sort((a, b) => a.group - b.group || a.far - b.far || b.score - a.score || a.rank - b.rank)
}

const hasDoorIn = ({ coordinates }: Fact, { west, south, east, north }: Bounds) =>
  coordinates.some(([latitude, longitude]) => {
    const [inLatitude, inLongitude] = [latitude >= south && latitude <= north, longitude >= west && longitude <= east]
    return inLatitude && inLongitude
  })

/** Kilometres to the nearest door; null for what has none, or when it is not known where somebody is. */
export function distanceOf({ coordinates }: Pick<Fact, 'coordinates'>, point: Point | null): number | null {
  if (!point || coordinates.length === 0) return null
  return Math.min(...coordinates.map(([latitude, longitude]) => kilometres(point, { latitude, longitude })))
}

/** In which order the hits stand, and what is left out by what only the device knows: the time, and where somebody is. */
import { type Point, kilometres } from '../../lib/where.ts'
import type { Fact, Hit } from './answer.ts'
import type { Bounds } from './cluster.ts'

export type Ranked = { id: string; fact: Fact }

type Wish = {
  place: string
  point: Point | null
  near: boolean
  /** A theme was chosen: who chooses violence asks for its crisis line, also without words. */
  themed: boolean
  wheelchair: boolean
  /** Only what has a door in this part of the map. */
  area: Bounds | null
  /** Only these, when given: what is open now. */
  isOpen: ((id: string) => boolean) | null
}

/** A national line that answers this much better than anything near stands where its answer puts it. */
const CLEARLY_BETTER = 1.5

/** Kilometres within which places are about as near as one another. What comes to the place is there. */
const ABOUT_AS_NEAR = [2, 5, 10]

/**
 * What is in or covers the place first, then elsewhere in the municipality, then national lines; a crisis line that was
 * asked for stays where it came. Nearest first reorders within these, and what has no door follows what has one. Of what
 * answers equally well the lightest help stands first (domain.md section 2); where no words were typed, so that nothing
 * answers better, what is about as near as that comes before what is farther.
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
    if (fact.crisis && score === 0 && wish.themed) return -1
    if (fact.national) return score > 0 && (fact.crisis || score > bestNear * CLEARLY_BETTER) ? 0 : 2
    return wish.place === '' || fact.places.includes(wish.place) ? 0 : 1
  }
  // Without words or a point only those groups and the line count, and hits come in order: nothing need be compared.
  if (wish.point === null && kept.every(({ score }) => score === 0)) {
    const shelves: Ranked[][] = Array.from({ length: 16 }, () => [])
    for (const { id, fact } of kept) shelves[(group(fact, 0) + 1) * 4 + fact.line]?.push({ id, fact })
    return shelves.flat()
  }
  const far = (fact: Fact) => (wish.near && wish.point ? (distanceOf(fact, wish.point) ?? 9_999) : 0)
  const band = (distance: number | null) => ABOUT_AS_NEAR.filter((edge) => distance !== null && distance > edge).length
  return kept
    .map(({ id, fact, score }, rank) => {
      // Reckoned only where it decides: not at every key.
      const away = score === 0 ? distanceOf(fact, wish.point) : null
      const { line } = fact
      return { id, fact, score, rank, line, away, group: group(fact, score), far: far(fact), band: band(away) }
    })
    .sort(
      (a, b) =>
        a.group - b.group ||
        a.far - b.far ||
        b.score - a.score ||
        a.band - b.band ||
        a.line - b.line ||
        (a.away ?? 0) - (b.away ?? 0) ||
        a.rank - b.rank,
    )
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

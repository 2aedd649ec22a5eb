/** Places of a directory that names none itself: the cities of its addresses. */
import { slugFrom } from '../hsds/slug.ts'
import type { Place } from './schema.ts'

export type Located = { city: string; latitude: number; longitude: number }

/** Fewer addresses than this is a typing error or a place where somebody happens to be. */
const FEWEST = 3
/** What lies farther from the middle of everything is another region: a national office, a wrong coordinate. */
const FARTHEST_PLACE_KM = 100
const FARTHEST_ADDRESS_KM = 20

const median = (numbers: number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

type Point = { latitude: number; longitude: number }

/** Distance over a flat piece of earth; within a region that is right to a few metres. */
function kilometres(a: Point, b: Point): number {
  const north = (a.latitude - b.latitude) * 111.2
  const east = (a.longitude - b.longitude) * 111.2 * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}

const middleOf = (points: Point[]): Point => ({
  latitude: median(points.map((point) => point.latitude)),
  longitude: median(points.map((point) => point.longitude)),
})

/** The places where at least three addresses lie, each at the median of its addresses, without the outliers. */
export function placesFrom(located: Located[]): Place[] {
  const cities = Map.groupBy(located, (address) => slugFrom(address.city))
  const all = middleOf(located)
  const places: Place[] = []
  for (const [id, addresses] of cities) {
    const first = middleOf(addresses)
    const near = addresses.filter((address) => kilometres(address, first) <= FARTHEST_ADDRESS_KM)
    const middle = middleOf(near)
    if (id === '' || near.length < FEWEST || kilometres(middle, all) > FARTHEST_PLACE_KM) continue
    const name = near.map((address) => address.city.trim()).toSorted()[0] ?? id
    places.push({ id, name, latitude: round(middle.latitude), longitude: round(middle.longitude) })
  }
  return places.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5

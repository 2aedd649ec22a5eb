/** Places that would lie on top of each other as one group, at every zoom; and what a first view should show. */
import Supercluster from 'supercluster'

type Point = { latitude: number; longitude: number }
export type Bounds = { west: number; south: number; east: number; north: number }

/** What is drawn as one sign. `key` is the same as long as the places are. */
export type Group<T> = Point & {
  key: string
  count: number
  /** Its places, at most this many. */
  places: (most?: number) => T[]
  /** The zoom at which it falls apart; null for one place, and for places that never part. */
  partsAt: number | null
}

/** Signs are 48 pixels wide, so that a finger hits one of them. */
const RADIUS = 56

export type Groups<T> = { inView: (bounds: Bounds, zoom: number) => Group<T>[] }

type Tree = { data: Int32Array; numItems: number }
/** What Supercluster does for each zoom in its `load`; its types do not tell. */
type Inside = {
  stride: number
  trees: Tree[]
  _createTree(data: Int32Array, count: number): Tree
  _cluster(data: Int32Array, count: number, zoom: number, out: Int32Array): number
}

/** Between two steps others may go first; resolves at once as long as there is time left. */
export type Pause = () => Promise<void>

/**
 * Reckons all zooms once; asking what is in view is then a look into a tree. With a pause after the places and after each
 * zoom: all of them behind each other keep an old telephone still for as long as ten frames.
 */
export async function cluster<T extends Point>(
  places: readonly T[],
  deepest: number,
  pause: Pause,
): Promise<Groups<T>> {
  // A tile of 256 pixels, as the map counts them.
  const index = new Supercluster<{ at: number }>({ radius: RADIUS, extent: 256, maxZoom: deepest, minPoints: 2 })
  const points = places.map(({ longitude, latitude }, at) => ({
    type: 'Feature' as const,
    properties: { at },
    geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
  }))
  await pause()
  const inside = index as unknown as Inside
  const group = inside._cluster.bind(index)
  // Nothing grouped at any zoom: what is left of `load` is laying out the places.
  inside._cluster = (_, count) => count
  index.load(points)
  for (let zoom = deepest; zoom >= 0; zoom--) {
    await pause()
    const { data, numItems } = inside.trees[zoom + 1] as Tree
    const out = new Int32Array(numItems * inside.stride)
    inside.trees[zoom] = inside._createTree(out, group(data, numItems, zoom, out))
  }
  const place = (at: number) => places.slice(at, at + 1)
  return {
    inView: ({ west, south, east, north }: Bounds, zoom: number): Group<T>[] =>
      index.getClusters([west, south, east, north], zoom).map((feature) => {
        const [longitude = 0, latitude = 0] = feature.geometry.coordinates
        const found = feature.properties
        if (!('cluster_id' in found)) {
          return { latitude, longitude, key: `one-${found.at}`, count: 1, places: () => place(found.at), partsAt: null }
        }
        const { cluster_id: id, point_count: count } = found
        let parts: number | undefined
        return {
          latitude,
          longitude,
          key: `many-${id}`,
          count,
          places: (most = Number.POSITIVE_INFINITY) =>
            index.getLeaves(id, most).flatMap((leaf) => place(leaf.properties.at)),
          // Asked of what is drawn only: it is a walk down the tree.
          get partsAt() {
            parts ??= index.getClusterExpansionZoom(id)
            return parts > deepest ? null : parts
          },
        }
      }),
  }
}

/** About thirty kilometres: no municipality is so large that a place of its own lies farther from its middle. */
const WITHIN_REACH = 0.3

/**
 * The points that a first view should show. In a real directory one wrong coordinate, or one head office far away,
 * would press all the others into a dot. Few points are all kept.
 */
export async function withoutOutliers<T extends Point>(points: readonly T[], pause: Pause): Promise<readonly T[]> {
  if (points.length < 8) return points
  const latitude = median(points.map((p) => p.latitude))
  await pause()
  const longitude = median(points.map((p) => p.longitude))
  await pause()
  const away = Float64Array.from(points, (p) => Math.hypot(p.latitude - latitude, p.longitude - longitude))
  const reach = Math.max(median(away) * 6, WITHIN_REACH)
  await pause()
  return points.filter((_, at) => (away[at] as number) <= reach)
}

const median = (values: readonly number[] | Float64Array) =>
  Float64Array.from(values).sort()[Math.floor(values.length / 2)] ?? 0

/** How far apart, to compare with: so far from the equator a degree to the east is shorter than one to the north. */
export const away = (a: Point, b: Point) => Math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * 0.6)

/** What holds all of these; null for none. */
export function boundsAround(points: readonly Point[]): Bounds | null {
  const [first] = points
  if (!first) return null
  const around = { west: first.longitude, east: first.longitude, south: first.latitude, north: first.latitude }
  for (const { latitude, longitude } of points) {
    if (longitude < around.west) around.west = longitude
    else if (longitude > around.east) around.east = longitude
    if (latitude < around.south) around.south = latitude
    else if (latitude > around.north) around.north = latitude
  }
  return around
}

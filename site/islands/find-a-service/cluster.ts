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

/** Reckons all zooms once; asking what is in view is then a look into a tree. */
export function cluster<T extends Point>(places: readonly T[], deepest: number) {
  // A tile of 256 pixels, as the map counts them.
  const index = new Supercluster<{ at: number }>({ radius: RADIUS, extent: 256, maxZoom: deepest, minPoints: 2 })
  index.load(
    places.map(({ longitude, latitude }, at) => ({
      type: 'Feature',
      properties: { at },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    })),
  )
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
export function withoutOutliers<T extends Point>(points: readonly T[]): readonly T[] {
  if (points.length < 8) return points
  const middle = { latitude: median(points.map((p) => p.latitude)), longitude: median(points.map((p) => p.longitude)) }
  const away = (p: Point) => Math.hypot(p.latitude - middle.latitude, p.longitude - middle.longitude)
  const usual = median(points.map(away))
  return points.filter((p) => away(p) <= Math.max(usual * 6, WITHIN_REACH))
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

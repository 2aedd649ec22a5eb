import Supercluster from 'supercluster'
import { expect, test } from 'vitest'
import { boundsAround, cluster, withoutOutliers } from './cluster.ts'

const atOnce = () => Promise.resolve()
const world = { west: -180, south: -85, east: 180, north: 85 }
const place = (id: string, latitude: number, longitude: number) => ({ id, latitude, longitude })
const places = [
  place('kerk', 52.65, 6.5),
  place('achter de kerk', 52.651, 6.501),
  place('zelfde deur', 52.7, 6.6),
  place('zelfde deur, andere dienst', 52.7, 6.6),
  place('ver weg', 51.9, 5.1),
]

test.each([7, 11, 18])('at zoom %i every place is in one group and none is lost', async (zoom) => {
  const groups = (await cluster(places, 18, atOnce)).inView(world, zoom)
  const ids = groups.flatMap((group) => group.places().map(({ id }) => id))
  expect(ids.toSorted()).toEqual(places.map(({ id }) => id).toSorted())
  expect(groups.map(({ count }) => count)).toEqual(groups.map((group) => group.places().length))
})

test('a group says at which zoom it falls apart, and one spot never does', async () => {
  const index = await cluster(places, 18, atOnce)
  const pair = index.inView(world, 11).find((group) => group.places().some(({ id }) => id === 'kerk'))
  expect(pair?.count).toBe(2)
  expect(
    index.inView(world, pair?.partsAt ?? 0).some((group) => group.count === 1 && group.places()[0]?.id === 'kerk'),
  ).toBe(true)
  const spot = index.inView(world, 18).find((group) => group.places().some(({ id }) => id === 'zelfde deur'))
  expect(spot).toMatchObject({ count: 2, partsAt: null })
})

test('only what is in view is asked for, and no more names than wanted', async () => {
  const near = (await cluster(places, 18, atOnce)).inView({ west: 6.4, south: 52.6, east: 6.55, north: 52.68 }, 11)
  expect(near.map(({ count }) => count)).toEqual([2])
  expect(near[0]?.places(1)).toHaveLength(1)
})

test('one place on the other side of the world does not shrink the map; a village apart is no such place', async () => {
  const near = Array.from({ length: 9 }, (_, at) => ({ latitude: 52 + at / 10_000, longitude: 6 }))
  const village = { latitude: 52.07, longitude: 6.08 }
  expect(await withoutOutliers([...near, village, { latitude: 0, longitude: 0 }], atOnce)).toEqual([...near, village])
  expect(await withoutOutliers([near[0] ?? village, { latitude: 0, longitude: 0 }], atOnce)).toHaveLength(2)
})

test('a crowd is grouped in a step for each zoom, and the groups are those that Supercluster makes in one go', async () => {
  const crowd = Array.from({ length: 600 }, (_, at) =>
    place(String(at), 52.5 + ((at * 37) % 101) / 400, 6.3 + ((at * 53) % 89) / 200),
  )
  const whole = new Supercluster({ radius: 56, extent: 256, maxZoom: 18, minPoints: 2 })
  whole.load(
    crowd.map(({ id, latitude, longitude }) => ({
      type: 'Feature',
      properties: { id },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    })),
  )
  let breaths = 0
  const ours = await cluster(crowd, 18, async () => void breaths++)
  expect(breaths).toBeGreaterThanOrEqual(20)
  for (let zoom = 0; zoom <= 18; zoom++) {
    const told = whole.getClusters([-180, -85, 180, 85], zoom).map(({ geometry, properties }) => ({
      at: geometry.coordinates,
      count: properties.point_count ?? 1,
      parts: properties.cluster ? whole.getClusterExpansionZoom(properties.cluster_id) : 0,
      ids: properties.cluster
        ? whole.getLeaves(properties.cluster_id, Infinity).map((leaf) => leaf.properties.id)
        : [properties.id],
    }))
    const drawn = ours.inView(world, zoom).map((group) => ({
      at: [group.longitude, group.latitude],
      count: group.count,
      parts: group.count === 1 ? 0 : (group.partsAt ?? 19),
      ids: group.places().map(({ id }) => id),
    }))
    expect(drawn).toEqual(told)
  }
})

test('what holds all places is known without asking the map; of none there is no such thing', async () => {
  expect(boundsAround(places)).toEqual({ west: 5.1, south: 51.9, east: 6.6, north: 52.7 })
  expect(boundsAround([])).toBeNull()
})

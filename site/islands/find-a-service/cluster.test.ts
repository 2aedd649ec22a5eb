import { expect, test } from 'vitest'
import { cluster, withoutOutliers } from './cluster.ts'

const world = { west: -180, south: -85, east: 180, north: 85 }
const place = (id: string, latitude: number, longitude: number) => ({ id, latitude, longitude })
const places = [
  place('kerk', 52.65, 6.5),
  place('achter de kerk', 52.651, 6.501),
  place('zelfde deur', 52.7, 6.6),
  place('zelfde deur, andere dienst', 52.7, 6.6),
  place('ver weg', 51.9, 5.1),
]

test.each([7, 11, 18])('at zoom %i every place is in one group and none is lost', (zoom) => {
  const groups = cluster(places, 18).inView(world, zoom)
  const ids = groups.flatMap((group) => group.places().map(({ id }) => id))
  expect(ids.toSorted()).toEqual(places.map(({ id }) => id).toSorted())
  expect(groups.map(({ count }) => count)).toEqual(groups.map((group) => group.places().length))
})

test('a group says at which zoom it falls apart, and one spot never does', () => {
  const index = cluster(places, 18)
  const pair = index.inView(world, 11).find((group) => group.places().some(({ id }) => id === 'kerk'))
  expect(pair?.count).toBe(2)
  expect(
    index.inView(world, pair?.partsAt ?? 0).some((group) => group.count === 1 && group.places()[0]?.id === 'kerk'),
  ).toBe(true)
  const spot = index.inView(world, 18).find((group) => group.places().some(({ id }) => id === 'zelfde deur'))
  expect(spot).toMatchObject({ count: 2, partsAt: null })
})

test('only what is in view is asked for, and no more names than wanted', () => {
  const near = cluster(places, 18).inView({ west: 6.4, south: 52.6, east: 6.55, north: 52.68 }, 11)
  expect(near.map(({ count }) => count)).toEqual([2])
  expect(near[0]?.places(1)).toHaveLength(1)
})

test('one place on the other side of the world does not shrink the map; a village apart is no such place', () => {
  const near = Array.from({ length: 9 }, (_, at) => ({ latitude: 52 + at / 10_000, longitude: 6 }))
  const village = { latitude: 52.07, longitude: 6.08 }
  expect(withoutOutliers([...near, village, { latitude: 0, longitude: 0 }])).toEqual([...near, village])
  expect(withoutOutliers([near[0] ?? village, { latitude: 0, longitude: 0 }])).toHaveLength(2)
})

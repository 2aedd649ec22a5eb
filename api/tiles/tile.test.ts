import { expect, test } from 'vitest'
import { boundsAround, isServed, tileFrom } from './tile.ts'

const lindeveen = { west: 6.39, south: 52.59, east: 6.63, north: 52.73 }

test.each([
  ['12', '2122', '1340.png', true],
  ['12', '2122', '1340.jpg', null],
  ['12', '-1', '1340.png', null],
  ['12', '2122', '1340', null],
  ['99', '1', '1.png', false],
  ['12', '0', '0.png', false],
  ['7', '66', '41.png', false],
  ['18', '135808', '85809.png', false],
])('%s/%s/%s', (z, x, file, expected) => {
  const tile = tileFrom(z, x, file)
  expect(tile && isServed(tile, lindeveen)).toBe(expected)
})

test('what is served is what the municipality lies on, counted once by hand at zoom 12', () => {
  const all = Array.from({ length: 40 }, (_, x) =>
    Array.from({ length: 40 }, (__, y) => ({ z: 12, x: 2100 + x, y: 1320 + y })),
  )
  const served = all.flat().filter((tile) => isServed(tile, lindeveen))
  // 6.39 to 6.63 east is column 2120 to 2123; 52.73 to 52.59 north is row 1339 to 1341 (asinh(tan φ), as the OpenStreetMap wiki has it).
  expect(new Set(served.map(({ x }) => x))).toEqual(new Set([2120, 2121, 2122, 2123]))
  expect(new Set(served.map(({ y }) => y))).toEqual(new Set([1339, 1340, 1341]))
})

test('no points are no municipality', () => expect(boundsAround([], 0.1)).toBeNull())

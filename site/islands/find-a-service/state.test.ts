import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cluster, withoutOutliers } from './cluster.ts'
import { change, fromAddress, nothingAsked, toAddress } from './state.ts'
import type { Asked } from './state.ts'

const parts = (address: string) => {
  const url = new URL(address, 'http://x/zoeken/')
  return [url.search, url.hash] as const
}

describe('the address of a question', () => {
  test('what somebody types is in the fragment and nowhere else', () => {
    const asked = { ...nothingAsked, text: 'bang thuis', where: '0951 AB', here: '52.655,6.505', themes: ['geld'] }
    const [search, hash] = parts(toAddress(asked))
    expect(search).toBe('?thema=geld')
    for (const typed of ['bang', '0951', '52.655']) expect(hash).toContain(typed)
  })

  test('reading an address gives back what was asked', () => {
    const code = fc.stringMatching(/^[a-z][a-z-]{0,10}$/)
    const asked: fc.Arbitrary<Asked> = fc.record({
      text: fc.string().map((text) => text.trim()),
      place: fc.oneof(fc.constant(''), code),
      themes: fc.array(code, { maxLength: 3 }),
      groups: fc.array(code, { maxLength: 3 }),
      lines: fc.subarray([0, 1, 2] as const) as fc.Arbitrary<(0 | 1 | 2)[]>,
      where: fc.string().map((text) => text.trim()),
      here: fc.constantFrom('', '52.655,6.505'),
      near: fc.boolean(),
      free: fc.boolean(),
      open: fc.boolean(),
      wheelchair: fc.boolean(),
      language: fc.constantFrom('', 'ar', 'dse'),
      age: fc.option(fc.integer({ min: 0, max: 120 })),
      page: fc.integer({ min: 1, max: 99 }),
    })
    fc.assert(
      fc.property(asked, (one) => {
        expect(fromAddress(...parts(toAddress(one)))).toEqual(one)
      }),
    )
  })

  test('a crooked address asks for nothing', () => {
    expect(fromAddress('?pagina=-3&lijn=7,x&thema=', '#rommel')).toEqual(nothingAsked)
  })

  test('a new choice starts at the first page', () =>
    expect(change({ ...nothingAsked, page: 4 }, { free: true }).page).toBe(1))
})

describe('places that lie on top of each other', () => {
  test('near ones are one group, far ones are not, and none is lost', () => {
    const groups = cluster(
      [
        { x: 0, y: 0 },
        { x: 10, y: 5 },
        { x: 200, y: 0 },
      ],
      (place) => place,
    )
    expect(groups.map((group) => group.length)).toEqual([2, 1])
  })

  test('one place on the other side of the world does not shrink the map', () => {
    const near = Array.from({ length: 9 }, (_, at) => ({ latitude: 52 + at / 100, longitude: 6 }))
    expect(withoutOutliers([...near, { latitude: 0, longitude: 0 }])).toEqual(near)
    expect(withoutOutliers([near[0]!, { latitude: 0, longitude: 0 }])).toHaveLength(2)
  })

  test('a group reaches over the edge of a cell', () => {
    expect(
      cluster(
        [
          { x: 43, y: 43 },
          { x: 45, y: 45 },
        ],
        (place) => place,
      ),
    ).toHaveLength(1)
  })
})

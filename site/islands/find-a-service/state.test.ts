import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { change, fromAddress, nothingAsked, toAddress } from './state.ts'
import type { Asked } from './state.ts'

const parts = (address: string) => {
  const url = new URL(address, 'http://x/zoeken/')
  return [url.search, url.hash] as const
}

describe('the address of a question', () => {
  test('what somebody types is in the fragment and nowhere else', () => {
    const area = { west: 6.4012, south: 52.6, east: 6.5, north: 52.7001 }
    const asked = {
      ...nothingAsked,
      text: 'bang thuis',
      where: '0951 AB',
      here: '52.655,6.505',
      area,
      themes: ['geld'],
    }
    const [search, hash] = parts(toAddress(asked))
    expect(search).toBe('?thema=geld')
    for (const typed of ['bang', '0951', '52.655', '6.4012']) expect(hash).toContain(typed)
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
      area: fc.constantFrom(null, { west: 6.4012, south: 52.6, east: 6.5, north: 52.7001 }),
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

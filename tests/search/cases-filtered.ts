/** Filters, places, distance, order and pages: what any engine must keep to. */
import { describe, expect, test } from 'vitest'
import type { SearchEngine, SearchQuery } from '../../search/engine.ts'
import { directory } from './directory.ts'

export function filteredCases(open: () => Promise<SearchEngine> | SearchEngine): void {
  const ask = async (query: SearchQuery) => (await open()).search(query)
  const ids = async (query: SearchQuery) => (await ask(query)).hits.map((hit) => hit.id)
  const sorted = async (query: SearchQuery) => (await ids({ limit: 100, ...query })).sort()
  const those = (test_: (one: (typeof directory)[number]) => boolean) =>
    directory
      .filter(test_)
      .map((one) => one.id)
      .sort()

  describe('filters', () => {
    test.each<[string, Omit<SearchQuery, 'text'>, (one: (typeof directory)[number]) => boolean]>([
      ['a theme', { themes: ['geld'] }, (one) => one.themes.includes('geld')],
      ['a theme nobody has', { themes: ['ruimtevaart'] }, () => false],
      [
        'a theme and a target group',
        { themes: ['geld'], targetGroups: ['gezinnen'] },
        (one) => one.themes.includes('geld') && one.targetGroups.includes('gezinnen'),
      ],
      ['two lines', { lines: [1, 2] }, (one) => one.line === 1 || one.line === 2],
      ['an empty list, which is no filter', { themes: [], lines: [], languages: [] }, () => true],
      ['an age on the lower bound', { age: 55 }, (one) => (one.minimumAge ?? 0) <= 55 && 55 <= (one.maximumAge ?? 200)],
      ['an age below the bound', { age: 17 }, (one) => (one.minimumAge ?? 0) <= 17 && 17 <= (one.maximumAge ?? 200)],
      ['an age on the upper bound', { age: 23 }, (one) => (one.minimumAge ?? 0) <= 23 && 23 <= (one.maximumAge ?? 200)],
      [
        'two languages',
        { languages: ['ar', 'en'] },
        (one) => one.languages.includes('ar') || one.languages.includes('en'),
      ],
      ['free of charge', { free: true }, (one) => one.free],
      ['not asked whether free', { free: false }, () => true],
      [
        'open on Monday at ten',
        { openAt: '2026-11-23T10:00:00+01:00' },
        (one) => (one.opening ?? []).some(([day]) => day === 1),
      ],
      [
        'open at the minute it opens',
        { openAt: '2026-11-23T09:00:00+01:00' },
        (one) => (one.opening ?? []).some(([day]) => day === 1),
      ],
      ['open at the minute it closes', { openAt: '2026-11-23T17:00:00+01:00' }, () => false],
      [
        'open in summer time',
        { openAt: '2026-06-22T07:30:00Z' },
        (one) => (one.opening ?? []).some(([day]) => day === 1),
      ],
      ['open at no moment', { openAt: 'gisteren' }, () => false],
      ['a box around all', { bbox: [3, 50, 8, 54] }, (one) => one.coordinates.length > 0],
      ['a box with nothing in it', { bbox: [0, 0, 1, 1] }, () => false],
      [
        'a box that begins at a door',
        { bbox: [6.9, 52.78, 7, 53] },
        (one) => one.coordinates.some(([lat, lon]) => lat >= 52.78 && lon >= 6.9),
      ],
    ])('%s', async (_, filter, expected) => expect(await sorted({ text: '', ...filter })).toEqual(those(expected)))

    test('words and filters both', async () => {
      expect(await ids({ text: 'hulp', themes: ['rouw'] })).toEqual([])
      expect(await ids({ text: 'voedselbank', themes: ['geld'] })).toEqual(['voedselbank'])
      expect(await ids({ text: 'voedselbank', themes: ['zorg'] })).toEqual([])
    })

    test('counts of a filtered facet show its other values, counts of others are filtered', async () => {
      const { facets, total } = await ask({ text: '', targetGroups: ['jongeren'] })
      expect(facets.targetGroups.ouderen).toBe(those((one) => one.targetGroups.includes('ouderen')).length)
      expect(total).toBe(those((one) => one.targetGroups.includes('jongeren')).length)
      expect(facets.themes.jeugd).toBe(
        those((one) => one.themes.includes('jeugd') && one.targetGroups.includes('jongeren')).length,
      )
    })
  })

  describe('places', () => {
    test('a place named in the question comes first and the rest stays', async () => {
      const found = await ids({ text: 'vervoer in Borger' })
      expect(found[0]).toBe('vervoer-borger')
      expect(found).toContain('vervoer')
    })

    test('a place of two words, and with a hyphen or without', async () => {
      expect((await ids({ text: 'vervoer den ham' }))[0]).toBe('vervoer-den-ham')
      expect((await ids({ text: 'vervoer nieuw amsterdam' }))[0]).toBe('vervoer-nieuw-amsterdam')
      expect((await ids({ text: 'vervoer Nieuw-Amsterdam' }))[0]).toBe('vervoer-nieuw-amsterdam')
    })

    test('a place without a region in the question lists all, its own first', async () => {
      const { hits, total } = await ask({ text: 'borger', limit: 100 })
      expect(hits.slice(0, 3).map((hit) => hit.id)).toContain('vervoer-borger')
      expect(total).toBe(directory.length)
    })

    test('an unknown place keeps everything findable', async () =>
      expect((await ask({ text: '', place: 'atlantis', limit: 100 })).total).toBe(directory.length))

    test('what is national covers every place', async () => {
      const national = those((one) => one.national || one.places.includes('borger'))
      const found = await ids({ text: '', place: 'borger', limit: 100 })
      expect(found.slice(0, national.length).sort()).toEqual(national)
    })
  })

  describe('order', () => {
    test('nearest first, whatever the words weigh', async () => {
      const found = await ids({ text: 'vervoer', near: { latitude: 52.92, longitude: 6.79 } })
      expect(found[0]).toBe('vervoer-borger')
    })

    test('the nearest of several doors counts', async () => {
      const found = await ids({ text: 'mantelzorg', near: { latitude: 52.46, longitude: 6.57 } })
      expect(found[0]).toBe('mantelzorg')
    })

    test('equal matches stand from A to Z, every time', async () => {
      const once = await ids({ text: 'vervoer', limit: 100 })
      expect(await ids({ text: 'vervoer', limit: 100 })).toEqual(once)
      const listed = await ids({ text: '', limit: 100 })
      const names = listed.map((id) => directory.find((one) => one.id === id)?.name.toLowerCase())
      expect(names).toEqual([...names].sort())
    })

    test('the word in a name stands above the word in a description', async () => {
      const found = await ids({ text: 'koffie' })
      expect(found[0]).toBe('koffie')
      expect(found).toContain('taalles')
    })
  })

  describe('pages', () => {
    test.each([
      [{ limit: 0 }, 0],
      [{ limit: 1 }, 1],
      [{ limit: 1000 }, directory.length],
      [{ limit: 5, offset: directory.length - 2 }, 2],
      [{ offset: 10_000 }, 0],
    ])('%j gives %i', async (page, count) => {
      const { hits, total } = await ask({ text: '', ...page })
      expect([hits.length, total]).toEqual([count, directory.length])
    })

    test('pages put together are the whole list', async () => {
      const whole = await ids({ text: '', limit: 100 })
      const pages = await Promise.all([0, 5, 10, 15].map((offset) => ids({ text: '', limit: 5, offset })))
      expect(pages.flat()).toEqual(whole.slice(0, 20))
    })
  })
}

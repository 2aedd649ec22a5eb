/** What any engine behind `search/engine.ts` must do. Each case is a sentence; both engines run the same ones. */
import { describe, expect, test } from 'vitest'
import type { ServiceDocument } from '../../search/document.ts'
import type { SearchEngine, SearchQuery } from '../../search/engine.ts'
import type { SearchSettings } from '../../search/settings.ts'

const document = (id: string, part: Partial<ServiceDocument>): ServiceDocument => ({
  id,
  url: `/aanbod/${id}/`,
  name: id,
  organization: 'Welzijn Lindeveen',
  description: '',
  keywords: [],
  themes: [],
  targetGroups: [],
  line: 0,
  indicationRequired: false,
  minimumAge: null,
  maximumAge: null,
  languages: ['nl'],
  free: true,
  wheelchair: false,
  places: [],
  national: false,
  coordinates: [],
  ...part,
})

export const documents: ServiceDocument[] = [
  document('schulden', {
    name: 'Hulp bij schulden',
    description: 'Kunt u uw rekeningen niet betalen?',
    keywords: ['Schuldhulpverlening'],
    themes: ['geld'],
    targetGroups: ['volwassenen'],
    places: ['lindeveen', 'oosterveen'],
    coordinates: [[52.832, 6.612]],
    minimumAge: 18,
  }),
  document('voedselbank', {
    name: 'Voedselbank',
    description: 'Eten als er geen geld is.',
    themes: ['geld'],
    places: ['oosterveen'],
    coordinates: [[52.852, 6.668]],
  }),
  document('koffie', {
    name: 'Koffie in de buurtkamer',
    description: 'Een praatje en een kop koffie.',
    keywords: ['eenzaamheid'],
    themes: ['meedoen'],
    targetGroups: ['ouderen'],
    places: ['oosterveen'],
    coordinates: [[52.852, 6.668]],
    free: false,
  }),
  document('taalles', {
    name: 'Taalles',
    organization: 'Bibliotheek',
    description: 'Nederlands leren in een groep.',
    themes: ['meedoen'],
    languages: ['nl', 'ar'],
    places: ['lindeveen'],
    coordinates: [[52.832, 6.612]],
  }),
  document('dagbesteding', {
    name: 'Dagbesteding',
    description: 'Overdag iets te doen hebben.',
    themes: ['gezondheid'],
    line: 2,
    indicationRequired: true,
    places: ['westerbeek'],
    coordinates: [[52.805, 6.571]],
    free: false,
  }),
  document('kindertelefoon', {
    name: 'Kindertelefoon',
    description: 'Praten over wat je dwarszit.',
    themes: ['gezin'],
    targetGroups: ['jongeren'],
    national: true,
    maximumAge: 18,
  }),
]

export const settings: SearchSettings = {
  themes: { geld: 'Geld', meedoen: 'Meedoen', gezondheid: 'Gezondheid', gezin: 'Gezin' },
  targetGroups: { volwassenen: 'Volwassenen', ouderen: 'Ouderen', jongeren: 'Jongeren' },
  places: {
    lindeveen: { name: 'Lindeveen', latitude: 52.832, longitude: 6.612 },
    oosterveen: { name: 'Oosterveen', latitude: 52.852, longitude: 6.668 },
    westerbeek: { name: 'Westerbeek', latitude: 52.805, longitude: 6.571 },
  },
  synonyms: [
    { term: 'eenzaamheid', words: ['eenzaam', 'alleen', 'niemand kennen'] },
    { term: 'schuldhulpverlening', words: ['blut', 'deurwaarder'] },
  ],
}

export function engineCases(open: () => Promise<SearchEngine> | SearchEngine): void {
  const ask = async (query: SearchQuery) => (await open()).search(query)
  const ids = async (query: SearchQuery) => (await ask(query)).hits.map((hit) => hit.id)

  describe('words', () => {
    test.each([
      ['the exact word', 'voedselbank', 'voedselbank'],
      ['another form of the word', 'schuld', 'schulden'],
      ['half a word, while typing', 'dagbest', 'dagbesteding'],
      ['a typing error', 'voetselbank', 'voedselbank'],
      ['an accent and a capital', 'TÁÁLLES', 'taalles'],
      ['a synonym of the editors', 'blut', 'schulden'],
      ['a sentence as people say it', 'ik kan mijn rekeningen niet betalen', 'schulden'],
      ['the name of the organisation', 'bibliotheek', 'taalles'],
      ['a keyword', 'eenzaam', 'koffie'],
    ])('%s finds it first: "%s"', async (_, text, first) => expect((await ids({ text }))[0]).toBe(first))

    test('nonsense finds nothing and breaks nothing', async () => {
      for (const text of ['xqzwvk', '<script>', '*', '"', '()', '🙂', 'a'.repeat(5000)]) {
        await expect(ask({ text }), text).resolves.toMatchObject({ hits: [], total: 0 })
      }
    })

    test('an empty question lists everything', async () =>
      expect((await ask({ text: '  ' })).total).toBe(documents.length))

    test('a misspelling is answered with the right spelling', async () => {
      expect((await ask({ text: 'voetselbank' })).suggestion).toBe('voedselbank')
      expect((await ask({ text: 'voedselbank' })).suggestion).toBeUndefined()
    })

    test('says which words matched and where', async () => {
      const [hit] = (await ask({ text: 'schuld' })).hits
      expect(hit?.highlights).toContain('schulden')
      expect(hit?.reasons).toContain('name')
    })
  })

  describe('filters', () => {
    test.each<[string, Partial<SearchQuery>, string[]]>([
      ['theme', { themes: ['geld'] }, ['schulden', 'voedselbank']],
      ['two themes are either', { themes: ['gezin', 'gezondheid'] }, ['dagbesteding', 'kindertelefoon']],
      ['target group', { targetGroups: ['ouderen'] }, ['koffie']],
      ['access line', { lines: [2] }, ['dagbesteding']],
      ['language', { languages: ['ar'] }, ['taalles']],
      ['free of charge', { free: true, themes: ['meedoen', 'gezondheid'] }, ['taalles']],
      ['age', { age: 12, themes: ['geld', 'gezin'] }, ['kindertelefoon', 'voedselbank']],
      ['part of the map', { bbox: [6.65, 52.84, 6.7, 52.86] }, ['koffie', 'voedselbank']],
      ['two filters are both', { themes: ['geld'], targetGroups: ['volwassenen'] }, ['schulden']],
    ])('by %s', async (_, filter, expected) => expect((await ids({ text: '', ...filter })).sort()).toEqual(expected))

    test('counts show what another choice would give', async () => {
      const { facets } = await ask({ text: '', themes: ['geld'] })
      expect(facets.themes).toEqual({ geld: 2, meedoen: 2, gezondheid: 1, gezin: 1 })
      expect(facets.targetGroups).toEqual({ volwassenen: 1 })
      expect(facets.lines).toEqual({ 0: 2 })
    })

    test('pages follow each other and the total stays', async () => {
      const first = await ask({ text: '', limit: 4 })
      const second = await ask({ text: '', limit: 4, offset: 4 })
      expect([first.hits.length, second.hits.length, second.total]).toEqual([4, 2, 6])
      expect(new Set([...first.hits, ...second.hits].map((hit) => hit.id)).size).toBe(6)
    })
  })

  describe('place', () => {
    test('a place is a preference: its services and national ones stand first, the rest stays findable', async () => {
      const found = await ids({ text: '', place: 'lindeveen' })
      expect(found.slice(0, 3).sort()).toEqual(['kindertelefoon', 'schulden', 'taalles'])
      expect(found).toHaveLength(documents.length)
    })

    test('a place in the question works the same and is no word to find', async () => {
      expect((await ids({ text: 'boodschappen in oosterveen' }))[0]).toBe('voedselbank')
      expect(await ids({ text: 'taalles westerbeek' })).toEqual(['taalles'])
    })

    test('nearest first; without a door last', async () => {
      const found = await ids({ text: '', near: { latitude: 52.805, longitude: 6.571 } })
      expect(found[0]).toBe('dagbesteding')
      expect(found.at(-1)).toBe('kindertelefoon')
    })
  })
}

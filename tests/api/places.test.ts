/** Postcodes and the outline of the municipality, from a loopback server that answers as CBS and Kadaster document it. */
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type DirectoryTables, connect } from '../../api/db.ts'
import { type PlacesWish, importPlaces } from '../../api/places/import.ts'
import {
  type Other,
  type PlacesService,
  type Shape,
  area,
  bend,
  pageOf,
  placesService,
  postcodes,
} from '../factories/places-service.ts'
import { type DemoDatabase, demoDatabase } from '../setup/house.ts'

let database: DemoDatabase
let publisher: Kysely<DirectoryTables>
let service: PlacesService

beforeAll(async () => {
  database = await demoDatabase()
  publisher = connect(database.urls.publisher, 2)
  service = await placesService()
})
afterAll(async () => {
  service.close()
  await publisher.destroy()
  await database.close()
})
beforeEach(() => service.reset())

const wish = (part: Partial<PlacesWish> = {}): PlacesWish => ({
  municipality: 'Lindeveen',
  year: 2024,
  boundaries: service.boundaries,
  postcodes: service.postcodes,
  pauseMs: 1,
  ...part,
})
const held = async () => ({
  postcodes: await publisher.selectFrom('directory.postcode').selectAll().orderBy('code').execute(),
  map: (await publisher.selectFrom('directory.base_map').select('geojson').executeTakeFirst())?.geojson as {
    features: { properties: { kind: string; name: string }; geometry: Shape }[]
  },
})

test.each(['Lindeveen', 'gemeente lindeveen', '0951', 'GM0951'])(
  '"%s" is found, page after page',
  async (municipality) => {
    const told: string[] = []
    const report = await importPlaces(publisher, wish({ municipality, tell: (line) => told.push(line) }))
    expect(report).toMatchObject({ municipality: 'Lindeveen', code: '0951', postcodes: 6 })
    expect(service.asked.filter(({ pathname }) => pathname === '/gemeenten')).toHaveLength(3)
    expect(service.asked.filter(({ pathname }) => pathname === '/postcodes')).toHaveLength(2)
    const query = service.asked.at(-1)?.searchParams
    expect([query?.get('jaarcode'), query?.get('limit'), query?.get('f')]).toEqual(['2024', '1000', 'json'])
    expect(query?.get('bbox')).toBe('6.4,52.595,6.71,52.725')
    expect(told.at(-1)).toMatch(/^Postcode areas of 2024 \(CBS\): 6 read$/)
  },
)

test('postcodes come in the place of those that were there; a point lies inside its area; the drawn villages stay', async () => {
  await importPlaces(publisher, wish())
  const { postcodes: rows, map } = await held()
  expect(rows.map(({ code }) => code)).toEqual(['0951', '0952', '0953', '0954', '0955', '7701'])
  expect(rows[0]).toEqual({ code: '0951', latitude: 52.65, longitude: 6.49 })
  const outside = rows.at(-1)
  expect(outside && (outside.latitude <= 52.61 || outside.longitude <= 6.52 || outside.longitude >= 6.54)).toBe(true)
  const [first, ...others] = map.features
  expect(first?.properties).toEqual({ kind: 'outline', name: 'Gemeente Lindeveen' })
  expect(first?.geometry.type).toBe('MultiPolygon')
  expect(first?.geometry.coordinates.flat(2).length).toBeLessThan(300)
  expect(others.map(({ properties }) => properties.kind)).not.toContain('outline')
  expect(others.filter(({ properties }) => properties.kind === 'village')).toHaveLength(6)
})

test('the same again changes nothing', async () => {
  await importPlaces(publisher, wish())
  const before = await held()
  await importPlaces(publisher, wish())
  expect(await held()).toEqual(before)
})

test('a service that fails twice is asked three times', async () => {
  let failures = 2
  service.instead = (url) => (url.pathname === '/postcodes' && failures-- > 0 ? { status: 503, body: '' } : null)
  expect(await importPlaces(publisher, wish())).toMatchObject({ postcodes: 6 })
})

const faults: [name: string, path: string, other: Other, says: RegExp][] = [
  ['a service that stays away', '/postcodes', { status: 503, body: '' }, /CBS.*cannot be read \(it answered 503\)/],
  ['a question that is refused', '/gemeenten', { status: 400, body: '{}' }, /Kadaster.*it answered 400/],
  ['half an answer', '/postcodes', { body: '{"features": [' }, /CBS.*cannot be read/],
  ['another form', '/postcodes', { body: '{"items": []}' }, /not a page of areas \(features/],
  ['no postcodes for that year', '/postcodes', { body: '{"features": [], "links": []}' }, /try --year 2023/],
  [
    'areas without a postcode',
    '/postcodes',
    { body: JSON.stringify({ features: [area({ pc: 1 }, { type: 'Polygon', coordinates: [bend] })] }) },
    /no area has a postcode; what they have is pc/,
  ],
  [
    'a next page somewhere else',
    '/gemeenten',
    { body: JSON.stringify({ features: [], links: [{ rel: 'next', href: 'http://127.0.0.2:1/x' }] }) },
    /next page is at http:\/\/127\.0\.0\.2:1/,
  ],
  [
    'pages that lead in circles',
    '/gemeenten',
    { body: JSON.stringify({ features: [], links: [{ rel: 'next', href: '/gemeenten?f=json&limit=100' }] }) },
    /leads in circles/,
  ],
]

test.each(faults)('%s: said in a sentence, and nothing is changed', async (_name, path, other, says) => {
  await importPlaces(publisher, wish())
  const before = await held()
  service.instead = (url) => (url.pathname === path ? other : null)
  await expect(importPlaces(publisher, wish())).rejects.toThrow(says)
  expect(await held()).toEqual(before)
})

test('a municipality that is not there: the names that look like it', async () => {
  await expect(importPlaces(publisher, wish({ municipality: 'Lindeven' }))).rejects.toThrow(
    /no municipality "Lindeven" among the 13 of Kadaster.*Did you mean Lindeveen \(0951\)\?/,
  )
})

test('a fault while writing leaves both as they were: one transaction', async () => {
  await importPlaces(publisher, wish())
  const before = await held()
  await sql`alter table directory.base_map add constraint no_more check (geojson is null) not valid`.execute(
    database.migrator,
  )
  try {
    service.instead = (url) => (url.pathname === '/postcodes' ? { body: pageOf(url, postcodes.slice(0, 1), 9) } : null)
    await expect(importPlaces(publisher, wish())).rejects.toThrow('no_more')
    expect(await held()).toEqual(before)
  } finally {
    await sql`alter table directory.base_map drop constraint no_more`.execute(database.migrator)
  }
})

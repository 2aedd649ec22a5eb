/** Postcodes and the outline of the municipality, from a loopback server that answers as CBS and Kadaster document it. */
import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type DirectoryTables, connect } from '../../api/db.ts'
import { type PlacesWish, importPlaces } from '../../api/places/import.ts'
import { type DemoDatabase, demoDatabase } from '../setup/house.ts'

type Ring = [number, number][]
type Shape = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] }

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const area = (properties: Record<string, unknown>, geometry: Shape) => ({ type: 'Feature', properties, geometry })

/** Lindeveen as a border with a corner every few metres, and an exclave: as land registers have them. */
const border: Ring = Array.from({ length: 2001 }, (_, at): [number, number] => {
  const angle = (at / 2000) * 2 * Math.PI
  return [6.51 + Math.cos(angle) * 0.11, 52.66 + Math.sin(angle) * 0.065]
})
const municipalities = [
  ...Array.from({ length: 12 }, (_, at) =>
    area(
      { naam: `Elders ${at}`, code: String(100 + at).padStart(4, '0') },
      { type: 'Polygon', coordinates: [square(5, 52, 0.1)] },
    ),
  ),
  area(
    { naam: 'Lindeveen', code: '0951', identificatie: 'GM0951' },
    { type: 'MultiPolygon', coordinates: [[border], [square(6.7, 52.7, 0.01)]] },
  ),
]
/** A bend around a lake: its middle lies outside it. */
const bend: Ring = [
  [6.5, 52.6],
  [6.56, 52.6],
  [6.56, 52.66],
  [6.54, 52.66],
  [6.54, 52.61],
  [6.52, 52.61],
  [6.52, 52.66],
  [6.5, 52.66],
  [6.5, 52.6],
]
const postcodes = [
  ...Array.from({ length: 5 }, (_, at) =>
    area(
      { postcode4: 951 + at < 1000 ? `0${951 + at}` : String(951 + at), jaarcode: 2024 },
      { type: 'Polygon', coordinates: [square(6.48 + at / 50, 52.64, 0.02)] },
    ),
  ),
  area({ postcode: 7701, jaarcode: 2024 }, { type: 'Polygon', coordinates: [bend] }),
]

let database: DemoDatabase
let publisher: Kysely<DirectoryTables>
let server: Server
let origin: string
let asked: URL[] = []
/** Answers before the usual ones; null leaves it to them. */
let instead: (url: URL) => { status?: number; body: string } | null

const pageOf = (url: URL, all: unknown[], size: number) => {
  const from = Number(url.searchParams.get('cursor') ?? '0')
  const next = new URL(url)
  next.searchParams.set('cursor', String(from + size))
  return JSON.stringify({
    type: 'FeatureCollection',
    links: [{ rel: 'self', href: url.href }, ...(from + size < all.length ? [{ rel: 'next', href: next.href }] : [])],
    numberReturned: Math.min(size, all.length - from),
    features: all.slice(from, from + size),
  })
}

beforeAll(async () => {
  database = await demoDatabase()
  publisher = connect(database.urls.publisher, 2)
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '', origin)
    asked.push(url)
    const other = instead(url)
    const body = url.pathname === '/gemeenten' ? pageOf(url, municipalities, 5) : pageOf(url, postcodes, 4)
    response.writeHead(other?.status ?? 200, { 'Content-Type': 'application/geo+json' }).end(other?.body ?? body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await publisher.destroy()
  await database.close()
})
beforeEach(() => {
  asked = []
  instead = () => null
})

const wish = (part: Partial<PlacesWish> = {}): PlacesWish => ({
  municipality: 'Lindeveen',
  year: 2024,
  boundaries: `${origin}/gemeenten`,
  postcodes: `${origin}/postcodes`,
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
    expect(asked.filter(({ pathname }) => pathname === '/gemeenten')).toHaveLength(3)
    expect(asked.filter(({ pathname }) => pathname === '/postcodes')).toHaveLength(2)
    const query = asked.at(-1)?.searchParams
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
  instead = (url) => (url.pathname === '/postcodes' && failures-- > 0 ? { status: 503, body: '' } : null)
  expect(await importPlaces(publisher, wish())).toMatchObject({ postcodes: 6 })
})

type Other = { status?: number; body: string }
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
  instead = (url) => (url.pathname === path ? other : null)
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
    instead = (url) => (url.pathname === '/postcodes' ? { body: pageOf(url, postcodes.slice(0, 1), 9) } : null)
    await expect(importPlaces(publisher, wish())).rejects.toThrow('no_more')
    expect(await held()).toEqual(before)
  } finally {
    await sql`alter table directory.base_map drop constraint no_more`.execute(database.migrator)
  }
})

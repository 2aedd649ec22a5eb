/** Tiles from our own address: a small base map on loopback that answers, fails, dawdles and lies. */
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import type { Deps } from '../../api/deps.ts'
import { openTiles } from '../../api/tiles/source.ts'
import { type DemoDatabase, demoDatabase } from '../setup/house.ts'

const png = (size = 100) => {
  const bytes = Buffer.alloc(size, 7)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes)
  return bytes
}
/** In the middle of Lindeveen. */
const inside = '/kaart/tegels/12/2121/1340.png'

type Asked = { url: string; headers: IncomingMessage['headers'] }
let database: DemoDatabase
let upstream: Server
let address: string
let asked: Asked[] = []
let answer: (response: ServerResponse) => void
let folder: string
let now: Date
let logged: Record<string, unknown>[] = []

const good = (response: ServerResponse) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(png())

beforeAll(async () => {
  database = await demoDatabase()
  upstream = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers })
    answer(response)
  }).listen(0, '127.0.0.1')
  await once(upstream, 'listening')
  address = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/{z}/{x}/{y}.png`
})

afterAll(async () => {
  upstream.closeAllConnections()
  upstream.close()
  await database.close()
})

beforeEach(() => {
  asked = []
  logged = []
  answer = good
  now = new Date('2026-11-23T09:00:00+01:00')
  folder = mkdtempSync(join(tmpdir(), 'voordeur-tiles-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

function house(mostBytes?: number) {
  const log: Deps['log'] = { info: () => undefined, error: (facts) => logged.push(facts) }
  const tiles = openTiles({ address, folder }, log, () => now, mostBytes)
  const app = createApp({ ...database.deps, tiles, now: () => now })
  return (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
}

test('a tile comes from the base map once, then from disk, also after a restart', async () => {
  const get = house()
  const first = await get(inside)
  expect(first.status).toBe(200)
  expect(first.headers.get('Content-Type')).toBe('image/png')
  expect(first.headers.get('Cache-Control')).toContain('max-age=')
  expect(Buffer.from(await first.arrayBuffer()).equals(png())).toBe(true)
  expect((await get(inside)).status).toBe(200)
  expect((await house()(inside)).status).toBe(200)
  expect(asked.map(({ url }) => url)).toEqual(['/12/2121/1340.png'])
})

test('nothing of the visitor goes along: not the address, the page, the language or a cookie', async () => {
  await house()(inside, {
    'X-Forwarded-For': '203.0.113.9',
    Referer: 'http://localhost:4321/zoeken/',
    Cookie: 'bezoek=1',
    'Accept-Language': 'ti',
    'User-Agent': 'Een oude telefoon',
  })
  const headers = asked[0]?.headers ?? {}
  expect(JSON.stringify(headers)).not.toMatch(/203\.0\.113|zoeken|bezoek|telefoon|"ti"/)
  expect(headers['user-agent']).toBe('Voordeur tile cache')
})

test.each([
  '/kaart/tegels/12/0/0.png',
  '/kaart/tegels/7/66/41.png',
  '/kaart/tegels/19/271500/171100.png',
  '/kaart/tegels/12/2121/1340.jpg',
  '/kaart/tegels/12/..%2f2121/1340.png',
])('%s is no tile of this municipality, and nobody is asked for it', async (path) => {
  expect((await house()(path)).status).toBe(404)
  expect(asked).toEqual([])
})

const broken: Record<string, (response: ServerResponse) => void> = {
  'an error': (response) => response.writeHead(500).end(),
  'a page instead of a picture': (response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Onderhoud</h1>'),
  'what is called a picture and is none': (response) =>
    response.writeHead(200, { 'Content-Type': 'image/png' }).end('<h1>Onderhoud</h1>'),
  'far too much': (response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(png(600_000)),
  'another address': (response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
  'half an answer': (response) => {
    response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': '1000' }).write(png(20))
    response.destroy()
  },
}

test.each(Object.keys(broken))('%s: an old tile rather than none, and a line in the log', async (kind) => {
  const get = house()
  expect((await get(inside)).status).toBe(200)
  now = new Date(now.getTime() + 40 * 86_400_000)
  answer = broken[kind] ?? good
  const old = await get(inside)
  expect(old.status).toBe(200)
  expect(Buffer.from(await old.arrayBuffer()).equals(png())).toBe(true)
  expect(asked).toHaveLength(2)
  expect(logged).toHaveLength(1)
  expect((await get('/kaart/tegels/12/2122/1340.png')).status).toBe(404)
  answer = good
  expect((await get(inside)).status).toBe(200)
  expect((await get('/kaart/tegels/12/2122/1340.png')).status).toBe(200)
})

test('a base map that does not answer is waited for four seconds, and then left alone for half a minute', async () => {
  const get = house()
  answer = () => undefined
  const begun = performance.now()
  const paths = ['/kaart/tegels/12/2120/1340.png', '/kaart/tegels/12/2121/1339.png', '/kaart/tegels/12/2122/1339.png']
  const answers = await Promise.all(paths.map((path) => get(path)))
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(performance.now() - begun).toBeLessThan(9000)
  expect(asked).toHaveLength(3)
  answer = good
  expect((await get(inside)).status).toBe(404)
  expect(asked).toHaveLength(3)
  now = new Date(now.getTime() + 31_000)
  expect((await get(inside)).status).toBe(200)
})

test('two who look at the same place ask once', async () => {
  const get = house()
  const answers = await Promise.all([get(inside), get(inside), get(inside)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(asked).toHaveLength(1)
})

test('the disk holds no more than it may: what was used longest ago makes room', async () => {
  const get = house(350)
  const columns = [2120, 2121, 2122]
  for (const x of columns) await get(`/kaart/tegels/12/${x}/1340.png`)
  await get('/kaart/tegels/12/2120/1340.png')
  await get('/kaart/tegels/12/2123/1340.png')
  expect(readdirSync(folder).toSorted()).toEqual(['12-2120-1340.png', '12-2122-1340.png', '12-2123-1340.png'])
})

test('the map is told where tiles are and whose they are; without them, that there are none', async () => {
  const source = await (await house()('/kaart/tegels.json')).json()
  expect(source).toMatchObject({ url: '/kaart/tegels/{z}/{x}/{y}.png', minZoom: 8, maxZoom: 17 })
  expect(source.bounds.west).toBeLessThan(6.398)
  expect(source.bounds.north).toBeGreaterThan(52.728)
  expect(JSON.stringify(source.attribution)).toContain('Kadaster')
  const without = createApp(database.deps)
  expect(await (await without.request('/kaart/tegels.json')).json()).toBeNull()
  expect((await without.request(inside)).status).toBe(404)
})

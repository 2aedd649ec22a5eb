/**
 * A loopback server that answers as the public services of CBS and Kadaster document theirs: areas page after page, with
 * a link to the next. For tests of what reads them.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Ring = [number, number][]
export type Shape = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] }

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
export const area = (properties: Record<string, unknown>, geometry: Shape) => ({
  type: 'Feature',
  properties,
  geometry,
})

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
export const bend: Ring = [
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
export const postcodes = [
  ...Array.from({ length: 5 }, (_, at) =>
    area(
      { postcode4: 951 + at < 1000 ? `0${951 + at}` : String(951 + at), jaarcode: 2024 },
      { type: 'Polygon', coordinates: [square(6.48 + at / 50, 52.64, 0.02)] },
    ),
  ),
  area({ postcode: 7701, jaarcode: 2024 }, { type: 'Polygon', coordinates: [bend] }),
]

/** One page of areas, with the address of the next while there are more. */
export const pageOf = (url: URL, all: unknown[], size: number) => {
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

export type Other = { status?: number; body: string }
export type PlacesService = {
  origin: string
  boundaries: string
  postcodes: string
  /** What was asked since the last `reset`. */
  asked: URL[]
  /** Answers before the usual ones; null leaves it to them. */
  instead: (url: URL) => Other | null
  reset: () => void
  close: () => void
}

/** Opens it on a free port. The caller closes it. */
export async function placesService(): Promise<PlacesService> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', service.origin)
    service.asked.push(url)
    const other = service.instead(url)
    const body = url.pathname === '/gemeenten' ? pageOf(url, municipalities, 5) : pageOf(url, postcodes, 4)
    response.writeHead(other?.status ?? 200, { 'Content-Type': 'application/geo+json' }).end(other?.body ?? body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const service: PlacesService = {
    origin,
    boundaries: `${origin}/gemeenten`,
    postcodes: `${origin}/postcodes`,
    asked: [],
    instead: () => null,
    reset: () => {
      service.asked = []
      service.instead = () => null
    },
    close: () => void server.close(),
  }
  return service
}

/** Which tiles may be asked for: those of the municipality, at the zooms that the map shows. Pure. */
import type { Bounds } from './schema.ts'

export type Tile = { z: number; x: number; y: number }

export const zooms = { from: 8, to: 17 } as const

/** Parts of the address, `17.png` last; null for what is no tile. */
export function tileFrom(z: string, x: string, file: string): Tile | null {
  const y = /^(\d{1,7})\.png$/.exec(file)?.[1]
  if (y === undefined || !/^\d{1,2}$/.test(z) || !/^\d{1,7}$/.test(x)) return null
  return { z: Number(z), x: Number(x), y: Number(y) }
}

/** Web Mercator: how many tiles from the west and from the north a point lies. */
const column = (longitude: number, z: number) => Math.floor(((longitude + 180) / 360) * 2 ** z)
const row = (latitude: number, z: number) => {
  const sine = Math.sin((latitude * Math.PI) / 180)
  return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z)
}

export const isServed = ({ z, x, y }: Tile, { west, south, east, north }: Bounds): boolean =>
  z >= zooms.from &&
  z <= zooms.to &&
  x >= column(west, z) &&
  x <= column(east, z) &&
  y >= row(north, z) &&
  y <= row(south, z)

type Point = { latitude: number; longitude: number }

/** What the points lie in and a margin around it: a map shows a little of the neighbours. Null without points. */
export function boundsAround(points: readonly Point[], margin: number): Bounds | null {
  if (points.length === 0) return null
  const latitudes = points.map(({ latitude }) => latitude)
  const longitudes = points.map(({ longitude }) => longitude)
  const low = (values: number[]) => values.reduce((a, b) => Math.min(a, b))
  const high = (values: number[]) => values.reduce((a, b) => Math.max(a, b))
  return {
    west: low(longitudes) - margin * 1.6,
    south: low(latitudes) - margin,
    east: high(longitudes) + margin * 1.6,
    north: high(latitudes) + margin,
  }
}

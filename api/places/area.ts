/** What is drawn and reckoned of an area: its outline with fewer corners, a point inside it, the box around it. Pure. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { centerOfMass } from '@turf/center-of-mass'
import { pointOnFeature } from '@turf/point-on-feature'
import { simplify } from '@turf/simplify'
import type { Area } from './features.ts'

export type Point = { latitude: number; longitude: number }

/** The point that stands for an area: its middle, unless a bend of it makes that lie outside. */
export function pointOf(area: Area): Point {
  const middle = centerOfMass(area)
  const inside = booleanPointInPolygon(middle, area) ? middle : pointOnFeature(area)
  const [longitude = 0, latitude = 0] = inside.geometry.coordinates
  return { latitude: round(latitude), longitude: round(longitude) }
}

/** About twenty metres: a line on a map of a municipality is as wide. */
const TOLERANCE = 0.0002

/** A border of the land register has tens of thousands of corners; the map in a browser needs a few hundred. */
export function outlineOf(area: Area): Area['geometry'] {
  const { geometry } = simplify({ type: 'Feature', properties: {}, geometry: area.geometry } as Area, {
    tolerance: TOLERANCE,
    highQuality: true,
  })
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(rounded) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((part) => part.map(rounded)) }
}

type Ring = [number, number, ...number[]][]
const rounded = (ring: Ring): Ring => ring.map(([longitude, latitude]) => [round(longitude), round(latitude)])

/** `west,south,east,north`, as the services ask it. */
export function boxAround(area: Area): string {
  const rings = area.geometry.type === 'Polygon' ? area.geometry.coordinates : area.geometry.coordinates.flat()
  const corners = rings.flat()
  const low = (at: 0 | 1) => corners.reduce((least, corner) => Math.min(least, corner[at]), Number.POSITIVE_INFINITY)
  const high = (at: 0 | 1) => corners.reduce((most, corner) => Math.max(most, corner[at]), Number.NEGATIVE_INFINITY)
  return [low(0), low(1), high(0), high(1)].map(round).join(',')
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5

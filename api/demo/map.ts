/** The drawn base map of the demo: an outline, water, roads and villages around the same coordinates as the directory. */
import { places } from './places.ts'

type Point = [longitude: number, latitude: number]
type Kind = 'outline' | 'water' | 'road' | 'village'

const feature = (kind: Kind, name: string | null, geometry: { type: string; coordinates: unknown }) => ({
  type: 'Feature',
  properties: { kind, name },
  geometry,
})
const line = (kind: Kind, name: string, points: Point[]) =>
  feature(kind, name, { type: 'LineString', coordinates: points })
const area = (kind: Kind, name: string, points: Point[]) =>
  feature(kind, name, { type: 'Polygon', coordinates: [[...points, points[0]]] })

const spot = ({ longitude, latitude }: { longitude: number; latitude: number }): Point => [longitude, latitude]
const { lindeveen, westervaart, hoogeschans, kleinTurven, molenhaar, zuiderlinde } = places

/** A village as an uneven round: `size` is its radius in degrees of latitude. */
function built(name: string, place: { longitude: number; latitude: number }, size: number) {
  const corners = [1, 0.8, 1.1, 0.9, 1.05, 0.75, 1, 0.85, 1.1, 0.8]
  const points = corners.map((stretch, index): Point => {
    const angle = (index / corners.length) * 2 * Math.PI
    const longitude = place.longitude + Math.cos(angle) * size * stretch * 1.65
    const latitude = place.latitude + Math.sin(angle) * size * stretch
    return [Number(longitude.toFixed(4)), Number(latitude.toFixed(4))]
  })
  return area('village', name, points)
}

const outline: Point[] = [
  [6.398, 52.664],
  [6.405, 52.69],
  [6.432, 52.703],
  [6.468, 52.706],
  [6.49, 52.722],
  [6.53, 52.728],
  [6.556, 52.714],
  [6.584, 52.702],
  [6.618, 52.692],
  [6.624, 52.662],
  [6.606, 52.64],
  [6.598, 52.612],
  [6.566, 52.6],
  [6.53, 52.604],
  [6.502, 52.592],
  [6.462, 52.594],
  [6.44, 52.61],
  [6.446, 52.634],
  [6.42, 52.648],
]
const canal: Point[] = [
  [6.398, 52.668],
  [6.42, 52.6695],
  spot(westervaart),
  [6.47, 52.6655],
  [6.496, 52.6535],
  [6.515, 52.651],
  [6.55, 52.6585],
  [6.59, 52.663],
  [6.622, 52.664],
]
const brook: Point[] = [
  [6.54, 52.727],
  [6.532, 52.705],
  [6.538, 52.685],
  [6.528, 52.662],
  [6.53, 52.651],
]
const lake: Point[] = [
  [6.576, 52.69],
  [6.588, 52.694],
  [6.6, 52.69],
  [6.598, 52.682],
  [6.584, 52.68],
  [6.574, 52.684],
]

export const baseMap = {
  type: 'FeatureCollection',
  features: [
    area('outline', 'Gemeente Lindeveen (voorbeeld)', outline),
    line('water', 'Lindervaart', canal),
    line('water', 'Schansbeek', brook),
    area('water', 'Turfplas', lake),
    built('Lindeveen', lindeveen, 0.0095),
    built('Westervaart', westervaart, 0.0042),
    built('Hoogeschans', hoogeschans, 0.0038),
    built('Klein Turven', kleinTurven, 0.003),
    built('Molenhaar', molenhaar, 0.0034),
    built('Zuiderlinde', zuiderlinde, 0.0045),
    line('road', 'Vaartweg', [[6.402, 52.676], spot(westervaart), [6.472, 52.669], spot(lindeveen)]),
    line('road', 'Schansweg', [spot(lindeveen), [6.507, 52.675], spot(hoogeschans), [6.512, 52.724]]),
    line('road', 'Turfweg', [spot(lindeveen), [6.545, 52.662], spot(kleinTurven), [6.62, 52.675]]),
    line('road', 'Molenweg', [spot(lindeveen), [6.535, 52.641], spot(molenhaar), [6.6, 52.618]]),
    line('road', 'Lindeweg', [spot(lindeveen), [6.49, 52.634], spot(zuiderlinde), [6.47, 52.595]]),
    line('road', 'Kerkpad', [spot(zuiderlinde), [6.52, 52.614], spot(molenhaar)]),
  ],
}

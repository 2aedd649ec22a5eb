/** What the map is drawn on: tiles or a drawn map, and the spot where somebody is. Nothing of it can be pressed. */
import L from 'leaflet'
import { mapWords } from '../../lib/map-words.ts'
import type { Bounds } from './cluster.ts'
import type { Ground } from './ground.ts'
import { label } from './pin.ts'

export const DEEPEST = 18

type Point = { latitude: number; longitude: number }
export const asPair = ({ latitude, longitude }: Point): [number, number] => [latitude, longitude]
export const asLatLng = ({ west, south, east, north }: Bounds) => L.latLngBounds([south, west], [north, east])

const looks: Record<string, L.PathOptions> = {
  outline: { color: '#7b857e', weight: 1.5, fillColor: '#fdfcf8', fillOpacity: 1 },
  water: { color: '#a9cbdc', weight: 4, fillColor: '#cfe3ec', fillOpacity: 1 },
  road: { color: '#d3cbb2', weight: 3, fill: false },
  village: { stroke: false, fillColor: '#ebe2c8', fillOpacity: 1 },
}

/** Tiles when there are any that come; else the drawn map. Gives the bounds of the whole. */
export function drawGround(map: L.Map, { tiles, drawn }: Ground): L.LatLngBounds {
  if (!tiles) return drawBase(map, drawn)
  const { bounds, minZoom, maxZoom, url } = tiles
  const pictures = L.tileLayer(url, {
    minZoom,
    maxNativeZoom: maxZoom,
    maxZoom: DEEPEST,
    bounds: asLatLng(bounds),
  }).addTo(map)
  const whose = L.control.attribution({ prefix: false }).addTo(map)
  let came = false
  pictures.on('tileload', () => (came = true))
  pictures.on('tileerror', () => {
    if (came || !map.hasLayer(pictures)) return
    pictures.remove()
    whose.remove()
    drawBase(map, drawn)
  })
  for (const { words, href } of tiles.attribution) {
    const link = document.createElement('a')
    link.href = href
    link.textContent = words
    whose.addAttribution(link.outerHTML)
  }
  return asLatLng(bounds)
}

function drawBase(map: L.Map, drawn: Ground['drawn']): L.LatLngBounds {
  if (!drawn) return L.latLngBounds([])
  const names: L.Marker[] = []
  const layer = L.geoJSON(drawn, {
    interactive: false,
    style: (feature) => looks[String(feature?.properties?.kind)] ?? {},
    pointToLayer: (feature, at) => nameAt(String(feature.properties?.name ?? ''), at),
    onEachFeature: (feature, shape) => {
      if (feature.properties?.kind === 'village' && shape instanceof L.Polygon) {
        names.push(nameAt(String(feature.properties.name ?? ''), shape.getBounds().getCenter()))
      }
    },
  })
  layer.addTo(map)
  for (const name of names) name.addTo(map)
  return layer.getBounds()
}

const still = { interactive: false, keyboard: false, zIndexOffset: -1000 }
const nameAt = (name: string, at: L.LatLngExpression) =>
  L.marker(at, {
    ...still,
    icon: L.divIcon({ html: label('vd-village', name), className: 'vd-village-holder', iconSize: [0, 0] }),
  })
export const spotAt = (here: Point) =>
  L.marker(asPair(here), {
    ...still,
    icon: L.divIcon({ html: label('vd-you', mapWords.here), className: 'vd-you-holder', iconSize: [0, 0] }),
  })

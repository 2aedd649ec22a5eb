import L from 'leaflet'
import { mapRules } from '../../styles/map-rules.ts'
import { cluster, withoutOutliers } from './cluster.ts'

/** Put into the page's own stylesheet once: a policy that forbids inline style has nothing against that. */
const sheet = document.styleSheets[0]
for (const rule of mapRules) sheet?.insertRule(rule, sheet.cssRules.length)

/** A door on the map. Several may belong to one service; `id` is what the list knows. */
export type MapPlace = { id: string; name: string; latitude: number; longitude: number }

type BaseMap = { features: { properties: { kind?: string; name?: string } }[] }

const looks: Record<string, L.PathOptions> = {
  outline: { color: '#7b857e', weight: 1.5, fillColor: '#fdfcf8', fillOpacity: 1 },
  water: { color: '#a9cbdc', weight: 4, fillColor: '#cfe3ec', fillOpacity: 1 },
  road: { color: '#d3cbb2', weight: 3, fill: false },
  village: { stroke: false, fillColor: '#ebe2c8', fillOpacity: 1 },
}

/**
 * All that the island knows of Leaflet. It holds no state of its own but the markers on screen.
 * Markers are buttons with a name: Enter and Space choose, Escape goes back to the list through `onLeave`.
 */
export function createMap(
  element: HTMLElement,
  setting: {
    label: string
    base: unknown
    onChoose: (id: string) => void
    onHover?: (id: string | null) => void
    onLeave?: () => void
  },
) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(element, {
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false,
    maxZoom: 16,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    markerZoomAnimation: !calm,
  })
  L.control.zoom({ zoomInTitle: 'Vergroot de kaart', zoomOutTitle: 'Verklein de kaart' }).addTo(map)
  element.setAttribute('role', 'region')
  element.setAttribute('aria-label', setting.label)
  const ground = drawBase(map, setting.base)

  const layer = L.layerGroup().addTo(map)
  let places: readonly MapPlace[] = []
  let chosen: string | null = null

  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') setting.onLeave?.()
  })
  map.on('zoomend', draw)

  function draw(): void {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined
    layer.clearLayers()
    const groups = cluster(places, (place) => map.project([place.latitude, place.longitude], map.getZoom()))
    for (const group of groups) add(group)
    if (focused) element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus()
  }

  function add(group: readonly MapPlace[]): void {
    const [first] = group
    if (!first) return
    const many = new Set(group.map((place) => place.id)).size > 1
    const dot = document.createElement('span')
    dot.className = many ? 'vd-pin vd-pin--many' : 'vd-pin'
    dot.textContent = many ? String(group.length) : ''
    if (group.some((place) => place.id === chosen)) dot.classList.add('vd-pin--chosen')
    const centre = L.latLngBounds(group.map((place) => [place.latitude, place.longitude] as [number, number]))
    const marker = L.marker(centre.getCenter(), {
      icon: L.divIcon({ html: dot, className: 'vd-pin-holder', iconSize: [48, 48] }),
      keyboard: true,
      riseOnHover: true,
    })
    const zoomsIn = many && map.getZoom() < map.getMaxZoom()
    const act = () =>
      zoomsIn
        ? map.fitBounds(centre.pad(0.4), { animate: !calm, maxZoom: map.getZoom() + 3 })
        : setting.onChoose(first.id)
    marker.on('click', act)
    marker.on('mouseover', () => setting.onHover?.(first.id))
    marker.on('mouseout', () => setting.onHover?.(null))
    marker.addTo(layer)
    const button = marker.getElement()
    if (!button) return
    button.setAttribute('role', 'button')
    button.setAttribute(
      'aria-label',
      many ? `${group.length} plekken${zoomsIn ? ', vergroot' : `, onder meer ${first.name}`}` : first.name,
    )
    button.dataset.key = group.map((place) => place.id).join(' ')
    button.addEventListener('keydown', (event) => {
      if (event.key !== ' ' && event.key !== 'Enter') return
      // Leaflet hears Enter by keypress and would act a second time.
      event.preventDefault()
      act()
    })
  }

  return {
    /** Puts these on the map and shows them all, but for one that lies far from the rest: a typing error in a coordinate. */
    show(next: readonly MapPlace[]): void {
      places = next
      const bounds = L.latLngBounds(
        withoutOutliers(places).map((place) => [place.latitude, place.longitude] as [number, number]),
      )
      if (bounds.isValid()) map.fitBounds(bounds.pad(0.25), { maxZoom: 12, animate: false })
      else if (ground.isValid()) map.fitBounds(ground, { animate: false })
      else map.setView([52.2, 5.5], 7)
      draw()
    },
    /** Marks one, because somebody points at it in the list. */
    choose(id: string | null): void {
      chosen = id
      for (const button of element.querySelectorAll<HTMLElement>('.vd-pin-holder')) {
        const here = id !== null && (button.dataset.key ?? '').split(' ').includes(id)
        button.querySelector('.vd-pin')?.classList.toggle('vd-pin--chosen', here)
        button.classList.toggle('vd-pin-holder--chosen', here)
      }
    },
    remove: () => map.remove(),
  }
}

/** Draws the base map, if there is one, and gives its bounds. Nothing of it can be pressed. */
function drawBase(map: L.Map, base: unknown): L.LatLngBounds {
  if (!isBaseMap(base)) return L.latLngBounds([])
  const names: L.Marker[] = []
  const layer = L.geoJSON(base as unknown as GeoJSON.FeatureCollection, {
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

/** The name of a village: a text node, never markup. */
function nameAt(name: string, at: L.LatLngExpression): L.Marker {
  const label = document.createElement('span')
  label.className = 'vd-village'
  label.textContent = name
  const icon = L.divIcon({ html: label, className: 'vd-village-holder', iconSize: [0, 0] })
  return L.marker(at, { interactive: false, keyboard: false, icon, zIndexOffset: -1000 })
}

const isBaseMap = (value: unknown): value is BaseMap =>
  typeof value === 'object' && value !== null && Array.isArray((value as { features?: unknown }).features)

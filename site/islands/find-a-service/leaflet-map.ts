import L from 'leaflet'
import { mapWords } from '../../lib/map-words.ts'
import { mapRules } from '../../styles/map-rules.ts'
import { type Bounds, type Group, cluster, withoutOutliers } from './cluster.ts'
import type { Ground } from './ground.ts'
import { DEEPEST, asLatLng, asPair, drawGround, spotAt } from './leaflet-ground.ts'
import { isMany, label, nameOf, pinOf } from './pin.ts'
import { useTwoFingers } from './two-fingers.ts'

/** Put into the page's own stylesheet once: a policy that forbids inline style has nothing against that. */
const sheet = document.styleSheets[0]
for (const rule of mapRules) sheet?.insertRule(rule, sheet.cssRules.length)

/** A door on the map. Several may belong to one service; `id` is what the list knows. */
export type MapPlace = { id: string; name: string; latitude: number; longitude: number }
/** Milliseconds of a frame that drawing signs may take. */
const PART_OF_A_FRAME = 8

type Point = { latitude: number; longitude: number }

type Setting = {
  label: string
  ground: Ground
  onChoose: (id: string) => void
  /** Different services on one spot, chosen together. */
  onSpot?: (bounds: Bounds) => void
  onHover?: (ids: string[]) => void
  onLeave?: () => void
  /** Somebody moved the map, and now sees this much of it. */
  onMove?: (bounds: Bounds) => void
}

/**
 * All that the island knows of Leaflet, with what it is drawn on (leaflet-ground.ts). It holds no state of its own but the signs on screen.
 * Signs are buttons with a name: Enter and Space choose, Escape goes back to the list through `onLeave`.
 */
export function createMap(element: HTMLElement, setting: Setting) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(element, {
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false,
    maxZoom: DEEPEST,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    markerZoomAnimation: !calm,
    inertia: !calm,
  })
  L.control.zoom({ zoomInTitle: mapWords.zoomIn, zoomOutTitle: mapWords.zoomOut }).addTo(map)
  element.setAttribute('role', 'region')
  element.setAttribute('aria-label', setting.label)
  const hint = label('vd-map__hint', mapWords.twoFingers)
  hint.hidden = true
  hint.setAttribute('aria-hidden', 'true')
  useTwoFingers(element, (mayDrag) => map.dragging[mayDrag ? 'enable' : 'disable'](), hint)
  // A wheel over a map that nobody asked anything of scrolls the page.
  map.on('focus', () => map.scrollWheelZoom.enable())
  map.on('blur', () => map.scrollWheelZoom.disable())
  const whole = drawGround(map, setting.ground)

  const layer = L.layerGroup().addTo(map)
  const drawn = new Map<string, { group: Group<MapPlace>; marker: L.Marker }>()
  let index = cluster<MapPlace>([], DEEPEST)
  let chosen: readonly string[] = []
  let moving = false
  let nextFrame = 0

  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') setting.onLeave?.()
  })
  map.on('moveend', () => {
    // Signs drawn before the map has its first view would stay without a name.
    if (moving) return
    draw()
    setting.onMove?.(boundsOf(map.getBounds()))
  })

  /** Moves the map without telling anybody: only what a person does is told. */
  function move(how: () => void): void {
    moving = true
    how()
    moving = false
  }

  function draw(): void {
    const groups = index.inView(boundsOf(map.getBounds().pad(0.1)), Math.round(map.getZoom()))
    const wanted = new Set(groups.map(({ key }) => key))
    const focused = [...drawn.values()].find(({ marker }) => marker.getElement() === document.activeElement)?.group
    for (const [key, { marker }] of drawn) {
      if (wanted.has(key)) continue
      layer.removeLayer(marker)
      drawn.delete(key)
    }
    const middle = focused ?? { latitude: map.getCenter().lat, longitude: map.getCenter().lng }
    addSome(groups.filter(({ key }) => !drawn.has(key)).toSorted((a, b) => away(a, middle) - away(b, middle)))
    // Whoever stood on a group that fell apart stands on a part of it.
    if (focused && !drawn.has(focused.key)) nearest(focused.places(1)[0] ?? focused)?.focus()
  }

  /** As many as fit in a frame, from the middle outwards, and the rest in the next: the map never keeps a hand waiting. */
  function addSome(waiting: readonly Group<MapPlace>[]): void {
    cancelAnimationFrame(nextFrame)
    const until = performance.now() + PART_OF_A_FRAME
    let added = 0
    for (const group of waiting) {
      if (performance.now() > until) break
      add(group)
      added += 1
    }
    mark()
    if (added < waiting.length) nextFrame = requestAnimationFrame(() => addSome(waiting.slice(added)))
  }

  function nearest(to: Point): HTMLElement | undefined {
    const all = [...drawn.values()].toSorted((a, b) => away(a.group, to) - away(b.group, to))
    return all[0]?.marker.getElement()
  }

  function add(group: Group<MapPlace>): void {
    const marker = L.marker([group.latitude, group.longitude], {
      icon: L.divIcon({ html: pinOf(group), className: 'vd-pin-holder', iconSize: [48, 48] }),
      keyboard: true,
      riseOnHover: true,
    })
    const act = () => {
      const [first] = group.places(1)
      if (group.partsAt !== null) map.setView(asPair(group), group.partsAt, { animate: !calm })
      else if (isMany(group)) setting.onSpot?.(around(group))
      else if (first) setting.onChoose(first.id)
    }
    marker.on('click', act)
    marker.on('mouseover', () => setting.onHover?.(group.places(100).map(({ id }) => id)))
    marker.on('mouseout', () => setting.onHover?.([]))
    marker.addTo(layer)
    drawn.set(group.key, { group, marker })
    const button = marker.getElement()
    if (!button) return
    button.setAttribute('role', 'button')
    button.setAttribute('aria-label', nameOf(group))
    button.addEventListener('keydown', (event) => {
      if (event.key !== ' ' && event.key !== 'Enter') return
      // Leaflet hears Enter by keypress and would act a second time.
      event.preventDefault()
      act()
    })
  }

  function mark(): void {
    for (const { group, marker } of drawn.values()) {
      const here = chosen.length > 0 && group.places().some(({ id }) => chosen.includes(id))
      const button = marker.getElement()
      button?.classList.toggle('vd-pin-holder--chosen', here)
      button?.querySelector('.vd-pin')?.classList.toggle('vd-pin--chosen', here)
    }
  }

  let you: L.Marker | null = null
  return {
    /** Puts these on the map. `view` is what to look at: a part of the map, where somebody is, or everything. */
    show(places: readonly MapPlace[], view: { area?: Bounds | null; here?: Point | null; keep?: boolean } = {}): void {
      index = cluster(places, DEEPEST)
      for (const { marker } of drawn.values()) layer.removeLayer(marker)
      drawn.clear()
      you?.remove()
      you = view.here ? spotAt(view.here).addTo(map) : null
      if (view.keep) return draw()
      const wanted = view.area ? asLatLng(view.area) : L.latLngBounds(aroundHere(places, view.here).map(asPair))
      move(() => {
        if (wanted.isValid()) map.fitBounds(view.area ? wanted : wanted.pad(0.15), { maxZoom: 13, animate: false })
        else if (whole.isValid()) map.fitBounds(whole, { animate: false })
        else map.setView([52.2, 5.5], 7)
      })
      draw()
    },
    /** Marks these, because somebody points at them in the list. */
    choose(ids: readonly string[]): void {
      chosen = ids
      mark()
    },
    remove(): void {
      cancelAnimationFrame(nextFrame)
      map.remove()
    },
  }
}

/** Without a place to start from: all of them, but for one that lies far from the rest. Else oneself and what is near. */
function aroundHere(places: readonly MapPlace[], here: Point | null | undefined): readonly Point[] {
  if (!here) return withoutOutliers(places)
  return [here, ...places.toSorted((a, b) => away(a, here) - away(b, here)).slice(0, 12)]
}

const away = (a: Point, b: Point) => Math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * 0.6)
const boundsOf = (bounds: L.LatLngBounds): Bounds => ({
  west: bounds.getWest(),
  south: bounds.getSouth(),
  east: bounds.getEast(),
  north: bounds.getNorth(),
})
/** A few metres around a spot. */
const around = ({ latitude, longitude }: Point): Bounds => ({
  west: longitude - 0.0002,
  south: latitude - 0.0002,
  east: longitude + 0.0002,
  north: latitude + 0.0002,
})

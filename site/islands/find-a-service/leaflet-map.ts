import L from 'leaflet'
import { mapWords } from '../../lib/map-words.ts'
import { mapRules } from '../../styles/map-rules.ts'
import type { Bounds, Groups } from './cluster.ts'
import type { Ground } from './ground.ts'
import { breath, grouped } from './grouped.ts'
import { DEEPEST, asLatLng, asPair, drawGround, spotAt } from './leaflet-ground.ts'
import { addMoveButtons } from './leaflet-move.ts'
import { signsOn } from './leaflet-signs.ts'
import { isMany, label } from './pin.ts'
import { useTwoFingers } from './two-fingers.ts'

/**
 * Laid beside the page's own stylesheet once: a policy that forbids inline style has nothing against that. Put into it
 * they would make a browser reckon the style of the whole page anew; a browser too old for a sheet of its own does.
 */
if ('adoptedStyleSheets' in document) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(mapRules.join('\n'))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
} else {
  const sheet = (document as Document).styleSheets[0]
  for (const rule of mapRules) sheet?.insertRule(rule, sheet.cssRules.length)
}

/** A door on the map. Several may belong to one service; `id` is what the list knows. */
export type MapPlace = { id: string; name: string; latitude: number; longitude: number }

type Point = { latitude: number; longitude: number }

type View = { area?: Bounds | null; here?: Point | null; keep?: boolean }

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
 * All that the island knows of Leaflet, with what it is drawn on (leaflet-ground.ts). Signs are buttons with a
 * name (leaflet-signs.ts): Enter and Space choose, Escape goes back to the list through `onLeave`.
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
  addMoveButtons(map, calm)
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

  const signs = signsOn(map, {
    act: (group) => {
      const [first] = group.places(1)
      if (group.partsAt !== null) map.setView(asPair(group), group.partsAt, { animate: !calm })
      else if (isMany(group)) setting.onSpot?.(around(group))
      else if (first) setting.onChoose(first.id)
    },
    hover: (group) => setting.onHover?.(group?.places(100).map(({ id }) => id) ?? []),
  })
  let index: Groups<MapPlace> | null = null
  let moving = false
  /** How often was asked to show something: what is overtaken while it is being grouped is not drawn. */
  let asked = 0

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
    if (index) signs.show(index.inView(boundsOf(map.getBounds().pad(0.1)), Math.round(map.getZoom())))
  }

  let you: L.Marker | null = null
  return {
    /**
     * Puts these on the map, when they are grouped; what stands there stays until then. `view` is what to look at: a part
     * of the map, where somebody is, or everything.
     */
    async show(places: readonly MapPlace[], { area, here, keep }: View = {}): Promise<void> {
      const turn = ++asked
      const made = await grouped(places, DEEPEST, here)
      if (turn !== asked) return
      index = made.groups
      signs.clear()
      you?.remove()
      you = here ? spotAt(here).addTo(map) : null
      if (!keep) {
        move(() => {
          if (area) map.fitBounds(asLatLng(area), { maxZoom: 13, animate: false })
          else if (made.bounds) map.fitBounds(asLatLng(made.bounds).pad(0.15), { maxZoom: 13, animate: false })
          else if (whole.isValid()) map.fitBounds(whole, { animate: false })
          else map.setView([52.2, 5.5], 7)
        })
        await breath()
        if (turn !== asked) return
      }
      draw()
    },
    /** Marks these, because somebody points at them in the list. */
    choose: signs.choose,
    remove(): void {
      asked += 1
      signs.remove()
      map.remove()
    },
  }
}

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

/**
 * The signs on the map. They are no Leaflet markers: a sign is one button, taken from a store and given back, all of
 * them lie in one pane that moves and grows as a whole, and no frame makes more of them than fit in it. So ten thousand
 * places never keep a hand waiting (`npm run bench -- map`).
 */
import L from 'leaflet'
import { type Group, away } from './cluster.ts'
import type { MapPlace } from './leaflet-map.ts'
import { isMany, nameOf } from './pin.ts'

/** Milliseconds of a frame that filling in signs may take; laying them out takes the browser as much again. */
const PART_OF_A_FRAME = 5
/** And no more than so many: on a slow day the clock says little of what they cost to lay out. */
const AT_A_TIME = 40
/** Half of a sign's width in pixels (kaart.css): its middle lies on the spot. */
const HALF = 24

type Point = { latitude: number; longitude: number }
type Sign = { group: Group<MapPlace>; button: HTMLButtonElement; pin: HTMLElement; marked: boolean }
type Setting = { act: (group: Group<MapPlace>) => void; hover: (group: Group<MapPlace> | null) => void }

/** An empty pane of signs over the map. Whoever presses one is told to `act`; a pointer over one to `hover`. */
export function signsOn(map: L.Map, { act, hover }: Setting) {
  const pane = document.createElement('div')
  pane.className = 'vd-signs leaflet-zoom-animated'
  map.getPane('markerPane')?.append(pane)
  const drawn = new Map<string, Sign>()
  const byButton = new Map<Element, Sign>()
  const store: Sign[] = []
  let chosen: ReadonlySet<string> = new Set()
  let nextFrame = 0
  /** The zoom and the spot that positions in the pane are counted from. */
  let base = { zoom: 0, origin: L.latLng(0, 0) }

  const signOf = ({ target }: Event) =>
    target instanceof Element ? byButton.get(target.closest('.vd-pin-holder') ?? pane) : undefined

  // The end of dragging the map is no press; a press by the keyboard has no clicks to count.
  let dragged = false
  pane.addEventListener('pointerdown', () => (dragged = false))
  map.on('dragstart', () => (dragged = true))
  pane.addEventListener('click', (event) => {
    const sign = signOf(event)
    if (sign && !(dragged && event.detail > 0)) act(sign.group)
  })
  let under: Sign | null = null
  const point = (sign: Sign | null) => {
    if (under === sign) return
    under = sign
    hover(sign?.group ?? null)
  }
  pane.addEventListener('mouseover', (event) => point(signOf(event) ?? null))
  pane.addEventListener('mouseleave', () => point(null))
  // With Tab one comes upon signs that lie just outside the frame.
  pane.addEventListener('focusin', (event) => {
    const sign = signOf(event)
    if (sign?.button.matches(':focus-visible')) map.panInside(at(sign.group), { padding: [32, 32] })
  })

  /** The pane as a whole goes along with a zoom that is under way; its signs are put right when it has ended. */
  const follow = (zoom: number, center: L.LatLng) => {
    const middle = map.project(center, zoom)
    const corner = middle.subtract(map.getSize().divideBy(2)).add(map.containerPointToLayerPoint([0, 0]).multiplyBy(-1))
    L.DomUtil.setTransform(pane, map.project(base.origin, zoom).subtract(corner), map.getZoomScale(zoom, base.zoom))
  }
  map.on('zoomanim', ({ zoom, center }) => follow(zoom, center))
  map.on('zoom', () => follow(map.getZoom(), map.getCenter()))

  function take(): Sign {
    const kept = store.pop()
    if (kept) return kept
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'vd-pin-holder'
    const pin = document.createElement('span')
    button.append(pin)
    return { group: nothing, button, pin, marked: false }
  }

  function give(sign: Sign): void {
    if (under === sign) point(null)
    drawn.delete(sign.group.key)
    byButton.delete(sign.button)
    sign.button.remove()
    store.push(sign)
  }

  function add(group: Group<MapPlace>): void {
    const sign = take()
    const many = isMany(group)
    sign.group = group
    sign.pin.className = many ? 'vd-pin vd-pin--many' : 'vd-pin'
    sign.pin.textContent = many ? String(group.count) : ''
    sign.button.setAttribute('aria-label', nameOf(group))
    sign.marked = false
    sign.button.classList.remove('vd-pin-holder--chosen')
    mark(sign)
    put(sign)
    pane.append(sign.button)
    drawn.set(group.key, sign)
    byButton.set(sign.button, sign)
  }

  function put({ group, button }: Sign): void {
    const { x, y } = map.project(at(group), base.zoom).subtract(map.project(base.origin, base.zoom)).round()
    button.style.transform = `translate(${x - HALF}px,${y - HALF}px)`
  }

  function mark(sign: Sign): void {
    const here = chosen.size > 0 && sign.group.places().some(({ id }) => chosen.has(id))
    if (here === sign.marked) return
    sign.marked = here
    sign.button.classList.toggle('vd-pin-holder--chosen', here)
    sign.pin.classList.toggle('vd-pin--chosen', here)
  }

  /** As many as fit in a frame, and the rest in the next. */
  function addSome(waiting: readonly Group<MapPlace>[]): void {
    cancelAnimationFrame(nextFrame)
    const until = performance.now() + PART_OF_A_FRAME
    let added = 0
    for (const group of waiting) {
      if (added === AT_A_TIME || performance.now() > until) break
      add(group)
      added += 1
    }
    if (added < waiting.length) nextFrame = requestAnimationFrame(() => addSome(waiting.slice(added)))
  }

  return {
    /** Puts up what is not there yet, from the middle outwards, and takes away what is no longer wanted. */
    show(groups: readonly Group<MapPlace>[]): void {
      const wanted = new Set(groups.map(({ key }) => key))
      const focused = document.activeElement ? byButton.get(document.activeElement)?.group : undefined
      const zoomed = base.zoom !== map.getZoom()
      if (zoomed) base = { zoom: map.getZoom(), origin: map.getCenter() }
      for (const sign of drawn.values()) {
        if (!wanted.has(sign.group.key)) give(sign)
        else if (zoomed) put(sign)
      }
      L.DomUtil.setTransform(pane, map.latLngToLayerPoint(base.origin), 1)
      const middle = focused ?? { latitude: map.getCenter().lat, longitude: map.getCenter().lng }
      addSome(groups.filter(({ key }) => !drawn.has(key)).toSorted((a, b) => away(a, middle) - away(b, middle)))
      // Whoever stood on a group that fell apart stands on a part of it.
      if (!focused || byButton.has(document.activeElement ?? pane)) return
      const spot = focused.places(1)[0] ?? focused
      const nearest = [...drawn.values()].toSorted((a, b) => away(a.group, spot) - away(b.group, spot))[0]
      nearest?.button.focus({ preventScroll: true })
    },
    /** Away with all of them: what comes next are other places. */
    clear(): void {
      cancelAnimationFrame(nextFrame)
      for (const sign of drawn.values()) give(sign)
    },
    /** Marks the signs that hold one of these. */
    choose(ids: readonly string[]): void {
      chosen = new Set(ids)
      for (const sign of drawn.values()) mark(sign)
    },
    remove(): void {
      cancelAnimationFrame(nextFrame)
      pane.remove()
    },
  }
}

const nothing: Group<MapPlace> = { latitude: 0, longitude: 0, key: '', count: 0, places: () => [], partsAt: null }
const at = ({ latitude, longitude }: Point) => L.latLng(latitude, longitude)

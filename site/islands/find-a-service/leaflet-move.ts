/** Four buttons that move the map, for whoever points but cannot drag (WCAG 2.5.7). The arrow keys do the same. */
import L from 'leaflet'
import { mapWords } from '../../lib/map-words.ts'

/** A part of the map's width or height at a press. */
const STEP = 0.4

const ways = [
  ['left', 'M15 5l-7 7 7 7', -1, 0],
  ['up', 'M5 15l7-7 7 7', 0, -1],
  ['down', 'M5 9l7 7 7-7', 0, 1],
  ['right', 'M9 5l7 7-7 7', 1, 0],
] as const

/** Drawn and not typed: the letters that a page brings along have no arrows. */
function arrow(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

/** Puts them at the foot of the map; `calm` moves it at once instead of gliding. */
export function addMoveButtons(map: L.Map, calm: boolean): void {
  const control = new L.Control({ position: 'bottomleft' })
  control.onAdd = () => {
    const bar = document.createElement('div')
    bar.className = 'leaflet-bar vd-map__move'
    bar.setAttribute('role', 'group')
    bar.setAttribute('aria-label', mapWords.move)
    for (const [way, path, x, y] of ways) {
      const button = document.createElement('button')
      button.type = 'button'
      button.append(arrow(path))
      button.title = mapWords.moveTo[way]
      button.setAttribute('aria-label', mapWords.moveTo[way])
      button.addEventListener('click', () => {
        const { x: width, y: height } = map.getSize()
        map.panBy([x * width * STEP, y * height * STEP], { animate: !calm })
      })
      bar.append(button)
    }
    L.DomEvent.disableClickPropagation(bar)
    return bar
  }
  control.addTo(map)
}

/** The small map on the page of a service: nothing is loaded before somebody asks for it. */
import { mapWords } from '../../lib/map-words.ts'
import { fetchGround } from './ground.ts'
import type { MapPlace } from './leaflet-map.ts'

/** Puts the map where the button stands. */
export async function openSmallMap(button: HTMLButtonElement): Promise<void> {
  const holder = button.closest<HTMLElement>('.vd-small-map')
  const places = JSON.parse(holder?.dataset.points ?? '[]') as MapPlace[]
  const [{ createMap }, ground] = await Promise.all([import('./leaflet-map.ts'), fetchGround(holder?.dataset.base)])
  const element = document.createElement('div')
  element.className = 'vd-map vd-map--small'
  button.replaceWith(element)
  void createMap(element, { label: mapWords.smallMap, ground, onChoose: () => undefined }).show(places)
}

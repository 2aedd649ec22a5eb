/** The small map on the page of a service: nothing is loaded before somebody asks for it. */
import type { MapPlace } from './leaflet-map.ts'

/** Puts the map where the button stands. */
export async function openSmallMap(button: HTMLButtonElement): Promise<void> {
  const holder = button.closest<HTMLElement>('.vd-small-map')
  const places = JSON.parse(holder?.dataset.points ?? '[]') as MapPlace[]
  const [{ createMap }, base] = await Promise.all([import('./leaflet-map.ts'), baseMap(holder?.dataset.base)])
  const element = document.createElement('div')
  element.className = 'vd-map vd-map--small'
  button.replaceWith(element)
  createMap(element, { label: 'Kaart met deze plek', base, onChoose: () => undefined }).show(places)
}

/** The drawn map, or null when there is none or it cannot be fetched: places alone still help. */
export async function baseMap(url: string | null | undefined): Promise<unknown> {
  if (!url) return null
  try {
    const answer = await fetch(url)
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

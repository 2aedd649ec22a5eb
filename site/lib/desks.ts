/** Which desks fit what somebody looks for. Pure. */
import type { DesksView } from '../../api/desks/schema.ts'

export type Desk = DesksView['desks'][number]

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** A desk fits when one of its services does; the safety net fits every theme and place. */
export function fits(desk: Desk, filter: { theme: string; place: string; text: string }): boolean {
  const words = plain(filter.text).split(/\s+/).filter(Boolean)
  const said = plain([desk.name, desk.organization.name, ...desk.services.map((service) => service.name)].join(' '))
  if (!words.every((word) => said.includes(word))) return false
  if (desk.safetyNet) return true
  const { theme, place } = filter
  if (!theme && !place) return true
  return desk.services.some(
    (service) =>
      (!theme || service.themes.includes(theme)) && (!place || service.national || service.places.includes(place)),
  )
}

/** What is asked for there, in a line: four names at most. */
export function servicesOf(desk: Desk): string {
  const names = desk.services.map((service) => service.name)
  return names.length > 4 ? `${names.slice(0, 4).join(', ')} en nog ${names.length - 4}` : names.join(', ')
}

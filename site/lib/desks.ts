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

const MOST_PROPOSED = 3

/** Which part of what a desk offers is of this theme. */
const share = ({ services }: Desk, theme: string) =>
  services.filter(({ themes }) => themes.includes(theme)).length / Math.max(1, services.length)

/**
 * Which desks to propose after one said no: that fit theme and place, are open today and were not asked before. With an
 * agreement first, then those of the place itself, then those for whom the theme is most of what they do; the safety net
 * last.
 */
export function nextDesks(
  desks: readonly Desk[],
  given: { theme: string; place: string | null; asked: readonly string[]; today: string },
): Desk[] {
  const { theme, today } = given
  const place = given.place ?? ''
  const isClosed = (desk: Desk) => desk.closings.some(({ from, until }) => from <= today && today <= until)
  const rank = (desk: Desk) =>
    (desk.safetyNet ? 4 : 0) +
    (desk.agreement ? 0 : 2) +
    (desk.services.some((service) => service.themes.includes(theme) && service.places.includes(place)) ? 0 : 1)
  return desks
    .filter(
      (desk) =>
        !desk.own && !given.asked.includes(desk.id) && !isClosed(desk) && fits(desk, { theme, place, text: '' }),
    )
    .toSorted(
      (one, two) =>
        rank(one) - rank(two) || share(two, theme) - share(one, theme) || one.name.localeCompare(two.name, 'nl'),
    )
    .slice(0, MOST_PROPOSED)
}

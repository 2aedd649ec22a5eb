/** Addresses one can give a resident, and which of them fit what is looked for. Pure. */
import type { Desk } from './desks.ts'
import { fits } from './desks.ts'

export type Address = {
  kind: 'service' | 'desk'
  id: string
  name: string
  organization: string
  phone: string | null
  /** The public page, where there is one: what a resident can read again. */
  url: string | null
  themes: readonly string[]
  places: readonly string[]
  national: boolean
}
export type Wanted = { theme: string; place: string; text: string }

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Services by theme, place and words in their name or organisation. */
export function addressesFor(services: readonly Address[], desks: readonly Desk[], wanted: Wanted): Address[] {
  const words = plain(wanted.text).split(/\s+/).filter(Boolean)
  const found = services.filter(
    (service) =>
      (!wanted.theme || service.themes.includes(wanted.theme)) &&
      (!wanted.place || service.national || service.places.includes(wanted.place)) &&
      words.every((word) => plain(`${service.name} ${service.organization}`).includes(word)),
  )
  return [...found, ...desks.filter((desk) => fits(desk, wanted)).map(asAddress)]
}

const asAddress = (desk: Desk): Address => ({
  kind: 'desk',
  id: desk.id,
  name: desk.name,
  organization: desk.organization.name,
  phone: desk.phone,
  url: null,
  themes: [...new Set(desk.services.flatMap((service) => service.themes))],
  places: [...new Set(desk.services.flatMap((service) => service.places))],
  national: false,
})

/** What is counted: the theme that was looked for, or else the first of the address. Null when neither is known. */
export function countedAs(address: Address, wanted: Wanted) {
  const theme = wanted.theme || address.themes[0]
  if (!theme) return null
  const to = address.kind === 'service' ? { serviceId: address.id } : { deskId: address.id }
  return { theme, place: wanted.place || null, ...to }
}

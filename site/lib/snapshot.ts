/** The published revision this build is made from, read once; lookups by the keys pages use. Build time only. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { snapshotSchema } from '../../api/publish/schema.ts'
import { termFinder } from './terms.ts'
import type { GuideStep, Place, PublishedOrganization, PublishedService, Term } from '../../api/publish/schema.ts'

const path = process.env.VOORDEUR_SNAPSHOT ?? resolve(process.cwd(), 'tests/fixtures/snapshot.json')

export const snapshot = snapshotSchema.parse(JSON.parse(readFileSync(path, 'utf8')))

export const { guide, municipality, places, themes } = snapshot
export const terms = termFinder(snapshot.glossary)

/** "Lindeveen": the name inside a sentence. */
export const townName = municipality.name.replace(/^gemeente\s+/i, '').replace(/\s*\(.*\)$/, '')

/** A directory in another language is of another country: national Dutch numbers are no use there. */
export const directoryIsDutch = municipality.language.startsWith('nl')
/** Directory texts carry this language where it differs from a Dutch frame around them; in both languages: `frameOf`. */
export const textLang = directoryIsDutch ? undefined : municipality.language

const collator = new Intl.Collator('nl', { sensitivity: 'base', numeric: true })
export const byName = (a: { name: string }, b: { name: string }) => collator.compare(a.name, b.name)

/** What stands in lists: entries that ended are not in the snapshot, "temporarily closed" is, with its notice. */
export const services = [...snapshot.services].sort(byName)
export const organizations = [...snapshot.organizations].sort(byName)

const organizationById = new Map(organizations.map((organization) => [organization.id, organization]))
const themeByCode = new Map(themes.map((theme) => [theme.code, theme]))
const groupByCode = new Map(snapshot.target_groups.map((group) => [group.code, group]))
const placeById = new Map(places.map((place) => [place.id, place]))

const present = <T>(value: T | undefined): value is T => value !== undefined

/** The organisation behind a service. A snapshot without it is broken, so the build stops. */
export function organizationOf(service: PublishedService): PublishedOrganization {
  const organization = organizationById.get(service.organization_id)
  if (!organization) throw new Error(`service ${service.id} has no organization in this snapshot`)
  return organization
}

export const themesOf = (service: PublishedService): Term[] =>
  service.themes.map((code) => themeByCode.get(code)).filter(present)
export const targetGroupsOf = (service: PublishedService): Term[] =>
  service.target_groups.map((code) => groupByCode.get(code)).filter(present)
export const placesOf = (service: PublishedService): Place[] =>
  service.places.map((id) => placeById.get(id)).filter(present)

/** Of a theme; what is about nothing else before what is also about it. */
export const inTheme = (code: string) =>
  services
    .filter((service) => service.themes.includes(code))
    .toSorted((a, b) => a.themes.length - b.themes.length || byName(a, b))
/** By the first theme of each, in the order of the themes; what has none comes last, under null. */
export function byTheme(list: readonly PublishedService[]) {
  const groups = [...themes, null].map((theme) => ({
    theme,
    services: list.filter((service) => (theme ? service.themes[0] === theme.code : service.themes.length === 0)),
  }))
  return groups.filter((group) => group.services.length > 0)
}
export const ofOrganization = (id: string) => services.filter((service) => service.organization_id === id)
/** In this place or covering it; national ones are listed apart. */
export const inPlace = (id: string) => services.filter((service) => !service.national && service.places.includes(id))
/** Whether one can go there for it: a physical address of the service is in this place. */
export const standsIn = (service: PublishedService, place: { name: string }) =>
  service.service_at_locations.some(({ location }) =>
    location.addresses.some(
      ({ address_type, city }) => address_type === 'physical' && city.toLowerCase() === place.name.toLowerCase(),
    ),
  )
export const nationals = services.filter((service) => service.national)

/** Themes such as violence: quick exit and crisis numbers. */
export const isSensitive = (service: PublishedService) => themesOf(service).some((theme) => theme.sensitive)

/** What one can do oneself or with people near, for a theme. */
export const selfHelpOf = (code: string) => snapshot.self_help.find(({ theme }) => theme === code)?.words ?? []

const serviceById = new Map(services.map((service) => [service.id, service]))
/** The services that an end of the guide names, in the order of its editor. */
export const namedBy = (step: GuideStep): PublishedService[] =>
  step.services.map((id) => serviceById.get(id)).filter(present)

/** The steps of the guide from its start to just before this one, by the shortest way. */
export function wayTo(step: GuideStep): GuideStep[] {
  const start = guide.find(({ code }) => code === 'start')
  let ways: GuideStep[][] = start ? [[start]] : []
  // A guide that goes round in circles ends too.
  for (let steps = 0; ways.length > 0 && steps < guide.length; steps += 1) {
    const found = ways.find((way) => way.at(-1)?.code === step.code)
    if (found) return found.slice(0, -1)
    ways = ways.flatMap((way) =>
      (way.at(-1)?.choices ?? [])
        .flatMap(({ leads_to }) => guide.filter(({ code }) => code === leads_to))
        .map((next) => [...way, next]),
    )
  }
  return []
}

const rooms = { service: 'aanbod', organization: 'organisaties', taxonomy_term: 'themas' } as const

/** Every address that a page had before, and where it is now; what is taken again is no former address. */
export const formerPaths = snapshot.former_slugs.map(({ entity, slug, now }) => ({
  from: `/${rooms[entity]}/${slug}/`,
  to: `/${rooms[entity]}/${now}/`,
}))

export const urlOf = {
  service: (service: { slug: string }) => `/aanbod/${service.slug}/`,
  organization: (organization: { slug: string }) => `/organisaties/${organization.slug}/`,
  theme: (theme: { code: string }) => `/themas/${theme.code}/`,
  place: (place: { id: string }) => `/plaatsen/${place.id}/`,
}

/** Makes one snapshot out of the rows of the directory. Pure: equal rows give an equal snapshot. */
import { slugFrom } from '../hsds/slug.ts'
import { gather } from './gather.ts'
import { type Located, placesFrom } from './places.ts'
import type { Directory } from './queries.ts'
import type { Place, PublishedService, Snapshot, Term } from './schema.ts'

export type Content = Omit<Snapshot, 'revision' | 'published_at'>

/** Names of areas that mean the whole country. */
const NATIONAL = new Set(['nederland', 'heel nederland', 'landelijk', 'netherlands'])

/** Everything of a snapshot but its number and time. Refused by the caller where there is no municipality yet. */
export function makeContent(directory: Directory, municipality: NonNullable<Directory['municipality']>): Content {
  const parts = gather(directory)
  const places = directory.places.length > 0 ? directory.places : placesFrom(located(directory))
  const terms = termsByUse(directory)
  const areaOf = coverage(places, municipality.name)
  const attributes = Map.groupBy(directory.attributes, (attribute) => attribute.link_id)

  const services = directory.services.map((service): PublishedService => {
    const at = parts.serviceAtLocations(service.id)
    const areas = parts.areas(service.id)
    const cities = at.flatMap(({ location }) => location.addresses.map((address) => address.city))
    const attached = (attributes.get(service.id) ?? []).map((attribute) => attribute.taxonomy_term_id)
    const { verified_on, verified_by, verified_how } = service
    return {
      id: service.id,
      slug: service.slug,
      organization_id: service.organization_id,
      name: service.name,
      alternate_name: service.alternate_name,
      description: service.description ?? '',
      url: service.url,
      email: service.email,
      status: service.status,
      application_process: service.application_process,
      fees_description: service.fees_description ?? service.fees,
      wait_time: service.wait_time,
      eligibility_description: service.eligibility_description,
      minimum_age: service.minimum_age,
      maximum_age: service.maximum_age,
      alert: service.alert,
      last_modified: service.last_modified?.toISOString() ?? null,
      ...parts.ofService(service.id),
      service_areas: areas,
      service_at_locations: at,
      themes: terms.themes.codes(attached),
      target_groups: terms.groups.codes(attached),
      keywords: terms.keywords(attached),
      access_line: service.access_line,
      crisis: service.crisis,
      indication_required: service.indication_required,
      verified:
        verified_on && verified_by && verified_how ? { on: verified_on, by: verified_by, how: verified_how } : null,
      ...areaOf(
        areas.map((area) => area.name ?? ''),
        cities,
      ),
    }
  })

  const published = new Set(services.map(({ id }) => id))

  return {
    municipality: {
      name: municipality.name,
      demo: municipality.demo,
      language: municipality.language,
      contact: { phone: municipality.phone, email: municipality.email, address: municipality.address },
    },
    places,
    postcodes: directory.postcodes,
    self_help: [...Map.groupBy(directory.selfHelp, ({ theme }) => theme)].map(([theme, rows]) => ({
      theme,
      words: rows.map(({ words }) => words),
    })),
    guide: directory.guideSteps.map((step) => ({
      ...step,
      // One that ended meanwhile is not named; the others keep their order.
      services: step.services.filter((id) => published.has(id)),
      choices: directory.guideChoices
        .filter((choice) => choice.step === step.code)
        .map(({ words, hint, sign, leads_to }) => ({ words, hint, sign, leads_to })),
    })),
    former_slugs: formerSlugs(directory, terms.themes.list),
    themes: terms.themes.list,
    target_groups: terms.groups.list,
    glossary: directory.glossary,
    concepts: directory.concepts,
    counts_searches: municipality.counts_searches,
    organizations: directory.organizations.map((organization) => ({
      id: organization.id,
      slug: organization.slug,
      name: organization.name,
      alternate_name: organization.alternate_name,
      description: organization.description,
      email: organization.email,
      website: organization.website,
      ...parts.ofOrganization(organization.id),
    })),
    services,
    base_map: directory.baseMap?.geojson ?? null,
  }
}

/** Former addresses of pages that are there; what is not published has no page to lead to. */
function formerSlugs(directory: Directory, themes: readonly Term[]): Content['former_slugs'] {
  const shown = new Set(themes.map(({ code }) => code))
  const now = {
    organization: new Map(directory.organizations.map(({ id, slug }) => [id, slug])),
    service: new Map(directory.services.map(({ id, slug }) => [id, slug])),
    taxonomy_term: new Map(directory.terms.flatMap(({ id, slug }) => (shown.has(slug) ? [[id, slug] as const] : []))),
  }
  return directory.formerSlugs.flatMap(({ entity, slug, entity_id }) => {
    const current = now[entity].get(entity_id)
    return current === undefined ? [] : [{ entity, slug, now: current }]
  })
}

/** Addresses people can go to, with the point of their location. */
function located(directory: Directory): Located[] {
  const points = new Map(directory.locations.map((location) => [location.id, location]))
  return directory.addresses.flatMap(({ address_type, location_id, city }) => {
    const point = location_id ? points.get(location_id) : undefined
    if (address_type !== 'physical' || point?.latitude == null || point.longitude === null) return []
    return [{ city, latitude: point.latitude, longitude: point.longitude }]
  })
}

/** In which places a service is or comes: by the city of an address, by the name of an area, everywhere for all of it. */
function coverage(places: Place[], municipality: string) {
  const ids = new Set(places.map((place) => place.id))
  const idOf = new Map(places.map((place) => [slugFrom(place.name), place.id]))
  const whole = slugFrom(municipality.replace(/^gemeente\s+/i, '').replace(/\s*\(.*\)$/, ''))
  const wholes = new Set([`gemeente-${whole}`, slugFrom(municipality), ...(idOf.has(whole) ? [] : [whole])])

  return (areas: string[], cities: string[]): { places: string[]; national: boolean } => {
    const national = areas.some((area) => NATIONAL.has(area.trim().toLowerCase()))
    const slugs = areas.map(slugFrom)
    if (slugs.some((slug) => wholes.has(slug))) return { places: [...ids].toSorted(), national }
    const found = [...slugs, ...cities.map(slugFrom)].flatMap((slug) => idOf.get(slug) ?? [])
    return { places: [...new Set(found)].toSorted(), national }
  }
}

type TermRow = Directory['terms'][number]

/** Terms by what their taxonomy is for. Of a deep taxonomy the site shows the top; the rest are words to find by. */
function termsByUse({ taxonomies, terms }: Directory) {
  const byId = new Map(terms.map((term) => [term.id, term]))
  const usedFor = (purpose: string) => {
    const taxonomy = taxonomies.find((one) => one.purpose === purpose)
    const own = taxonomy ? terms.filter((term) => term.taxonomy_id === taxonomy.id) : []
    const top = own.filter((term) => term.parent_id === null)
    const rank = new Map(top.toSorted(byCode).map((term, index) => [term.slug, index]))
    const rootOf = (id: string): TermRow | undefined => {
      let term = byId.get(id)
      // As many steps as there are terms at most: a circle of parents ends too.
      for (let steps = 0; term?.parent_id && steps < terms.length; steps += 1) term = byId.get(term.parent_id)
      return term && rank.has(term.slug) && term.taxonomy_id === taxonomy?.id ? term : undefined
    }
    return {
      list: top.toSorted(byCode).map(asTerm),
      isShown: (id: string) => rank.has(byId.get(id)?.slug ?? ''),
      codes: (attached: string[]) =>
        [...new Set(attached.flatMap((id) => rootOf(id)?.slug ?? []))].toSorted(
          (a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0),
        ),
    }
  }
  const themes = usedFor('theme')
  const groups = usedFor('target_group')
  const keywords = (attached: string[]) => {
    const words = attached.filter((id) => !themes.isShown(id) && !groups.isShown(id))
    return [...new Set(words.flatMap((id) => byId.get(id)?.name ?? []))].toSorted()
  }
  return { themes, groups, keywords }
}

const byCode = (a: TermRow, b: TermRow) => (a.code ?? a.name).localeCompare(b.code ?? b.name, 'nl', { numeric: true })

const asTerm = (term: TermRow): Term => ({
  code: term.slug,
  name: term.name,
  description: term.description === term.name ? null : term.description,
  parent_code: null,
  sensitive: term.sensitive,
})

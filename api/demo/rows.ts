/** Makes rows of the HSDS tables out of what the editor wrote, as if they came from a package. */
import type { Source, SourceRow } from '../hsds/package.ts'
import { type TableName, tables } from '../hsds/tables.ts'
import { type OrganizationKey, demoId, organizations } from './ids.ts'
import { locals } from './local-organizations.ts'
import { type LocationKey, locations } from './locations/index.ts'
import { nationals } from './national-organizations.ts'
import { participants } from './organizations.ts'
import { services } from './services/index.ts'
import type { DemoLocation, DemoOrganization, DemoService, Hours } from './shape.ts'
import { groups, languages, lifeDomains, themes } from './taxonomy.ts'

type Values = Record<string, string | number | null | undefined>
export type DemoRows = Map<TableName, Record<string, string>[]>

const organizationId = (key: string): string => organizations[key as OrganizationKey]?.id ?? demoId('organization', key)
export const serviceId = (key: string): string => demoId('service', key)
const taxonomyId = (key: string) => demoId('taxonomy', key)
const termId = (taxonomy: string, key: string) => demoId('term', taxonomy, key)

export const taxonomies = {
  thema: { name: 'Thema', description: 'Waar de vraag over gaat.', purpose: 'theme' },
  doelgroep: { name: 'Doelgroep', description: 'Voor wie het aanbod vooral is.', purpose: 'target_group' },
  leefgebied: {
    name: 'Leefgebied',
    description: 'De dertien leefgebieden van de zelfredzaamheid-matrix.',
    purpose: 'life_domain',
  },
  zoekwoord: { name: 'Zoekwoord', description: 'Woorden die inwoners gebruiken.', purpose: null },
} as const

/** Everything of the demo that HSDS has a table for. */
export function demoRows(): DemoRows {
  const rows: DemoRows = new Map()
  const add = (table: TableName, values: Values) => {
    const filled = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
    const record = Object.fromEntries(filled.map(([name, value]) => [name, String(value)]))
    rows.set(table, [...(rows.get(table) ?? []), record])
  }
  addTaxonomies(add)
  for (const [key, organization] of Object.entries(allOrganizations())) addOrganization(add, key, organization)
  for (const [key, location] of Object.entries(locations)) addLocation(add, key, location)
  for (const [key, service] of Object.entries(services)) addService(add, key, service)
  return rows
}
type Add = (table: TableName, values: Values) => void

function allOrganizations(): Record<string, DemoOrganization> {
  const named = Object.entries(participants).map(([key, one]) => [
    key,
    { ...one, name: organizations[key as OrganizationKey].name },
  ])
  return { ...Object.fromEntries(named), ...locals, ...nationals }
}

function addTaxonomies(add: Add): void {
  for (const [key, { name, description }] of Object.entries(taxonomies)) {
    add('taxonomy', { id: taxonomyId(key), name, description })
  }
  const term = (taxonomy: keyof typeof taxonomies, key: string, code: string, name: string, description: string) =>
    add('taxonomy_term', {
      id: termId(taxonomy, key),
      code,
      name,
      description,
      taxonomy: taxonomies[taxonomy].name,
      language: 'nl',
      taxonomy_id: taxonomyId(taxonomy),
    })
  Object.entries(themes).forEach(([key, { name, text }], index) => term('thema', key, `T${index + 1}`, name, text))
  Object.entries(groups).forEach(([key, name], index) => term('doelgroep', key, `D${index + 1}`, name, name))
  lifeDomains.forEach((name, index) => term('leefgebied', name, `L${index + 1}`, name, name))
  const words = new Set(Object.values(services).flatMap((service) => service.words ?? []))
  for (const word of [...words].toSorted()) term('zoekwoord', word, `Z-${word}`, word, word)
}

function addOrganization(add: Add, key: string, organization: DemoOrganization): void {
  const id = organizationId(key)
  const { name, also, description, email, website, contact } = organization
  add('organization', { id, name, alternate_name: also, description, email, website })
  add('phone', {
    id: demoId('phone', 'organization', key),
    organization_id: id,
    number: organization.phone,
    type: 'voice',
  })
  if (!contact) return
  const contactId = demoId('contact', key)
  add('contact', { id: contactId, organization_id: id, title: contact.title, email: contact.email })
  add('phone', {
    id: demoId('phone', 'contact', key),
    contact_id: contactId,
    number: organization.phone,
    type: 'voice',
  })
}

function addLocation(add: Add, key: string, location: DemoLocation): void {
  const id = demoId('location', key)
  const [latitude, longitude] = location.point
  add('location', {
    id,
    location_type: 'physical',
    organization_id: organizationId(location.of),
    name: location.name,
    transportation: location.reach,
    latitude,
    longitude,
  })
  add('address', {
    id: demoId('address', key),
    location_id: id,
    address_1: location.street,
    city: location.city,
    state_province: 'Voorbeeld',
    postal_code: location.postcode,
    country: 'NL',
    address_type: 'physical',
  })
  location.access?.forEach((description, index) =>
    add('accessibility', { id: demoId('accessibility', key, String(index)), location_id: id, description }),
  )
}

function addHours(add: Add, owner: { service_id: string } | { service_at_location_id: string }, hours: Hours[]): void {
  const [of] = Object.values(owner)
  hours.forEach((one, index) =>
    add('schedule', {
      id: demoId('schedule', of ?? '', String(index)),
      ...owner,
      valid_from: one.from,
      valid_to: one.until,
      freq: one.freq,
      interval: one.interval,
      dtstart: one.start,
      byday: one.byday,
      opens_at: one.opens,
      closes_at: one.closes,
      description: one.note,
    }),
  )
}

function addService(add: Add, key: string, service: DemoService): void {
  const id = serviceId(key)
  add('service', {
    id,
    organization_id: organizationId(service.of),
    name: service.name,
    alternate_name: service.also,
    description: service.text,
    url: service.url,
    email: service.email,
    status: 'active',
    application_process: service.apply,
    fees_description: service.cost?.text,
    wait_time: service.wait,
    eligibility_description: service.who,
    minimum_age: service.ages?.[0],
    maximum_age: service.ages?.[1],
    alert: service.alert,
    last_modified: `${service.verified ?? '2026-10-01'}T09:00:00Z`,
  })
  if (service.phone)
    add('phone', { id: demoId('phone', 'service', key), service_id: id, number: service.phone, type: 'voice' })
  addHours(add, { service_id: id }, service.hours ?? [])
  addPlaces(add, key, service)
  if (service.cost) {
    const { amount, text } = service.cost
    add('cost_option', { id: demoId('cost', key), service_id: id, currency: 'EUR', amount, amount_description: text })
  }
  for (const document of service.papers ?? []) {
    add('required_document', { id: demoId('document', key, document), service_id: id, document })
  }
  for (const code of ['nl', ...(service.languages ?? [])] as const) {
    add('language', { id: demoId('language', key, code), service_id: id, code, name: languages[code] })
  }
  const terms = [
    ...service.themes.map((theme) => termId('thema', theme)),
    ...(service.groups ?? []).map((group) => termId('doelgroep', group)),
    ...(service.words ?? []).map((word) => termId('zoekwoord', word)),
  ]
  for (const term of terms) {
    add('attribute', {
      id: demoId('attribute', key, term),
      link_id: id,
      taxonomy_term_id: term,
      link_entity: 'service',
    })
  }
}

function addPlaces(add: Add, key: string, { at = [], area = 'all' }: DemoService): void {
  const id = serviceId(key)
  const all = 'Gemeente Lindeveen'
  for (const name of typeof area === 'string' ? [area === 'all' ? all : area] : area) {
    add('service_area', {
      id: demoId('area', key, name),
      service_id: id,
      name,
      extent_type: area === 'Nederland' ? 'country' : null,
    })
  }
  for (const place of at) {
    const [location, hours]: [LocationKey, Hours[]] = typeof place === 'string' ? [place, []] : place
    const link = demoId('service_at_location', key, location)
    add('service_at_location', { id: link, service_id: id, location_id: demoId('location', location) })
    addHours(add, { service_at_location_id: link }, hours)
  }
}

/** The rows as sources of an import, so that the demo passes the same checks as any package. */
export function asSources(rows: DemoRows): Source[] {
  return tables.flatMap((table) => {
    const own = rows.get(table.name)
    if (!own) return []
    async function* read(): AsyncIterable<SourceRow> {
      for (const [index, record] of (own ?? []).entries()) yield { line: index + 2, record, surplus: 0 }
    }
    return [{ table, file: `demo ${table.name}`, count: own.length, ignored: [], rows: read }]
  })
}

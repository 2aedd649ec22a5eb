import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { snapshotSchema } from '../../api/publish/schema.ts'
import { serviceLinkedData } from './linked-data.ts'

const snapshot = snapshotSchema.parse(
  JSON.parse(readFileSync(new URL('../../tests/fixtures/snapshot.json', import.meta.url), 'utf8')),
)
const page = {
  url: 'https://voordeur.example/aanbod/x/',
  crumbs: [{ name: 'Thema’s', href: '/themas/' }],
  municipality: snapshot.municipality.name,
}

type Node = Record<string, unknown>
const graphs = snapshot.services.map((service) => {
  const organization = snapshot.organizations.find(({ id }) => id === service.organization_id)!
  return (JSON.parse(serviceLinkedData(service, organization, page)) as { '@graph': [Node, Node] })['@graph']
})

test('every service is a Service with a provider, and a trail with whole addresses', () => {
  expect(graphs.length).toBeGreaterThan(2)
  for (const [service, trail] of graphs) {
    expect(service['@id']).toBe(page.url)
    const provider = service.provider as { '@type': string; name: string }
    const own = provider.name === page.municipality
    expect([service['@type'], provider['@type']]).toEqual(
      own ? ['GovernmentService', 'GovernmentOrganization'] : ['Service', 'Organization'],
    )
    const items = trail.itemListElement as { position: number; item: string }[]
    expect(items.map(({ position }) => position)).toEqual([1, 2])
    expect(items.every(({ item }) => item.startsWith('https://voordeur.example/'))).toBe(true)
  }
})

test('closed on a holiday is said at the door as hours of no length, as schema.org has it', () => {
  const places = graphs.flatMap(([service]) =>
    ((service.availableChannel ?? []) as { serviceLocation?: { specialOpeningHoursSpecification?: Node[] } }[]).flatMap(
      ({ serviceLocation }) => serviceLocation?.specialOpeningHoursSpecification ?? [],
    ),
  )
  for (const special of places)
    expect(special).toMatchObject({ opens: expect.any(String), validFrom: expect.any(String) })
})

test('hours are days of schema.org with times of the day', () => {
  const hours = graphs.flatMap(
    ([service]) => (service.hoursAvailable ?? []) as { dayOfWeek: string[]; closes: string }[],
  )
  expect(hours.length).toBeGreaterThan(0)
  for (const { dayOfWeek, closes } of hours) {
    expect(dayOfWeek.every((day) => /^https:\/\/schema\.org\/\w+day$/.test(day))).toBe(true)
    expect(closes).toMatch(/^([01]\d|2[0-3]):\d\d$/)
  }
})

test('no text of the directory can close the script element', () => {
  const [service] = snapshot.services
  const [organization] = snapshot.organizations
  const json = serviceLinkedData({ ...service!, name: '</script><b>' }, organization!, page)
  expect(json).not.toContain('<')
})

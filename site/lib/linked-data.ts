/** schema.org description of a service for search engines. Only what the page itself shows. */
import type { BreadcrumbList, Graph, OpeningHoursSpecification, Service, ServiceChannel } from 'schema-dts'
import type { PublishedOrganization, PublishedService, Schedule } from '../../api/publish/schema.ts'

type Crumb = { name: string; href: string }

const days = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
} as const
const isDay = (code: string): code is keyof typeof days => code in days

/** Hours that come back every week; schema.org has no words for every other week or the first Tuesday. */
function weekly(schedules: readonly Schedule[]): OpeningHoursSpecification[] {
  return schedules.flatMap((schedule): OpeningHoursSpecification[] => {
    const codes = (schedule.byday ?? '').split(',').map((code) => code.trim())
    const { freq, interval, opens_at, closes_at } = schedule
    const through = schedule.valid_to ?? schedule.until
    if (freq !== 'WEEKLY' || (interval ?? 1) > 1 || !opens_at || !closes_at || !codes.every(isDay)) return []
    const hours: OpeningHoursSpecification = {
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: codes.map((code) => `https://schema.org/${days[code]}` as const),
      opens: opens_at,
      // A day that ends at midnight ends a minute before it, as schema.org's own examples have it.
      closes: closes_at === '24:00' ? '23:59' : closes_at,
      ...(schedule.valid_from && { validFrom: schedule.valid_from }),
      ...(through && { validThrough: through }),
    }
    return [hours]
  })
}

/** Days that differ: closed is said as hours of no length, as schema.org has it. */
const exceptions = (schedules: readonly Schedule[]): OpeningHoursSpecification[] =>
  schedules.flatMap((schedule): OpeningHoursSpecification[] => {
    const from = schedule.dtstart ?? schedule.valid_from
    if (schedule.freq !== null || !from) return []
    return [
      {
        '@type': 'OpeningHoursSpecification',
        opens: schedule.opens_at ?? '00:00',
        closes: schedule.closes_at ?? '00:00',
        validFrom: from,
        validThrough: schedule.until ?? schedule.valid_to ?? from,
      },
    ]
  })

function channels(service: PublishedService): ServiceChannel[] {
  const phones = service.phones.map(({ number }): ServiceChannel => ({
    '@type': 'ServiceChannel',
    servicePhone: { '@type': 'ContactPoint', telephone: number },
  }))
  const doors = service.service_at_locations.flatMap(({ location, schedules }): ServiceChannel[] => {
    const [address] = location.addresses
    if (!address) return []
    const special = exceptions([...service.schedules, ...schedules, ...location.schedules])
    return [
      {
        '@type': 'ServiceChannel',
        serviceLocation: {
          '@type': 'Place',
          name: location.name,
          address: {
            '@type': 'PostalAddress',
            streetAddress: address.address_1,
            postalCode: address.postal_code,
            addressLocality: address.city,
            addressCountry: address.country,
          },
          ...(special.length > 0 && { specialOpeningHoursSpecification: special }),
        },
      },
    ]
  })
  return [...phones, ...doors]
}

/** A service of the municipality itself is a GovernmentService; of anybody else a Service of that organisation. */
function describe(
  service: PublishedService,
  organization: PublishedOrganization,
  { url, municipality }: { url: string; municipality: string },
): Service {
  const hours = weekly([...service.schedules, ...service.service_at_locations.flatMap((at) => at.schedules)])
  const available = channels(service)
  const { name, website } = organization
  const site = website && { url: website }
  const isOwn = name === municipality
  const facts = {
    '@id': url,
    url,
    name: service.name,
    ...(service.alternate_name && { alternateName: service.alternate_name }),
    description: service.description,
    provider: { '@type': isOwn ? ('GovernmentOrganization' as const) : ('Organization' as const), name, ...site },
    areaServed: service.national ? 'Nederland' : service.service_areas.flatMap((area) => area.name ?? []),
    ...(hours.length > 0 && { hoursAvailable: hours }),
    ...(available.length > 0 && { availableChannel: available }),
  }
  return isOwn ? { '@type': 'GovernmentService', ...facts } : { '@type': 'Service', ...facts }
}

/** JSON for a script element: `<` is escaped so that no text of the directory can close it. Types are schema.org's own. */
export function serviceLinkedData(
  service: PublishedService,
  organization: PublishedOrganization,
  page: { url: string; crumbs: readonly Crumb[]; municipality: string },
): string {
  const crumbs: BreadcrumbList = {
    '@type': 'BreadcrumbList',
    itemListElement: [...page.crumbs, { name: service.name, href: page.url }].map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: new URL(href, page.url).href,
    })),
  }
  const data: Graph = { '@context': 'https://schema.org', '@graph': [describe(service, organization, page), crumbs] }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

/** schema.org description of a service for search engines. Only what the page itself shows. */
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
function weekly(schedules: readonly Schedule[]) {
  return schedules.flatMap((schedule) => {
    const codes = (schedule.byday ?? '').split(',').map((code) => code.trim())
    const { freq, interval, opens_at, closes_at } = schedule
    if (freq !== 'WEEKLY' || (interval ?? 1) > 1 || !opens_at || !closes_at || !codes.every(isDay)) return []
    return {
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: codes.map((code) => `https://schema.org/${days[code]}`),
      opens: opens_at,
      // A day that ends at midnight ends a minute before it, as schema.org's own examples have it.
      closes: closes_at === '24:00' ? '23:59' : closes_at,
      validFrom: schedule.valid_from ?? undefined,
      validThrough: schedule.valid_to ?? schedule.until ?? undefined,
    }
  })
}

/** JSON for a script element: `<` is escaped so that no text of the directory can close it. */
export function serviceLinkedData(
  service: PublishedService,
  organization: PublishedOrganization,
  page: { url: string; crumbs: readonly Crumb[] },
): string {
  const hours = weekly([...service.schedules, ...service.service_at_locations.flatMap((at) => at.schedules)])
  const at = (path: string) => new URL(path, page.url).href
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Service',
        '@id': page.url,
        url: page.url,
        name: service.name,
        alternateName: service.alternate_name ?? undefined,
        description: service.description,
        provider: { '@type': 'Organization', name: organization.name, url: organization.website ?? undefined },
        areaServed: service.national ? 'Nederland' : service.service_areas.flatMap((area) => area.name ?? []),
        hoursAvailable: hours.length > 0 ? hours : undefined,
        availableChannel: [
          ...service.phones.map((phone) => ({
            '@type': 'ServiceChannel',
            servicePhone: { '@type': 'ContactPoint', telephone: phone.number },
          })),
          ...service.service_at_locations.flatMap(({ location }) =>
            location.addresses.slice(0, 1).map((address) => ({
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
              },
            })),
          ),
        ],
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [...page.crumbs, { name: service.name, href: page.url }].map(({ name, href }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name,
          item: at(href),
        })),
      },
    ],
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

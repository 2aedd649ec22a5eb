/** schema.org description of a service for search engines. Only what the page itself shows. */
import type { PublishedOrganization, PublishedService } from '../../api/publish/schema.ts'

/** JSON for a script element: `<` is escaped so that no text of the directory can close it. */
export function serviceLinkedData(service: PublishedService, organization: PublishedOrganization): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Service',
    name: service.name,
    description: service.description,
    provider: { '@type': 'Organization', name: organization.name, url: organization.website ?? undefined },
    areaServed: service.service_areas.flatMap((area) => area.name ?? []),
    availableChannel: service.phones.map((phone) => ({
      '@type': 'ServiceChannel',
      servicePhone: { '@type': 'ContactPoint', telephone: phone.number },
    })),
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

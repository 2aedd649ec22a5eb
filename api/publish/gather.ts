/** The rows of the directory by what they belong to, in the shape of the snapshot. */
import type { Directory } from './queries.ts'
import type { Phone, PublishedLocation, PublishedOrganization, PublishedService, Schedule } from './schema.ts'

type Key<T> = { [K in keyof T]: T[K] extends string | null ? K : never }[keyof T]

/** Rows by one of their columns; asking for a row nobody refers to gives an empty list. */
function by<T>(rows: T[], key: Key<T> & keyof T): (id: string) => T[] {
  const groups = Map.groupBy(rows, (row) => row[key] as string | null)
  return (id) => groups.get(id) ?? []
}

const asPhone = ({ id, number, extension, type, description }: Directory['phones'][number]): Phone => ({
  id,
  number,
  extension: extension === null ? null : String(extension),
  type,
  description,
})

const asSchedule = (row: Directory['schedules'][number]): Schedule => ({
  id: row.id,
  valid_from: row.valid_from,
  valid_to: row.valid_to,
  dtstart: row.dtstart,
  until: row.until,
  freq: row.freq,
  interval: row.interval,
  byday: row.byday,
  bymonthday: row.bymonthday,
  opens_at: row.opens_at?.slice(0, 5) ?? null,
  closes_at: row.closes_at?.slice(0, 5) ?? null,
  attending_type: row.attending_type,
  description: row.description,
  notes: row.notes,
})

type OfService = Pick<
  PublishedService,
  | 'phones'
  | 'schedules'
  | 'languages'
  | 'cost_options'
  | 'required_documents'
  | 'funding'
  | 'additional_urls'
  | 'contacts'
>
type OfOrganization = Pick<PublishedOrganization, 'phones' | 'contacts' | 'additional_urls'>

export function gather(directory: Directory) {
  const phonesOfContact = by(directory.phones, 'contact_id')
  // A contact is a function. One that is only a name is a private person and stays out, its address and number too.
  const contactsBy = (key: 'organization_id' | 'service_id' | 'service_at_location_id') => {
    const functions = directory.contacts.filter((contact) => contact.title !== null || contact.department !== null)
    const contacts = by(functions, key)
    return (id: string) =>
      contacts(id).map(({ id: contact, title, department, email }) => ({
        id: contact,
        title,
        department,
        email,
        phones: phonesOfContact(contact).map(asPhone),
      }))
  }
  const contactsOf = {
    organization: contactsBy('organization_id'),
    service: contactsBy('service_id'),
    serviceAtLocation: contactsBy('service_at_location_id'),
  }
  const phonesOf = {
    organization: by(directory.phones, 'organization_id'),
    service: by(directory.phones, 'service_id'),
    location: by(directory.phones, 'location_id'),
    serviceAtLocation: by(directory.phones, 'service_at_location_id'),
  }
  const schedulesOf = {
    service: by(directory.schedules, 'service_id'),
    location: by(directory.schedules, 'location_id'),
    serviceAtLocation: by(directory.schedules, 'service_at_location_id'),
  }
  const languagesOf = {
    service: by(directory.languages, 'service_id'),
    location: by(directory.languages, 'location_id'),
  }
  const urlsOf = { organization: by(directory.urls, 'organization_id'), service: by(directory.urls, 'service_id') }
  const atService = by(directory.serviceAtLocations, 'service_id')
  const areasOf = by(directory.areas, 'service_id')
  const costsOf = by(directory.costs, 'service_id')
  const documentsOf = by(directory.documents, 'service_id')
  const fundingOf = by(directory.funding, 'service_id')
  const addressesOf = by(directory.addresses, 'location_id')
  const accessibilityOf = by(directory.accessibility, 'location_id')
  const locations = new Map(directory.locations.map((location) => [location.id, location]))
  const organizationNames = new Map(directory.organizations.map(({ id, name }) => [id, name]))

  const asLocation = (row: Directory['locations'][number]): PublishedLocation => ({
    id: row.id,
    name: row.name ?? organizationNames.get(row.organization_id ?? '') ?? '',
    location_type: row.location_type,
    description: row.description,
    transportation: row.transportation,
    latitude: row.latitude,
    longitude: row.longitude,
    addresses: addressesOf(row.id).map((address) => ({
      id: address.id,
      address_1: address.address_1,
      address_2: address.address_2,
      city: address.city,
      state_province: address.state_province,
      postal_code: address.postal_code,
      country: address.country,
      address_type: address.address_type,
    })),
    phones: phonesOf.location(row.id).map(asPhone),
    schedules: schedulesOf.location(row.id).map(asSchedule),
    accessibility: accessibilityOf(row.id).map(({ description, details, url }) => ({ description, details, url })),
  })

  /** The languages of a service and of where it is, each once. */
  const languages = (service: string) => {
    const rows = [
      ...languagesOf.service(service),
      ...atService(service).flatMap((at) => languagesOf.location(at.location_id)),
    ]
    const seen = new Map(
      rows.map(({ code, name, note }) => [`${code ?? ''} ${name ?? ''}`.toLowerCase(), { code, name, note }]),
    )
    return [...seen.values()]
  }

  const labelled = ({ label, url }: Directory['urls'][number]) => ({ label, url })

  return {
    ofService: (id: string): OfService => ({
      phones: phonesOf.service(id).map(asPhone),
      schedules: schedulesOf.service(id).map(asSchedule),
      languages: languages(id),
      cost_options: costsOf(id).map(({ option, currency, amount, amount_description }) => ({
        option,
        currency,
        amount: amount === null ? null : Number(amount),
        amount_description,
      })),
      required_documents: documentsOf(id).map(({ document, uri }) => ({ document, uri })),
      funding: fundingOf(id).map(({ source }) => ({ source })),
      additional_urls: urlsOf.service(id).map(labelled),
      contacts: contactsOf.service(id),
    }),
    ofOrganization: (id: string): OfOrganization => ({
      phones: phonesOf.organization(id).map(asPhone),
      contacts: contactsOf.organization(id),
      additional_urls: urlsOf.organization(id).map(labelled),
    }),
    areas: (service: string) => areasOf(service).map(({ name, description }) => ({ name, description })),
    serviceAtLocations: (service: string) =>
      atService(service).flatMap((row) => {
        const location = locations.get(row.location_id)
        if (!location) return []
        return {
          id: row.id,
          description: row.description,
          location: asLocation(location),
          phones: phonesOf.serviceAtLocation(row.id).map(asPhone),
          schedules: schedulesOf.serviceAtLocation(row.id).map(asSchedule),
          contacts: contactsOf.serviceAtLocation(row.id),
        }
      }),
  }
}

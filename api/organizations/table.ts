/** HSDS tables about organisations, and whom one calls there. */
export type OrganizationTable = {
  id: string
  name: string
  alternate_name: string | null
  description: string
  email: string | null
  website: string | null
  tax_status: string | null
  tax_id: string | null
  year_incorporated: number | null
  legal_status: string | null
  logo: string | null
  uri: string | null
  parent_organization_id: string | null
  /** Not HSDS: last part of its page's path. */
  slug: string
}

export type OrganizationIdentifierTable = {
  id: string
  organization_id: string
  identifier_scheme: string | null
  identifier_type: string
  identifier: string
}

export type ProgramTable = {
  id: string
  organization_id: string
  name: string
  alternate_name: string | null
  description: string
}

export type ContactTable = {
  id: string
  organization_id: string | null
  service_id: string | null
  service_at_location_id: string | null
  location_id: string | null
  /** Never published: a contact is a function. */
  name: string | null
  title: string | null
  department: string | null
  email: string | null
}

export type PhoneTable = {
  id: string
  location_id: string | null
  service_id: string | null
  organization_id: string | null
  contact_id: string | null
  service_at_location_id: string | null
  number: string
  extension: number | null
  type: string | null
  description: string | null
}

export type FundingTable = {
  id: string
  organization_id: string | null
  service_id: string | null
  source: string | null
}

export type UrlTable = {
  id: string
  label: string | null
  url: string
  organization_id: string | null
  service_id: string | null
}

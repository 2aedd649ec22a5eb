import type { ColumnType, Generated } from 'kysely'

/** HSDS tables about where help is given. */
export type LocationTable = {
  id: string
  location_type: 'physical' | 'postal' | 'virtual'
  url: string | null
  organization_id: string | null
  name: string | null
  alternate_name: string | null
  description: string | null
  transportation: string | null
  latitude: number | null
  longitude: number | null
  external_identifier: string | null
  external_identifier_type: string | null
}

export type ServiceAtLocationTable = {
  id: string
  service_id: string
  location_id: string
  description: string | null
}

export type AddressTable = {
  id: string
  location_id: string | null
  attention: string | null
  address_1: string
  address_2: string | null
  city: string
  region: string | null
  state_province: string
  postal_code: string
  country: string
  address_type: 'physical' | 'postal' | 'virtual'
}

export type AccessibilityTable = {
  id: string
  location_id: string | null
  description: string | null
  details: string | null
  url: string | null
}

/** Not HSDS: a village or town part; coverage is judged per place. */
export type PlaceTable = {
  id: string
  name: string
  latitude: number
  longitude: number
}

/** Not HSDS: the middle of a postcode area, by its four digits. */
export type PostcodeTable = {
  code: string
  latitude: number
  longitude: number
}

/** Not HSDS: the one municipality this installation serves. */
export type MunicipalityTable = {
  one: Generated<boolean>
  name: string
  /** Fictional, for trying out: every page says so. */
  demo: Generated<boolean>
  /** Language of the directory's texts, BCP 47. */
  language: string
  phone: string | null
  email: string | null
  address: string | null
  organization_id: string | null
  /** Searches that helped nobody are counted, and the page says so. */
  counts_searches: Generated<boolean>
}

/** Not HSDS: the drawn base map, a GeoJSON FeatureCollection. Goes in as text. */
export type BaseMapTable = {
  one: Generated<boolean>
  geojson: ColumnType<unknown, string, string>
}

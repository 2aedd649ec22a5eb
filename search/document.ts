/**
 * One service as search sees it. Both engines index this shape and no other; it holds only what is published.
 * Never add anything about a person, or a field that is not shown on the public site.
 */
export type ServiceDocument = {
  id: string
  /** Path of the public page, for instance `/aanbod/schuldhulp-lindeveen/`. */
  url: string
  name: string
  organization: string
  /** Plain text, no markup. */
  description: string
  /** Editors' words and other names (HSDS alternate_name, keyword attributes). */
  keywords: string[]
  /** Codes of themes and target groups; their names are in the settings. */
  themes: string[]
  targetGroups: string[]
  line: 0 | 1 | 2 | null
  indicationRequired: boolean
  minimumAge: number | null
  maximumAge: number | null
  /** ISO 639-1 codes. */
  languages: string[]
  /** Free of charge for the resident. */
  free: boolean
  wheelchair: boolean
  /** Ids of the places (villages, town parts) it is in or covers; `national` covers every place. */
  places: string[]
  national: boolean
  /** Where it is: latitude, longitude in WGS84 degrees; empty for phone and online services. */
  coordinates: [latitude: number, longitude: number][]
  /** When it is open: day of the week (1 is Monday), from and until in minutes after midnight. Left out: not known. */
  opening?: [day: number, from: number, until: number][]
}

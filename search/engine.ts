/** The one face of search. Embedded answers at once, Meilisearch by promise: callers await. */
export type SearchQuery = {
  text: string
  themes?: string[]
  targetGroups?: string[]
  lines?: (0 | 1 | 2)[]
  age?: number
  languages?: string[]
  /** Only what is open then, in Dutch time; what does not tell its hours is left out. */
  openAt?: Date | string
  /** Only what costs the resident nothing. */
  free?: boolean
  /** Id of a place: services in it or covering it stand first, the rest stay findable. */
  place?: string
  /** West, south, east, north in WGS84 degrees. */
  bbox?: [number, number, number, number]
  /** Order by distance from this point. */
  near?: { latitude: number; longitude: number }
  limit?: number
  offset?: number
}

export type SearchHit = {
  id: string
  score: number
  /** Words of the document that matched, folded (lower case, no accents), to mark them on screen. */
  highlights: string[]
  /** Why it matches: names of the fields, `theme`, `synonym` (an editor's word), `said` (words people use for this kind of service). */
  reasons: string[]
}

export type SearchAnswer = {
  hits: SearchHit[]
  total: number
  facets: { themes: Record<string, number>; targetGroups: Record<string, number>; lines: Record<string, number> }
  /** "Bedoelde u …": another spelling that gives results. */
  suggestion?: string
}

export type SearchEngine = { search(query: SearchQuery): SearchAnswer | Promise<SearchAnswer> }

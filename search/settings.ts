/** What an engine must know beside the documents. One literal per published revision; both engines read the same. */
export type SearchSettings = {
  /** Names to match on and to show, by code. */
  themes: Record<string, string>
  targetGroups: Record<string, string>
  /** Place names by id, with their centre, to recognise a place in a query. */
  places: Record<string, { name: string; latitude: number; longitude: number }>
  /** Editors' synonyms: a formal term and the plain words people use for it. */
  synonyms: { term: string; words: string[] }[]
}

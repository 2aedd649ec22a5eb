/** What an engine must know beside the documents. One literal per published revision; both engines read the same. */
export type SearchSettings = {
  /** Names to match on and to show, by code. */
  themes: Record<string, string>
  targetGroups: Record<string, string>
  /** Place names by id, with their centre, to recognise a place in a query. */
  places: Record<string, { name: string; latitude: number; longitude: number }>
  /** Editors' synonyms: a formal term and the plain words people use for it. They come on top of the starting list. */
  synonyms: { term: string; words: string[] }[]
  /** `false` leaves the starting list (search/synonyms.ts) out, for editors who keep the whole list themselves. */
  startingList?: boolean
  /** What people say and which services must then stand first; left out, the ones of search/intents.ts. */
  intents?: Intent[]
}

/** A sentence as people say it, and the terms of the services that then stand first, above everything else. */
export type Intent = { phrases: string[]; terms: string[] }

/**
 * The part of the settings that editors keep, from their rows: all of it stands there, the starting list too, so that
 * nothing they took out comes back by itself.
 */
export function editorsWords(
  rows: readonly { kind: 'synonym' | 'intent'; terms: string[]; phrases: string[] }[],
): Required<Pick<SearchSettings, 'synonyms' | 'startingList' | 'intents'>> {
  return {
    synonyms: rows
      .filter(({ kind }) => kind === 'synonym')
      .flatMap(({ terms, phrases }) => terms.map((term) => ({ term, words: phrases }))),
    startingList: false,
    intents: rows.filter(({ kind }) => kind === 'intent').map(({ terms, phrases }) => ({ terms, phrases })),
  }
}

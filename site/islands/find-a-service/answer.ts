/** What the index says to a question, with what ordering and map need of each hit. The same on the page and in a worker. */
import type { EmbeddedEngine } from '../../../search/embedded/open.ts'
import type { SearchAnswer, SearchQuery } from '../../../search/embedded/open.ts'

export type Fact = {
  places: readonly string[]
  national: boolean
  crisis: boolean
  wheelchair: boolean
  /** How light the help is: line 0, 1 or 2; 3 where nobody said. */
  line: number
  coordinates: readonly (readonly [latitude: number, longitude: number])[]
}
export type Hit = { id: string; score: number; fact: Fact }
export type Answer = Pick<SearchAnswer, 'total' | 'facets' | 'suggestion'> & { hits: Hit[] }

/** `flags` has a sixteenth's digit for each service, as search-data.ts writes it: crisis, wheelchair, and the line. */
export function answererOver(engine: EmbeddedEngine, flags: string): (query: SearchQuery) => Answer {
  // Not kept: where a service is comes with a later stage.
  const factOf = (id: string): Fact => {
    const flag = Number.parseInt(flags[Number(id)] ?? '0', 16)
    return { ...engine.where(id), crisis: (flag & 1) > 0, wheelchair: (flag & 2) > 0, line: flag >> 2 }
  }
  return (query) => {
    const said = engine.search(query)
    const { hits, total, suggestion } = said
    return {
      total,
      // Counted when somebody looks: not at every key.
      get facets() {
        return said.facets
      },
      ...(suggestion === undefined ? {} : { suggestion }),
      hits: hits.map(({ id, score }) => ({ id, score, fact: factOf(id) })),
    }
  }
}

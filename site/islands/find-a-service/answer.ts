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
      hits: hits.map(({ id, score }) => new Found(id, score, engine.where, flags)),
    }
  }
}

export type Where = Pick<Fact, 'places' | 'national' | 'coordinates'>

/** A hit of which is looked up what somebody asks; not kept longer than its answer, since later stages know more. */
export class Found implements Hit {
  readonly id: string
  readonly score: number
  readonly #where: (id: string) => Where
  readonly #flags: string
  #fact: Fact | null = null

  constructor(id: string, score: number, where: (id: string) => Where, flags: string) {
    this.id = id
    this.score = score
    this.#where = where
    this.#flags = flags
  }

  get fact(): Fact {
    return (this.#fact ??= new Known(this.#where(this.id), this.#flags[Number(this.id)]))
  }
}

class Known implements Fact {
  readonly places: readonly string[]
  readonly national: boolean
  readonly crisis: boolean
  readonly wheelchair: boolean
  readonly line: number
  readonly #where: Pick<Fact, 'coordinates'>

  constructor(where: Where, digit = '0') {
    const flag = Number.parseInt(digit, 16)
    this.places = where.places
    this.national = where.national
    this.crisis = (flag & 1) > 0
    this.wheelchair = (flag & 2) > 0
    this.line = flag >> 2
    this.#where = where
  }

  get coordinates(): Fact['coordinates'] {
    return this.#where.coordinates
  }
}

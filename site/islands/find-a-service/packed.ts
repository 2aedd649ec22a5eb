/**
 * An answer on its way from one thread to another. Every hit as an object of its own would hold the page up while it is
 * read; columns of numbers are handed over as they are, and of a hit is looked up what somebody asks.
 */
import type { Answer, Hit, Where } from './answer.ts'

type Area = Pick<Where, 'places' | 'national'>
export type Packed = Omit<Answer, 'hits'> & {
  ids: Uint32Array<ArrayBuffer>
  scores: Float64Array<ArrayBuffer>
  /** The different areas, and the number of each hit's own. */
  areas: Area[]
  area: Uint32Array<ArrayBuffer>
  /** Latitude, longitude, latitude, … of all hits; those of hit n begin at `starts[n]`. */
  points: Float64Array<ArrayBuffer>
  starts: Uint32Array<ArrayBuffer>
}

/** In the published index an id is a number (decision 0012). */
export function packed({ hits, total, facets, suggestion }: Answer): Packed {
  const numbers = new Map<readonly string[], number>()
  const areas: Area[] = []
  const area = new Uint32Array(hits.length)
  const starts = new Uint32Array(hits.length + 1)
  const points: number[] = []
  for (const [at, { fact }] of hits.entries()) {
    const known = numbers.get(fact.places) ?? areas.length
    if (known === areas.length) {
      numbers.set(fact.places, known)
      areas.push({ places: fact.places, national: fact.national })
    }
    area[at] = known
    for (const point of fact.coordinates) points.push(...point)
    starts[at + 1] = points.length
  }
  return {
    total,
    facets,
    ...(suggestion === undefined ? {} : { suggestion }),
    ids: Uint32Array.from(hits, ({ id }) => Number(id)),
    scores: Float64Array.from(hits, ({ score }) => score),
    areas,
    area,
    points: Float64Array.from(points),
    starts,
  }
}

/** What is handed over and not copied. */
export const handedOver = ({ ids, scores, area, points, starts }: Packed) =>
  [ids, scores, area, points, starts].map(({ buffer }) => buffer)

/** How a hit is made of what is known of it; where it is is looked up when somebody asks. */
export type MakeHit = (id: string, score: number, where: () => Where) => Hit

/** Where hit n is; its points only when somebody asks for them. */
class Placed implements Where {
  readonly places: readonly string[]
  readonly national: boolean
  readonly #columns: Pick<Packed, 'points' | 'starts'>
  readonly #at: number

  constructor(columns: Packed, at: number) {
    const { places, national } = columns.areas[columns.area[at] as number] as Area
    this.places = places
    this.national = national
    this.#columns = columns
    this.#at = at
  }

  get coordinates(): Where['coordinates'] {
    const { points, starts } = this.#columns
    const own = points.subarray(starts[this.#at], starts[this.#at + 1])
    return Array.from({ length: own.length / 2 }, (_, n) => [own[n * 2] as number, own[n * 2 + 1] as number] as const)
  }
}

export function unpacked(columns: Packed, make: MakeHit): Answer {
  const { ids, scores, total, facets, suggestion } = columns
  return {
    total,
    facets,
    ...(suggestion === undefined ? {} : { suggestion }),
    hits: Array.from(ids, (id, at) => make(String(id), scores[at] as number, () => new Placed(columns, at))),
  }
}

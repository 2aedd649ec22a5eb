/** The documents of a concept, a theme or a place: worked out when first asked for, then kept. */
import type { Columns } from './columns.ts'
import type { Concepts } from './concepts.ts'
import type { Segment } from './segment.ts'

/** The services of a theme or target group: as a list, and per kind whether it has it. */
export type FacetMembers = {
  size: number
  documents(): Uint32Array
  has: Uint8Array
  /** The kind of each document. */
  of: Uint16Array | Uint32Array
}

export class Members {
  private readonly columns: Columns
  private readonly names: Segment
  private readonly concepts: Concepts
  private readonly facets = new Map<number, ['themes' | 'targetGroups', string][]>()
  private readonly byConcept: Uint32Array[] = []
  private readonly byFacet = new Map<string, FacetMembers>()
  private readonly kept = new Map<string, Uint32Array>()
  private readonly places = new Map<string, Uint8Array>()

  constructor(
    columns: Columns,
    names: Segment,
    concepts: Concepts,
    facets: readonly [number, 'themes' | 'targetGroups', string][],
  ) {
    this.columns = columns
    this.names = names
    this.concepts = concepts
    for (const [term, facet, code] of facets) this.facets.set(term, [...(this.facets.get(term) ?? []), [facet, code]])
  }

  private once(key: string, make: () => number[]): Uint32Array {
    const known = this.kept.get(key)
    if (known) return known
    const made = Uint32Array.from(make())
    this.kept.set(key, made)
    return made
  }

  /** Services with a term of the concept in name or keywords. */
  ofConcept(concept: number): Uint32Array {
    const known = this.byConcept[concept]
    if (known) return known
    const terms = this.concepts.concepts[concept]?.terms ?? []
    // One list for an editor's words and for what people say, where those are of the same services.
    return (this.byConcept[concept] = this.once(`terms ${terms.join(';')}`, () => {
      const all = new Set<number>()
      for (const term of terms) {
        const [first, ...rest] = term.map((stem) => this.withStem(stem))
        for (const document of first ?? []) if (rest.every((documents) => documents.has(document))) all.add(document)
      }
      return [...all].sort((a, b) => a - b)
    }))
  }

  private withStem(stem: number): Set<number> {
    const documents = new Set<number>()
    for (const term of this.names.withStem.of(stem)) {
      for (const field of [0, 1]) for (const document of this.names.documents(term, field)) documents.add(document)
    }
    return documents
  }

  /** Per theme or target group that has this word in its name, its services. */
  ofFacet(term: number): FacetMembers[] {
    return (this.facets.get(term) ?? []).map(([facet, code]) => {
      const key = `${facet} ${code}`
      const known = this.byFacet.get(key)
      if (known) return known
      const { kinds, count } = this.columns
      const { of } = kinds
      const has = Uint8Array.from(kinds[facet], (codes) => (codes.includes(code) ? 1 : 0))
      const documents = () =>
        this.once(key, () => Array.from({ length: count }, (_, n) => n).filter((n) => has[of[n] as number] === 1))
      const size = kinds.size.reduce((sum, own, kind) => sum + own * (has[kind] as number), 0)
      const made = { size, has, of, documents }
      this.byFacet.set(key, made)
      return made
    })
  }

  /** 1 for services in this place or covering it. */
  ofPlace(id: string): Uint8Array {
    const known = this.places.get(id)
    if (known) return known
    const { values, of } = this.columns.area
    const has = values.map(({ places, national }) => national || places.includes(id))
    const made = Uint8Array.from({ length: this.columns.count }, (_, n) => (has[of[n] as number] ? 1 : 0))
    this.places.set(id, made)
    return made
  }
}

import type { Concept } from './concept.ts'
import type { ConceptView } from './schema.ts'

/** A concept as its editors see it. */
export const toConcept = (concept: Concept, publishedAt: Date | null): ConceptView => ({
  id: concept.id,
  kind: concept.kind,
  terms: concept.terms,
  phrases: concept.phrases,
  fromStart: concept.origin === 'starting_list',
  version: concept.version,
  removed: concept.removed,
  waiting: publishedAt !== null && concept.changedAt > publishedAt,
})

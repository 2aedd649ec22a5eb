/** A question as the index is asked it. */
import type { Meant } from './expand.ts'
import type { FacetMembers } from './members.ts'
import type { Segment } from './segment.ts'

/** More documents that belong to a word of the question: those of a concept, by what it is about. */
export type Extra = { documents: ArrayLike<number>; weight: number; reasons: ('synonym' | 'said')[] }
/** A theme or target group a word names, and how surely. */
export type Named = { members: FacetMembers; sureness: number }

/** What a question asks of the index, word by word. */
export type Sought = {
  asked: readonly string[]
  meant: readonly Meant[]
  extras: readonly (readonly Extra[])[]
  /** Per word the themes and groups of that name, surest first. */
  named: readonly (readonly Named[])[]
  segments: readonly Segment[]
  /** How much a word weighs that stands nowhere. */
  unknown: number
}

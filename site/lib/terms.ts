/**
 * Which words of a page are explained on tap, and where: each term once, where it first stands. Build time only; the
 * page needs no script for it.
 */
import type { GlossaryTerm } from '../../api/publish/schema.ts'

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Plain text, or a term as it is written there. */
export type Piece = string | { shown: string; term: GlossaryTerm }

/** Made once per glossary: finds terms as whole words, the longest first ("eigen bijdrage" before "bijdrage"). */
export function termFinder(glossary: readonly GlossaryTerm[]) {
  const byForm = new Map(
    glossary.flatMap((term) => [term.term, ...term.forms].map((form) => [form.toLowerCase(), term] as const)),
  )
  const forms = [...byForm.keys()].toSorted((a, b) => b.length - a.length).map(literal)
  const pattern =
    forms.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?![\\p{L}\\p{N}-])`, 'giu') : null

  /** The terms of each text that stand in none before it, for texts in the order in which they are read. */
  const firstIn = (texts: readonly (string | null)[]): GlossaryTerm[][] => {
    const seen = new Set<GlossaryTerm>()
    return texts.map((text) => {
      const here = new Set<GlossaryTerm>()
      for (const [found] of pattern ? (text ?? '').matchAll(pattern) : []) {
        const term = byForm.get(found.toLowerCase())
        if (term && !seen.has(term)) here.add(term)
      }
      here.forEach((term) => seen.add(term))
      return [...here]
    })
  }

  /** A line in pieces; a term that was found is taken out of `waiting`, so that it is marked once in a text. */
  const pieces = (line: string, waiting: Set<GlossaryTerm>): Piece[] => {
    const all: Piece[] = []
    let from = 0
    for (const match of pattern ? line.matchAll(pattern) : []) {
      const term = byForm.get(match[0].toLowerCase())
      if (!term || !waiting.delete(term)) continue
      all.push(line.slice(from, match.index), { shown: match[0], term })
      from = match.index + match[0].length
    }
    all.push(line.slice(from))
    return all.filter((piece) => piece !== '')
  }
  return { firstIn, pieces }
}

/** The id of its explanation on a page. */
export const termId = ({ term }: GlossaryTerm) =>
  `woord-${term
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}`

/** Why a document is found, and by which of its words. Worked out for a page of hits when somebody looks at it. */
import type { Meant } from './expand.ts'
import { fieldNames } from './score.ts'
import type { Extra } from './score.ts'
import type { Segment } from './segment.ts'

type Why = { highlights: string[]; reasons: string[] }

export function reasonsOf(
  page: readonly number[],
  meant: readonly Meant[],
  extras: readonly (readonly Extra[])[],
  segments: readonly Segment[],
): (position: number) => Why {
  let made: Why[] | null = null
  const make = () => {
    const position = new Map(page.map((document, n) => [document, n]))
    const found = page.map(() => ({ highlights: new Set<string>(), reasons: new Set<string>() }))
    const note = (documents: ArrayLike<number>, reason: string, word?: string) => {
      for (let n = 0; n < documents.length; n++) {
        const at = position.get(documents[n] as number)
        if (at === undefined) continue
        found[at]?.reasons.add(reason)
        if (word !== undefined) found[at]?.highlights.add(word)
      }
    }
    for (const { terms } of meant) {
      for (const [number, segment] of segments.entries()) {
        for (const term of terms[number]?.keys() ?? []) {
          const word = segment.dictionary.word(term)
          for (let field = 0; field < segment.fields; field++) {
            note(segment.documents(term, field), fieldNames[number]?.[field] ?? '', word)
          }
        }
      }
    }
    for (const list of extras) {
      for (const { documents, kind } of list) note(documents, kind)
    }
    return found.map(({ highlights, reasons }) => ({ highlights: [...highlights], reasons: [...reasons] }))
  }
  return (at) => (made ??= make())[at] ?? { highlights: [], reasons: [] }
}

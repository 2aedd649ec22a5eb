/** Why a document is found, and by which of its words. Worked out for a page of hits when somebody looks at it. */
import { fieldNames } from './formula.ts'
import type { Sought } from './sought.ts'

type Why = { highlights: string[]; reasons: string[] }

export function reasonsOf(
  page: readonly number[],
  { meant, extras, named, segments }: Sought,
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
    for (const { documents } of extras.flat()) note(documents, 'synonym')
    for (const { members } of named.flat()) {
      for (const [at, document] of page.entries()) {
        if (members.has[members.of[document] as number] === 1) found[at]?.reasons.add('theme')
      }
    }
    return found.map(({ highlights, reasons }) => ({ highlights: [...highlights], reasons: [...reasons] }))
  }
  return (at) => (made ??= make())[at] ?? { highlights: [], reasons: [] }
}

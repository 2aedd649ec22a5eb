/** Why a document is found, and by which of its words. Worked out for a page of hits when somebody looks at it. */
import type { SearchHit } from '../engine.ts'
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
    for (const { documents, reasons } of extras.flat()) for (const reason of reasons) note(documents, reason)
    for (const { members } of named.flat()) {
      for (const [at, document] of page.entries()) {
        if (members.has[members.of[document] as number] === 1) found[at]?.reasons.add('theme')
      }
    }
    return found.map(({ highlights, reasons }) => ({ highlights: [...highlights], reasons: [...reasons] }))
  }
  return (at) => (made ??= make())[at] ?? { highlights: [], reasons: [] }
}

/** Made a hundred times at every key: why it matches is worked out when somebody looks. */
export class Hit implements SearchHit {
  readonly id: string
  readonly score: number
  readonly #position: number
  readonly #why: ReturnType<typeof reasonsOf>

  constructor(id: string, score: number, position: number, why: ReturnType<typeof reasonsOf>) {
    this.id = id
    this.score = score
    this.#position = position
    this.#why = why
  }

  get highlights(): string[] {
    return this.#why(this.#position).highlights
  }

  get reasons(): string[] {
    return this.#why(this.#position).reasons
  }

  toJSON(): SearchHit {
    const { id, score, highlights, reasons } = this
    return { id, score, highlights, reasons }
  }
}

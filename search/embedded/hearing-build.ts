/** What people say, in the second stage: per stem the kinds of service it speaks for. */
import { said, speaking } from '../said/index.ts'
import type { Speaking } from '../said/learn.ts'
import { writeTerms } from './concepts-build.ts'
import type { Carried } from './concepts-build.ts'
import type { Writer } from './format.ts'

/** The groups some service belongs to, by their terms, and what the stems say of them; the last group is what is not ours. */
export type Heard = { terms: string[][][]; speaking: Speaking }

/** `carried` gives those of a kind's terms that a service of this directory carries. */
export function heardOf(carried: Carried): Heard {
  const terms = said.map((one) => carried(one.terms))
  const kept = [...said.keys()].filter((group) => (terms[group]?.length ?? 0) > 0)
  const number = new Map([...kept, said.length].map((group, n) => [group, n]))
  const own = new Map(
    [...speaking()].map(([root, groups]) => [
      root,
      groups.flatMap(({ group, strength }) => {
        const kind = number.get(group)
        return kind === undefined ? [] : [{ group: kind, strength }]
      }),
    ]),
  )
  return { terms: kept.map((group) => terms[group] as string[][]), speaking: own }
}

/** `rootOf` numbers the stems of both stages, those of the first before the others. */
export function writeHeard(
  writer: Writer,
  { terms, speaking }: Heard,
  numberOf: (word: string) => number,
  rootOf: (root: string) => number,
): void {
  writer.number(terms.length)
  for (const lists of terms) writeTerms(writer, lists, numberOf)
  const entries = [...speaking]
    .flatMap(([root, groups]) => groups.map((one) => ({ ...one, root: rootOf(root) })))
    .sort((a, b) => a.root - b.root || a.group - b.group)
  writer.number(entries.length)
  let before = 0
  for (const { root } of entries) {
    writer.number(root - before)
    before = root
  }
  // Like stands by like, which packs well.
  writer.raw(Uint8Array.from(entries, ({ group }) => group))
  writer.raw(Uint8Array.from(entries, ({ strength }) => strength))
}

/** What people say, in the second stage: per stem the kinds of service it speaks for. */
import { said } from '../said/index.ts'
import type { Speaking } from '../said/learn.ts'
import { writeTerms } from './concepts-build.ts'
import type { Carried } from './concepts-build.ts'
import type { Writer } from './format.ts'

/**
 * Per kind, in the order of `said`, those of its terms that a service of this directory carries. A kind without any is written all
 * the same: who asks for what is not here is not to be given what comes next to it.
 */
export const kindsOf = (carried: Carried): string[][][] => said.map(({ terms }) => carried(terms))

/** `rootOf` numbers the stems of both stages, those of the first before the others. */
export function writeSaid(
  writer: Writer,
  kinds: readonly string[][][],
  speaking: Speaking,
  numberOf: (word: string) => number,
  rootOf: (root: string) => number,
): void {
  writer.number(kinds.length)
  for (const terms of kinds) writeTerms(writer, terms, numberOf)
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

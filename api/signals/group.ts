/** A collective signal has no person in it at all: text that looks like one is refused, saying what was found. */
import type { Tx } from '../db.ts'
import { type Fault, Refusal } from '../errors.ts'
import { subjectOf } from '../matters/queries.ts'
import { personalDataIn } from '../text.ts'

/** What was found in these texts, each by the pointer of its field. */
export const personalFaults = (texts: Readonly<Record<string, string | null | undefined>>): Fault[] =>
  Object.entries(texts).flatMap(([field, text]) =>
    personalDataIn(text ?? '')
      // A BSN is refused in every text already.
      .filter((kind) => kind !== 'bsn')
      .map((kind) => ({ pointer: `/${field}`, code: `personal.${kind}` })),
  )

/** Refuses `input.invalid` with everything that was found, when this matter is about a group. */
export async function nobodyInGroup(
  tx: Tx,
  matterId: string,
  texts: Readonly<Record<string, string | null | undefined>>,
): Promise<void> {
  const faults = personalFaults(texts)
  if (faults.length > 0 && (await subjectOf(tx, matterId)) === 'group') throw new Refusal('input.invalid', {}, faults)
}

/** What must be so before a signal goes out, whichever way it was written. */
import { termsBetween } from '../agreements/queries.ts'
import { dateIn, endOfWorkingDayAfter } from '../calendar.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { type ReceivingDesk, receivingDesk } from '../matters/desk-queries.ts'
import { handOut } from '../matters/matter.ts'
import { hasBasis, openWork, readMatter } from '../matters/queries.ts'
import type { LockedSignal } from './queries.ts'

/** The command that sends this draft. Refuses what `sendSignal` does. */
export async function sending(tx: Tx, deps: Deps, signal: LockedSignal) {
  handOut(await readMatter(tx, signal.matterId), 'signal', signal.sender, await openWork(tx, signal.matterId), 0)
  const desk = await receivingDesk(tx, signal.receiverDesk, dateIn(deps.now()))
  if (!(await hasBasis(tx, signal.matterId, signal.receiver))) throw new Refusal('basis.missing')
  return { type: 'send' as const, dueBy: await takeBy(tx, deps, signal, desk) }
}

/** Until when a desk takes a signal: the answer term that counts today between the two. Source: domain.md section 4. */
export async function takeBy(
  tx: Tx,
  deps: Deps,
  { sender, senderDesk, receiver }: LockedSignal,
  desk: ReceivingDesk,
): Promise<Date> {
  const now = deps.now()
  const { terms } = await termsBetween(tx, { sender, senderDesk, receiver, receiverDesk: desk.id }, dateIn(now))
  return endOfWorkingDayAfter(now, terms.answer, desk.closings)
}

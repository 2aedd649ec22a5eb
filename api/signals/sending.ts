/** What must be so before a signal goes out, whichever way it was written. */
import { dateIn, endOfWorkingDayAfter } from '../calendar.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { receivingDesk } from '../matters/desk-queries.ts'
import { handOut } from '../matters/matter.ts'
import { hasBasis, openWork, readMatter } from '../matters/queries.ts'
import type { LockedSignal } from './queries.ts'

/** Working days within which a desk takes a signal. Source: domain.md section 4. */
export const TAKE_DAYS = 3

/** The command that sends this draft. Refuses what `sendSignal` does. */
export async function sending(tx: Tx, deps: Deps, signal: LockedSignal) {
  handOut(await readMatter(tx, signal.matterId), 'signal', signal.sender, await openWork(tx, signal.matterId), 0)
  const desk = await receivingDesk(tx, signal.receiverDesk, dateIn(deps.now()))
  if (!(await hasBasis(tx, signal.matterId, signal.receiver))) throw new Refusal('basis.missing')
  return { type: 'send' as const, dueBy: endOfWorkingDayAfter(deps.now(), TAKE_DAYS, desk.closings) }
}

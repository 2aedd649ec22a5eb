/** What becomes of a matter when one of its signals or transfers has ended: the same for both. */
import { workingDayAfter } from '../calendar.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import type { Viewer } from '../viewer.ts'
import { type Ending, NEXT_ACT_DAYS, type NextStep, settle } from './matter.ts'
import { openWork, readMatter, recordEvent, saveMatter } from './queries.ts'

/**
 * The rule of the matter (`settle`), said by its holder; for anyone else the trigger on the status has set the holder's
 * next act, and nothing is done here. `next` is what the one who ended it says comes next. Refuses what `settle` refuses.
 */
export async function settleMatter(
  tx: Tx,
  deps: Deps,
  viewer: Viewer,
  matterId: string,
  ending: Ending,
  next: NextStep | null,
): Promise<void> {
  const matter = await readMatter(tx, matterId)
  if (matter.holder !== viewer.organizationId) return
  const dueOn = workingDayAfter(deps.now(), NEXT_ACT_DAYS)
  const work = await openWork(tx, matter.id)
  const after = settle(matter, ending, viewer.organizationId, work, next, dueOn, deps.now())
  if (after !== matter) await saveMatter(tx, after)
  if (after.closedAt) await recordEvent(tx, { matterId: matter.id, type: 'matter.close', toStatus: 'closed' })
}

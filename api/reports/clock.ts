/** What the clock does with reports: the address somebody left is erased on its day. The report itself stays. */
import { withClock } from '../audit/clock.ts'
import type { Deps } from '../deps.ts'
import { addressesDue, eraseAddress } from './clock-queries.ts'

/** Erases every address that has had its day, each in a transaction with its log row. Gives how many. */
export async function eraseAddresses(deps: Pick<Deps, 'jobs' | 'now'>): Promise<number> {
  let erased = 0
  for (const id of await addressesDue(deps.jobs, deps.now())) {
    const done = await withClock(deps, { action: 'report.erase_address', type: 'report', id }, (tx) =>
      eraseAddress(tx, id, deps.now()),
    )
    if (done) erased += 1
  }
  return erased
}

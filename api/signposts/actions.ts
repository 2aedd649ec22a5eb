/** An address is given to a resident, and counted. The log says that this account counted one, and not which. */
import { type Reason, withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import { countByMonth, insertSignpost, unknownIn } from './queries.ts'
import type { SignpostGiven } from './schema.ts'
import { type Month, monthsUntil } from './signpost.ts'

type Asker = { viewer: Viewer; reason: Reason }

/**
 * Counts one. Refuses `input.invalid` for a theme, place, service or desk that the directory does not have. Source:
 * domain.md section 4 (signpost: counted, no personal data).
 */
export function giveAddress(deps: Deps, { viewer, reason }: Asker, given: SignpostGiven): Promise<void> {
  return withContext(deps, viewer, reason, async (tx) => {
    const unknown = await unknownIn(tx, given)
    if (unknown.length > 0) {
      const faults = unknown.map((part) => ({ pointer: `/${part}`, code: 'field.invalid_value' }))
      throw new Refusal('input.invalid', {}, faults)
    }
    await insertSignpost(tx, given)
  })
}

/** How many addresses the viewer's own organisation gave, by month, small numbers left out. */
export function countSignposts(deps: Deps, { viewer, reason }: Asker): Promise<Month[]> {
  return withContext(deps, viewer, reason, async (tx) => {
    const today = dateIn(deps.now())
    const first = monthsUntil(today, new Map()).at(-1)?.month ?? today.slice(0, 7)
    return monthsUntil(today, await countByMonth(tx, viewer.organizationId, first))
  })
}

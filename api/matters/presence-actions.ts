/** Who of one's own organisation has a matter open at this moment. No history, and nothing for anybody else. */
import { withoutLog } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from './actions.ts'
import { look, readPresence, stopLooking } from './presence-queries.ts'

/** Somebody who was heard of within this time is looking. */
export const LOOKING_MS = 45_000

/** The viewer is looking; gives the colleagues who look as well. Refuses `matter.not_found`. */
export function lookAtMatter(deps: Deps, { viewer, reason }: Asker, id: string): Promise<{ looking: string[] }> {
  return withoutLog(deps, viewer, reason, async (tx) => {
    await look(tx, id)
    const present = await readPresence(tx, viewer, [id], new Date(deps.now().getTime() - LOOKING_MS))
    return { looking: present.get(id) ?? [] }
  })
}

/** The viewer has gone on to something else. Refuses `matter.not_found`. */
export const leaveMatter = (deps: Deps, { viewer, reason }: Asker, id: string): Promise<void> =>
  withoutLog(deps, viewer, reason, (tx) => stopLooking(tx, id))

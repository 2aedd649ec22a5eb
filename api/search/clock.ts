/** What the clock does for search: the index elsewhere is kept the same as what is published, and old counts go. */
import { sql, type Kysely } from 'kysely'
import { troubleOf } from '../../search/meili/client.ts'
import { remoteIndex } from '../../search/meili/rebuild.ts'
import { patient, TaskUnfinished, type Patience } from '../../search/meili/settle.ts'
import { bringInLine } from '../../search/sync.ts'
import type { JobsTables } from '../db.ts'
import type { Deps } from '../deps.ts'
import { type IndexState, lockIndexState, saveIndexState } from './queries.ts'
import { readSource, sourceName } from './source.ts'

/** So often the index is looked through whole, also when nothing was published. */
export const driftEveryMs = 10 * 60_000
const longestWaitMs = 5 * 60_000

/**
 * Brings Meilisearch in line with the published revision, when that is another than it holds or when it was not looked
 * through for a while; gives how many services were wrong. One process at a time: it holds the row meanwhile, and what it
 * had not finished when it was killed is done by the next. The row says so only when every task has succeeded.
 */
export async function keepIndexInLine(
  deps: Pick<Deps, 'jobs' | 'now' | 'siteFolder' | 'meili' | 'log'>,
  patience: Patience = patient,
): Promise<number> {
  const { meili } = deps
  const folder = deps.siteFolder()
  if (!meili || folder === null) return 0
  return deps.jobs.transaction().execute(async (tx) => {
    const state = await lockIndexState(tx)
    const name = await sourceName(folder)
    if (state === null || name === null || !isDue(state, name, deps.now())) return 0
    try {
      const isNew = state.content !== name
      const drift = await bringInLine(remoteIndex(meili, patience), await readSource(folder, name), {
        thorough: !isNew,
      })
      const now = deps.now()
      await saveIndexState(tx, {
        content: name,
        ...(isNew ? { synced_at: now } : { missing: drift.missing, stale: drift.stale, surplus: drift.surplus }),
        checked_at: now,
        trouble: null,
        failures: 0,
        retry_at: null,
      })
      return drift.missing + drift.stale + drift.surplus
    } catch (error) {
      const trouble = error instanceof TaskUnfinished ? `task_${error.outcome}` : troubleOf(error)
      const failures = state.failures + 1
      const wait = Math.min(longestWaitMs, 5_000 * 2 ** Math.min(failures - 1, 10))
      deps.log.error({ trouble, failures }, 'the index cannot be brought in line')
      await saveIndexState(tx, { trouble, failures, retry_at: new Date(deps.now().getTime() + wait) })
      return 0
    }
  })
}

function isDue({ content, checkedAt, retryAt }: IndexState, name: string, now: Date): boolean {
  if (retryAt !== null && now < retryAt) return false
  return (
    content !== name || checkedAt === null || now.getTime() - checkedAt.getTime() >= driftEveryMs || retryAt !== null
  )
}

/** Counts of searches go after half a year; which ones, the database says. Gives how many. */
export async function forgetMisses(jobs: Kysely<JobsTables>): Promise<number> {
  const { numAffectedRows } = await sql`delete from care.search_miss`.execute(jobs)
  return Number(numAffectedRows ?? 0)
}

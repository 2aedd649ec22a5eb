/**
 * What the clock does with drafts of signals and transfers: what nobody wrote in for three months is forgotten, each with
 * its log row, and with it a matter that never opened. Source: protection.md 2.5.
 */
import { type Kysely, sql } from 'kysely'
import { eachAlone, withClock } from '../audit/clock.ts'
import type { ClockTx, JobsTables } from '../db.ts'
import type { Deps } from '../deps.ts'

type Left = { table: 'signal' | 'transfer'; id: string; matterId: string }

/** Each in a transaction of its own. Gives how many were forgotten. */
export async function forgetDrafts(deps: Pick<Deps, 'jobs' | 'now'>): Promise<number> {
  return eachAlone(await draftsLeft(deps.jobs, deps.now()), (draft) =>
    withClock(deps, { action: `${draft.table}.forget`, type: draft.table, id: draft.id }, (tx) => forget(tx, draft)),
  )
}

/** The drafts that were left lying; by id, since the clock reads nothing of what was written. */
async function draftsLeft(jobs: Kysely<JobsTables>, now: Date): Promise<Left[]> {
  const { rows } = await sql<Left>`
    select 'signal' as "table", id, matter_id as "matterId" from care.signal
      where status = 'draft' and sec.erased_at(since) <= ${now}
    union all
    select 'transfer', id, matter_id from care.transfer where status = 'draft' and sec.erased_at(since) <= ${now}
    limit 200
  `.execute(jobs)
  return rows
}

/** False when somebody wrote in it, or sent it, meanwhile: the policy says so, by the same clock. */
async function forget(tx: ClockTx, { table, id, matterId }: Left): Promise<boolean> {
  await sql`select sec.lock_matter(${matterId})`.execute(tx)
  const { numAffectedRows } = await sql`
    delete from ${sql.id('care', table)} where id = ${id} and status = 'draft'
  `.execute(tx)
  return numAffectedRows === 1n
}

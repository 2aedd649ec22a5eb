/**
 * What the clock does with sheets: what nobody typed in for three months is forgotten, with its log row. A sheet holds
 * what was noticed about a family and reached nobody: as a signal that nobody accepted. Source: protection.md 2.5.
 */
import { type Kysely, sql } from 'kysely'
import { eachAlone, withClock } from '../audit/clock.ts'
import type { ClockTx, JobsTables } from '../db.ts'
import type { Deps } from '../deps.ts'

/** Each in a transaction of its own. Gives how many were forgotten. */
export async function forgetSheets(deps: Pick<Deps, 'jobs' | 'now'>): Promise<number> {
  return eachAlone(await sheetsLeft(deps.jobs, deps.now()), (id) =>
    withClock(deps, { action: 'sheet.forget', type: 'sheet', id }, (tx) => forgetSheet(tx, id)),
  )
}

/** The sheets that were left lying; by id, since the clock reads nothing of what was typed. */
async function sheetsLeft(jobs: Kysely<JobsTables>, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from care.sheet where sec.erased_at(kept_at) <= ${now} order by kept_at limit 200
  `.execute(jobs)
  return rows.map(({ id }) => id)
}

/** False when somebody typed in it meanwhile: the policy says so, by the same clock. */
async function forgetSheet(tx: ClockTx, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from care.sheet where id = ${id}`.execute(tx)
  return numAffectedRows === 1n
}

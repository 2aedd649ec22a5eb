/** The statements of the clock on reports: it sees that an address is kept and until when. */
import { type Kysely, sql } from 'kysely'
import type { ClockTx, JobsTables } from '../db.ts'

/** The reports whose address has had its day. */
export async function addressesDue(jobs: Kysely<JobsTables>, now: Date): Promise<string[]> {
  const rows = await jobs
    .selectFrom('care.error_report')
    .select('id')
    .where('answer_until', '<=', now)
    .orderBy('answer_until')
    .limit(200)
    .execute()
  return rows.map(({ id }) => id)
}

/** Takes the address away; false when another process did. */
export async function eraseAddress(tx: ClockTx, id: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update care.error_report set answer_to = null, answer_until = null, erased_at = ${now}
    where id = ${id} and answer_until <= ${now}
  `.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

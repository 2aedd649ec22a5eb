import { type Kysely, sql } from 'kysely'
import type { JobsTables, Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'

/** The viewer looks at a matter that they may see. Refuses `matter.not_found`. */
export async function look(tx: Tx, matterId: string): Promise<void> {
  const { rows } = await sql`
    insert into care.presence (matter_id) select m.id from care.matter m where m.id = ${matterId}
    on conflict (matter_id, member_id) do update set seen_at = sec.now() returning 1
  `.execute(tx)
  if (rows.length === 0) throw new Refusal('matter.not_found')
}

/** Removes the viewer's own trace. Refuses `matter.not_found` for what they may not see. */
export async function stopLooking(tx: Tx, matterId: string): Promise<void> {
  const { rows } = await sql`select 1 from care.matter m where m.id = ${matterId}`.execute(tx)
  if (rows.length === 0) throw new Refusal('matter.not_found')
  await sql`delete from care.presence where matter_id = ${matterId} and member_id = sec.person()`.execute(tx)
}

/** Who of one's own organisation is looking at these matters now, oneself left out. */
export async function readPresence(
  tx: Tx,
  viewer: Viewer,
  matterIds: readonly string[],
  since: Date,
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ matter_id: string; names: string[] }>`
    select p.matter_id, array_agg(m.name order by m.name) as names
    from care.presence p join account.member m on m.id = p.member_id
    where p.matter_id = any(${matterIds}::uuid[]) and p.member_id <> ${viewer.userId} and p.seen_at > ${since}
    group by p.matter_id
  `.execute(tx)
  return new Map(rows.map(({ matter_id, names }) => [matter_id, names]))
}

/** Removes who has gone: a trace is not kept. Gives how many. */
export async function forgetPresence(jobs: Kysely<JobsTables>, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from care.presence where seen_at < ${before}`.execute(jobs)
  return Number(numAffectedRows ?? 0)
}

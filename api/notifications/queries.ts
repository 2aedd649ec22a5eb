/** Notifications of one person. Row-level security shows one's own only; what they are about, while it is ours to see. */
import { type Kysely, sql } from 'kysely'
import type { JobsTables, Tx } from '../db.ts'
import type { Settings } from './schema.ts'

export type NotificationRow = {
  id: string
  at: Date
  topic: string
  object_id: string
  unread: boolean
  matter_id: string | null
  reference: string | null
}

export async function listNotifications(tx: Tx, page: number, size: number): Promise<NotificationRow[]> {
  const { rows } = await sql<NotificationRow>`
    with shown as materialized (
      select * from account.notification order by at desc, id limit ${size} offset ${(page - 1) * size})
    select n.id, n.at, n.topic, n.object_id, n.read_at is null as unread, m.id as matter_id, m.reference
    from shown n
    left join care.signal s on s.id = n.object_id
    left join care.transfer t on t.id = n.object_id
    left join care.matter m on m.id = coalesce(s.matter_id, t.matter_id, n.object_id)
    order by n.at desc, n.id
  `.execute(tx)
  return rows
}

/** How many there are, and how many of these are unread. */
export async function countNotifications(tx: Tx): Promise<{ total: number; unread: number }> {
  const { rows } = await sql<{ total: number; unread: number }>`
    select count(*)::int as total, count(*) filter (where read_at is null)::int as unread from account.notification
  `.execute(tx)
  return rows[0] ?? { total: 0, unread: 0 }
}

/** The number on the bell, by an index of its own. */
export async function countUnread(tx: Tx): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from account.notification where member_id = sec.person() and read_at is null
  `.execute(tx)
  return rows[0]?.unread ?? 0
}

export async function markRead(tx: Tx, ids: readonly string[] | undefined, now: Date): Promise<void> {
  const which = ids === undefined ? sql`true` : sql`id = any(${ids}::uuid[])`
  await sql`update account.notification set read_at = ${now} where read_at is null and ${which}`.execute(tx)
}

export async function readSettings(tx: Tx): Promise<Settings | null> {
  const { rows } = await sql<Settings>`
    select mail, digest_hour as "digestHour", quiet_from as "quietFrom", quiet_until as "quietUntil", shortcuts
    from account.preference
  `.execute(tx)
  return rows[0] ?? null
}

export async function saveSettings(tx: Tx, chosen: Settings): Promise<void> {
  await sql`
    insert into account.preference (mail, digest_hour, quiet_from, quiet_until, shortcuts)
    values (${chosen.mail}, ${chosen.digestHour}, ${chosen.quietFrom}, ${chosen.quietUntil}, ${chosen.shortcuts})
    on conflict (member_id) do update set mail = excluded.mail, digest_hour = excluded.digest_hour,
      quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, shortcuts = excluded.shortcuts
  `.execute(tx)
}

/** Removes what is older than this: a bell is no archive. Gives how many. */
export async function forgetNotifications(jobs: Kysely<JobsTables>, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from account.notification where at < ${before}`.execute(jobs)
  return Number(numAffectedRows ?? 0)
}

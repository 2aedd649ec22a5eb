/** Mail that waits for the end of quiet hours or for a digest: ids and a moment, per person. */
import { type Kysely, type Transaction, sql } from 'kysely'
import type { JobsTables } from '../db.ts'

/** Holds the mail of one promise for one person until then. The same twice is one. */
export async function holdMail(
  jobs: Kysely<JobsTables>,
  held: { messageId: string; memberId: string; until: Date },
): Promise<void> {
  await sql`
    insert into outbox.held_mail (message_id, member_id, send_at) values (${held.messageId}, ${held.memberId}, ${held.until})
    on conflict do nothing
  `.execute(jobs)
}

export type Digest = { memberId: string; email: string | null; messageIds: string[] }

/** Everything that one person's next mail tells together; no other process takes it meanwhile. Null: nobody's is due. */
export async function takeDigest(tx: Transaction<JobsTables>, now: Date): Promise<Digest | null> {
  const { rows } = await sql<Digest>`
    with first as (
      select member_id from outbox.held_mail where send_at <= ${now} order by send_at, member_id limit 1 for update skip locked),
    mine as (
      select h.member_id, h.message_id from outbox.held_mail h join first f on f.member_id = h.member_id
      where h.send_at <= ${now} for update of h)
    select member_id as "memberId", array_agg(message_id order by message_id) as "messageIds",
      (select m.email from account.member m where m.id = member_id) as email
    from mine group by member_id
  `.execute(tx)
  return rows[0] ?? null
}

export async function forgetHeld(tx: Transaction<JobsTables>, { memberId, messageIds }: Digest): Promise<void> {
  await sql`
    delete from outbox.held_mail where member_id = ${memberId} and message_id = any(${messageIds}::uuid[])
  `.execute(tx)
}

/** Not delivered: everything that is due for this person, a quarter of an hour later once more. */
export async function postponeHeld(jobs: Kysely<JobsTables>, memberId: string, now: Date): Promise<void> {
  await sql`
    update outbox.held_mail set send_at = ${now}::timestamptz + interval '15 minutes'
    where member_id = ${memberId} and send_at <= ${now}
  `.execute(jobs)
}

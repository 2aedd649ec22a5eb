/** Promises to tell somebody: rows that are written with what happened, and delivered afterwards. Never any content. */
import { type Kysely, type Transaction, sql } from 'kysely'
import type { JobsTables, Tx } from '../db.ts'
import { type MailPreference, unlessChosen } from '../notifications/table.ts'
import type { Role } from '../viewer.ts'

/** Whom to tell: a desk, one account or a role, each in one organisation; or whoever sent a report. */
export type Recipient = { organizationId: string } & (
  { deskId: string } | { memberId: string } | { role: Role } | { reportId: string }
)

/**
 * Promises, in the transaction of what happened, that somebody will be told. `topic` is a code (`signal.sent`), and
 * `once` what makes this time differ from another of the same topic about the same thing: its version, or a date.
 * The same promise twice is one.
 */
export async function promise(
  tx: Tx | Transaction<JobsTables>,
  topic: string,
  objectId: string,
  to: Recipient,
  once: string | number,
): Promise<void> {
  const desk = 'deskId' in to ? to.deskId : null
  const member = 'memberId' in to ? to.memberId : null
  const role = 'role' in to ? to.role : null
  const key = [topic, objectId, once, to.organizationId, desk ?? member ?? role ?? 'report'].join(':')
  // Without naming the key: the app may write promises and read none.
  await sql`
    insert into outbox.message (topic, object_id, to_org, to_desk, to_member, to_role, dedupe_key)
    values (${topic}, ${objectId}, ${to.organizationId}, ${desk}, ${member}, ${role}, ${key})
    on conflict do nothing
  `.execute(tx)
}

/** Longer than the slowest mail server is waited for: whoever takes a promise over knows that the other one is gone. */
export const LEASE_SECONDS = 90
/** The waits between attempts, in minutes; after the last one a person must look. */
export const AGAIN_AFTER_MINUTES = [1, 5, 15, 60, 240, 720, 1440]

export type Promised = {
  id: string
  topic: string
  object_id: string
  to_org: string
  to_desk: string | null
  to_member: string | null
  to_role: string | null
  attempts: number
}

/** Takes the oldest promise that is due, for as long as its lease; two processes never take the same. By the database's clock. */
export async function takeNext(jobs: Kysely<JobsTables>): Promise<Promised | null> {
  const { rows } = await sql<Promised>`
    update outbox.message set leased_until = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = attempts + 1
    where id = (
      select id from outbox.message
      where sent_at is null and failed_at is null and next_at <= now() and (leased_until is null or leased_until < now())
      order by next_at, id limit 1 for update skip locked)
    returning id, topic, object_id, to_org, to_desk, to_member, to_role, attempts
  `.execute(jobs)
  return rows[0] ?? null
}

export async function markSent(jobs: Kysely<JobsTables>, id: string): Promise<void> {
  await sql`update outbox.message set sent_at = now(), leased_until = null where id = ${id}`.execute(jobs)
}

/** Not delivered: once more after a while, or given up and left for a person to look at. Says which. */
export async function markNotSent(jobs: Kysely<JobsTables>, promised: Promised): Promise<'again' | 'given_up'> {
  const minutes = AGAIN_AFTER_MINUTES[promised.attempts - 1]
  const next =
    minutes === undefined
      ? sql`failed_at = now(), leased_until = null`
      : sql`next_at = now() + make_interval(mins => ${minutes}), leased_until = null`
  await sql`update outbox.message set ${next} where id = ${promised.id}`.execute(jobs)
  return minutes === undefined ? 'given_up' : 'again'
}

/** `memberId` is null for somebody without an account. */
export type Addressee = MailPreference & { memberId: string | null; email: string }

/**
 * Whom a promise means, with how they want mail: the account and who stands in for it, those at the desk, or those with
 * the role; where nobody of them is left, who shares a desk with the account that went, and then the team leads.
 */
export async function addresseesOf(jobs: Kysely<JobsTables>, to: Promised, now: Date): Promise<Addressee[]> {
  if (to.topic.startsWith('report.answer.')) return addressOfReport(jobs, to.object_id)
  const { rows } = await sql<Addressee>`
    select m.id as "memberId", m.email, coalesce(p.mail, ${unlessChosen.mail}) as mail,
      coalesce(p.digest_hour, ${unlessChosen.digestHour}) as "digestHour",
      coalesce(p.quiet_from, ${unlessChosen.quietFrom}) as "quietFrom",
      coalesce(p.quiet_until, ${unlessChosen.quietUntil}) as "quietUntil"
    from sec.recipients(${to.to_org}, ${to.to_desk}, ${to.to_member}, ${to.to_role}, ${now}) r(id)
    join account.member m on m.id = r.id left join account.preference p on p.member_id = m.id
    order by m.email
  `.execute(jobs)
  return rows
}

/** What whoever sent this report left to be answered at; nobody once it was erased. */
async function addressOfReport(jobs: Kysely<JobsTables>, id: string): Promise<Addressee[]> {
  const rows = await jobs.selectFrom('care.error_report').select('answer_to').where('id', '=', id).execute()
  return rows.flatMap(({ answer_to }) => (answer_to ? [{ memberId: null, email: answer_to, ...unlessChosen }] : []))
}

export type Backlog = { waiting: number; givenUp: number; oldestSeconds: number }

/** What is still to be delivered, since how long, and what was given up. */
export async function backlog(jobs: Kysely<JobsTables>): Promise<Backlog> {
  const { rows } = await sql<Backlog>`
    select count(*) filter (where failed_at is null)::int as waiting,
      count(*) filter (where failed_at is not null)::int as "givenUp",
      coalesce(extract(epoch from now() - min(created_at) filter (where failed_at is null)), 0)::int as "oldestSeconds"
    from outbox.message where sent_at is null
  `.execute(jobs)
  return rows[0] ?? { waiting: 0, givenUp: 0, oldestSeconds: 0 }
}

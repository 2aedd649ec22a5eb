/** Every statement about webhooks and what they are told. */
import { type Kysely, sql } from 'kysely'
import type { JobsTables, Tx } from '../db.ts'

export type WebhookRow = { id: string; url: string; madeAt: Date; madeBy: string | null }

/** Where the viewer's organisation is told; null: nowhere. */
export async function readWebhook(tx: Tx): Promise<WebhookRow | null> {
  const { rows } = await sql<WebhookRow>`
    select w.id, w.url, w.made_at as "madeAt", m.name as "madeBy"
    from account.webhook w left join account.member m on m.id = w.made_by where w.ended_at is null
  `.execute(tx)
  return rows[0] ?? null
}

export type DeliveryRow = {
  id: string
  kind: string
  transferId: string | null
  at: Date
  attempts: number
  answer: string | null
  triedAt: Date | null
  sentAt: Date | null
  failedAt: Date | null
}

/** What the viewer's organisation was told last, the newest first. */
export async function listDeliveries(tx: Tx, most: number): Promise<DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`
    select id, kind, object_id as "transferId", at, attempts, answer, tried_at as "triedAt", sent_at as "sentAt",
      failed_at as "failedAt" from outbox.delivery order by at desc, seq desc limit ${most}
  `.execute(tx)
  return rows
}

/** The id of a webhook in place of the one before; null for who is no administrator. */
export async function insertWebhook(tx: Tx, url: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select sec.make_webhook(${url}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

export async function endWebhook(tx: Tx): Promise<void> {
  await sql`select sec.end_webhook()`.execute(tx)
}

/** The id of a test to be told; null where nobody is told anything. */
export async function insertTest(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select sec.test_webhook() as id`.execute(tx)
  return rows[0]?.id ?? null
}

export type Due = {
  id: string
  webhookId: string
  organizationId: string
  url: string
  kind: string
  transferId: string | null
  at: Date
  attempts: number
}

/** Takes the oldest that is due, for as long as its lease; two processes never take the same. By the database's clock. */
export async function takeDelivery(jobs: Kysely<JobsTables>, leaseSeconds: number): Promise<Due | null> {
  const { rows } = await sql<Due>`
    update outbox.delivery d set leased_until = now() + make_interval(secs => ${leaseSeconds}), attempts = d.attempts + 1
    from account.webhook w
    where w.id = d.webhook_id and d.id = (
      select x.id from outbox.delivery x join account.webhook y on y.id = x.webhook_id
      where x.sent_at is null and x.failed_at is null and x.next_at <= now()
        and (x.leased_until is null or x.leased_until < now())
      order by x.next_at, x.seq limit 1 for update of x skip locked)
    returning d.id, d.webhook_id as "webhookId", d.organization_id as "organizationId", w.url, d.kind,
      d.object_id as "transferId", d.at, d.attempts
  `.execute(jobs)
  return rows[0] ?? null
}

export async function markTold(jobs: Kysely<JobsTables>, id: string, answer: string): Promise<void> {
  await sql`
    update outbox.delivery set sent_at = now(), tried_at = now(), leased_until = null, answer = ${answer} where id = ${id}
  `.execute(jobs)
}

/**
 * Not taken over: once more after these minutes, or given up where there are none. What else was due there waits a
 * minute, so that one system that is down does not keep the others waiting. What was stopped meanwhile stays as it is.
 */
export async function markFailed(
  jobs: Kysely<JobsTables>,
  { id, webhookId }: Pick<Due, 'id' | 'webhookId'>,
  answer: string,
  againAfterMinutes: number | undefined,
): Promise<void> {
  const next =
    againAfterMinutes === undefined
      ? sql`failed_at = now()`
      : sql`next_at = now() + make_interval(mins => ${againAfterMinutes})`
  await sql`
    update outbox.delivery set ${next}, tried_at = now(), leased_until = null, answer = ${answer}
    where id = ${id} and failed_at is null
  `.execute(jobs)
  await sql`
    update outbox.delivery set next_at = now() + interval '1 minute'
    where webhook_id = ${webhookId} and id <> ${id} and sent_at is null and failed_at is null and next_at <= now()
  `.execute(jobs)
}

/** Removes what is older: the page shows the last ones, and the log keeps what was done. Gives how many. */
export async function forgetDeliveries(jobs: Kysely<JobsTables>, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from outbox.delivery where at < ${before}`.execute(jobs)
  return Number(numAffectedRows ?? 0)
}

/** Promises to tell somebody: rows that are written with what happened, and delivered afterwards. Never any content. */
import { type Transaction, sql } from 'kysely'
import type { JobsTables, Tx } from '../db.ts'
import type { Role } from '../viewer.ts'

/** Whom to tell: the members of a desk, one account, or those with a role; each in one organisation. */
export type Recipient = { organizationId: string } & ({ deskId: string } | { memberId: string } | { role: Role })

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
  const key = [topic, objectId, once, to.organizationId, desk ?? member ?? role].join(':')
  // Without naming the key: the app may write promises and read none.
  await sql`
    insert into outbox.message (topic, object_id, to_org, to_desk, to_member, to_role, dedupe_key)
    values (${topic}, ${objectId}, ${to.organizationId}, ${desk}, ${member}, ${role}, ${key})
    on conflict do nothing
  `.execute(tx)
}

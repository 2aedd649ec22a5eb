import { type Selectable, sql } from 'kysely'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { Signal } from './signal.ts'
import type { SignalTable } from './table.ts'

/** A signal in hand, with whom to tell on the sender's side. */
export type LockedSignal = Signal & { senderDesk: string | null; senderMember: string; setting: string }

export type SignalFacts = {
  senderDesk: string | null
  receiver: string
  receiverDesk: string
  setting: string
  lifeDomains: readonly string[]
  complexity: string
  urgency: Signal['urgency']
  noticed: string
  tried: string | null
}

/**
 * Takes the signal for this transaction, its matter first. One who is no party gets the same answer as for a signal
 * that does not exist.
 */
export async function lockSignal(tx: Tx, id: string, organizationId: string): Promise<LockedSignal> {
  const mine = tx
    .selectFrom('care.signal')
    .where('id', '=', id)
    .where((eb) => eb.or([eb('sender_org', '=', organizationId), eb('receiver_org', '=', organizationId)]))
  const found = await mine.select('matter_id').executeTakeFirst()
  if (!found) throw new Refusal('signal.not_found')
  await sql`select sec.lock_matter(${found.matter_id})`.execute(tx)
  const row = await mine.selectAll().forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('signal.not_found')
  return toSignal(row)
}

export const toSignal = (row: Selectable<SignalTable>): LockedSignal => ({
  id: row.id,
  matterId: row.matter_id,
  sender: row.sender_org,
  senderDesk: row.sender_desk,
  senderMember: row.sender_member,
  receiver: row.receiver_org,
  receiverDesk: row.receiver_desk,
  setting: row.setting,
  status: row.status,
  urgency: row.urgency,
  dueBy: row.due_by,
  assignee: row.assignee,
  reason: row.reason,
  reasonText: row.reason_text,
  betterAddress: row.better_address,
  withdrawalAsked: row.withdrawal_asked,
  outcome: row.outcome,
  feedback: row.feedback,
  senderDueOn: row.sender_due_on,
  version: row.version,
})

/** Writes what the law decided; a trigger on the status moves holder and relations. */
export async function saveSignal(tx: Tx, before: Signal, after: Signal): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('care.signal')
    .set({
      receiver_desk: after.receiverDesk,
      // A new state or date is a new term: nobody was reminded of it yet.
      ...(before.dueBy?.getTime() === after.dueBy?.getTime() ? {} : { reminders: 0 }),
      status: after.status,
      due_by: after.dueBy,
      assignee: after.assignee,
      reason: after.reason,
      reason_text: after.reasonText,
      better_address: after.betterAddress,
      withdrawal_asked: after.withdrawalAsked,
      outcome: after.outcome,
      feedback: after.feedback,
      sender_due_on: after.senderDueOn,
    })
    .where('id', '=', after.id)
    .executeTakeFirst()
  // A row that policies hide is silently not updated.
  if (numUpdatedRows !== 1n) throw new Refusal('signal.not_found')
}

/** A draft: visible to its maker's organisation only, and opens nothing. */
export async function insertDraft(tx: Tx, matterId: string, facts: SignalFacts): Promise<string> {
  const { id } = await tx
    .insertInto('care.signal')
    .values({ matter_id: matterId, ...draftColumns(facts) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateDraft(tx: Tx, id: string, facts: SignalFacts): Promise<void> {
  await tx.updateTable('care.signal').set(draftColumns(facts)).where('id', '=', id).execute()
}

/** Deletes a draft; the last one takes along the matter that never opened. */
export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('care.signal')
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  if (numDeletedRows !== 1n) throw new Refusal('signal.not_possible_now')
}

const draftColumns = (facts: SignalFacts) => ({
  sender_desk: facts.senderDesk,
  receiver_org: facts.receiver,
  receiver_desk: facts.receiverDesk,
  setting: facts.setting,
  life_domains: [...facts.lifeDomains],
  complexity: facts.complexity,
  urgency: facts.urgency,
  noticed: facts.noticed,
  tried: facts.tried,
})

/** A signal that this organisation sent, with the matter it opened and who it is about where that may still be seen. */
export type SentRow = Selectable<SignalTable> & {
  reference: string
  theme: string
  place: string | null
  subject: 'person' | 'household' | 'group'
  closed_at: Date | null
  opened_at: Date
  name: string | null
  question: string | null
  unread: number
}

/** Most signals on a list: a school year of a large school. */
const MOST_SENT = 400

/** What this organisation sent in the last year and what became of it, the last one first. */
export async function listSent(tx: Tx, organizationId: string, since: Date): Promise<SentRow[]> {
  const { rows } = await sql<SentRow>`
    select s.*, m.reference, m.theme, m.place, m.subject, m.opened_at, m.closed_at, p.name,
      (select body from care.message q where q.signal_id = s.id and q.kind = 'question'
        order by q.at desc, q.seq desc limit 1) as question,
      (select count(*)::int from care.feedback f where f.matter_id = m.id and f.to_org = ${organizationId}
        and f.read_at is null) as unread
    from care.signal s join care.matter m on m.id = s.matter_id left join care.person p on p.matter_id = m.id
    where s.sender_org = ${organizationId} and s.status <> 'draft' and s.created_at >= ${since}
    order by s.created_at desc, s.id limit ${MOST_SENT}
  `.execute(tx)
  return rows
}

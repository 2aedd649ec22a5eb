import { type Selectable, sql } from 'kysely'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import { copyStatuses, type Party, type Status, type Urgency } from './codes.ts'
import type { Cursor } from './cursor.ts'
import type { TransferTable } from './table.ts'
import type { KeptTerms } from './terms.ts'
import type { Transfer } from './transfer.ts'

/** A transfer in hand, with whom to tell on the sender's side. */
export type LockedTransfer = Transfer & KeptTerms & { senderDesk: string | null; senderMember: string }

export type TransferFacts = {
  signalId: string | null
  senderDesk: string | null
  receiver: string
  receiverDesk: string
  warm: boolean
  coldReason: Transfer['coldReason']
  urgency: Urgency
  request: string
}

/**
 * Takes the transfer for this transaction, its matter first. One who is no party gets the same answer as for a
 * transfer that does not exist.
 */
export async function lockTransfer(tx: Tx, id: string, organizationId: string): Promise<LockedTransfer> {
  const mine = tx
    .selectFrom('care.transfer')
    .where('id', '=', id)
    .where((eb) => eb.or([eb('sender_org', '=', organizationId), eb('receiver_org', '=', organizationId)]))
  const found = await mine.select('matter_id').executeTakeFirst()
  if (!found) throw new Refusal('transfer.not_found')
  await sql`select sec.lock_matter(${found.matter_id})`.execute(tx)
  const row = await mine.selectAll().forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('transfer.not_found')
  return toTransfer(row)
}

export const toTransfer = (row: Selectable<TransferTable>): LockedTransfer => ({
  id: row.id,
  matterId: row.matter_id,
  signalId: row.signal_id,
  sender: row.sender_org,
  senderDesk: row.sender_desk,
  senderMember: row.sender_member,
  receiver: row.receiver_org,
  receiverDesk: row.receiver_desk,
  warm: row.warm,
  coldReason: row.cold_reason,
  status: row.status,
  urgency: row.urgency,
  request: row.request,
  answerBy: row.answer_by,
  agreementId: row.agreement_id,
  contactDays: row.contact_days,
  startDays: row.start_days,
  contactBy: row.contact_by,
  startBy: row.start_by,
  contactOn: row.contact_on,
  contactHow: row.contact_how,
  contactsMissed: row.contacts_missed,
  contactMissedReason: row.contact_missed_reason,
  confirmedBy: confirmations(row),
  present: row.present,
  absentReason: row.absent_reason,
  caseworker: row.caseworker,
  reason: row.reason,
  reasonText: row.reason_text,
  betterAddress: row.better_address,
  waitingUntil: row.waiting_until,
  outcome: row.outcome,
  feedback: row.feedback,
  senderDueOn: row.sender_due_on,
  closedAt: row.closed_at,
  version: row.version,
})

const confirmations = (
  row: Pick<Selectable<TransferTable>, 'sender_confirmed_at' | 'receiver_confirmed_at'>,
): Party[] => [
  ...(row.sender_confirmed_at ? (['sender'] as const) : []),
  ...(row.receiver_confirmed_at ? (['receiver'] as const) : []),
]

/** Writes what the law decided; a trigger on the status moves holder and relations, and closes what is passed on. */
export async function saveTransfer(tx: Tx, before: Transfer, after: Transfer, now: Date): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('care.transfer')
    .set({
      // A new state or date is a new term: nobody was reminded of it yet.
      ...(sameTerm(before, after) ? {} : { reminders: 0 }),
      status: after.status,
      warm: after.warm,
      cold_reason: after.coldReason,
      answer_by: after.answerBy,
      agreement_id: after.agreementId,
      contact_by: after.contactBy,
      start_by: after.startBy,
      contact_on: after.contactOn,
      contact_how: after.contactHow,
      contacts_missed: after.contactsMissed,
      contact_missed_reason: after.contactMissedReason,
      present: [...after.present],
      absent_reason: after.absentReason,
      caseworker: after.caseworker,
      reason: after.reason,
      reason_text: after.reasonText,
      better_address: after.betterAddress,
      waiting_until: after.waitingUntil,
      outcome: after.outcome,
      feedback: after.feedback,
      sender_due_on: after.senderDueOn,
      closed_at: after.closedAt,
      ...changedConfirmation('sender', before, after, now),
      ...changedConfirmation('receiver', before, after, now),
    })
    .where('id', '=', after.id)
    .executeTakeFirst()
  // A row that policies hide is silently not updated.
  if (numUpdatedRows !== 1n) throw new Refusal('transfer.not_found')
}

const sameTerm = (before: Transfer, after: Transfer) =>
  before.status === after.status &&
  before.contactBy?.getTime() === after.contactBy?.getTime() &&
  before.startBy?.getTime() === after.startBy?.getTime()

/** Each side's moment is written when it changes, and only then: nobody touches the other's. */
function changedConfirmation(party: Party, before: Transfer, after: Transfer, now: Date) {
  const is = after.confirmedBy.includes(party)
  return before.confirmedBy.includes(party) === is ? {} : { [`${party}_confirmed_at` as const]: is ? now : null }
}

/** A draft: visible to its maker's organisation only, and opens nothing. */
export async function insertDraft(tx: Tx, matterId: string, facts: TransferFacts): Promise<string> {
  const { id } = await tx
    .insertInto('care.transfer')
    .values({ matter_id: matterId, ...draftColumns(facts) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateDraft(tx: Tx, id: string, facts: TransferFacts): Promise<void> {
  await tx.updateTable('care.transfer').set(draftColumns(facts)).where('id', '=', id).execute()
}

/** Deletes a draft; the last one takes along the matter that never opened. */
export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('care.transfer')
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  if (numDeletedRows !== 1n) throw new Refusal('transfer.not_possible_now')
}

const draftColumns = (facts: TransferFacts) => ({
  signal_id: facts.signalId,
  sender_desk: facts.senderDesk,
  receiver_org: facts.receiver,
  receiver_desk: facts.receiverDesk,
  warm: facts.warm,
  cold_reason: facts.coldReason,
  urgency: facts.urgency,
  request: facts.request,
})

/** Whether the signal belongs to this matter, for who is asking. */
export async function isSignalOfMatter(tx: Tx, signalId: string, matterId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('care.signal')
    .select('id')
    .where('id', '=', signalId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst()
  return row !== undefined
}

export type SeenRow = {
  what: 'list' | 'request' | 'person' | 'copy'
  role: string
  times: number
  first_at: Date
  last_at: Date
}

/** What was opened of it at the receiver's, oldest first; nothing for who did not send it. */
export async function readSeen(tx: Tx, id: string): Promise<SeenRow[]> {
  const { rows } = await sql<SeenRow>`
    select what, role, times, first_at, last_at from sec.seen_of_transfer(${id})
  `.execute(tx)
  return rows
}

/** What this organisation received and may take over now, the oldest first; those behind `after`. */
export async function listReceivedTransfers(
  tx: Tx,
  organizationId: string,
  most: number,
  after: Cursor | null,
): Promise<(Cursor & { reference: string; status: Status; version: number })[]> {
  const behind = after
    ? sql`and (t.created_at, t.id) > (timestamptz 'epoch' + ${after.at}::bigint * interval '1 microsecond', ${after.id}::uuid)`
    : sql``
  const { rows } = await sql<Cursor & { reference: string; status: Status; version: number }>`
    select t.id, (extract(epoch from t.created_at) * 1000000)::bigint::text as at, m.reference, t.status, t.version
    from care.transfer t join care.matter m on m.id = t.matter_id
    where t.receiver_org = ${organizationId} and t.status in (${sql.join(copyStatuses)}) ${behind}
    order by t.created_at, t.id limit ${most}
  `.execute(tx)
  return rows
}

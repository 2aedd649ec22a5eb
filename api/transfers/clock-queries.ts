/** The statements of the clock on transfers: it sees that one waits and until when. */
import { type Kysely, sql } from 'kysely'
import type { ClockTx, JobsTables } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { Status } from './codes.ts'

export type WaitingTransfer = {
  id: string
  matterId: string
  status: Status
  sender: string
  senderMember: string
  senderDesk: string | null
  receiver: string
  receiverDesk: string
  caseworker: string | null
  answerBy: Date | null
  contactBy: Date | null
  startBy: Date | null
  contactsMissed: number
  /** Working days for the contact, as agreed when it was offered; null: the default. */
  contactDays: number | null
  reminders: number
  version: number
  /** Somebody active works at the receiving desk. */
  staffed: boolean
}

const waiting = sql`
  t.id, t.matter_id as "matterId", t.status, t.sender_org as sender, t.sender_member as "senderMember",
  t.sender_desk as "senderDesk",
  t.receiver_org as receiver, t.receiver_desk as "receiverDesk", t.caseworker, t.answer_by as "answerBy",
  t.contact_by as "contactBy", t.start_by as "startBy", t.contacts_missed as "contactsMissed",
  t.contact_days as "contactDays", t.reminders, t.version,
  t.receiver_desk in (select sec.staffed_desks()) as staffed`

/** What somebody waits for: the oldest deadline first. */
export async function waitingTransfers(jobs: Kysely<JobsTables>): Promise<WaitingTransfer[]> {
  const { rows } = await sql<WaitingTransfer>`
    select ${waiting} from care.transfer t where t.status in ('offered', 'accepted', 'handed_over')
    order by coalesce(t.answer_by, t.contact_by, t.start_by)
  `.execute(jobs)
  return rows
}

/** Takes a waiting transfer, its matter first. Refuses `transfer.not_found` when it waits no more. */
export async function lockWaiting(tx: ClockTx, id: string, matterId: string): Promise<WaitingTransfer> {
  await sql`select sec.lock_matter(${matterId})`.execute(tx)
  const { rows } = await sql<WaitingTransfer>`
    select ${waiting} from care.transfer t
    where t.id = ${id} and t.status in ('offered', 'accepted', 'handed_over') for update of t
  `.execute(tx)
  if (!rows[0]) throw new Refusal('transfer.not_found')
  return rows[0]
}

/** Nobody answered: the trigger on the status ends the receiver's access and sets the sender's next act. */
export async function saveExpired(tx: ClockTx, id: string, senderDueOn: string): Promise<void> {
  await tx
    .updateTable('care.transfer')
    .set({ status: 'expired', sender_due_on: senderDueOn })
    .where('id', '=', id)
    .execute()
}

/** How far the reminding has come. */
export async function saveReminded(tx: ClockTx, id: string, step: number, now: Date): Promise<void> {
  await tx.updateTable('care.transfer').set({ reminders: step, reminded_at: now }).where('id', '=', id).execute()
}

/** The statements of the clock on signals: it sees that one waits and until when. */
import { type Kysely, sql } from 'kysely'
import type { ClockTx, JobsTables } from '../db.ts'

export type WaitingSignal = {
  id: string
  matterId: string
  status: 'sent' | 'waiting'
  sender: string
  senderMember: string
  receiver: string
  receiverDesk: string
  dueBy: Date
  reminders: number
}

const waiting = sql`
  s.id, s.matter_id as "matterId", s.status, s.sender_org as sender, s.sender_member as "senderMember",
  s.receiver_org as receiver, s.receiver_desk as "receiverDesk", s.due_by as "dueBy", s.reminders`

/** What nobody took, or answered: the oldest deadline first. */
export async function waitingSignals(jobs: Kysely<JobsTables>): Promise<WaitingSignal[]> {
  const { rows } = await sql<WaitingSignal>`
    select ${waiting} from care.signal s where s.status in ('sent', 'waiting') order by s.due_by
  `.execute(jobs)
  return rows
}

/** Takes a waiting signal, its matter first; null when it waits no more. */
export async function lockWaiting(tx: ClockTx, id: string, matterId: string): Promise<WaitingSignal | null> {
  await sql`select sec.lock_matter(${matterId})`.execute(tx)
  const { rows } = await sql<WaitingSignal>`
    select ${waiting} from care.signal s where s.id = ${id} and s.status in ('sent', 'waiting') for update of s
  `.execute(tx)
  return rows[0] ?? null
}

/** How far the reminding has come. */
export async function saveReminded(tx: ClockTx, id: string, step: number, now: Date): Promise<void> {
  await tx.updateTable('care.signal').set({ reminders: step, reminded_at: now }).where('id', '=', id).execute()
}

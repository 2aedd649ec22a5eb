import type { ColumnType, Generated } from 'kysely'
import type { NoActionReason, Outcome, ReturnReason, Status, Urgency } from './signal.ts'

/** Set by the database alone. */
type Given<T> = ColumnType<T, never, never>
/** Empty in a draft; filled by the moves. */
type Later<T> = ColumnType<T, never, T>

export type SignalTable = {
  id: Given<string>
  matter_id: ColumnType<string, string, never>
  sender_org: Given<string>
  sender_member: Given<string>
  sender_desk: string | null
  receiver_org: string
  receiver_desk: string
  created_at: Given<Date>
  /** Since when it stands as it stands; a draft, since it was last written in. */
  since: Given<Date>
  version: Given<number>
  reminders: Later<number>
  reminded_at: Given<Date | null>
  better_address: Later<string | null>
  reason: Later<ReturnReason | NoActionReason | null>
  reason_text: Later<string | null>
  sender_due_on: Later<string | null>
  outcome: Later<Outcome | null>
  feedback: Later<string | null>
  status: Later<Status>
  setting: string
  life_domains: Generated<string[]>
  complexity: string
  urgency: Urgency
  noticed: string
  tried: string | null
  due_by: Later<Date | null>
  assignee: Later<string | null>
  withdrawal_asked: Later<string | null>
}

/** What the clock may see of a signal, and mark: that it waits and was reminded of. */
export type SignalForClock = Record<
  'id' | 'matter_id' | 'sender_org' | 'sender_member' | 'receiver_org' | 'receiver_desk',
  Given<string>
> & {
  sender_desk: Given<string | null>
  status: Given<Status>
  assignee: Given<string | null>
  due_by: Given<Date | null>
  version: Given<number>
  reminders: ColumnType<number, never, number>
  reminded_at: ColumnType<Date | null, never, Date>
}

/** What one screening meeting found of a signal; row-level security shows it to the organisation whose meeting it was. */
export type ScreeningRow = {
  signalId: string
  at: Date
  complete: boolean
  nature: 'question' | 'worry' | 'safety'
  severity: 'light' | 'serious' | 'dangerous'
  urgency: Urgency
  rightPlace: boolean
  outcome: 'take' | 'ask' | 'redirect' | 'send_back' | 'later'
}

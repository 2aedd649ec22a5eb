import type { ColumnType, Generated } from 'kysely'
import type {
  AbsenceReason,
  ColdReason,
  ContactHow,
  DeclineReason,
  MissedReason,
  Outcome,
  Present,
  Status,
  Urgency,
} from './codes.ts'

/** Set by the database alone. */
type Given<T> = ColumnType<T, never, never>
/** Empty in a draft; filled by the moves. */
type Later<T> = ColumnType<T, never, T>

export type TransferTable = {
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
  reason: Later<DeclineReason | null>
  reason_text: Later<string | null>
  sender_due_on: Later<string | null>
  outcome: Later<Outcome | null>
  feedback: Later<string | null>
  signal_id: string | null
  status: Later<Status>
  warm: Generated<boolean>
  cold_reason: ColdReason | null
  urgency: Urgency
  request: string
  answer_by: Later<Date | null>
  contact_by: Later<Date | null>
  start_by: Later<Date | null>
  contact_on: Later<Date | null>
  contact_how: Later<ContactHow | null>
  contacts_missed: Later<number>
  contact_missed_reason: Later<MissedReason | null>
  sender_confirmed_at: Later<Date | null>
  receiver_confirmed_at: Later<Date | null>
  present: Later<Present[]>
  absent_reason: Later<AbsenceReason | null>
  caseworker: Later<string | null>
  waiting_until: Later<string | null>
  closed_at: Later<Date | null>
  agreement_id: Later<string | null>
  contact_days: Given<number | null>
  start_days: Given<number | null>
}

/** What the clock may see of a transfer, and write: that its time has come. */
export type TransferForClock = Record<
  'id' | 'matter_id' | 'sender_org' | 'sender_member' | 'receiver_org' | 'receiver_desk',
  Given<string>
> & {
  sender_desk: Given<string | null>
  caseworker: Given<string | null>
  status: Later<Status>
  answer_by: Given<Date | null>
  contact_by: Given<Date | null>
  start_by: Given<Date | null>
  contact_on: Given<Date | null>
  contacts_missed: Given<number>
  contact_days: Given<number | null>
  version: Given<number>
  sender_due_on: Later<string>
  reminders: ColumnType<number, never, number>
  reminded_at: ColumnType<Date | null, never, Date>
}

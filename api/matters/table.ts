import type { ColumnType, Generated } from 'kysely'
import type { NextAct, Outcome } from './matter.ts'

type Subject = 'person' | 'household' | 'group'
/** How many a group is, as a band: a number can point at one class. */
export type GroupSize = 'under_5' | '5_to_10' | '10_to_25' | 'over_25'
type Involvement = 'agrees' | 'informed' | 'objects' | 'not_reached' | 'withheld' | 'no_person'

/** Set by the database alone: ids, who asks, and what only the law moves. */
type Given<T> = ColumnType<T, never, never>

export type MatterTable = {
  id: Given<string>
  reference: Given<string>
  subject: Subject
  group_size: GroupSize | null
  theme: string
  place: string | null
  involvement: Involvement
  involvement_note: string | null
  sender_org: Given<string>
  sender_member: Given<string>
  holder_org: Given<string>
  created_at: Given<Date>
  /** Null while there are only drafts. */
  opened_at: Given<Date | null>
  next_act_on: ColumnType<string | null, never, string | null>
  next_act: ColumnType<NextAct | null, never, NextAct | null>
  closed_at: ColumnType<Date | null, never, Date | null>
  outcome: ColumnType<Outcome | null, never, Outcome | null>
  feedback: ColumnType<string | null, never, string | null>
  version: Given<number>
}

/** How safe contact is made, with whom. At most one per matter; none for a group. */
export type PersonTable = {
  matter_id: string
  name: string
  phone: string | null
  may_call: boolean
  call_when: string | null
  voicemail: boolean
  interpreter: string | null
  wheelchair: boolean
}

/** The basis on which one recipient may know of one matter. */
export type LegalBasisTable = {
  id: Given<string>
  matter_id: ColumnType<string, string, never>
  org_id: Given<string>
  recipient_org: ColumnType<string, string, never>
  ground: ColumnType<string, string, never>
  article: ColumnType<string, string, never>
  purpose: ColumnType<string, string, never>
  necessity: ColumnType<string, string, never>
  valid: ColumnType<string, never, string>
  recorded_by: Given<string | null>
  ended_reason: ColumnType<string | null, never, string>
}

/** An organisation's side in a matter. Only the database's own triggers write it. */
export type RelationTable = {
  id: Given<string>
  matter_id: Given<string>
  org_id: Given<string>
  side: Given<'sender' | 'receiver'>
  signal_id: Given<string | null>
  transfer_id: Given<string | null>
  sees_person: Given<boolean>
  basis_id: Given<string | null>
  valid_from: Given<Date>
  valid_until: Given<Date>
}

type Hung = {
  id: Given<string>
  matter_id: ColumnType<string, string, never>
  signal_id: ColumnType<string | null, string | null, never>
  transfer_id: ColumnType<string | null, string | null, never>
  at: Given<Date>
  /** The order of what has one time. */
  seq: Given<string>
}

/** Something that happened. The words belong to the type; the row holds none. */
export type EventTable = Hung & {
  org_id: Given<string | null>
  member_id: Given<string | null>
  type: ColumnType<string, string, never>
  to_status: ColumnType<string | null, string | null, never>
  request_id: Given<string>
}

/** Something that was said between the two sides of a signal or transfer. */
export type MessageTable = Hung & {
  org_id: Given<string>
  member_id: Given<string>
  kind: ColumnType<'question' | 'answer' | 'note', 'question' | 'answer' | 'note', never>
  body: ColumnType<string, string, never>
}

/** What an organisation hears back: always a code, and words where the receiver wrote some. */
export type FeedbackTable = {
  id: Given<string>
  matter_id: Given<string>
  signal_id: Given<string | null>
  transfer_id: Given<string | null>
  at: Given<Date>
  seq: Given<string>
  to_org: Given<string>
  code: Given<string>
  body: Given<string | null>
  read_at: ColumnType<Date | null, never, Date>
}

/** The resident's follow-code, as a keyed hash. */
export type FollowCodeTable = {
  matter_id: ColumnType<string, string, never>
  hash: ColumnType<Buffer, Buffer, never>
  issued_at: Generated<Date>
  ended_at: ColumnType<Date | null, never, Date>
}

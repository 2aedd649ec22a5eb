import type { ColumnType, Generated } from 'kysely'
import type { GuestRole, Kind } from './codes.ts'

/** Set by the database alone. */
type Given<T> = ColumnType<T, never, never>

export type MeetingTable = {
  id: Given<string>
  org_id: Given<string>
  kind: ColumnType<Kind, Kind, never>
  on_day: string
  starts_at: string
  room: string | null
  planned_by: Given<string>
  created_at: Given<Date>
  held_at: ColumnType<Date | null, never, Date>
  /** For who was not there: without anything about a person. */
  report: ColumnType<string | null, never, string | null>
  version: Given<number>
}

/** A team elsewhere that joins, in what role; whether it was there is known afterwards. */
export type MeetingGuestTable = {
  meeting_id: ColumnType<string, string, never>
  school_org: ColumnType<string, string, never>
  org_id: ColumnType<string, string, never>
  desk_id: ColumnType<string, string, never>
  role: ColumnType<GuestRole, GuestRole, never>
  present: ColumnType<boolean | null, never, boolean>
}

/** What left a meeting: a theme, how soon, to which team. */
export type MeetingLineTable = {
  id: Given<string>
  meeting_id: ColumnType<string, string, never>
  school_org: Given<string>
  theme: ColumnType<string, string, never>
  urgency: ColumnType<string, string, never>
  collective: ColumnType<boolean, boolean, never>
  receiver_desk: ColumnType<string, string, never>
  sent_at: Generated<Date>
}

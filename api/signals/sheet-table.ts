import type { ColumnType } from 'kysely'

/** Set by the database alone. */
type Given<T> = ColumnType<T, never, never>

/** What somebody types, before it is a signal. `typed` is what the form holds; nothing in the house computes with it. */
export type SheetTable = {
  id: Given<string>
  seq: Given<string>
  org_id: Given<string>
  member_id: Given<string>
  meeting_id: ColumnType<string | null, string | null, never>
  matter_id: ColumnType<string | null, string | null, never>
  typed: ColumnType<unknown, string, string>
  created_at: Given<Date>
  kept_at: Given<Date>
  version: Given<number>
}

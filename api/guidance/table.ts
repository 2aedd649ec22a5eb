import type { ColumnType } from 'kysely'
import type { Status } from './codes.ts'

/** Set by the database alone. */
type Given<T> = ColumnType<T, never, never>
/** Said once, at writing. */
type Written<T> = ColumnType<T, T, never>

export type GuidanceTable = {
  id: Given<string>
  consult_id: Written<string>
  org_id: Given<string>
  theme: Written<string>
  place: Written<string | null>
  question: Written<string>
  answer: Written<string>
  status: ColumnType<Status, never, Status>
  written_by: Given<string>
  written_at: Given<Date>
  checked_by: Given<string | null>
  checked_at: Given<Date | null>
  reason: ColumnType<string | null, never, string | null>
  version: Given<number>
}

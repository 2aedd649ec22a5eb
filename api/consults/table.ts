import type { ColumnType } from 'kysely'
import type { Decision, Status } from './codes.ts'

/** Set by the database alone. */
type Given<T> = ColumnType<T, never, never>
/** Said once, at asking. */
type Asked<T> = ColumnType<T, T, never>
/** Empty at first; filled by the moves. */
type Later<T> = ColumnType<T, never, T>

export type ConsultTable = {
  id: Given<string>
  reference: Given<string>
  asker_org: Given<string>
  asker_member: Given<string>
  answerer_org: Asked<string>
  answerer_desk: Asked<string | null>
  theme: Asked<string>
  place: Asked<string | null>
  question: Asked<string>
  status: Later<Status>
  asked_at: Given<Date>
  answer: Later<string | null>
  answered_by: Given<string | null>
  answered_at: Given<Date | null>
  decision: Later<Decision | null>
  closing_note: Later<string | null>
  closed_at: Given<Date | null>
  version: Given<number>
}

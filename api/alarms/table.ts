import type { ColumnType } from 'kysely'
import type { AlarmKind } from '../followup/codes.ts'
import type { Answer } from './codes.ts'

/** Set by the database alone: an alarm is raised by a resident, through a function. */
type Given<T> = ColumnType<T, never, never>

export type AlarmTable = {
  id: Given<string>
  matter_id: Given<string>
  transfer_id: Given<string | null>
  kind: Given<AlarmKind>
  words: Given<string | null>
  raised_at: Given<Date>
  answer: ColumnType<Answer | 'reopened' | null, never, Answer>
  answer_on: ColumnType<string | null, never, string | null>
  answered_at: Given<Date | null>
  answered_org: Given<string | null>
  answered_member: Given<string | null>
}

import type { ColumnType } from 'kysely'
import type { Kind, Status } from './codes.ts'

/** Set by the database alone. */
type Given<T> = ColumnType<T, never, never>
/** Said once, at proposing. */
type Said<T> = ColumnType<T, T, never>

export type AgreementTable = {
  id: Given<string>
  from_org: Said<string | null>
  from_kind: Said<Kind | null>
  from_desk: Said<string | null>
  to_org: Said<string | null>
  to_kind: Said<Kind | null>
  to_desk: Said<string | null>
  edition: Given<number>
  status: ColumnType<Status, never, Status>
  purpose: Said<string>
  criteria: Said<string>
  needed: Said<string>
  contact_route: Said<string>
  answer_days: Said<number>
  contact_days: Said<number>
  start_days: Said<number>
  valid_from: Said<string>
  valid_until: Said<string | null>
  proposed_side: Given<'from' | 'to'>
  proposed_org: Given<string>
  proposed_member: Given<string>
  proposed_name: Given<string>
  proposed_at: Given<Date>
  agreed_member: Given<string | null>
  agreed_name: Given<string | null>
  agreed_at: Given<Date | null>
  ended_org: Given<string | null>
  ended_name: Given<string | null>
  ended_at: Given<Date | null>
  end_reason: ColumnType<string | null, never, string | null>
  version: Given<number>
}

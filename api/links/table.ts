import type { ColumnType } from 'kysely'

type Given<T> = ColumnType<T, never, never>
type Said<T> = ColumnType<T, T, never>

export type LinkTable = {
  id: Given<string>
  transfer_id: Said<string>
  member_id: Said<string>
  made_org: Given<string>
  made_member: Given<string>
  made_at: Given<Date>
  expires_at: Said<Date>
  code_hash: ColumnType<never, Buffer, never>
  wrong_codes: Given<number>
  opened_at: Given<Date | null>
  revoked_at: ColumnType<Date | null, never, Date>
}

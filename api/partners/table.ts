import type { ColumnType } from 'kysely'
import type { KeyCommand } from './codes.ts'

type Read<T> = ColumnType<T, never, never>

/** Made and revoked by the database's own functions only; the hash of a key is not readable. */
export type ApiKeyTable = {
  id: Read<string>
  organization_id: Read<string>
  member_id: Read<string>
  name: Read<string>
  commands: Read<KeyCommand[]>
  made_by: Read<string>
  made_at: Read<Date>
  expires_at: Read<Date>
  revoked_at: Read<Date | null>
  revoked_by: Read<string | null>
  last_used_at: Read<Date | null>
}

/** What was answered to a command that came under an idempotency key. */
export type ApiRequestTable = {
  key_id: Read<string>
  once: ColumnType<string, string, never>
  digest: ColumnType<Buffer, Buffer, never>
  answer: ColumnType<unknown, never, string>
  at: Read<Date>
}

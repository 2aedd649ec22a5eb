import type { ColumnType, Generated } from 'kysely'
import type { Role } from '../viewer.ts'

/** An account: a function in one organisation, not a person ("Team Lindeveen-Noord, aanmelding"). */
export type MemberTable = {
  id: Generated<string>
  name: string
  /** Lower case. */
  email: string
  /** Not readable for the app: `sec.password_of_login()` gives it for the address that is signing in, and no other. */
  password_hash: ColumnType<never, string, string>
  organization_id: string
  roles: Role[]
  /** Nobody signs in with it: only a one-time link opens it. */
  by_link: Generated<boolean>
  /** Nobody signs in with it: a partner's system acts in its name. */
  by_key: Generated<boolean>
  disabled_at: Date | null
  created_at: Generated<Date>
}

export type DeskMemberTable = {
  member_id: string
  organization_id: string
  desk_id: string
}

export type SessionTable = {
  /** SHA-256 of the token, in hex. */
  id: string
  member_id: string
  /** Of a session that a link opened: the one transfer it sees. */
  transfer_id: ColumnType<string | null, never, never>
  expires_at: Date
  /** The absolute end, however busy the session is. */
  ends_at: ColumnType<Date, Date, never>
  created_at: Generated<Date>
}

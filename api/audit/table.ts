import type { Generated } from 'kysely'

/** The log: INSERT only, one row per request. Values and names never stand in it. */
export type AuditEventTable = {
  id: Generated<string>
  at: Generated<Date>
  request_id: string
  org_id: string | null
  actor: string | null
  actor_role: string | null
  action: string
  purpose: string
  result: string
  object_type: string | null
  object_ids: string[]
}

import type { Generated } from 'kysely'

/** Something that somebody must be told: a code and ids, never content. */
export type OutboxMessageTable = {
  id: Generated<string>
  topic: string
  object_id: string
  to_org: string
  to_desk: string | null
  to_member: string | null
  to_role: string | null
  dedupe_key: string
  created_at: Generated<Date>
  attempts: Generated<number>
  next_at: Generated<Date>
  leased_until: Date | null
  sent_at: Date | null
  /** Given up: a person must look at it. */
  failed_at: Date | null
}

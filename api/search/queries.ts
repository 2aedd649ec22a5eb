/** What is known of the index elsewhere. */
import type { Kysely, Transaction } from 'kysely'
import type { DirectoryTables, JobsTables } from '../db.ts'

export type IndexState = {
  content: string | null
  checkedAt: Date | null
  trouble: string | null
  failures: number
  retryAt: Date | null
}

/** Which published content the index elsewhere holds, and how it fares. */
export async function readIndexState(db: Kysely<DirectoryTables>): Promise<IndexState | null> {
  const row = await db.selectFrom('directory.search_index').selectAll().executeTakeFirst()
  return row ? fromRow(row) : null
}

/** Takes the row for this transaction; null when another process has it, and brings the index in line. */
export async function lockIndexState(tx: Transaction<JobsTables>): Promise<IndexState | null> {
  const row = await tx.selectFrom('directory.search_index').selectAll().forUpdate().skipLocked().executeTakeFirst()
  return row ? fromRow(row) : null
}

type Looked = {
  content?: string
  synced_at?: Date
  checked_at?: Date
  missing?: number
  stale?: number
  surplus?: number
  trouble: string | null
  failures: number
  retry_at: Date | null
}

export async function saveIndexState(tx: Transaction<JobsTables>, looked: Looked): Promise<void> {
  await tx.updateTable('directory.search_index').set(looked).execute()
}

const fromRow = (row: {
  content: string | null
  checked_at: Date | null
  trouble: string | null
  failures: number
  retry_at: Date | null
}): IndexState => ({
  content: row.content,
  checkedAt: row.checked_at,
  trouble: row.trouble,
  failures: row.failures,
  retryAt: row.retry_at,
})

import type { Kysely } from 'kysely'
import type { DirectoryTables } from '../db.ts'

/** The number of the newest published revision; null before the first. */
export async function newestRevision(db: Kysely<DirectoryTables>): Promise<number | null> {
  const row = await db
    .selectFrom('directory.revision')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  return row?.number ?? null
}

/** Brings a database to the newest shape, as the role that owns everything. */
import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { migrations } from '../../migrations/index.ts'
import { ownerRole } from './bootstrap.ts'
import { CannotStart } from './cannot-start.ts'

const otherVersion =
  'The tables of this database were made by another version of Voordeur. Start that version, or give this one a database of its own (DATABASE_URL) or an empty DATA_DIR.'

/**
 * Runs what has not run yet, all of it or nothing, and gives the names. Two at once wait for each other. Refuses a
 * database that another version of Voordeur has brought further, or along another way, than this one knows.
 * Kysely's own tables stand in schema `migration`: nobody else may write in `public`.
 */
export async function migrate(url: string): Promise<string[]> {
  // The owner from the first statement on, so that the list of migrations belongs to it as well.
  const pool = new pg.Pool({ connectionString: url, max: 2, options: `-c role=${ownerRole} -c TimeZone=UTC` })
  pool.on('error', () => undefined)
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableSchema: 'migration',
    })
    const { error, results = [] } = await migrator.migrateToLatest()
    if (error instanceof Error && error.message.startsWith('corrupted migrations')) throw new CannotStart(otherVersion)
    if (error) throw error
    return results.map((each) => each.migrationName)
  } finally {
    await db.destroy()
  }
}

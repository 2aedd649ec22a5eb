/** Brings a database to the newest shape, as the role that owns everything. */
import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { migrations } from '../../migrations/index.ts'
import { ownerRole } from './bootstrap.ts'

/**
 * Runs what has not run yet, all of it or nothing, and gives the names. Two at once wait for each other.
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
    if (error) throw error
    return results.map((each) => each.migrationName)
  } finally {
    await db.destroy()
  }
}

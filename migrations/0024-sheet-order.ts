/** Sheets of one sitting stand in the order they were begun, also when two were begun at the same moment of the clock. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table care.sheet add column seq bigint generated always as identity`.execute(db)
}

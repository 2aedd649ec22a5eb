/** What the app's own login can do with raw SQL in the context of a party, whatever the code above it does. */
import { type RawBuilder, sql } from 'kysely'
import { connect } from '../../api/db.ts'
import type { FreshDatabase } from './database.ts'

/** Runs one statement and keeps it: how many rows it touched or gave, or the words it was refused with. */
export async function asApp(
  { urls }: Pick<FreshDatabase, 'urls'>,
  who: { org: string; member: string; only?: string; key?: string },
  statement: RawBuilder<unknown>,
): Promise<number | string> {
  const app = connect<never>(urls.app, 1)
  try {
    return await app.transaction().execute(async (tx) => {
      await sql`select set_config('app.org', ${who.org}, true), set_config('app.user', ${who.member}, true),
        set_config('app.only', ${who.only ?? ''}, true), set_config('app.key', ${who.key ?? ''}, true)`.execute(tx)
      const { numAffectedRows, rows } = await statement.execute(tx)
      return Number(numAffectedRows ?? rows.length)
    })
  } catch (error) {
    return error instanceof Error ? error.message : 'error'
  } finally {
    await app.destroy()
  }
}

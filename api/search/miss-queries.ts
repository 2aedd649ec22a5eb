/** Searches that helped nobody, counted. */
import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import type { MissInput } from './schema.ts'

/** Counts one; the database refuses it where the municipality does not count. */
export async function insertMiss(tx: Tx, kind: MissInput['kind'], words: string): Promise<void> {
  await tx.insertInto('care.search_miss').values({ kind, words }).execute()
}

/** Which words helped nobody since `since`, `least` times or more, most first. */
export async function missesSince(tx: Tx, since: string, least: number) {
  const { rows } = await sql<{ kind: MissInput['kind']; words: string; count: number }>`
    select kind, words, count(*)::int as count from care.search_miss where day >= ${since}::date
    group by kind, words having count(*) >= ${least} order by count(*) desc, words limit 200
  `.execute(tx)
  return rows
}

/** Does the municipality count them? */
export async function countsSearches(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('directory.municipality').select('counts_searches').executeTakeFirst()
  return row?.counts_searches ?? false
}

export async function saveCounting(tx: Tx, on: boolean): Promise<void> {
  await tx.updateTable('directory.municipality').set({ counts_searches: on }).execute()
}

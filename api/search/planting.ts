/** The words that are there before an editor writes any. */
import type { Kysely, Transaction } from 'kysely'
import { intents } from '../../search/intents.ts'
import { startingList } from '../../search/synonyms.ts'
import type { DirectoryTables } from '../db.ts'
import { hasConcepts, insertConcepts } from './concept-queries.ts'

type Writer = Kysely<DirectoryTables> | Transaction<DirectoryTables>

/**
 * Puts the list that editors start with into the database, once in the life of an installation: from then on it is
 * theirs, and what they take out or change stays so.
 */
export async function plantStartingList(db: Writer): Promise<void> {
  if (await hasConcepts(db, 'starting_list')) return
  await insertConcepts(db, [
    ...startingList.map((entry) => ({ ...entry, kind: 'synonym' as const, origin: 'starting_list' as const })),
    ...intents.map((entry) => ({ ...entry, kind: 'intent' as const, origin: 'starting_list' as const })),
  ])
}

/** The demo's own synonyms, where no editor wrote any. */
export async function plantEditorsWords(
  db: Writer,
  rows: readonly { terms: string[]; phrases: string[] }[],
): Promise<void> {
  if (rows.length === 0 || (await hasConcepts(db, 'editors'))) return
  await insertConcepts(
    db,
    rows.map((row) => ({ ...row, kind: 'synonym' as const, origin: 'editors' as const })),
  )
}

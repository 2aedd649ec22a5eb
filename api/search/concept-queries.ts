/** The editors' words: what services are called, and what people say for it. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DirectoryTables, Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { Concept } from './concept.ts'

type Writer = Kysely<DirectoryTables> | Transaction<DirectoryTables>

/** Is there a row of this origin, also one that was taken out? */
export async function hasConcepts(db: Writer, origin: Concept['origin']): Promise<boolean> {
  const rows = await db.selectFrom('directory.concept').select('id').where('origin', '=', origin).limit(1).execute()
  return rows.length > 0
}

export async function insertConcepts(
  db: Writer,
  rows: readonly Pick<Concept, 'kind' | 'terms' | 'phrases' | 'origin'>[],
): Promise<void> {
  await db
    .insertInto('directory.concept')
    .values([...rows])
    .execute()
}

const columns = ['id', 'kind', 'terms', 'phrases', 'origin', 'version', 'changed_at', 'removed_at'] as const

/** Every row, also what was taken out: intents first, then from A to Z. */
export async function listConcepts(tx: Tx): Promise<Concept[]> {
  const rows = await tx
    .selectFrom('directory.concept')
    .select(columns)
    .orderBy('kind')
    .orderBy('terms')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** One row, as it is now; saving compares its version. Refused: `concept.not_found`. */
export async function findConcept(tx: Tx, id: string): Promise<Concept> {
  const row = await tx.selectFrom('directory.concept').select(columns).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('concept.not_found')
  return fromRow(row)
}

export async function insertConcept(
  tx: Tx,
  concept: Pick<Concept, 'kind' | 'terms' | 'phrases'>,
  now: Date,
): Promise<Concept> {
  const row = await tx
    .insertInto('directory.concept')
    .values({ ...concept, changed_at: now })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return fromRow(row)
}

/** Saves what was decided on this version. Refused: `changed_meanwhile`, when another was quicker. */
export async function saveConcept(tx: Tx, before: Concept, after: Concept, now: Date): Promise<Concept> {
  const row = await tx
    .updateTable('directory.concept')
    .set({
      terms: after.terms,
      phrases: after.phrases,
      removed_at: after.removed ? now : null,
      changed_at: now,
      version: before.version + 1,
    })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returning(columns)
    .executeTakeFirst()
  if (!row) throw new Refusal('changed_meanwhile')
  return fromRow(row)
}

/** When the newest revision was published: what changed after it is not yet on the site. */
export async function lastPublishedAt(tx: Tx): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(published_at) as at from directory.revision`.execute(tx)
  return rows[0]?.at ?? null
}

const fromRow = (row: {
  id: string
  kind: 'synonym' | 'intent'
  terms: string[]
  phrases: string[]
  origin: 'starting_list' | 'editors'
  version: number
  changed_at: Date
  removed_at: Date | null
}): Concept => ({
  id: row.id,
  kind: row.kind,
  terms: row.terms,
  phrases: row.phrases,
  origin: row.origin,
  version: row.version,
  changedAt: row.changed_at,
  removed: row.removed_at !== null,
})

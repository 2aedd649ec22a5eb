import { type Transaction, sql } from 'kysely'
import type { DirectoryTables } from '../db.ts'
import type { Row } from './check.ts'
import { type Table, type TableName, columnType } from './tables.ts'

export type DirectoryTx = Transaction<DirectoryTables>

const tableRef = (name: TableName) => sql.table(`directory.${name}`)
const columnList = (names: string[]) => sql.join(names.map((name) => sql.ref(name)))

/** One import or change of the directory at a time; the second waits. Held until the transaction ends. */
export async function takeDirectory(tx: DirectoryTx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('voordeur.directory'))`.execute(tx)
}

/** Tables whose rows have a page of their own, so a slug. */
export const withSlug: readonly TableName[] = ['organization', 'service', 'taxonomy_term']

/** Which slug does each row of this table have? */
export async function slugsOf(tx: DirectoryTx, table: TableName): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; slug: string }>`select id, slug from ${tableRef(table)}`.execute(tx)
  return new Map(rows.map(({ id, slug }) => [id, slug]))
}

/**
 * Writes rows by id: new ones in, changed ones over, equal ones untouched. The columns of our own keep what they have;
 * only a new row takes its slug. Says how many were new and how many changed.
 */
export async function saveRows(
  tx: DirectoryTx,
  table: Table,
  rows: Row[],
): Promise<{ added: number; changed: number }> {
  const columns = table.columns.map((column) => column.name)
  const given = withSlug.includes(table.name) ? [...columns, 'slug'] : columns
  const shape = table.columns.map(({ name, kind }) => sql`${sql.ref(name)} ${sql.raw(columnType(kind))}`)
  if (given.length > columns.length) shape.push(sql`slug text`)
  const compared = columns.filter((name) => name !== 'id')

  const { rows: written } = await sql<{ added: boolean }>`
    insert into ${tableRef(table.name)} as stored (${columnList(given)})
    select ${columnList(given)} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as incoming (${sql.join(shape)})
    on conflict (id) do update set ${sql.join(compared.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}
      where (${sql.join(compared.map((name) => sql`stored.${sql.ref(name)}`))})
        is distinct from (${sql.join(compared.map((name) => sql`excluded.${sql.ref(name)}`))})
    returning xmax = 0 as added
  `.execute(tx)
  const added = written.filter((row) => row.added).length
  return { added, changed: written.length - added }
}

/** How many rows of this table does the package not speak of? They stay; removing is an editor's decision. */
export async function countOthers(tx: DirectoryTx, table: TableName, ids: string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${tableRef(table)} where id <> all(${ids}::uuid[])
  `.execute(tx)
  return rows[0]?.count ?? 0
}

/** Does a taxonomy serve as themes already, and which hierarchical one would be first to? */
export async function themeTaxonomies(tx: DirectoryTx) {
  return await tx
    .selectFrom('directory.taxonomy as taxonomy')
    .select((eb) => [
      'taxonomy.id',
      'taxonomy.name',
      'taxonomy.purpose',
      eb
        .selectFrom('directory.taxonomy_term as term')
        .select((term) => term.fn.countAll<string>().as('count'))
        .whereRef('term.taxonomy_id', '=', 'taxonomy.id')
        .where('term.parent_id', 'is not', null)
        .as('children'),
    ])
    .orderBy('taxonomy.name')
    .execute()
}

/** From now on this taxonomy, and no other, is the themes of the site. */
export async function makeThemes(tx: DirectoryTx, id: string): Promise<void> {
  await tx.updateTable('directory.taxonomy').set({ purpose: null }).where('purpose', '=', 'theme').execute()
  await tx.updateTable('directory.taxonomy').set({ purpose: 'theme' }).where('id', '=', id).execute()
}

/** Names the municipality where none is named yet. */
export async function nameMunicipality(tx: DirectoryTx, name: string, language: string): Promise<void> {
  await tx
    .insertInto('directory.municipality')
    .values({ name, language })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Is at least half of the addresses in the Netherlands? Null where there are no addresses. */
export async function mostlyDutch(tx: DirectoryTx): Promise<boolean | null> {
  const { rows } = await sql<{ dutch: boolean | null }>`
    select avg((upper(country) = 'NL')::integer) >= 0.5 as dutch from directory.address
  `.execute(tx)
  return rows[0]?.dutch ?? null
}

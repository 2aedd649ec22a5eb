/** Small parts of a directory, for what only needs them to be there. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { FreshDatabase } from '../setup/database.ts'

/** A theme by its code, in the taxonomy that serves as the themes of the site. */
export async function knowTheme({ db }: Pick<FreshDatabase, 'db'>, code: string): Promise<void> {
  const taxonomy = randomUUID()
  await sql`insert into directory.taxonomy (id, name, description, purpose) values (${taxonomy}, 'Thema', 'Voor de test', 'theme')
    on conflict do nothing`.execute(db)
  await sql`insert into directory.taxonomy_term (id, name, description, slug, taxonomy_id)
    select ${randomUUID()}, ${code}, 'Voor de test', ${code}, id from directory.taxonomy where purpose = 'theme'`.execute(
    db,
  )
}

/** A service that the directory has, of this organisation. */
export async function knowService({ db }: Pick<FreshDatabase, 'db'>, organizationId: string): Promise<string> {
  const id = randomUUID()
  await sql`insert into directory.service (id, organization_id, name, description, status, slug)
    values (${id}, ${organizationId}, 'Hulp', 'Voor de test', 'active', ${`hulp-${id}`})`.execute(db)
  return id
}

import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { DirectoryTables } from '../db.ts'

type Db = Kysely<DirectoryTables>

/** The whole directory at one moment, as rows in a fixed order: equal content gives equal text. */
export async function readDirectory(db: Db) {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => ({
      municipality: await tx.selectFrom('directory.municipality').selectAll().executeTakeFirst(),
      places: await tx.selectFrom('directory.place').selectAll().orderBy('name').orderBy('id').execute(),
      postcodes: await tx.selectFrom('directory.postcode').selectAll().orderBy('code').execute(),
      selfHelp: await tx.selectFrom('directory.self_help').selectAll().orderBy('theme').orderBy('position').execute(),
      guideSteps: await tx.selectFrom('directory.guide_step').selectAll().orderBy('code').execute(),
      guideChoices: await tx
        .selectFrom('directory.guide_choice')
        .selectAll()
        .orderBy('step')
        .orderBy('position')
        .execute(),
      glossary: await tx.selectFrom('directory.glossary_term').selectAll().orderBy('term').execute(),
      formerSlugs: await tx.selectFrom('directory.former_slug').selectAll().orderBy('entity').orderBy('slug').execute(),
      concepts: await tx
        .selectFrom('directory.concept')
        .select(['kind', 'terms', 'phrases'])
        .where('removed_at', 'is', null)
        .orderBy('kind')
        .orderBy('terms')
        .orderBy('phrases')
        .execute(),
      baseMap: await tx.selectFrom('directory.base_map').select('geojson').executeTakeFirst(),
      organizations: await tx.selectFrom('directory.organization').selectAll().orderBy('name').orderBy('id').execute(),
      services: await tx
        .selectFrom('directory.service')
        .selectAll()
        // What no longer exists is not shown; what is closed for a while is, and says so.
        .where('status', 'in', ['active', 'temporarily closed'])
        .orderBy('name')
        .orderBy('id')
        .execute(),
      locations: await tx.selectFrom('directory.location').selectAll().orderBy('id').execute(),
      serviceAtLocations: await tx.selectFrom('directory.service_at_location').selectAll().orderBy('id').execute(),
      contacts: await tx.selectFrom('directory.contact').selectAll().orderBy('id').execute(),
      phones: await tx.selectFrom('directory.phone').selectAll().orderBy('type', 'desc').orderBy('id').execute(),
      addresses: await tx.selectFrom('directory.address').selectAll().orderBy('id').execute(),
      schedules: await tx
        .selectFrom('directory.schedule')
        .selectAll()
        .orderBy('valid_from')
        .orderBy('opens_at')
        .orderBy('id')
        .execute(),
      funding: await tx.selectFrom('directory.funding').selectAll().orderBy('source').orderBy('id').execute(),
      areas: await tx.selectFrom('directory.service_area').selectAll().orderBy('name').orderBy('id').execute(),
      documents: await tx
        .selectFrom('directory.required_document')
        .selectAll()
        .orderBy('document')
        .orderBy('id')
        .execute(),
      languages: await tx.selectFrom('directory.language').selectAll().orderBy('name').orderBy('id').execute(),
      accessibility: await tx.selectFrom('directory.accessibility').selectAll().orderBy('id').execute(),
      costs: await tx.selectFrom('directory.cost_option').selectAll().orderBy('amount').orderBy('id').execute(),
      urls: await tx.selectFrom('directory.url').selectAll().orderBy('url').orderBy('id').execute(),
      taxonomies: await tx.selectFrom('directory.taxonomy').selectAll().orderBy('name').orderBy('id').execute(),
      terms: await tx.selectFrom('directory.taxonomy_term').selectAll().orderBy('name').orderBy('id').execute(),
      attributes: await tx
        .selectFrom('directory.attribute')
        .select(['id', 'link_id', 'taxonomy_term_id'])
        .where('link_entity', '=', 'service')
        .orderBy('id')
        .execute(),
    }))
}
export type Directory = Awaited<ReturnType<typeof readDirectory>>

/** Which revision was published last? */
export async function latestRevision(db: Db) {
  return await db
    .selectFrom('directory.revision')
    .select(['number', 'published_at', 'content_hash', 'site_hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Records that this revision is what people see from now on. */
export async function recordRevision(
  tx: Transaction<DirectoryTables>,
  revision: {
    number: number
    publishedAt: Date
    contentHash: string
    siteHash: string
    counts: Record<string, number>
  },
): Promise<void> {
  await tx
    .insertInto('directory.revision')
    .values({
      number: revision.number,
      published_at: revision.publishedAt,
      content_hash: revision.contentHash,
      site_hash: revision.siteHash,
      counts: JSON.stringify(revision.counts),
    })
    .execute()
}

const publishLock = sql`hashtext('voordeur.publish')`

/**
 * One publication at a time in an installation: does `work` while this connection holds the lock. `waiting` is called
 * when another one has it.
 */
export async function alone<T>(db: Db, waiting: () => void, work: (db: Db) => Promise<T>): Promise<T> {
  return await db.connection().execute(async (connection) => {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${publishLock}) as got`.execute(connection)
    if (!rows[0]?.got) {
      waiting()
      await sql`select pg_advisory_lock(${publishLock})`.execute(connection)
    }
    try {
      return await work(connection)
    } finally {
      await sql`select pg_advisory_unlock(${publishLock})`.execute(connection)
    }
  })
}

/** Publishing: what the directory holds now becomes what everybody sees, whole or not at all. */
import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { plantStartingList } from '../search/planting.ts'
import { CannotStart } from '../installation/cannot-start.ts'
import type { DirectoryTables } from '../db.ts'
import type { Progress } from '../installation/progress.ts'
import { BuildFailed, type BuildInput, buildSite, hashOfSite } from './build.ts'
import { finishSite } from './finish.ts'
import { type Revisions, revisionsIn } from './folders.ts'
import { alone, latestRevision, readDirectory, recordRevision } from './queries.ts'
import { readPlainly, saidOf } from './plain-words.ts'
import { type Snapshot, snapshotSchema } from './schema.ts'
import { type Content, makeContent } from './snapshot.ts'

export type PublishInput = {
  /** As the publisher. */
  db: Kysely<DirectoryTables>
  dataDir: string
  publicUrl: string
  /** For security.txt; null: the municipality's own mail address. */
  securityContact?: string | null
  now: () => Date
  progress: Progress
  /** Publish also when nothing changed. */
  force?: boolean
  /** How a site is made of a snapshot; `astro build` unless a test looks at what surrounds it. */
  build?: (input: BuildInput) => Promise<void>
}
/** A site this old is made again although nothing changed: the date in its security.txt would pass. */
export const STALE_AFTER_DAYS = 300
export const isStale = (publishedAt: Date, now: Date) =>
  now.getTime() - publishedAt.getTime() > STALE_AFTER_DAYS * 86_400_000

export type Published = { number: number; changed: boolean }

/**
 * Publishes the directory. Out: the number people see from now on, and whether it is a new one (equal content on an
 * equal site is not published twice). Refused with one sentence where the directory is empty or the build fails; what
 * was live stays live. Of two at once the second waits. Source: domain.md invariant 10.
 */
export async function publish(input: PublishInput): Promise<Published> {
  const waiting = () => input.progress.note('          Another publication is running; waiting for it')
  return await alone(input.db, waiting, (db) => publishAlone({ ...input, db }))
}

async function publishAlone(input: PublishInput): Promise<Published> {
  const { db, dataDir, publicUrl, securityContact, progress } = input
  const revisions = revisionsIn(dataDir)
  await plantStartingList(db)
  const content = await progress.run('Directory', () => readContent(db), describe)
  const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const siteHash = await hashOfSite(publicUrl, securityContact)

  const latest = await latestRevision(db)
  const isLive = latest?.number === revisions.current()
  const isFresh = latest !== undefined && !isStale(latest.published_at, input.now())
  if (
    latest &&
    isLive &&
    isFresh &&
    !input.force &&
    latest.content_hash === contentHash &&
    latest.site_hash === siteHash
  ) {
    progress.note(`          Revision ${latest.number} is up to date; nothing to publish (--force does it anyway)`)
    return { number: latest.number, changed: false }
  }

  const number = Math.max(latest?.number ?? 0, revisions.last()) + 1
  const publishedAt = input.now()
  const snapshot = checked({ revision: number, published_at: publishedAt.toISOString(), ...content })
  await makeRevision(input, revisions, snapshot)

  // The row first and the switch inside its transaction: a crash between the two leaves a folder nobody points at.
  await db.transaction().execute(async (tx) => {
    await recordRevision(tx, { number, publishedAt, contentHash, siteHash, counts: counted(content) })
    await revisions.switchTo(number)
  })
  await revisions.prune()
  progress.note(`          Revision ${number} is live`)
  return { number, changed: true }
}

async function readContent(db: Kysely<DirectoryTables>): Promise<Content> {
  const directory = await readDirectory(db)
  if (!directory.municipality) {
    throw new CannotStart('The directory is empty: import a package first (npm run import -- FOLDER).')
  }
  return makeContent(directory, directory.municipality)
}

function checked(snapshot: Snapshot): Snapshot {
  const result = snapshotSchema.safeParse(snapshot)
  if (result.success) return result.data
  const faults = result.error.issues.slice(0, 10).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new CannotStart(`The directory cannot be published as it is:\n${faults.join('\n')}`)
}

/** Makes the folder of a revision whole, or leaves none. */
async function makeRevision(input: PublishInput, revisions: Revisions, snapshot: Snapshot): Promise<void> {
  const { progress, publicUrl, securityContact = null, build = buildSite } = input
  const folder = revisions.of(snapshot.revision)
  const out = revisions.siteOf(snapshot.revision)
  const path = join(folder, 'snapshot.json')
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(path, JSON.stringify(snapshot))
    await reportPlainWords(folder, snapshot, progress)
    await progress.run('Site', () => build({ snapshot: path, out, publicUrl, securityContact }))
    await progress.run(
      'Compressed',
      () => finishSite(out),
      ({ pages, files }) => `${pages} pages, ${files} files`,
    )
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    if (!(error instanceof BuildFailed)) throw error
    throw new CannotStart(`${error.output}\nThe site could not be built; what was live stays live.`)
  }
}

/** Beside the snapshot and outside the site: for editors, never a reason not to publish. */
async function reportPlainWords(folder: string, snapshot: Snapshot, progress: Progress): Promise<void> {
  const report = readPlainly(snapshot)
  if (!report) return progress.note('          Plain words: not looked at, these texts are not in Dutch')
  const file = join(folder, 'plain-words.json')
  await writeFile(file, `${JSON.stringify({ publishedAt: snapshot.published_at, ...report }, null, 2)}\n`)
  for (const line of saidOf(report)) progress.note(`          ${line}`)
  if (report.toLookAt > 0) progress.note(`          All of it: ${file}`)
}

const counted = (content: Content): Record<string, number> => ({
  organizations: content.organizations.length,
  services: content.services.length,
  places: content.places.length,
  themes: content.themes.length,
})

const describe = (content: Content) =>
  Object.entries(counted(content))
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')

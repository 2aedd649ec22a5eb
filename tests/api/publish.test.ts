import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type DirectoryTables, connect } from '../../api/db.ts'
import { desks, organizations } from '../../api/demo/ids.ts'
import { loadDemoDirectory } from '../../api/demo/load.ts'
import { BuildFailed, type BuildInput, buildSite } from '../../api/publish/build.ts'
import { currentSite } from '../../api/publish/folders.ts'
import { STALE_AFTER_DAYS, publish } from '../../api/publish/publish.ts'
import { snapshotSchema } from '../../api/publish/schema.ts'
import { type FreshDatabase, freshDatabase, monday } from '../setup/database.ts'

let fresh: FreshDatabase
let publisher: Kysely<DirectoryTables>
let dataDir: string
const said: string[] = []

beforeAll(async () => {
  fresh = await freshDatabase()
  publisher = connect(fresh.urls.publisher, 4)
  await loadDemoDirectory(publisher)
})
afterAll(async () => {
  await publisher.destroy()
  await fresh.close()
})
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'voordeur-data-'))
  said.length = 0
  await sql`delete from directory.revision`.execute(publisher)
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

/** A site of one page: these tests look at what surrounds the build; the last one builds for real. */
async function onePage({ out }: BuildInput): Promise<void> {
  await mkdir(out, { recursive: true })
  await writeFile(join(out, 'index.html'), '<p>Lindeveen</p>')
}

const progress = {
  run: <T>(_: string, work: () => Promise<T>) => work(),
  note: (line: string) => void said.push(line.trim()),
}
const publishNow = (more: { build?: (input: BuildInput) => Promise<void>; force?: boolean; now?: () => Date } = {}) =>
  publish({
    db: publisher,
    dataDir,
    publicUrl: 'http://localhost:4321',
    now: () => monday,
    progress,
    build: onePage,
    ...more,
  })

const revisions = async () => (await readdir(join(dataDir, 'revisions'))).toSorted()
const rename = (name: string) =>
  publisher.updateTable('directory.organization').set({ name }).where('id', '=', organizations.wonen.id).execute()

test('what is published is one written snapshot, and the site that people see is its site', async () => {
  expect(currentSite(dataDir)()).toBeNull()
  expect(await publishNow()).toEqual({ number: 1, changed: true })
  expect(currentSite(dataDir)()).toBe(join(dataDir, 'revisions', '1', 'site'))

  const snapshot = snapshotSchema.parse(JSON.parse(await readFile(join(dataDir, 'revisions/1/snapshot.json'), 'utf8')))
  expect(snapshot).toMatchObject({ revision: 1, municipality: { name: 'Gemeente Lindeveen (voorbeeld)', demo: true } })
  const row = await publisher.selectFrom('directory.revision').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ number: 1, published_at: monday })
  expect(row.counts).toMatchObject({ services: snapshot.services.length, places: 6 })
})

test('the demo is whole: every theme and line has something, every place too, and no number calls a stranger', async () => {
  await publishNow()
  const snapshot = snapshotSchema.parse(JSON.parse(await readFile(join(dataDir, 'revisions/1/snapshot.json'), 'utf8')))
  const { services, themes, places } = snapshot
  expect(themes.filter(({ code }) => !services.some((service) => service.themes.includes(code)))).toEqual([])
  expect(new Set(services.map((service) => service.access_line))).toEqual(new Set([0, 1, 2]))
  expect(services.filter((service) => service.crisis).length).toBeGreaterThan(2)
  expect(places.filter(({ id }) => !services.some((service) => service.places.includes(id)))).toEqual([])
  expect(themes.filter(({ sensitive }) => sensitive).map(({ name }) => name)).toEqual(['Geweld en onveilig thuis'])

  const national = new Set(services.filter((service) => service.national).map((service) => service.organization_id))
  const phones = [
    ...services.flatMap(({ phones: own, organization_id }) => (national.has(organization_id) ? [] : own)),
    ...snapshot.organizations.flatMap(({ id, phones: own }) => (national.has(id) ? [] : own)),
  ]
  expect(phones.length).toBeGreaterThan(20)
  expect(phones.filter(({ number }) => !/^0500-55\d{4}$/.test(number))).toEqual([])
})

test('every desk of the demo belongs to a participant, and one is the safety net', async () => {
  const found = await publisher
    .selectFrom('directory.desk as desk')
    .innerJoin('directory.participant as participant', 'participant.organization_id', 'desk.organization_id')
    .select(['desk.id', 'desk.safety_net'])
    .execute()
  expect(found.map(({ id }) => id).toSorted()).toEqual(
    Object.values(desks)
      .map(({ id }) => id)
      .toSorted(),
  )
  expect(found.filter((desk) => desk.safety_net).map(({ id }) => id)).toEqual([desks.loket.id])
})

test('loading the demo again changes nothing', async () => {
  const again = await loadDemoDirectory(publisher)
  expect(again.tables.filter(({ added, changed }) => added + changed > 0)).toEqual([])
})

test('nothing changed: nothing is published, unless it must be', async () => {
  await publishNow()
  expect(await publishNow()).toEqual({ number: 1, changed: false })
  expect(said.at(-1)).toContain('nothing to publish')
  expect(await publishNow({ force: true })).toEqual({ number: 2, changed: true })
})

test('a site that has stood so long that its dates run out is made again', async () => {
  await publishNow()
  const later = (days: number) => new Date(monday.getTime() + days * 86_400_000)
  expect(await publishNow({ now: () => later(STALE_AFTER_DAYS) })).toMatchObject({ changed: false })
  expect(await publishNow({ now: () => later(STALE_AFTER_DAYS + 1) })).toMatchObject({ changed: true })
})

test('a changed name is a new revision; the three last are kept', async () => {
  for (const name of ['Een', 'Twee', 'Drie', 'Vier', 'Woonstichting Veenwijk']) {
    await rename(name)
    expect(await publishNow()).toMatchObject({ changed: true })
  }
  expect(await revisions()).toEqual(['3', '4', '5', 'current'])
  expect(await readFile(join(dataDir, 'revisions/current'), 'utf8')).toBe('5\n')
})

test('when the build fails, what was live stays live and nothing is left behind', async () => {
  await publishNow()
  const build = async ({ out }: BuildInput) => {
    await onePage({ snapshot: '', out, publicUrl: '' })
    throw new BuildFailed('page x could not be made')
  }
  await expect(publishNow({ force: true, build })).rejects.toThrow(/page x could not be made[^]*stays live/)
  expect(await revisions()).toEqual(['1', 'current'])
  expect(currentSite(dataDir)()).toBe(join(dataDir, 'revisions', '1', 'site'))
  expect(await publisher.selectFrom('directory.revision').select('number').execute()).toEqual([{ number: 1 }])
})

test('what a crash left half done is stepped over', async () => {
  await publishNow()
  await mkdir(join(dataDir, 'revisions/2'))
  expect(await publishNow({ force: true })).toEqual({ number: 3, changed: true })
})

test('of two at once the second waits, and finds it done', async () => {
  let second: ReturnType<typeof publish> | null = null
  const build = async (input: BuildInput) => {
    second = publishNow()
    while (!said.some((line) => line.includes('waiting for it')))
      await new Promise((resolve) => setTimeout(resolve, 20))
    await onePage(input)
  }
  expect(await publishNow({ build })).toEqual({ number: 1, changed: true })
  expect(await second).toEqual({ number: 1, changed: false })
})

test('a contact that is only a name is not published; one with a function is, without the name', async () => {
  const organization_id = organizations.wonen.id
  const contact = (id: string, title: string | null) => ({
    id,
    organization_id,
    title,
    name: 'Iemand Zelf',
    email: `${id}@voorbeeld.example`,
  })
  const ids = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as const
  await publisher
    .insertInto('directory.contact')
    .values([contact(ids[0], null), contact(ids[1], 'Balie')])
    .execute()
  await publishNow()
  const text = await readFile(join(dataDir, 'revisions/1/snapshot.json'), 'utf8')
  expect(text).toContain(ids[1])
  expect(text).not.toContain(ids[0])
  expect(text).not.toContain('Iemand Zelf')
  await publisher.deleteFrom('directory.contact').where('id', 'in', ids).execute()
})

test('an empty directory cannot be published, and one sentence says what to do', async () => {
  const empty = await freshDatabase()
  const db = connect<DirectoryTables>(empty.urls.publisher, 2)
  const attempt = publish({
    db,
    dataDir,
    publicUrl: 'http://localhost:4321',
    now: () => monday,
    progress,
    build: onePage,
  })
  await expect(attempt).rejects.toThrow('The directory is empty: import a package first')
  expect(existsSync(join(dataDir, 'revisions'))).toBe(false)
  await db.destroy()
  await empty.close()
})

test('the real build makes the whole site; of a snapshot that is none it says so', { timeout: 60_000 }, async () => {
  await publisher
    .updateTable('directory.organization')
    .set({ slug: 'woonstichting-nieuw' })
    .where('id', '=', organizations.wonen.id)
    .execute()
  await publishNow({ build: buildSite })
  const site = currentSite(dataDir)()!
  const [from, to] = ['/organisaties/woonstichting-veenwijk/', '/organisaties/woonstichting-nieuw/']
  expect(await readFile(join(site, '_redirects'), 'utf8')).toContain(`${from} ${to} 301\n`)
  const leads = await readFile(join(site, from, 'index.html'), 'utf8')
  expect(leads).toContain(`<meta http-equiv="refresh" content="0; url=${to}">`)
  expect(leads).toContain(`<a class="nl-link" href="${to}">`)
  const safety = await readFile(join(site, '.well-known/security.txt'), 'utf8')
  expect(safety).toMatch(
    /^Contact: mailto:\S+@\S+\nExpires: 2027-11-22T08:00:00Z\nPreferred-Languages: nl, en\nCanonical: \S+\n$/,
  )
  for (const page of [
    'index.html',
    'aanbod/hulp-bij-schulden/index.html',
    'plaatsen/hoogeschans/index.html',
    '404.html',
  ]) {
    expect(await readFile(join(site, page), 'utf8'), page).toContain('Lindeveen')
    expect(existsSync(join(site, `${page}.br`)), page).toBe(true)
  }
  const headers: { scripts: string[] } = JSON.parse(await readFile(join(site, '_headers.json'), 'utf8'))
  // They travel in the header of every page: a few, and not one for each service.
  expect(headers.scripts.length).toBeLessThan(10)

  const snapshot = join(dataDir, 'no-snapshot.json')
  await writeFile(snapshot, '{}')
  await expect(buildSite({ snapshot, out: join(dataDir, 'out'), publicUrl: 'http://localhost' })).rejects.toThrow(
    BuildFailed,
  )
})

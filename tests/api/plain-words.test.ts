/** What a publication says about how plainly the directory speaks. */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DirectoryTables, connect } from '../../api/db.ts'
import { loadDemoDirectory } from '../../api/demo/load.ts'
import { readPlainWords } from '../../api/plain-words/actions.ts'
import { publish } from '../../api/publish/publish.ts'
import { type FreshDatabase, freshDatabase, monday } from '../setup/database.ts'

let fresh: FreshDatabase
let publisher: Kysely<DirectoryTables>
let dataDir: string
const said: string[] = []

beforeAll(async () => {
  fresh = await freshDatabase()
  publisher = connect(fresh.urls.publisher, 4)
  dataDir = await mkdtemp(join(tmpdir(), 'voordeur-data-'))
  await loadDemoDirectory(publisher)
})
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true })
  await publisher.destroy()
  await fresh.close()
})

/** Publishes, with a site of one page: it is what stands beside the site that counts here. */
async function publishNow(): Promise<number> {
  said.length = 0
  const { number } = await publish({
    db: publisher,
    dataDir,
    publicUrl: 'http://localhost:4321',
    now: () => monday,
    progress: { run: (_, work) => work(), note: (line) => void said.push(line.trim()) },
    build: async ({ out }) => {
      await mkdir(out, { recursive: true })
      await writeFile(join(out, 'index.html'), '<p>Lindeveen</p>')
    },
  })
  return number
}

test('the demo passes: not one of its texts has something to look at', async () => {
  await publishNow()
  expect(said.filter((line) => line.startsWith('Plain words'))).toEqual([
    expect.stringMatching(/^Plain words: (\d+) of \1 texts have nothing to look at$/),
  ])
})

test('a hard word is said and stands in a report beside the snapshot, which no visitor can fetch', async () => {
  await publisher
    .updateTable('directory.service')
    .set({ alert: 'Gelieve uw post mee te nemen.' })
    .where('name', '=', 'Hulp bij schulden')
    .execute()
  const revision = join(dataDir, 'revisions', String(await publishNow()))
  expect(said).toContain('/aanbod/hulp-bij-schulden/ "Gelieve": wilt u')
  expect(said).toContain(`All of it: ${join(revision, 'plain-words.json')}`)
  const report: unknown = JSON.parse(await readFile(join(revision, 'plain-words.json'), 'utf8'))
  expect(report).toMatchObject({ toLookAt: 1 })
  expect(await readdir(join(revision, 'site'))).not.toContain('plain-words.json')
  // Editors read it in the workspace, of the publication that is live.
  const { report: seen } = await readPlainWords({ siteFolder: () => join(revision, 'site') })
  expect(seen).toMatchObject({ publishedAt: monday.toISOString(), toLookAt: 1 })
  expect(seen?.texts.find(({ about }) => about === '/aanbod/hulp-bij-schulden/')?.findings).toEqual([
    { kind: 'hard_word', word: 'Gelieve', instead: 'wilt u' },
  ])
})

test('where nothing was published, or nothing was read, editors are told so', async () => {
  expect(await readPlainWords({ siteFolder: () => null })).toEqual({ report: null })
  expect(await readPlainWords({ siteFolder: () => join(dataDir, 'nothing', 'site') })).toEqual({ report: null })
})

test('a word that editors explain is no longer hard', async () => {
  await publisher
    .insertInto('directory.glossary_term')
    .values({ term: 'gelieve', forms: [], means: 'Een deftige manier om te vragen.' })
    .execute()
  await publishNow()
  expect(said.filter((line) => line.includes('hulp-bij-schulden'))).toEqual([])
})

/** Pages keep every address they had: what the database remembers when a slug changes, and what is published of it. */
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DirectoryTables, connect } from '../../api/db.ts'
import { loadDemoDirectory } from '../../api/demo/load.ts'
import { readDirectory } from '../../api/publish/queries.ts'
import { makeContent } from '../../api/publish/snapshot.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let fresh: FreshDatabase
let publisher: Kysely<DirectoryTables>

beforeAll(async () => {
  fresh = await freshDatabase()
  publisher = connect(fresh.urls.publisher, 2)
  await loadDemoDirectory(publisher)
})
afterAll(async () => {
  await publisher.destroy()
  await fresh.close()
})

const slug = (from: string, to: string) =>
  publisher.updateTable('directory.service').set({ slug: to }).where('slug', '=', from).execute()

async function former() {
  const directory = await readDirectory(publisher)
  if (!directory.municipality) throw new Error('The demo has no municipality')
  return makeContent(directory, directory.municipality).former_slugs
}

test('every former address leads to the page, one that is taken again is none', async () => {
  expect(await former()).toEqual([])
  await slug('voedselpakket', 'pakket-eten')
  await slug('pakket-eten', 'eten-van-de-voedselbank')
  const entity = 'service'
  expect(await former()).toEqual([
    { entity, slug: 'pakket-eten', now: 'eten-van-de-voedselbank' },
    { entity, slug: 'voedselpakket', now: 'eten-van-de-voedselbank' },
  ])
  await slug('hulp-bij-schulden', 'pakket-eten')
  await slug('eten-van-de-voedselbank', 'voedselpakket')
  expect(await former()).toEqual([
    { entity, slug: 'eten-van-de-voedselbank', now: 'voedselpakket' },
    { entity, slug: 'hulp-bij-schulden', now: 'pakket-eten' },
  ])
})

test('what is no longer published has no page to lead to', async () => {
  await publisher
    .updateTable('directory.service')
    .set({ status: 'defunct' })
    .where('slug', '=', 'voedselpakket')
    .execute()
  expect((await former()).map((each) => each.now)).toEqual(['pakket-eten'])
})

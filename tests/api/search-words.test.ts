/** The editors' words, and the searches that helped nobody: who may, what is refused, what is kept. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { connect, type DirectoryTables } from '../../api/db.ts'
import { readDirectory } from '../../api/publish/queries.ts'
import { forgetMisses } from '../../api/search/clock.ts'
import { plantStartingList } from '../../api/search/planting.ts'
import type { ConceptsView, ConceptView, MissesView, TriedView } from '../../api/search/schema.ts'
import { buildIndex } from '../../search/embedded/build.ts'
import { intents } from '../../search/intents.ts'
import { startingList } from '../../search/synonyms.ts'
import { accounts, browser } from '../factories/accounts.ts'
import { directory, directorySettings } from '../search/directory.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let ask: ReturnType<typeof browser>
let editor: string
let administrator: string
let worker: string
const folder = mkdtempSync(join(tmpdir(), 'voordeur-words-'))
const settings = {
  ...directorySettings,
  synonyms: [{ term: 'voedselbank', words: ['niets in de koelkast', 'honger'] }],
}

beforeAll(async () => {
  house = await freshDatabase()
  ask = browser(createApp(house.deps))
  const make = accounts(house)
  const town = await make.organization('Gemeente')
  await sql`insert into directory.municipality (name, language, organization_id) values ('Lindeveen', 'nl', ${town})`.execute(
    house.db,
  )
  const person = async (role: 'chief_editor' | 'administrator' | 'worker') =>
    make.session(await make.member(town, { roles: [role], desks: [await make.desk(town, role)] }))
  editor = await person('chief_editor')
  administrator = await person('administrator')
  worker = await person('worker')
  mkdirSync(join(folder, 'zoek'))
  for (const [number, stage] of buildIndex(directory, settings).entries()) {
    writeFileSync(join(folder, 'zoek', `index-a${number}.bin`), stage)
  }
  writeFileSync(join(folder, 'zoek', 'source-a0.json'), JSON.stringify({ documents: directory, settings }))
  house.setSite(folder)
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  await house.db.deleteFrom('directory.concept').execute()
  await house.db.deleteFrom('care.search_miss').execute()
  await sql`delete from account.attempt`.execute(house.db)
})

const call = async <View>(method: string, path: string, body?: unknown, cookie = editor) => {
  const response = await ask(method, `/api/v1/search/${path}`, { cookie, ...(body !== undefined && { body }) })
  const text = await response.text()
  return {
    status: response.status,
    value: (text === '' ? null : JSON.parse(text)) as View & {
      code?: string
      errors?: { pointer: string; code: string }[]
    },
  }
}
const add = (terms: string[], phrases: string[], kind = 'synonym') =>
  call<ConceptView>('POST', 'concepts', { kind, terms, phrases })
const inDirectory = async () => {
  const db = connect<DirectoryTables>(house.urls.publisher, 1)
  return (await readDirectory(db).finally(() => db.destroy())).concepts
}

describe('the starting list', () => {
  test('is planted once, whole, and what an editor takes out stays out', async () => {
    const db = connect<DirectoryTables>(house.urls.publisher, 1)
    await plantStartingList(db)
    const { concepts } = (await call<ConceptsView>('GET', 'concepts')).value
    expect(concepts).toHaveLength(startingList.length + intents.length)
    await call('POST', `concepts/${concepts[0]!.id}/remove`, { version: 1 })
    await plantStartingList(db)
    await db.destroy()
    expect(await inDirectory()).toHaveLength(startingList.length + intents.length - 1)
  })
})

describe('an editor keeps the list', () => {
  test('adds, changes, takes out and puts back; each is what the next publication reads', async () => {
    const made = (await add(['Repair Café', 'repair café'], ['  Fiets   kapot ', 'lamp stuk'])).value
    expect(made).toMatchObject({
      terms: ['repair café'],
      phrases: ['fiets kapot', 'lamp stuk'],
      version: 1,
      removed: false,
    })
    const changed = await call<ConceptView>('PUT', `concepts/${made.id}`, {
      version: 1,
      terms: ['repair café'],
      phrases: ['band lek'],
    })
    expect(changed.value).toMatchObject({ version: 2, phrases: ['band lek'] })
    expect(await inDirectory()).toEqual([{ kind: 'synonym', terms: ['repair café'], phrases: ['band lek'] }])
    await call('POST', `concepts/${made.id}/remove`, { version: 2 })
    expect(await inDirectory()).toEqual([])
    await call('POST', `concepts/${made.id}/restore`, { version: 3 })
    expect(await inDirectory()).toHaveLength(1)
  })

  test('is told everything that is wrong at once', async () => {
    await add(['voedselbank'], ['honger'])
    const refused = await add(['voedselbank', '!!'], ['!!', ' '])
    expect(refused.status).toBe(400)
    expect(refused.value.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/terms', 'concept.no_letters'],
      ['/phrases', 'concept.no_letters'],
      ['/phrases', 'concept.both_sides'],
      ['/terms', 'concept.term_taken'],
    ])
    expect((await add([], [])).value.errors?.map(({ pointer }) => pointer)).toEqual(['/terms', '/phrases'])
    expect((await add(['x'.repeat(81)], ['y'])).status).toBe(400)
  })

  test('two at once: the second hears that it changed, and loses nothing of the first', async () => {
    const { id } = (await add(['rouw'], ['verdriet'])).value
    const [one, two] = await Promise.all(
      ['gemis', 'verlies'].map((word) =>
        call('PUT', `concepts/${id}`, { version: 1, terms: ['rouw'], phrases: [word] }),
      ),
    )
    expect([one!.status, two!.status].sort()).toEqual([200, 409])
  })

  test('a term that was taken meanwhile cannot be put back', async () => {
    const { id } = (await add(['rouw'], ['verdriet'])).value
    await call('POST', `concepts/${id}/remove`, { version: 1 })
    await add(['rouw'], ['gemis'])
    expect(
      (await call('PUT', `concepts/${id}`, { version: 2, terms: ['rouw', 'verlies'], phrases: ['verdriet'] })).status,
    ).toBe(200)
  })

  test('nobody else writes it, also not past the API', async () => {
    expect((await call('POST', 'concepts', { kind: 'synonym', terms: ['a'], phrases: ['b'] }, worker)).status).toBe(403)
    const app = connect<DirectoryTables>(house.urls.app, 1)
    const past = app
      .insertInto('directory.concept')
      .values({ kind: 'synonym', terms: ['a'], phrases: ['b'] })
      .execute()
    await expect(past).rejects.toMatchObject({ code: '42501' })
    await expect(sql`update directory.municipality set counts_searches = true`.execute(app)).rejects.toMatchObject({
      code: '42501',
    })
    await app.destroy()
  })
})

describe('searches that helped nobody', () => {
  const miss = (words: string[], kind = 'nothing') => ask('POST', '/api/v1/search/misses', { body: { kind, words } })
  const count = (on: boolean) => call('POST', 'counting', { on }, administrator)
  const kept = async () => (await sql<{ words: string }>`select words from care.search_miss`.execute(house.db)).rows

  test('are not counted until the administrator says so', async () => {
    expect((await miss(['honger'])).status).toBe(204)
    expect(await kept()).toEqual([])
    await count(true)
    expect((await miss(['honger'])).status).toBe(204)
    expect(await kept()).toEqual([{ words: 'honger' }])
    await count(false)
    await miss(['honger'])
    expect(await kept()).toHaveLength(1)
    expect((await call('POST', 'counting', { on: true }, editor)).status).toBe(403)
  })

  test('keep words of the published list only, in the order of the alphabet, and a day', async () => {
    await count(true)
    await miss(['voedselbank', 'janssen', 'honger'])
    await miss(['janssen'])
    const { rows } = await sql<Record<string, unknown>>`select * from care.search_miss`.execute(house.db)
    expect(rows).toEqual([
      {
        id: expect.any(String),
        day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        kind: 'nothing',
        words: 'honger voedselbank',
      },
    ])
    for (const body of [
      { kind: 'nothing', words: ['Jan de Vries'] },
      { kind: 'nothing', words: [] },
      { kind: 'nothing', words: ['honger'], who: 'x' },
    ]) {
      expect((await ask('POST', '/api/v1/search/misses', { body })).status).toBe(400)
    }
  })

  test('are shown from five on, with a term to lay them beside, which is accepted with one tap', async () => {
    await count(true)
    const { id } = (await add(['voedselbank'], ['honger'])).value
    for (let n = 0; n < 4; n += 1) await miss(['honger', 'koelkast'])
    expect((await call<MissesView>('GET', 'misses')).value).toMatchObject({ counted: true, nothing: [], suggested: [] })
    await miss(['honger', 'koelkast'])
    for (let n = 0; n < 5; n += 1) await miss(['jeugd'], 'no_click')
    const { nothing, noClick, suggested } = (await call<MissesView>('GET', 'misses')).value
    expect(nothing).toEqual([{ words: 'honger koelkast', count: 5 }])
    expect(noClick).toEqual([{ words: 'jeugd', count: 5 }])
    expect(suggested).toMatchObject([{ words: 'honger koelkast', conceptId: id, terms: ['voedselbank'] }])
    const { version, terms, phrases, words } = suggested[0]!
    await call('PUT', `concepts/${id}`, { version, terms, phrases: [...phrases, words] })
    expect((await call<MissesView>('GET', 'misses')).value.suggested).toEqual([])
    expect(await inDirectory()).toMatchObject([{ phrases: ['honger', 'honger koelkast'] }])
  })

  test('nobody fills the list from one network, and after half a year they are gone', async () => {
    await count(true)
    const many = await Promise.all(Array.from({ length: 125 }, () => miss(['honger'])))
    expect(many.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
    await sql`update care.search_miss set day = day - 200`.execute(house.db)
    expect(await forgetMisses(house.deps.jobs)).toBe(many.filter(({ status }) => status === 204).length)
    expect(await kept()).toEqual([])
  }, 60_000)
})

describe('a question tried', () => {
  const tried = async (text: string) => (await call<TriedView>('GET', `try?text=${encodeURIComponent(text)}`)).value

  test('says which words, fields, weights and synonyms put an answer where it is', async () => {
    const meant = await tried('er is honger thuis')
    expect(meant.hits[0]).toMatchObject({
      id: 'voedselbank',
      meant: [{ phrase: 'honger', term: 'voedselbank', first: false }],
    })
    const { hits, asked } = await tried('rolstoelen')
    expect(asked).toEqual([{ word: 'rolstoelen', weight: 1 }])
    expect(hits[0]).toMatchObject({
      id: 'hulpmiddelen',
      fields: [{ field: 'name', weight: 3.2, words: [{ word: 'rolstoel', how: 'form' }] }],
    })
    const [urgent] = (await tried('ik wil niet meer leven')).hits
    expect([urgent?.id, urgent?.meant[0]?.first]).toEqual(['suicide', true])
    expect(await tried('vervoer in Borger')).toMatchObject({ places: ['Borger'] })
    expect(await tried('xqzwvk')).toMatchObject({ total: 0, hits: [] })
  })
})

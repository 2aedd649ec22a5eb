import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { searchAnswerSchema } from '../../api/search/schema.ts'
import { buildIndex } from '../../search/embedded/build.ts'
import { browser } from '../factories/accounts.ts'
import { directory, directorySettings } from '../search/directory.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
const folder = mkdtempSync(join(tmpdir(), 'voordeur-search-'))

/** Lays a published site down as the publisher does, as far as search looks at it. */
function publish(name: string, services = directory): string {
  const site = join(folder, name)
  mkdirSync(join(site, 'zoek'), { recursive: true })
  for (const [number, stage] of buildIndex(services, directorySettings).entries()) {
    // Names sort the other way round than the stages: the header decides.
    writeFileSync(join(site, 'zoek', `index-${'ba'[number]}0.bin`), stage)
  }
  return site
}

beforeAll(async () => {
  house = await freshDatabase()
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

const get = (query: string) => browser(createApp(house.deps))('GET', `/api/v1/search${query}`)
const ids = async (query: string) => searchAnswerSchema.parse(await (await get(query)).json()).hits.map((hit) => hit.id)

describe('search over the wire', () => {
  test('is unavailable until something is published', async () => {
    house.setSite(null)
    const response = await get('?text=rouw')
    expect([response.status, (await response.json()).code]).toEqual([503, 'service.unavailable'])
  })

  test('answers anyone from the published revision, in the shape of the engine', async () => {
    house.setSite(publish('1'))
    expect((await ids('?text=voetselbank'))[0]).toBe('voedselbank')
    expect(await ids('?text=&themes=geld&targetGroups=gezinnen&limit=1&offset=1')).toEqual(['schulden'])
    expect((await ids('?near=52.92,6.79&text=vervoer'))[0]).toBe('vervoer-borger')
    expect(await ids('?bbox=6.78,52.9,6.8,52.95')).toEqual(['vervoer-borger'])
    expect(await ids('?lines=2&free=true')).toEqual(['ggz'])
  })

  test('follows a new publication', async () => {
    house.setSite(
      publish(
        '2',
        directory.filter((service) => service.id !== 'rouw'),
      ),
    )
    expect(await ids('?text=rouwgroep')).toEqual([])
  })

  test('a damaged index is not answered from, and a whole one is taken up again', async () => {
    const site = publish('3')
    const path = join(site, 'zoek', 'index-b0.bin')
    const whole = buildIndex(directory, directorySettings)[0]!
    writeFileSync(
      path,
      whole.map((byte, at) => (at === 300 ? byte ^ 1 : byte)),
    )
    house.setSite(site)
    expect((await get('?text=rouw')).status).toBe(503)
    writeFileSync(path, whole)
    expect((await ids('?text=rouw'))[0]).toBe('rouw')
  })

  test.each([
    ['limit=101', '/limit'],
    ['limit=0', '/limit'],
    ['offset=10001', '/offset'],
    ['age=oud', '/age'],
    ['bbox=1,2,3', '/bbox'],
    ['near=52', '/near'],
    ['near=1e9,2', '/near'],
    ['lines=3', '/lines/0'],
    ['openAt=morgen', '/openAt'],
    [`text=${'a'.repeat(501)}`, '/text'],
    ['sql=1', '/sql'],
  ])('refuses ?%s with the place of the fault', async (query, pointer) => {
    const response = await get(`?${query}`)
    const body = await response.json()
    expect([response.status, body.code, body.errors[0].pointer]).toEqual([400, 'input.invalid', pointer])
  })
})

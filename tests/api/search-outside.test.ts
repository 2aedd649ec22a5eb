/** Meilisearch beside us: brought in line by the clock, asked first, and not missed when it is gone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import type { Deps } from '../../api/deps.ts'
import type { HealthView } from '../../api/health/schema.ts'
import { keepIndexInLine } from '../../api/search/clock.ts'
import { readIndexState } from '../../api/search/queries.ts'
import { searchAnswerSchema } from '../../api/search/schema.ts'
import { buildIndex } from '../../search/embedded/build.ts'
import { browser } from '../factories/accounts.ts'
import { directory, directorySettings } from '../search/directory.ts'
import { type Mishap, type ReplayServer, startReplay } from '../search/meilisearch/server.ts'
import { type FreshDatabase, freshDatabase, monday } from '../setup/database.ts'

let house: FreshDatabase
let replay: ReplayServer
let deps: Deps
const folder = mkdtempSync(join(tmpdir(), 'voordeur-outside-'))
let made = 0

/** Lays a published site down as the publisher does, as far as search looks at it. */
function publish(services = directory): void {
  const site = join(folder, String((made += 1)))
  mkdirSync(join(site, 'zoek'), { recursive: true })
  for (const [number, stage] of buildIndex(services, directorySettings).entries()) {
    writeFileSync(join(site, 'zoek', `index-a${number}.bin`), stage)
  }
  const name = `source-${made.toString(16).padStart(4, '0')}.json`
  writeFileSync(join(site, 'zoek', name), JSON.stringify({ documents: services, settings: directorySettings }))
  house.setSite(site)
}

beforeAll(async () => {
  house = await freshDatabase()
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  house.setNow(monday)
  await house.db
    .updateTable('directory.search_index')
    .set({ content: null, checked_at: null, trouble: null, failures: 0, retry_at: null })
    .execute()
  replay = await startReplay()
  deps = { ...house.deps, meili: { url: replay.url, key: replay.key } }
  publish()
})
afterEach(() => replay.close())

const quick = { whole: 300, step: 5 }
const clock = () => keepIndexInLine(deps, quick)
const later = (ms: number) => house.setNow(new Date(deps.now().getTime() + ms))
const held = () => replay.store.indexes.get('voordeur')?.documents.size ?? 0

/** One process of ours: who answered, why, and what. */
function opened() {
  const get = browser(createApp(deps))
  return async (query: string) => {
    const response = await get('GET', `/api/v1/search?${query}`)
    const { hits } = searchAnswerSchema.parse(await response.json())
    return [response.headers.get('Search-Engine'), response.headers.get('Search-Fallback'), hits[0]?.id]
  }
}

describe('who answers', () => {
  test('the embedded engine until the index holds what is published; then Meilisearch', async () => {
    expect(await opened()('text=voetselbank')).toEqual(['embedded', 'behind', 'voedselbank'])
    expect(await clock()).toBe(directory.length)
    expect(await opened()('text=voetselbank')).toEqual(['meilisearch', null, 'voedselbank'])
  })

  test('a new publication: the embedded engine until the clock was there, never the old answers', async () => {
    await clock()
    publish(directory.filter(({ id }) => id !== 'rouw'))
    expect(await opened()('text=rouwgroep')).toEqual(['embedded', 'behind', undefined])
    await clock()
    expect(await opened()('text=rouwgroep')).toEqual(['meilisearch', null, undefined])
  })

  test.each([
    [503 as const, 'busy'],
    [429 as const, 'busy'],
    ['cut off' as const, 'unreachable'],
    ['no json' as const, 'refused'],
  ])('%s: the embedded engine, and it says so', async (mishap, reason) => {
    await clock()
    const get = opened()
    replay.mishap = () => mishap
    expect(await get('text=rouw')).toEqual(['embedded', reason, 'rouw'])
  })

  test('one that hangs is waited for once, within seconds; after that nobody is sent there for a while', async () => {
    await clock()
    const get = opened()
    replay.mishap = () => 'hangs'
    const begun = Date.now()
    expect(await get('text=rouw')).toEqual(['embedded', 'late', 'rouw'])
    expect(Date.now() - begun).toBeLessThan(3_000)
    const asked = replay.asked.length
    const again = Date.now()
    for (let n = 0; n < 20; n += 1) expect(await get('text=rouw')).toEqual(['embedded', 'late', 'rouw'])
    expect(replay.asked.length).toBe(asked)
    expect((Date.now() - again) / 20).toBeLessThan(100)
  })

  test('when it is back it answers again', async () => {
    await clock()
    const get = opened()
    replay.mishap = () => 503
    await get('text=rouw')
    replay.mishap = () => null
    await expect.poll(async () => (await get('text=rouw'))[0], { timeout: 6_000, interval: 300 }).toBe('meilisearch')
  })

  test('an index that somebody removed is no answer', async () => {
    await clock()
    replay.store.indexes.clear()
    expect(await opened()('text=rouw')).toEqual(['embedded', 'missing', 'rouw'])
  })
})

describe('the clock', () => {
  test('two processes: the second leaves it to the first', async () => {
    replay.store.taskMs = () => 20
    const both = await Promise.all([keepIndexInLine(deps), keepIndexInLine(deps)])
    expect(both.sort((a, b) => a - b)).toEqual([0, directory.length])
    expect(replay.store.tasks.filter(({ type }) => type === 'indexSwap')).toHaveLength(1)
  })

  test('a failed task moves nothing: it is told, and tried again after a while', async () => {
    replay.store.fate = ({ type }) => (type === 'documentAdditionOrUpdate' ? { end: 'failed', code: 'internal' } : null)
    expect(await clock()).toBe(0)
    expect(await readIndexState(deps.publicDb)).toMatchObject({ content: null, trouble: 'task_failed', failures: 1 })
    replay.store.fate = () => null
    expect(await clock()).toBe(0)
    later(6_000)
    expect(await clock()).toBe(directory.length)
    expect(await readIndexState(deps.publicDb)).toMatchObject({
      content: expect.stringContaining('source'),
      trouble: null,
      failures: 0,
    })
  })

  test('down, or the key is wrong: told by its code, and the site does not notice', async () => {
    replay.mishap = () => 503
    expect(await clock()).toBe(0)
    expect(await readIndexState(deps.publicDb)).toMatchObject({ trouble: 'busy' })
    later(6_000)
    replay.mishap = () => null
    deps = { ...deps, meili: { url: replay.url, key: 'wrong' } }
    expect(await clock()).toBe(0)
    expect(await readIndexState(deps.publicDb)).toMatchObject({ trouble: 'key', failures: 2 })
    expect(await opened()('text=rouw')).toEqual(['embedded', 'behind', 'rouw'])
  })

  test('every ten minutes everything is looked through, and what drifted is mended', async () => {
    await clock()
    replay.store.indexes.get('voordeur')!.documents.delete('rouw')
    replay.store.indexes.get('voordeur')!.documents.get('koffie')!.name = 'Iets anders'
    expect(await clock()).toBe(0)
    later(11 * 60_000)
    expect(await clock()).toBe(2)
    expect(held()).toBe(directory.length)
    expect(replay.store.indexes.get('voordeur')!.documents.get('koffie')!.name).toBe('Koffieochtend')
  })
})

/** Every request from now on. */
const fails = (mishap: Mishap): void => {
  replay.mishap = () => mishap
}

describe('health says it', () => {
  const health = async () => (await (await browser(createApp(deps))('GET', '/api/v1/health')).json()) as HealthView

  test.each<[string, () => void, string, string, string | null]>([
    ['in line', () => undefined, 'ok', 'meilisearch', null],
    ['down', () => fails(503), 'degraded', 'fallback', 'busy'],
    ['hangs', () => fails('hangs'), 'degraded', 'fallback', 'late'],
    ['behind', () => publish(), 'degraded', 'fallback', 'behind'],
  ])('%s', async (_, happens, status, search, searchTrouble) => {
    await clock()
    happens()
    expect(await health()).toMatchObject({ status, search, searchTrouble })
  })
})

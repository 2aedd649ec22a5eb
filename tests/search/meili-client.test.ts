import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connect, type Trouble, troubleOf } from '../../search/meili/client.ts'
import { openMeili } from '../../search/meili/engine.ts'
import { quoted } from '../../search/meili/filter.ts'
import { remoteIndex } from '../../search/meili/rebuild.ts'
import { settle, TaskUnfinished } from '../../search/meili/settle.ts'
import { speaking } from '../../search/said/index.ts'
import { bringInLine } from '../../search/sync.ts'
import { documents, settings } from './cases.ts'
import { type Mishap, type ReplayServer, startReplay } from './meilisearch/server.ts'

let replay: ReplayServer
// What people say is learnt once in a process, and takes longer than a search may.
beforeAll(() => void speaking())
beforeEach(async () => {
  replay = await startReplay()
})
afterEach(() => replay.close())

const quick = { whole: 3_000, step: 5 }
const published = { documents, settings }
const index = () => remoteIndex(replay, quick)
const held = () => [...(replay.store.indexes.get('voordeur')?.documents.keys() ?? [])].sort()
const all = documents.map(({ id }) => id).sort()
const create = (patience = quick) => {
  const client = connect(replay, 500)
  return settle(client, () => client.createIndex('other', { primaryKey: 'id' }), patience)
}

describe('a task is done when it says succeeded', () => {
  test('enqueued and processing are not done: it is asked again until it succeeded', async () => {
    replay.store.taskMs = () => 120
    const seen: string[] = []
    const watching = setInterval(() => seen.push(replay.store.tasks[0]?.status ?? 'none'), 5)
    const task = await create()
    clearInterval(watching)
    expect(new Set(seen)).toContain('enqueued')
    expect(new Set(seen)).toContain('processing')
    expect(task.status).toBe('succeeded')
    expect(replay.store.indexes.has('other')).toBe(true)
    expect(replay.asked.filter(({ path }) => path === '/tasks/0').length).toBeGreaterThan(2)
  })

  test.each([
    [{ end: 'failed', code: 'invalid_document_geo_field' } as const, 'failed', 'invalid_document_geo_field'],
    [{ end: 'canceled' } as const, 'canceled', 'canceled'],
    [{ end: 'stuck' } as const, 'late', 'processing'],
  ])('%j is refused as that, and nothing was done', async (fate, outcome, code) => {
    replay.store.fate = () => fate
    const error: unknown = await create({ whole: 300, step: 5 }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TaskUnfinished)
    expect(error).toMatchObject({ outcome, code })
    expect(replay.store.indexes.size).toBe(0)
  })

  test('an index that was there already is no fault of a rebuild', async () => {
    await bringInLine(index(), published)
    await bringInLine(index(), { documents: documents.slice(1), settings: { ...settings, synonyms: [] } })
    expect(held()).toEqual(all.filter((id) => id !== documents[0]?.id))
  })
})

describe('what passes is waited for', () => {
  test.each<Mishap>([429, 503, 'cut off'])('%s a few times: the work is done all the same', async (mishap) => {
    let left = 12
    replay.mishap = () => (left-- > 0 && left % 2 === 0 ? mishap : null)
    await bringInLine(index(), published)
    expect(held()).toEqual(all)
    expect(left).toBeLessThan(0)
  })

  test.each<Mishap>([429, 503, 'hangs', 'cut off'])('%s for ever: refused when patience ends', async (mishap) => {
    replay.mishap = () => mishap
    const begun = Date.now()
    const client = connect(replay, 200)
    const never = settle(client, () => client.createIndex('other'), { whole: 400, step: 20 })
    await expect(never).rejects.toBeInstanceOf(Error)
    expect(Date.now() - begun).toBeLessThan(2_000)
  })
})

describe('what does not pass is told apart', () => {
  const troubles: [string, () => Promise<unknown>, Trouble][] = [
    ['a wrong key', () => connect({ ...replay, key: 'wrong' }, 500).getRawIndexes(), 'key'],
    ['no key', () => connect({ ...replay, key: null }, 500).getRawIndexes(), 'key'],
    ['an index that is not there', () => connect(replay, 500).getRawIndex('nowhere'), 'missing'],
    [
      'a filter it cannot read',
      async () => {
        await bringInLine(index(), published)
        return connect(replay, 500).multiSearch({ queries: [{ indexUid: 'voordeur', filter: ['name = 1'] }] })
      },
      'refused',
    ],
    [
      'nobody at that address',
      () => connect({ url: 'http://127.0.0.1:1', key: null }, 500).getRawIndexes(),
      'unreachable',
    ],
    [
      'no answer in time',
      () => {
        replay.mishap = () => 'hangs'
        return connect(replay, 100).getRawIndexes()
      },
      'late',
    ],
    [
      'too many questions',
      () => {
        replay.mishap = () => 429
        return connect(replay, 500).getRawIndexes()
      },
      'busy',
    ],
    [
      'a page of a proxy',
      () => {
        replay.mishap = () => 'no json'
        return connect(replay, 500).getRawIndexes()
      },
      'refused',
    ],
  ]
  test.each(troubles)('%s', async (_, ask, trouble) => {
    const error: unknown = await ask().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(troubleOf(error)).toBe(trouble)
  })

  test('a wrong key is refused at once, and the key is in no message', async () => {
    const secret = 'not-the-key-of-this-server'
    const begun = Date.now()
    const error: unknown = await bringInLine(remoteIndex({ ...replay, key: secret }, quick), published).catch(
      (thrown: unknown) => thrown,
    )
    expect(troubleOf(error)).toBe('key')
    expect(Date.now() - begun).toBeLessThan(1_000)
    expect(String(error)).not.toContain(secret)
  })
})

test('nobody who searches waits for an engine that hangs', async () => {
  await bringInLine(index(), published)
  replay.mishap = () => 'hangs'
  const begun = Date.now()
  await expect(openMeili(replay, settings).search({ text: 'voedselbank' })).rejects.toBeInstanceOf(Error)
  expect(Date.now() - begun).toBeLessThan(2_500)
})

test('a value stays a value: quotes and backslashes end nothing', async () => {
  await bringInLine(index(), published)
  for (const value of [
    'geld" OR free = true OR themes = "x',
    "geld' OR 1 = 1",
    'geld\\',
    '\\" OR free = true',
    ') OR (',
  ]) {
    expect(await openMeili(replay, settings).search({ text: '', themes: [value] }), value).toMatchObject({
      hits: [],
      total: 0,
    })
  }
  expect(quoted('a "b" \\ c')).toBe('"a \\"b\\" \ufffd c"')
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { remoteIndex } from '../../search/meili/rebuild.ts'
import { bringInLine } from '../../search/sync.ts'
import { directory, directorySettings } from './directory.ts'
import { type ReplayServer, startReplay } from './meilisearch/server.ts'

let replay: ReplayServer
beforeEach(async () => {
  replay = await startReplay()
})
afterEach(() => replay.close())

const published = { documents: directory, settings: directorySettings }
const sync = (what = published, options = {}) =>
  bringInLine(remoteIndex(replay, { whole: 5_000, step: 2 }), what, options)
const live = () => replay.store.indexes.get('voordeur')!
const none = { missing: 0, stale: 0, surplus: 0, rebuilt: false }
const writes = () => replay.asked.filter(({ method, path }) => method !== 'GET' && path !== '/multi-search').length

describe('an index elsewhere becomes what is published', () => {
  test('from nothing: made beside, changed round, nothing left behind', async () => {
    expect(await sync()).toEqual({ missing: directory.length, stale: 0, surplus: 0, rebuilt: true })
    expect([...replay.store.indexes.keys()]).toEqual(['voordeur'])
    expect(replay.store.tasks.map(({ type }) => type)).toContain('indexSwap')
    expect(live().documents.size).toBe(directory.length)
  })

  test('a second time nothing is written', async () => {
    await sync()
    const before = writes()
    expect(await sync()).toEqual(none)
    expect(writes()).toBe(before)
  })

  test('a few changes are written as those', async () => {
    await sync()
    const [first, second, ...rest] = directory
    const changed = [{ ...first!, name: 'Anders' }, ...rest, { ...second!, id: 'nieuw' }]
    expect(await sync({ ...published, documents: changed })).toEqual({
      missing: 1,
      stale: 1,
      surplus: 1,
      rebuilt: false,
    })
    expect([...live().documents.keys()].sort()).toEqual(changed.map(({ id }) => id).sort())
    expect(live().documents.get(first!.id)?.name).toBe('Anders')
  })

  test('another word of an editor makes it anew', async () => {
    await sync()
    const settings = { ...directorySettings, synonyms: [{ term: 'voedselbank', words: ['maag knort'] }] }
    expect((await sync({ ...published, settings })).rebuilt).toBe(true)
    expect(live().settings.synonyms).toMatchObject({ 'maag knort': ['voedselbank'] })
  })

  test('an index that somebody emptied or set otherwise is mended', async () => {
    await sync()
    live().documents.clear()
    expect((await sync()).missing).toBe(directory.length)
    live().settings = { ...live().settings, rankingRules: ['words'] }
    expect((await sync()).rebuilt).toBe(true)
    expect(await sync()).toEqual(none)
  })

  test('what was changed by hand, its hash left as it was, is seen by a thorough look only', async () => {
    await sync()
    live().documents.get('rouw')!.name = 'Iets heel anders'
    expect(await sync()).toEqual(none)
    expect(await sync(published, { thorough: true })).toEqual({ ...none, stale: 1 })
    expect(live().documents.get('rouw')!.name).toBe('Rouwgroep')
  })

  test('whoever searches meanwhile is answered by all of the old one, until all of the new one is there', async () => {
    await sync()
    replay.store.taskMs = () => 20
    const sizes = new Set<number>()
    const watching = setInterval(() => sizes.add(live().documents.size), 1)
    const more = directory.map((one) => ({ ...one, id: `${one.id}-2` }))
    await sync({ ...published, documents: [...directory, ...more] })
    clearInterval(watching)
    sizes.add(live().documents.size)
    expect([...sizes].sort((a, b) => a - b)).toEqual([directory.length, 2 * directory.length])
  })

  test('a task that fails is no success: the next run does it again', async () => {
    await sync()
    const [first, ...rest] = directory
    const changed = { ...published, documents: [{ ...first!, name: 'Anders' }, ...rest] }
    replay.store.fate = ({ type }) => (type === 'documentAdditionOrUpdate' ? { end: 'failed', code: 'internal' } : null)
    await expect(sync(changed)).rejects.toThrow('failed')
    replay.store.fate = () => null
    expect(await sync(changed)).toEqual({ ...none, stale: 1 })
  })

  test('what a killed process had asked for is waited for before anything is compared', async () => {
    await sync()
    replay.store.taskMs = () => 80
    replay.store.drop('voordeur', ['rouw', 'koffie'])
    expect(await sync()).toEqual({ ...none, missing: 2 })
    expect(live().documents.size).toBe(directory.length)
  })
})

/** The benchmark's Meilisearch, over the server that replays: that what is measured there is what was asked of it. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { meilisearchOf } from '../bench/baselines/meilisearch.ts'
import { corpusOf } from '../bench/search/corpus.ts'
import { type ReplayServer, startReplay } from './meilisearch/server.ts'

let replay: ReplayServer
beforeEach(async () => {
  replay = await startReplay()
})
afterEach(() => replay.close())

const corpus = corpusOf(124)
const contender = () => meilisearchOf({ MEILI_URL: replay.url, MEILI_KEY: replay.key }, () => undefined)[0]!

test('what is built is the whole directory, in an index of its own, anew each round', async () => {
  const one = contender()
  for (const round of [1, 2]) {
    expect(await one.build(corpus)).toEqual([])
    expect([...replay.store.indexes.keys()]).toEqual(['voordeur_bench'])
    expect(replay.store.indexes.get('voordeur_bench')?.documents.size).toBe(corpus.documents.length)
    expect(replay.store.tasks.filter(({ type }) => type === 'indexSwap')).toHaveLength(round)
  }
})

test('what is asked is answered with the numbers of the documents, filtered and by distance too', async () => {
  const one = contender()
  await one.build(corpus)
  const { search } = await one.open([])
  const kinds = (ids: readonly number[]) => new Set(ids.map((id) => corpus.generated[id]?.kind))
  const found = await search({ text: 'voedselbank', limit: 10 })
  expect(kinds(found.ids.slice(0, 2))).toEqual(new Set(['voedselbank']))
  expect(found.total).toBeGreaterThanOrEqual(found.ids.length)

  const first = corpus.documents[found.ids[0]!]!
  const [latitude, longitude] = first.coordinates[0]!
  const box = [longitude - 0.001, latitude - 0.001, longitude + 0.001, latitude + 0.001] as const
  const inBox = await search({ text: '', bbox: [...box], themes: first.themes, limit: 20 })
  expect(inBox.ids).toContain(Number(first.id))
  expect(inBox.total).toBeLessThan(corpus.documents.length)
  const near = await search({ text: '', near: { latitude, longitude }, limit: 3 })
  expect(near.ids[0]).toBe(Number(first.id))
  expect(near.total).toBe(corpus.documents.length)
})

test('what the server could not do is no figure: the build fails', async () => {
  replay.store.fate = ({ type }) => (type === 'documentAdditionOrUpdate' ? { end: 'failed', code: 'internal' } : null)
  await expect(contender().build(corpus)).rejects.toThrow('internal')
})

test('nothing is opened that was not built', () => expect(() => contender().open([])).toThrow('open before build'))

test('without an address it is left out, and said so', () => {
  const said: string[] = []
  expect(meilisearchOf({}, (line) => said.push(line))).toEqual([])
  expect(said).toEqual(['Meilisearch is left out: MEILI_URL is not set'])
})

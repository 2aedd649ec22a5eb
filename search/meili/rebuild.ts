/** The index as sync sees it: what it holds, what to write and remove, and making it anew beside the one that answers. */
import { randomBytes } from 'node:crypto'
import type { Meilisearch } from 'meilisearch'
import type { RemoteIndex } from '../sync.ts'

import type { SearchSettings } from '../settings.ts'
import { connect, indexOf, type MeiliAddress, syncPatience, troubleOf } from './client.ts'
import { indexSettings } from './index-settings.ts'
import { hashOf, type MeiliRecord, recorder } from './record.ts'
import { outcome, patient, patiently, settle, TaskUnfinished, type Patience } from './settle.ts'

/** One being made; what is left of one that broke off is removed by the next. */
const nextOf = (live: string) => `${live}_next_`
const batch = 1_000

/** Opens the index at this address for writing. Everything it does waits until its tasks have succeeded. */
export function remoteIndex(address: MeiliAddress, patience: Patience = patient): RemoteIndex {
  const client = connect(address, syncPatience)
  const live = indexOf(address)
  const ask = <Value>(work: () => Promise<Value>) => patiently(work, patience)

  return {
    quiet: () => quiet(client, live, patience),
    async held(thorough) {
      try {
        await ask(() => client.getRawIndex(live))
      } catch (error) {
        if (troubleOf(error) === 'missing') return null
        throw error
      }
      const settings = await ask(() => client.index(live).getSettings())
      return { settings: settingsMark(settings), hashes: await hashesOf(client, live, patience, thorough) }
    },
    wanted(documents, settings) {
      const record = recorder(settings)
      const records = new Map(documents.map((document) => [document.id, record(document)]))
      return {
        settings: settingsMark(indexSettings(settings)),
        hashes: new Map([...records].map(([id, { hash }]) => [id, hash])),
        put: (ids) => put(client, live, pick(records, ids), patience),
        rebuild: () => rebuild(client, live, [...records.values()], settings, patience),
      }
    },
    async remove(ids) {
      for (const some of pieces(ids)) await settle(client, () => client.index(live).deleteDocuments(some), patience)
    },
  }
}

const pick = (records: ReadonlyMap<string, MeiliRecord>, ids: readonly string[]) =>
  ids.flatMap((id) => records.get(id) ?? [])

const pieces = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / batch) }, (_, n) => items.slice(n * batch, (n + 1) * batch))

async function put(
  client: Meilisearch,
  uid: string,
  records: readonly MeiliRecord[],
  patience: Patience,
): Promise<void> {
  for (const some of pieces(records)) {
    await settle(client, () => client.index(uid).addDocuments(some, { primaryKey: 'id' }), patience)
  }
}

/** A process that was killed may have handed in tasks that are still to run; what we read is true only after them. */
async function quiet(client: Meilisearch, live: string, patience: Patience): Promise<void> {
  const { results } = await patiently(
    () => client.tasks.getTasks({ statuses: ['enqueued', 'processing'], limit: 1_000 }),
    patience,
  )
  const ours = results.filter(({ indexUid, type }) => type === 'indexSwap' || indexUid?.startsWith(live))
  for (const { uid } of ours) {
    await outcome(client, uid, patience).catch((error: unknown) => {
      // How the task of another ended is nothing to us, only that it has.
      if (!(error instanceof TaskUnfinished) || error.outcome === 'late') throw error
    })
  }
}

/** What each document says its hash is; `thorough` works it out of all it holds, so that a change by hand is seen. */
async function hashesOf(
  client: Meilisearch,
  live: string,
  patience: Patience,
  thorough: boolean,
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  for (let offset = 0; ; offset += batch) {
    const { results, total } = await patiently(
      () =>
        client
          .index<MeiliRecord>(live)
          .getDocuments({ offset, limit: batch, ...(!thorough && { fields: ['id', 'hash'] }) }),
      patience,
    )
    for (const record of results) {
      const same = !thorough || hashOf(record) === record.hash
      hashes.set(record.id, same ? record.hash : 'changed by hand')
    }
    if (results.length === 0 || offset + batch >= total) return hashes
  }
}

/** The settings that we set, as Meilisearch gives them back: it sorts lists and adds what we leave to it. */
function settingsMark(settings: object): string {
  const all = settings as Record<string, unknown>
  const known = Object.keys(indexSettings({ themes: {}, targetGroups: {}, places: {}, synonyms: [] }))
  const inOrder = new Set(['searchableAttributes', 'rankingRules'])
  return hashOf(
    Object.fromEntries(
      known.map((name) => {
        const value = all[name]
        if (Array.isArray(value) && !inOrder.has(name)) return [name, value.map(String).sort()]
        if (name === 'synonyms') {
          const entries = Object.entries((value ?? {}) as Record<string, string[]>)
          return [name, Object.fromEntries(entries.map(([key, list]) => [key, [...list].sort()]))]
        }
        if (name === 'typoTolerance') {
          const { enabled, minWordSizeForTypos, disableOnNumbers } = (value ?? {}) as Record<string, unknown>
          return [name, { enabled, minWordSizeForTypos, disableOnNumbers }]
        }
        return [name, value]
      }),
    ),
  )
}

/**
 * Makes the index anew under another name and changes the two round when all its tasks have succeeded: whoever searches
 * meanwhile is answered by the old one, and never by half a new one.
 */
async function rebuild(
  client: Meilisearch,
  live: string,
  records: readonly MeiliRecord[],
  settings: SearchSettings,
  patience: Patience,
): Promise<void> {
  await removeLeftovers(client, live, patience)
  const next = `${nextOf(live)}${randomBytes(4).toString('hex')}`
  await settle(client, () => client.createIndex(next, { primaryKey: 'id' }), patience)
  await settle(client, () => client.index(next).updateSettings(indexSettings(settings)), patience)
  await put(client, next, records, patience)
  // Only what exists can be changed round.
  await settle(client, () => client.createIndex(live, { primaryKey: 'id' }), patience).catch((error: unknown) => {
    if (!(error instanceof TaskUnfinished) || error.code !== 'index_already_exists') throw error
  })
  await settle(client, () => client.swapIndexes([{ indexes: [live, next], rename: false }]), patience)
  await removeLeftovers(client, live, patience)
}

async function removeLeftovers(client: Meilisearch, live: string, patience: Patience): Promise<void> {
  const { results } = await patiently(() => client.getRawIndexes({ limit: 1_000 }), patience)
  for (const { uid } of results.filter((one) => one.uid.startsWith(nextOf(live)))) {
    await settle(client, () => client.deleteIndex(uid), patience)
  }
}

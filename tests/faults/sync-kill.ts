/**
 * Services change and are published, again and again, while the process that keeps the index elsewhere in line is killed
 * at any moment and started anew. Afterwards everything is looked through, and the index is held against what is published.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { revisionsIn } from '../../api/publish/folders.ts'
import type { ServiceDocument } from '../../search/document.ts'
import { remoteIndex } from '../../search/meili/rebuild.ts'
import { bringInLine, type Published } from '../../search/sync.ts'
import { corpusOf } from '../bench/search/corpus.ts'
import { type ReplayServer, startReplay } from '../search/meilisearch/server.ts'
import type { Cluster } from '../setup/cluster.ts'
import { freshDatabase } from '../setup/database.ts'
import { chance } from './driver.ts'

export type SyncRun = {
  changes: number
  kills: number
  /** Of those, while it was in the midst of bringing the index in line. */
  inWork: number
  /** What the index holds otherwise than what is published, after the last look. */
  wrong: string[]
  injected: number
  found: number
  /** What is still wrong after the injected drift was mended. */
  left: string[]
}
export type SyncAsked = {
  services: number
  changes: number
  kills: number
  drifts: number
  seed: number
  /** Breaks something: what a control does. No look through everything follows then. */
  sabotage?: (replay: ReplayServer) => void
}

export async function syncRun(cluster: Cluster, asked: SyncAsked): Promise<SyncRun> {
  const database = await freshDatabase(cluster)
  const replay = await startReplay()
  const dataDir = mkdtempSync(join(tmpdir(), 'voordeur-sync-'))
  const random = chance(asked.seed)
  // A task takes as long as it takes, and now and then Meilisearch is busy.
  replay.store.taskMs = () => random() * 12
  replay.mishap = () => (random() < 0.01 ? 503 : null)
  let child: ChildProcess | null = null
  try {
    const { documents, settings } = corpusOf(asked.services)
    const directory = new Map(documents.map((one) => [one.id, one]))
    const published = (): Published => ({ documents: [...directory.values()], settings })
    const publish = await publisher(dataDir)
    const start = () =>
      fork(join(import.meta.dirname, 'sync-process.ts'), [database.urls.jobs, dataDir, replay.url, replay.key])
    await publish(published())
    asked.sabotage?.(replay)

    let changes = 0
    let inWork = 0
    for (let round = 0; round < asked.kills; round += 1) {
      child = start()
      const started = child
      await new Promise((ready) => started.once('message', ready))
      const until = Math.round((asked.changes * (round + 1)) / asked.kills)
      for (; changes < until; changes += 1) change(directory, random)
      await publish(published())
      // In half of the rounds the kill waits until the work has begun; then any moment.
      if (round % 2 === 0) await beginsWork(database.migrator as unknown as Kysely<never>)
      await pause(random() * 150)
      if (await isAtWork(database.migrator as unknown as Kysely<never>)) inWork += 1
      started.kill('SIGKILL')
      await new Promise((ended) => started.once('exit', ended))
    }

    const remote = remoteIndex(replay, { whole: 60_000, step: 2 })
    replay.mishap = () => null
    const look = () => bringInLine(remote, published(), { thorough: true })
    if (asked.sabotage) await bringInLine(remote, published())
    else await look()
    const wrong = differences(replay, directory)

    inject(replay, asked.drifts)
    const drift = await look()
    return {
      changes,
      kills: asked.kills,
      inWork,
      wrong,
      injected: asked.drifts,
      found: drift.missing + drift.stale + drift.surplus,
      left: differences(replay, directory),
    }
  } finally {
    child?.kill('SIGKILL')
    await replay.close()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Lays down a revision as the publisher does, as far as the clock looks at it. */
async function publisher(dataDir: string): Promise<(published: Published) => Promise<void>> {
  const revisions = revisionsIn(dataDir)
  let number = 0
  return async (published) => {
    number += 1
    const folder = join(revisions.siteOf(number), 'zoek')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `source-${number.toString(16).padStart(10, '0')}.json`), JSON.stringify(published))
    await revisions.switchTo(number)
    await revisions.prune()
  }
}

let made = 0
function change(directory: Map<string, ServiceDocument>, random: () => number): void {
  const ids = [...directory.keys()]
  const id = ids[Math.floor(random() * ids.length)] ?? ''
  const one = directory.get(id)
  if (!one) return
  const kind = random()
  made += 1
  if (kind < 0.15) directory.delete(id)
  else if (kind < 0.3) directory.set(`nieuw-${made}`, { ...one, id: `nieuw-${made}`, name: `${one.name} ${made}` })
  else directory.set(id, { ...one, description: `${one.description} Gewijzigd ${made}.`, free: random() < 0.5 })
}

async function isAtWork(db: Kysely<never>): Promise<boolean> {
  const { rows } = await sql`select from directory.search_index for update skip locked`.execute(db)
  return rows.length === 0
}

async function beginsWork(db: Kysely<never>): Promise<void> {
  for (const until = Date.now() + 5_000; Date.now() < until; await pause(2)) if (await isAtWork(db)) return
}

const told = ({ id, name, description, keywords, free, places }: Record<string, unknown>) =>
  JSON.stringify([id, name, description, keywords, free, places])

/** Looked up in the server itself, and not by what sync believes. */
function differences({ store }: ReplayServer, directory: ReadonlyMap<string, ServiceDocument>): string[] {
  const held = store.indexes.get('voordeur')?.documents ?? new Map<string, Record<string, unknown>>()
  return [
    ...[...directory].flatMap(([id, one]) => {
      const there = held.get(id)
      return !there ? [`missing ${id}`] : told(there) === told(one) ? [] : [`stale ${id}`]
    }),
    ...[...held.keys()].filter((id) => !directory.has(id)).map((id) => `surplus ${id}`),
    ...[...store.indexes.keys()].filter((uid) => uid !== 'voordeur').map((uid) => `left behind ${uid}`),
  ]
}

/** A third taken out, a third changed with their hash as it was, a third that nobody published. */
function inject({ store }: ReplayServer, drifts: number): void {
  const held = store.indexes.get('voordeur')?.documents
  const all = [...(held?.values() ?? [])]
  for (const [n, one] of all.slice(0, drifts).entries()) {
    if (n % 3 === 0) held?.delete(one.id)
    else if (n % 3 === 1) held?.set(one.id, { ...one, name: `Anders ${n}` })
    else held?.set(`vreemd-${n}`, { ...one, id: `vreemd-${n}` })
  }
}

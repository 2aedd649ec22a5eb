/**
 * Kills the API with SIGKILL while several organisations work, starts it again, and asks whether everything is whole:
 * between commands, at any moment in one, and inside the transaction (a lock holds the commands there until the kill).
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Cluster } from '../setup/cluster.ts'
import { waitingForALock } from '../setup/database.ts'
import { demoDatabase, houseOn, publishedSite } from '../setup/house.ts'
import { type Server, freePort, startServer } from '../start/server.ts'
import { type Driver, chance, openDriver } from './driver.ts'
import { wrongs } from './whole.ts'

export const kinds = ['between commands', 'at a moment in one', 'before the log', 'at the lock of the matter'] as const
export type Kind = (typeof kinds)[number]
export type Killed = { kind: Kind; wrong: string[] }
export type KillRun = { killed: Killed[]; acknowledged: number; unanswered: number; matters: number }

const HANDS = 4
/** At least so many are acknowledged between two kills. */
const COMMANDS = 15

/** `sabotage` breaks something in the database before the first command: what a control does. */
export async function killRun(
  cluster: Cluster,
  { kills, seed, sabotage }: { kills: number; seed: number; sabotage?: (db: Kysely<never>) => Promise<unknown> },
): Promise<KillRun> {
  const database = await demoDatabase(cluster)
  const db = database.migrator as unknown as Kysely<never>
  const dataDir = mkdtempSync(join(tmpdir(), 'voordeur-kill-'))
  const random = chance(seed)
  let server: Server | null = null
  try {
    live(dataDir, await publishedSite(database))
    const port = await freePort()
    const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, SECRET_KEY: cluster.secret, DEMO: '0' }
    const start = async () => {
      server = startServer(port, { ...env, PUBLIC_URL: houseOn })
      await server.answered
    }
    await start()
    await sabotage?.(db)
    const driver = await openDriver(database, `http://localhost:${port}`, random)

    const killed: Killed[] = []
    for (let round = 0; round < kills; round += 1) {
      const kind = kinds[round % kinds.length] ?? 'between commands'
      await killWhile(kind, driver, db, () => server, random)
      await start()
      const wrong = [driver.broken(), await wrongs(db, driver.acknowledged), await twoHolders(db, driver)].flat()
      killed.push({ kind, wrong })
    }
    const { acknowledged, matters } = driver
    return { killed, acknowledged: acknowledged.length, unanswered: driver.unanswered(), matters: matters.length }
  } finally {
    await stop(server)
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function killWhile(
  kind: Kind,
  driver: Driver,
  db: Kysely<never>,
  server: () => Server | null,
  random: () => number,
): Promise<void> {
  const kill = async () => {
    server()?.signal('SIGKILL')
    await server()?.ended
  }
  const work = driver.work(HANDS)
  // Some commands first, however slow the machine; then any moment.
  const enough = driver.acknowledged.length + COMMANDS
  for (const until = Date.now() + 20_000; driver.acknowledged.length < enough && Date.now() < until;) await sleep(20)
  await sleep(random() * 200)
  if (kind === 'between commands') {
    await work.stop()
    await kill()
  } else if (kind === 'at a moment in one') {
    await kill()
    await work.stop()
  } else {
    const held =
      kind === 'before the log' ? sql`lock table audit.event in share mode` : sql`select 1 from care.matter for update`
    const tx = await db.startTransaction().execute()
    await held.execute(tx)
    // More commands than hands cannot wait; two that do are enough to know that the kill falls inside.
    await waitingForALock(db, 2)
    await kill()
    await work.stop()
    await tx.rollback().execute()
  }
  await gone(db)
}

/** What the killed process had running in the database has ended: only then is what is found what remains. */
async function gone(db: Kysely<never>): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until; await sleep(20)) {
    const { rows } = await sql<{ left: number }>`select count(*)::int as left from pg_stat_activity
      where datname = current_database() and usename = 'voordeur_app' and state <> 'idle'`.execute(db)
    if (rows[0]?.left === 0) return
  }
  throw new Error('A transaction of the killed server still runs')
}

/** As the parties themselves see it, for the matters made last: exactly one says that it holds it. */
async function twoHolders(db: Kysely<never>, driver: Driver): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from care.matter order by created_at desc limit 6`.execute(db)
  const wrong: string[] = []
  for (const { id } of rows) {
    const holders = await driver.holdersOf(id)
    if (holders.length !== 1) wrong.push(`${holders.length} say they hold ${id}: ${holders.join(', ')}`)
  }
  return wrong
}

/** The published site as the live revision of this data folder. */
function live(dataDir: string, siteFolder: string): void {
  const revisions = join(dataDir, 'revisions')
  mkdirSync(revisions)
  symlinkSync(dirname(siteFolder), join(revisions, '1'))
  writeFileSync(join(revisions, 'current'), '1\n')
}

async function stop(server: Server | null): Promise<void> {
  if (!server) return
  const late = setTimeout(() => server.signal('SIGKILL'), 5000)
  try {
    server.signal('SIGTERM')
    await server.ended
  } catch {
    // It had ended already.
  } finally {
    clearTimeout(late)
  }
}

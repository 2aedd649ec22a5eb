/**
 * Everything that can be killed, as it runs in production: a durable PostgreSQL, the process that answers people, the
 * process that runs the jobs, and a mail server. Each has a gate to PostgreSQL of its own, to know where it stands.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { readLock } from '../../api/embedded/lock.ts'
import { type Embedded, startEmbedded } from '../../api/embedded/start.ts'
import { prepareCluster } from '../setup/cluster.ts'
import { demoDatabase, houseOn, publishedSite } from '../setup/house.ts'
import { openMailServer } from '../setup/smtp.ts'
import { watchOver } from '../setup/watchdog.ts'
import { type Process, type Server, freePort, killAll, startProcess, startServer } from '../start/server.ts'
import { type Driver, openDriver } from './driver.ts'
import { type Gate, openGate } from './gate.ts'

export type Victim = 'api' | 'runner' | 'postgres' | 'publisher'

export type World = Awaited<ReturnType<typeof openWorld>>

export async function openWorld(random: () => number) {
  // However this process ends, the others do not outlive it.
  process.once('exit', killAll)
  const folder = mkdtempSync(join(tmpdir(), 'voordeur-kill-'))
  chmodSync(folder, 0o711)
  const watchdog = watchOver(folder)
  const startPostgres = () => startEmbedded({ dataDir: folder, pgBin: process.env.PG_BIN ?? null })
  let postgres: Embedded = await startPostgres()
  const cluster = await prepareCluster(postgres.url, 'voordeur_template')
  const database = await demoDatabase(cluster)
  const db = database.migrator as unknown as Kysely<never>
  const dataDir = join(folder, 'data')
  live(dataDir, await publishedSite(database))

  const mails = await openMailServer()
  const gates: Record<'api' | 'runner' | 'publisher', Gate> = {
    api: await openGate(cluster.url),
    runner: await openGate(cluster.url),
    publisher: await openGate(cluster.url),
  }
  const { urls } = database
  const common = {
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    SECRET_KEY: cluster.secret,
    DEMO: '0',
    PUBLIC_URL: houseOn,
    SMTP_URL: mails.url,
  }
  const logins = { api: 'voordeur_app', runner: 'voordeur_jobs', publisher: 'voordeur_publisher' }
  const port = await freePort()
  let api: Server | null = null
  let runner: Process | null = null
  let publisher: ChildProcess | null = null
  /** From a kill on until what was killed is back. */
  let down = false

  const startApi = async () => {
    const app = gates.api.through(urls.app)
    api = startServer(port, { ...common, PROCESS: 'work', APP_DATABASE_URL: app })
    await api.answered
  }
  /** Resolves once the process exists; `ready` says when it has begun to work. */
  const startRunner = () => {
    runner = startProcess({ ...common, PROCESS: 'jobs', JOBS_DATABASE_URL: gates.runner.through(urls.jobs) })
  }
  const ready = async () => {
    for (const until = Date.now() + 30_000; !runner?.said().includes('keeps its deadlines'); await sleep(20)) {
      if (!runner || runner.isOver() || Date.now() > until) throw new Error(`The runner: ${runner?.said()}`)
    }
  }
  const startPublisher = () => {
    const given = [gates.publisher.through(urls.publisher), dataDir]
    publisher = fork(join(import.meta.dirname, 'publish-process.ts'), given, { stdio: 'ignore' })
    return publisher
  }
  const end = async (of: Process | Server | null, how: NodeJS.Signals) => {
    if (!of) return
    try {
      of.signal(how)
    } catch {
      // It had ended already.
    }
    await of.ended
  }

  const kill = async (victim: Victim): Promise<void> => {
    down = true
    if (victim === 'api') await end(api, 'SIGKILL')
    if (victim === 'runner') {
      await end(runner, 'SIGKILL')
      runner = null
    }
    if (victim === 'publisher' && publisher) {
      publisher.kill('SIGKILL')
      await once(publisher, 'exit')
    }
    if (victim === 'postgres') process.kill(readLock(join(folder, 'pg'))?.pid ?? 0, 'SIGKILL')
  }
  /** Brings back what was killed; `later`: what a dead runner had is free to be taken. PostgreSQL comes back under processes that live on and must find it again. */
  const recover = async (victim: Victim, { later = true } = {}): Promise<void> => {
    if (victim === 'postgres') {
      postgres = await startPostgres()
      await api?.answered
      await answers(port)
    } else await gone(db, logins[victim])
    if (victim === 'api') await startApi()
    if (victim === 'runner' && later) await leasesEnd(db)
    if (victim === 'publisher') {
      const [code] = await once(startPublisher(), 'exit')
      if (code !== 0) throw new Error(`Publishing again ended with ${code}`)
    }
    down = false
  }

  const close = async () => {
    await end(runner, 'SIGKILL')
    await end(api, 'SIGKILL')
    publisher?.kill('SIGKILL')
    await Promise.all([...Object.values(gates).map((gate) => gate.close()), mails.close()])
    await database.close().catch(() => undefined)
    await postgres.stop()
    await watchdog.dismiss()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await startApi()
    const driver: Driver = await openDriver(database, `http://localhost:${port}`, random, () => down)
    return {
      db,
      database,
      driver,
      mails,
      gates,
      dataDir,
      origin: `http://localhost:${port}`,
      startPostgres,
      startRunner,
      startPublisher,
      ready,
      runs: () => runner !== null && !runner.isOver(),
      kill,
      recover,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The published site as the live revision of this data folder. */
function live(dataDir: string, siteFolder: string): void {
  const revisions = join(dataDir, 'revisions')
  mkdirSync(revisions, { recursive: true })
  symlinkSync(dirname(siteFolder), join(revisions, '1'))
  writeFileSync(join(revisions, 'current'), '1\n')
}

/** The process that lived on has found its database again, all of its logins. */
async function answers(port: number): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until; await sleep(50)) {
    const health = await fetch(`http://localhost:${port}/api/v1/health`).catch(() => null)
    const session = await fetch(`http://localhost:${port}/api/v1/session`).catch(() => null)
    if (health?.ok && session?.status === 401) return
  }
  throw new Error('The API does not find its database again')
}

/** What the killed process had running in the database has ended: only then is what is found what remains. */
async function gone(db: Kysely<never>, login: string): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until; await sleep(20)) {
    const { rows } = await sql<{ left: number }>`select count(*)::int as left from pg_stat_activity
      where datname = current_database() and usename = ${login} and state <> 'idle'`.execute(db)
    if (rows[0]?.left === 0) return
  }
  throw new Error('A transaction of the killed process still runs')
}

/** As if the minute and a half had passed for which the dead one had its mail, and the half minute after which its job is given to another. */
async function leasesEnd(db: Kysely<never>): Promise<void> {
  await sql`update outbox.message set leased_until = now() - interval '1 second' where leased_until > now()`.execute(db)
  await sql`update job.job set state = 'retry' where state = 'active'`.execute(db)
  await sql`update job.job set start_after = now() where state = 'retry'`.execute(db)
}

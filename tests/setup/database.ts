/** A database of one's own per test file, cloned from the migrated template, with the same four pools as at run time. */
import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { inject } from 'vitest'
import { grantDatabase, type PoolUrls, poolUrls } from '../../api/installation/bootstrap.ts'
import { type Db, connect, seal } from '../../api/db.ts'
import type { Deps } from '../../api/deps.ts'
import { type Cluster, asAdministrator, onDatabase } from './cluster.ts'

export type FreshDatabase = {
  /** As the migrator: for commands that take DATABASE_URL. */
  url: string
  urls: PoolUrls
  /** The migrator's own connection, for factories and for looking behind the scenes. */
  db: Db
  migrator: Db
  deps: Deps
  /** Turns the clock of `deps`. */
  setNow: (now: Date) => void
  /** Sets the folder `deps.siteFolder` gives. */
  setSite: (folder: string | null) => void
  /** Ends every connection; the database stays, and others can be cloned from it. */
  leave: () => Promise<void>
  close: () => Promise<void>
}

/** Monday morning, no holiday near, an hour at which desks are open. */
export const monday = new Date('2026-11-23T09:00:00+01:00')

/** Clones a template: the migrated one when no other is named. `close` ends every connection and drops the database. */
export async function freshDatabase(
  cluster: Cluster = inject('cluster'),
  template = cluster.template,
): Promise<FreshDatabase> {
  const name = `${cluster.template}_${randomBytes(4).toString('hex')}`
  await asAdministrator(cluster.url, (client) => client.query(`create database ${name} template ${template}`))
  const url = onDatabase(cluster.url, name)
  const secret = Buffer.from(cluster.secret, 'base64')
  const urls = poolUrls(url, secret)
  await asAdministrator(url, grantDatabase)

  let now = monday
  let site: string | null = null
  const migrator: Db = connect(url, 4)
  const publicDb: Deps['publicDb'] = connect(urls.public, 4)
  const care: Db = connect(urls.app, 6)
  const jobs: Deps['jobs'] = connect(urls.jobs, 2)
  const follow: Deps['follow'] = connect(urls.follow, 2)
  const deps: Deps = {
    publicDb,
    care: seal(care),
    jobs,
    follow,
    now: () => now,
    secret,
    siteFolder: () => site,
    publicUrl: 'http://localhost:4321',
    log: { info: () => undefined, error: () => undefined },
  }

  const leave = async () => {
    await Promise.all(
      [migrator, publicDb, care, jobs, follow].map((each: { destroy(): Promise<void> }) => each.destroy()),
    )
  }
  return {
    url,
    urls,
    db: migrator,
    migrator,
    deps,
    setNow: (next) => {
      now = next
    },
    setSite: (folder) => {
      site = folder
    },
    leave,
    close: async () => {
      await leave()
      await asAdministrator(cluster.url, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** Waits until `count` transactions of this database stand still at a lock: a race is a fact then and not a chance. */
export async function waitingForALock(db: Pick<Kysely<never>, 'getExecutor'>, count: number): Promise<void> {
  const until = Date.now() + 10_000
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
    `.execute(db)
    const waiting = rows[0]?.waiting ?? 0
    if (waiting >= count) return
    if (Date.now() > until) throw new Error(`${waiting} of ${count} transactions wait for a lock`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

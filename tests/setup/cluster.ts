/**
 * One PostgreSQL per test run with one migrated template database; `freshDatabase` (database.ts) clones it.
 * With DATABASE_URL an outside server is used: it must be one for tests, whose login may create databases and roles.
 */
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { bootstrap, logins, ownerRole, poolUrls } from '../../api/installation/bootstrap.ts'
import { startEmbedded } from '../../api/embedded/start.ts'
import { migrate } from '../../api/installation/migrate.ts'
import { prepareBoss } from '../../api/jobs/boss.ts'
import { watchOver } from './watchdog.ts'

export type Cluster = {
  /** The server, at a database one may stand in while others are made and dropped. */
  url: string
  template: string
  /** The installation's secret, in base64. */
  secret: string
  /** The demo municipality, loaded and published once for all who open a house: a template, and the folder of its site. */
  demo?: { template: string; siteFolder: string }
}

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: Cluster
  }
}

export type RunningCluster = { cluster: Cluster; stop: () => Promise<void> }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, stop } = await startCluster()
  project.provide('cluster', cluster)
  return stop
}

/** Starts the server of this run, or takes the one of DATABASE_URL, and migrates the template. */
export async function startCluster(outside = process.env.DATABASE_URL): Promise<RunningCluster> {
  const template = `voordeur_test_${randomBytes(4).toString('hex')}`
  const server = outside ? { url: outside, stop: () => dropAll(outside, template) } : await ownServer()
  return { cluster: await prepareCluster(server.url, template), stop: server.stop }
}

/** Makes the migrated template on a server that runs. */
export async function prepareCluster(server: string, template: string): Promise<Cluster> {
  // Roles belong to the server: every run on the same one must derive the same passwords.
  const secret = createHash('sha256').update(server).digest()
  await asAdministrator(server, (client) => client.query(`create database ${template}`))
  const url = onDatabase(server, template)
  await bootstrap(url, poolUrls(url, secret))
  await migrate(url)
  await prepareBoss(url, ownerRole, logins.jobs)
  return { url: server, template, secret: secret.toString('base64') }
}

/** An embedded server in a folder of its own; a watchdog removes both when this process ends, in whatever way. */
export async function ownServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'voordeur-test-'))
  chmodSync(dataDir, 0o711)
  const watchdog = watchOver(dataDir)
  const embedded = await startEmbedded({ dataDir, pgBin: process.env.PG_BIN ?? null, durable: false })
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop()
      await watchdog.dismiss()
    },
  }
}

async function dropAll(url: string, template: string): Promise<void> {
  await asAdministrator(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like $1 || '%'`,
      [template.replaceAll('_', '\\_')],
    )
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
  })
}

/** The same server at another database. */
export function onDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

export async function asAdministrator<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

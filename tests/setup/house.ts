/**
 * The whole house for a browser: the demo municipality in a database of its own, its published site, and the API on a
 * free port. The site is built once per content, also over test runs: it is the same as long as what it is made of is.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { inject } from 'vitest'
import { asOwner } from '../../api/accounts/create.ts'
import { type DemoAccount, demoAccounts, demoPassword, loadDemoAccounts } from '../../api/accounts/demo.ts'
import { createApp } from '../../api/app.ts'
import { type DirectoryTables, connect } from '../../api/db.ts'
import { loadDemoDirectory } from '../../api/demo/load.ts'
import { listen } from '../../api/http/listen.ts'
import { terminalProgress } from '../../api/installation/progress.ts'
import { hashOfSite } from '../../api/publish/build.ts'
import { publish } from '../../api/publish/publish.ts'
import { readDirectory, recordRevision } from '../../api/publish/queries.ts'
import { makeContent } from '../../api/publish/snapshot.ts'
import type { Cluster } from './cluster.ts'
import { type FreshDatabase, freshDatabase, monday } from './database.ts'
import { readyPages } from './ready-pages.ts'

/** The address that the site is built for. */
export const houseOn = 'http://localhost:4321'

export type DemoKey = keyof typeof demoAccounts
export type DemoDatabase = FreshDatabase & {
  password: string
  account: (key: DemoKey) => DemoAccount
}
export type House = Omit<DemoDatabase, 'url'> & {
  url: string
  siteFolder: string
  /** A browser context in which it is the same moment as in the house. */
  visitor: (browser: Browser, options?: Parameters<Browser['newContext']>[0]) => Promise<BrowserContext>
}

/** Opens the house. `close` ends the server and drops the database. */
export async function openHouse(cluster: Cluster = inject('cluster')): Promise<House> {
  const { demo } = cluster
  const database = demo ? withAccounts(await freshDatabase(cluster, demo.template)) : await demoDatabase(cluster)
  const siteFolder = demo ? demo.siteFolder : await publishedSite(database)
  database.setSite(siteFolder)
  const server = await listen({ host: 'localhost', port: 0 }, (request) => app.fetch(request))
  const deps = { ...database.deps, publicUrl: server.url }
  const app = createApp(deps)
  return {
    ...database,
    deps,
    url: server.url,
    siteFolder,
    visitor: async (browser, options = {}) => {
      const context = await browser.newContext({ baseURL: server.url, locale: 'nl-NL', ...options })
      await context.clock.setFixedTime(deps.now())
      return options.javaScriptEnabled === false ? context : readyPages(context)
    },
    close: async () => {
      await server.close()
      await database.close()
    },
  }
}

/** A fresh database with the demo municipality: its directory, desks and accounts. */
export async function demoDatabase(cluster?: Cluster): Promise<DemoDatabase> {
  const database = await freshDatabase(cluster)
  const publisher = connect<DirectoryTables>(database.urls.publisher, 1)
  await loadDemoDirectory(publisher).finally(() => publisher.destroy())
  const { secret } = database.deps
  await asOwner(database.url, (tx) => loadDemoAccounts(tx, secret))
  return withAccounts(database)
}

const withAccounts = (database: FreshDatabase): DemoDatabase => ({
  ...database,
  password: demoPassword(database.deps.secret),
  account: (key) => demoAccounts[key],
})

const cache = join(tmpdir(), `voordeur-sites-${userInfo().uid}`)

/** The folder of the site for what this database's directory holds; its revision is recorded as live. */
export async function publishedSite({ urls }: FreshDatabase): Promise<string> {
  const db = connect<DirectoryTables>(urls.publisher, 2)
  try {
    const directory = await readDirectory(db)
    if (!directory.municipality) throw new Error('The demo has no municipality')
    const contentHash = createHash('sha256')
      .update(JSON.stringify(makeContent(directory, directory.municipality)))
      .digest('hex')
    const siteHash = await hashOfSite(houseOn)
    const made = await readFile(join(import.meta.dirname, '../../api/publish/finish.ts'))
    const name = createHash('sha256').update(contentHash).update(siteHash).update(made).digest('hex').slice(0, 24)
    const kept = join(cache, name)
    if (!existsSync(kept)) await buildInto(kept, db)
    else {
      const revision = { number: 1, publishedAt: monday, contentHash, siteHash, counts: {} }
      await db.transaction().execute((tx) => recordRevision(tx, revision))
    }
    return join(kept, 'site')
  } finally {
    await db.destroy()
  }
}

/** Publishes as `npm run publish` does and keeps what came of it. Of two at once the second's copy is thrown away. */
async function buildInto(kept: string, db: ReturnType<typeof connect<DirectoryTables>>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'voordeur-publish-'))
  try {
    const { number } = await publish({
      db,
      dataDir,
      publicUrl: houseOn,
      now: () => monday,
      progress: terminalProgress(() => undefined),
    })
    await mkdir(cache, { recursive: true })
    const copy = join(cache, `.${randomUUID()}`)
    await cp(join(dataDir, 'revisions', String(number)), copy, { recursive: true })
    await rename(copy, kept).catch(() => rm(copy, { recursive: true, force: true }))
    await forgetOld()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Of what was made on former days the last few are kept: one of them may be in use right now. */
async function forgetOld(): Promise<void> {
  const made = await Promise.all(
    (await readdir(cache)).map(async (name) => ({
      path: join(cache, name),
      at: (await stat(join(cache, name))).mtimeMs,
    })),
  )
  const old = made.toSorted((a, b) => b.at - a.at).slice(6)
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })))
}

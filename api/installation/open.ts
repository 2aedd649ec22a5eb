/** Opens an installation: its database, roles and tables. The server and every command begin with it. */
import { mkdirSync } from 'node:fs'
import { type PoolUrls, bootstrap, logins, ownerRole, poolUrls } from './bootstrap.ts'
import { startEmbedded } from '../embedded/start.ts'
import type { Env } from '../env.ts'
import { prepareBoss } from '../jobs/boss.ts'
import { migrate } from './migrate.ts'
import type { Progress } from './progress.ts'
import { keptSecrets } from './secrets.ts'

export type Installation = {
  /** The migrator's address. */
  url: string
  urls: PoolUrls
  /** 32 bytes. */
  secret: Uint8Array
  embedded: boolean
  /** Lets go of the database; the embedded one stops with its last user. */
  close: () => Promise<void>
  /** Called once when the embedded database ends under us. */
  onLost: (tell: () => void) => void
}

/** Gives an installation that is ready for use, or refuses with one sentence (`CannotStart`). */
export async function openInstallation(env: Env, progress: Progress): Promise<Installation> {
  const server = env.databaseUrl ? outside(env.databaseUrl) : await embedded(env, progress)
  try {
    mkdirSync(env.dataDir, { recursive: true, mode: 0o711 })
    const secret = env.secretKey ?? Buffer.from(keptSecrets(env.dataDir).secret, 'base64')
    const urls = poolUrls(server.url, secret, env.pools)
    await progress.run('Roles', () => bootstrap(server.url, urls))
    await progress.run(
      'Tables',
      () => migrate(server.url),
      (done) => done.join(', ') || 'up to date',
    )
    await progress.run('Calendar of jobs', () => prepareBoss(server.url, ownerRole, logins.jobs))
    return { ...server, urls, secret }
  } catch (error) {
    await server.close()
    throw error
  }
}

const outside = (url: string) => ({
  url,
  embedded: false,
  close: async () => undefined,
  onLost: () => undefined,
})

const outcomes = {
  created: 'made',
  started: 'started',
  joined: 'already running',
  taken_over: 'was still running, taken over',
}

async function embedded(env: Env, progress: Progress) {
  const server = await progress.run(
    'Database',
    () => startEmbedded(env),
    (it) => outcomes[it.outcome],
  )
  if (server.remark) progress.note(server.remark)
  return { url: server.url, embedded: true, close: server.stop, onLost: server.onLost }
}

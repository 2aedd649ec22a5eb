import type { PoolUrls } from './bootstrap.ts'
import { CannotStart } from './cannot-start.ts'
import { type DirectoryTables, connect } from '../db.ts'
import type { Env } from '../env.ts'
import type { Progress } from './progress.ts'
import { hashOfSite } from '../publish/build.ts'
import { revisionsIn } from '../publish/folders.ts'
import { isStale, publish } from '../publish/publish.ts'
import { latestRevision } from '../publish/queries.ts'

/**
 * Publishes at the start when nothing is live here, or when what the site is made of has changed. What an editor changed
 * waits for `npm run publish`. A directory that cannot be published stops nobody: the rest of the house is open.
 */
export async function publishWhenNeeded(env: Env, urls: PoolUrls, progress: Progress): Promise<void> {
  const db = connect<DirectoryTables>(urls.publisher, 2)
  try {
    const latest = await latestRevision(db)
    const isLive = latest !== undefined && latest.number === revisionsIn(env.dataDir).current()
    const { dataDir, publicUrl, securityContact } = env
    const isSame = isLive && latest.site_hash === (await hashOfSite(publicUrl, securityContact))
    if (isSame && !isStale(latest.published_at, new Date())) return
    await publish({ db, dataDir, publicUrl, securityContact, now: () => new Date(), progress })
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    progress.note(error.message)
  } finally {
    await db.destroy()
  }
}

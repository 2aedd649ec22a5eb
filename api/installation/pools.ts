/** The pools of the process, one per login: what a pool cannot reach, its type does not show. */
import type { PoolUrls } from './bootstrap.ts'
import { type Db, connect, seal } from '../db.ts'
import type { Deps } from '../deps.ts'

export type Pools = Pick<Deps, 'publicDb' | 'care' | 'jobs' | 'follow'> & { close: () => Promise<void> }

/** Opens all four. `close` waits for what is running. */
export function openPools(urls: PoolUrls): Pools {
  const publicDb: Deps['publicDb'] = connect(urls.public, 8)
  const care: Db = connect(urls.app, 16)
  const jobs: Deps['jobs'] = connect(urls.jobs, 3)
  const follow: Deps['follow'] = connect(urls.follow, 4)
  return {
    publicDb,
    care: seal(care),
    jobs,
    follow,
    close: async () => {
      await Promise.all([publicDb.destroy(), care.destroy(), jobs.destroy(), follow.destroy()])
    },
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Deps } from '../deps.ts'
import { stuckJobs } from '../jobs/queries.ts'
import { backlog } from '../outbox/queries.ts'
import { newestRevision } from './queries.ts'
import type { HealthView } from './schema.ts'
import type { SearchHealth } from './search.ts'

/** Mail that waits longer than this, in seconds, or was given up, wants a person; so does a job that keeps failing. */
const LATE_SECONDS = 900
/** A database that takes longer to answer is no help to whoever asks. */
const PATIENCE_MS = 2_000

/** How the installation is doing; never throws, and answers within seconds also when the database does not. */
export async function checkHealth(deps: Deps, searching: () => Promise<SearchHealth>): Promise<HealthView> {
  const down: HealthView = {
    status: 'down',
    database: 'down',
    search: 'embedded',
    searchTrouble: null,
    outbox: null,
    stuckJobs: null,
    revision: null,
  }
  const giveUp = new AbortController()
  const asked = Promise.all([
    backlog(deps.jobs),
    stuckJobs(deps.jobs),
    newestRevision(deps.publicDb),
    searching(),
  ]).then(
    ([outbox, stuck, revision, search]): HealthView => {
      const late = outbox.givenUp > 0 || outbox.oldestSeconds > LATE_SECONDS
      const degraded = late || stuck > 0 || search.search === 'fallback'
      return { status: degraded ? 'degraded' : 'ok', database: 'ok', ...search, outbox, stuckJobs: stuck, revision }
    },
    () => down,
  )
  const patience = pause(PATIENCE_MS, down, { signal: giveUp.signal }).catch(() => down)
  const health = await Promise.race([asked, patience])
  giveUp.abort()
  return health
}

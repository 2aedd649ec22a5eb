import { setTimeout as pause } from 'node:timers/promises'
import type { Deps } from '../deps.ts'
import { backlog } from '../outbox/queries.ts'
import { newestRevision } from './queries.ts'
import type { HealthView } from './schema.ts'

/** Mail that waits longer than this, in seconds, or was given up, wants a person. */
const LATE_SECONDS = 900
/** A database that takes longer to answer is no help to whoever asks. */
const PATIENCE_MS = 2_000

/** How the installation is doing; never throws, and answers within seconds also when the database does not. */
export async function checkHealth(deps: Deps): Promise<HealthView> {
  const down: HealthView = { status: 'down', database: 'down', search: 'embedded', outbox: null, revision: null }
  const giveUp = new AbortController()
  const asked = Promise.all([backlog(deps.jobs), newestRevision(deps.publicDb)]).then(
    ([outbox, revision]): HealthView => {
      const late = outbox.givenUp > 0 || outbox.oldestSeconds > LATE_SECONDS
      return { status: late ? 'degraded' : 'ok', database: 'ok', search: 'embedded', outbox, revision }
    },
    () => down,
  )
  const patience = pause(PATIENCE_MS, down, { signal: giveUp.signal }).catch(() => down)
  const health = await Promise.race([asked, patience])
  giveUp.abort()
  return health
}

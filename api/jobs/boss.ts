/**
 * The calendar of the house on pg-boss (docs/decisions/0021): which step is due is a row in the same PostgreSQL, so of
 * several processes one does it, one that fails is tried again, and what keeps failing is kept for a person to see.
 * A job holds no data at all: each step asks the database itself which rows are due, and may run twice.
 */
import { PgBoss } from 'pg-boss'
import type { Log } from '../deps.ts'
import type { PlannedStep } from './loop.ts'
import { jobSchema, STUCK } from './queries.ts'

/**
 * Three times more, after some five seconds and then longer; what hangs counts as failed after five minutes. Who is killed
 * in the middle of a step is missed after ten seconds: a deadline of that minute is still seen within the next.
 */
const again = {
  retryLimit: 3,
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: 300,
  heartbeatSeconds: 10,
  deleteAfterSeconds: 86_400,
}
/** How often it is looked whether somebody is missed. */
const LOOK_SECONDS = 5

/** `end silent transfers` → `end-silent-transfers`. */
const queueOf = ({ name }: Pick<PlannedStep, 'name'>) => name.replaceAll(' ', '-')

/**
 * Makes the tables of pg-boss, or brings them to its version, as the role that owns everything; and gives the jobs login
 * what it needs of them. Running it again changes nothing. `url` is the migrator's.
 */
export async function prepareBoss(url: string, owner: string, login: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    options: `-c role=${owner}`,
    schema: jobSchema,
    max: 1,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    const db = boss.getDb()
    await db.executeSql(`grant usage on schema ${jobSchema} to ${login}`)
    await db.executeSql(`grant select, insert, update, delete on all tables in schema ${jobSchema} to ${login}`)
    await db.executeSql(`grant execute on all functions in schema ${jobSchema} to ${login}`)
  } finally {
    await boss.stop({ graceful: false })
  }
}

export type Boss = { stop: () => Promise<void> }

/** Starts working: everything once now, for what fell due while nobody was there, and then by its calendar. */
export async function startBoss(url: string, steps: readonly PlannedStep[], log: Log): Promise<Boss> {
  const boss = new PgBoss({
    connectionString: url,
    options: '-c TimeZone=UTC',
    schema: jobSchema,
    max: 3,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
  })
  // A connection that breaks is made anew; by code only, since the text of a database error holds data.
  boss.on('error', (error) => log.error({ code: codeOf(error) }, 'the calendar of jobs'))
  await boss.start()
  let stopping = false
  await boss.createQueue(STUCK)
  for (const step of steps) {
    const queue = queueOf(step)
    await boss.createQueue(queue, { policy: 'exclusive', deadLetter: STUCK, ...again })
    // One that was made by a former version of this file.
    await boss.updateQueue(queue, again)
    await boss.schedule(queue, step.cron, null, { tz: 'Europe/Amsterdam' })
    await boss.work(queue, { pollingIntervalSeconds: 2, batchSize: 1 }, async () => {
      try {
        const done = await step.run(() => stopping)
        if (done > 0) log.info({ step: step.name, done }, 'jobs')
      } catch (error) {
        log.error({ step: step.name, code: codeOf(error) }, 'a job failed')
        // What pg-boss keeps of a failure is this sentence, and nothing of the row it failed on.
        throw new Error(codeOf(error))
      }
    })
    await boss.send(queue)
  }
  return {
    stop: async () => {
      stopping = true
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'UNKNOWN'

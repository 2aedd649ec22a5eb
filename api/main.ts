/** The process: env → database → demo → site → listen, and all of it back again when it ends. Nobody imports it. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { CannotStart } from './installation/cannot-start.ts'
import type { Deps } from './deps.ts'
import { type Env, readEnv } from './env.ts'
import { assertFree, listen } from './http/listen.ts'
import { startBoss } from './jobs/boss.ts'
import { isPlanned, isQuick, startJobs } from './jobs/loop.ts'
import { stepsOf } from './jobs/steps.ts'
import { loadDemo, loadDemoMatters } from './installation/load-demo.ts'
import { openInstallation } from './installation/open.ts'
import { openMail } from './outbox/mail.ts'
import { openPools } from './installation/pools.ts'
import { terminalProgress } from './installation/progress.ts'
import { currentSite } from './publish/folders.ts'
import { openTiles, pdokAddress } from './tiles/source.ts'
import { publishWhenNeeded } from './installation/publish-when-needed.ts'

const stopWithin = 9000

/** What was started, in order; the last is stopped first. */
const started: { what: string; stop: () => Promise<void> }[] = []
const ending = new AbortController()

async function start(): Promise<void> {
  const env = readEnv()
  const progress = terminalProgress()
  const begun = performance.now()
  const [answers, works] = [env.process !== 'jobs', env.process !== 'work']
  if (answers) await assertFree(env)

  const installation = await openInstallation(env, progress)
  started.push({ what: 'database', stop: installation.close })
  installation.onLost(() => void end(1, 'The database has stopped; this process stops too.'))
  ending.signal.throwIfAborted()

  const demo = answers ? await loadDemo(env, installation, progress) : []
  ending.signal.throwIfAborted()
  if (answers) await publishWhenNeeded(env, installation.urls, progress)
  ending.signal.throwIfAborted()

  const pools = openPools(installation.urls)
  started.push({ what: 'pools', stop: pools.close })
  const log = pino({ level: env.logLevel, base: null })
  const now = () => new Date()
  const tileSetting = { address: pdokAddress, folder: join(env.dataDir, 'tiles') }
  const deps: Deps = {
    publicDb: pools.publicDb,
    care: pools.care,
    jobs: pools.jobs,
    follow: pools.follow,
    now,
    secret: installation.secret,
    siteFolder: currentSite(env.dataDir),
    publicUrl: env.publicUrl,
    trustedProxies: env.trustedProxies,
    embedOrigins: env.embedOrigins,
    meili: env.meili,
    insideWebhooks: env.insideWebhooks,
    eraseAfterDays: env.eraseAfterDays,
    tiles: env.tiles === 'pdok-proxy' ? openTiles(tileSetting, log, now) : null,
    log,
  }

  if (demo.length > 0) await loadDemoMatters(deps, installation, progress)
  ending.signal.throwIfAborted()

  if (works) await startWorking(env, deps, installation.urls.jobs)
  ending.signal.throwIfAborted()
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1)
  if (!answers)
    return console.log(`\nVoordeur keeps its deadlines and sends its mail (after ${seconds()} s). Ctrl-C stops it.`)

  const server = await listen(env, createApp(deps).fetch)
  started.push({ what: 'server', stop: server.close })
  ending.signal.throwIfAborted()
  for (const line of demo) console.log(line)
  console.log(`\nVoordeur is open at ${server.url} (after ${seconds()} s). Ctrl-C stops it.`)
}

/** The clock of the house: what is due every few seconds, and what goes by the calendar. */
async function startWorking(env: Env, deps: Deps, jobsUrl: string): Promise<void> {
  const mail = openMail(env)
  const steps = stepsOf(deps, mail)
  const jobs = startJobs(steps.filter(isQuick), deps.log)
  started.push({ what: 'jobs', stop: async () => jobs.stop().finally(mail.close) })
  const calendar = await startBoss(jobsUrl, steps.filter(isPlanned), deps.log)
  started.push({ what: 'calendar of jobs', stop: calendar.stop })
}

/** Stops everything in reverse order, within ten seconds, and ends the process. */
async function end(code: number, line: string | null): Promise<void> {
  if (ending.signal.aborted) return
  ending.abort()
  if (line) console.error(line)
  setTimeout(() => process.exit(1), stopWithin).unref()
  // A step of the start that is still under way may finish: what it starts must be known to be stopped.
  await Promise.race([starting.catch(() => undefined), sleep(stopWithin / 2)])
  for (const { what, stop } of started.toReversed()) {
    await stop().catch((error: unknown) => console.error(`Stopping the ${what} failed.`, error))
  }
  process.exit(code)
}

process.on('SIGINT', () => void end(0, '\nStopping.'))
process.on('SIGTERM', () => void end(0, 'Stopping.'))
process.on('SIGHUP', () => void end(0, 'Stopping.'))

const starting = start()
starting.catch((error: unknown) => {
  if (ending.signal.aborted) return
  if (error instanceof CannotStart) return end(1, error.message)
  console.error(error)
  return end(1, null)
})

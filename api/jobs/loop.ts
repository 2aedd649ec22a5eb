/**
 * The clock of the house: steps that ask which rows are due. Each takes its rows under a lock and looks again, so several
 * processes may run it at once, and running twice changes nothing. What goes by the calendar is in boss.ts.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../deps.ts'

type Work = {
  name: string
  /** Does what is due; gives how much that was. Long work asks now and then whether it should stop. */
  run: (isStopping: () => boolean) => Promise<number>
}
/** Work of every few seconds, in each process. */
export type QuickStep = Work & { everySeconds: number }
/** Work by the calendar, in one process at a time (boss.ts): a cron expression of minutes, in Dutch time. */
export type PlannedStep = Work & { cron: string }
export type Step = QuickStep | PlannedStep

export const isQuick = (step: Step): step is QuickStep => 'everySeconds' in step
export const isPlanned = (step: Step): step is PlannedStep => 'cron' in step

export type Jobs = {
  /** Lets what runs finish, and starts nothing more. */
  stop: () => Promise<void>
}

/** Runs every step at once and then again after its time, each at its own pace. One that fails does not stop another. */
export function startJobs(steps: readonly QuickStep[], log: Log): Jobs {
  const ending = new AbortController()
  const isStopping = () => ending.signal.aborted

  const running = steps.map(async (step) => {
    while (!isStopping()) {
      await runStep(step, log, isStopping)
      await pause(step.everySeconds * 1000, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  })
  return {
    stop: async () => {
      ending.abort()
      await Promise.all(running)
    },
  }
}

/** Every step once, in order: what the clock does again and again. Gives how much each did. */
export async function runOnce(steps: readonly Step[], log: Log): Promise<Record<string, number>> {
  const done: Record<string, number> = {}
  for (const step of steps) done[step.name] = await runStep(step, log, () => false)
  return done
}

async function runStep(step: Step, log: Log, isStopping: () => boolean): Promise<number> {
  try {
    const done = await step.run(isStopping)
    if (done > 0) log.info({ step: step.name, done }, 'jobs')
    return done
  } catch (error) {
    // By code only: the text of a database error holds data.
    const code = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'UNKNOWN'
    log.error({ step: step.name, code }, 'a job failed')
    return 0
  }
}

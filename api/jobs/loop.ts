/**
 * The clock of the house: every few seconds it asks which rows are due (docs/decisions/0007). Each step takes its rows
 * with `for update skip locked`, so several processes may run it at once, and running twice changes nothing.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../deps.ts'

export type Step = {
  name: string
  everySeconds: number
  /** Does what is due; gives how much that was. Long work asks now and then whether it should stop. */
  run: (isStopping: () => boolean) => Promise<number>
}

export type Jobs = {
  /** Lets what runs finish, and starts nothing more. */
  stop: () => Promise<void>
}

/** Runs every step at once and then again after its time, each at its own pace. One that fails does not stop another. */
export function startJobs(steps: readonly Step[], log: Log): Jobs {
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

/** Every step once, in order: what `startJobs` does again and again. Gives how much each did. */
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

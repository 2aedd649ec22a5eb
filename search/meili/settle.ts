/** Meilisearch answers "enqueued" and works later. A thing is done when its task says *succeeded*, and not before. */
import { setTimeout as pause } from 'node:timers/promises'
import type { EnqueuedTask, Meilisearch, Task } from 'meilisearch'
import { passes, troubleOf } from './client.ts'

/** How long a thing may take altogether, and how often to look, in milliseconds. */
export type Patience = { whole: number; step: number }
export const patient: Patience = { whole: 120_000, step: 50 }

/** A task that did not succeed: `failed` or `canceled` with Meilisearch's own code, or `late` when nobody knows. */
export class TaskUnfinished extends Error {
  readonly outcome: 'failed' | 'canceled' | 'late'
  readonly code: string
  constructor(outcome: TaskUnfinished['outcome'], code: string) {
    super(`task ${outcome}: ${code}`)
    this.name = 'TaskUnfinished'
    this.outcome = outcome
    this.code = code
  }
}

/** Does the work, again while it fails of something that passes, until patience ends; then the last error stands. */
export async function patiently<Value>(work: () => Promise<Value>, { whole, step }: Patience): Promise<Value> {
  const until = Date.now() + whole
  for (let wait = step; ; wait = Math.min(wait * 2, 2_000)) {
    try {
      return await work()
    } catch (error) {
      if (!passes(troubleOf(error)) || Date.now() + wait > until) throw error
      await pause(wait)
    }
  }
}

/**
 * Hands in a task and waits until it says how it ended. Gives the task when it succeeded; refuses with `TaskUnfinished`.
 * A task that may have been handed in twice (the answer got lost) is harmless: all of ours say how it must become.
 */
export async function settle(
  client: Meilisearch,
  handIn: () => Promise<EnqueuedTask>,
  patience: Patience = patient,
): Promise<Task> {
  const { taskUid } = await patiently(handIn, patience)
  return outcome(client, taskUid, patience)
}

/** Waits for a task that somebody handed in. */
export async function outcome(client: Meilisearch, taskUid: number, patience: Patience): Promise<Task> {
  const until = Date.now() + patience.whole
  for (let wait = patience.step; ; wait = Math.min(wait * 1.5, 1_000)) {
    const task = await patiently(() => client.tasks.getTask(taskUid), {
      ...patience,
      whole: Math.max(0, until - Date.now()),
    })
    if (task.status === 'succeeded') return task
    if (task.status === 'failed' || task.status === 'canceled') {
      throw new TaskUnfinished(task.status, task.error?.code ?? task.status)
    }
    if (Date.now() + wait > until) throw new TaskUnfinished('late', task.status)
    await pause(wait)
  }
}

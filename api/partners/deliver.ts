/** Tells partners' own systems what is due; at least once, like mail. */
import { dateIn } from '../calendar.ts'
import type { Deps } from '../deps.ts'
import { AGAIN_AFTER_MINUTES, LEASE_SECONDS, promise } from '../outbox/queries.ts'
import { type Due, markFailed, markTold, takeDelivery } from './delivery-queries.ts'
import { post } from './post.ts'
import { messageOf, secretOf } from './webhook.ts'

type Sender = Pick<Deps, 'jobs' | 'log' | 'now' | 'secret' | 'insideWebhooks'>

/**
 * Delivers one by one until nothing is due, `most` were taken or `isStopping`. Gives how many were taken over by the
 * other side (an answer of 2xx). What is not is tried again, ever later, and given up after a day and three quarters;
 * then the administrators of that organisation are told, once a day. One system that does not answer holds up its own
 * deliveries and nobody else's.
 */
export async function tellSystems(
  deps: Sender,
  { most = 50, isStopping = () => false }: { most?: number; isStopping?: () => boolean } = {},
): Promise<number> {
  let told = 0
  for (let taken = 0; taken < most && !isStopping(); taken += 1) {
    const due = await takeDelivery(deps.jobs, LEASE_SECONDS)
    if (!due) break
    if (await tell(deps, due)) told += 1
  }
  return told
}

async function tell(deps: Sender, due: Due): Promise<boolean> {
  const answer = await attempt(deps, due)
  if (/^2\d\d$/.test(answer)) {
    await markTold(deps.jobs, due.id, answer)
    return true
  }
  const minutes = AGAIN_AFTER_MINUTES[due.attempts - 1]
  await markFailed(deps.jobs, due, answer, minutes)
  const outcome = minutes === undefined ? 'given_up' : 'again'
  deps.log.error({ delivery: due.id, attempts: due.attempts, answer, outcome }, 'a system was not told')
  if (outcome === 'given_up') {
    const administrators = { organizationId: due.organizationId, role: 'administrator' } as const
    await deps.jobs
      .transaction()
      .execute((tx) => promise(tx, 'webhook.given_up', due.webhookId, administrators, dateIn(deps.now())))
  }
  return false
}

/** What it came to: the status of the answer, or the code of what went wrong. */
async function attempt(deps: Sender, due: Due): Promise<string> {
  try {
    const message = messageOf(due, secretOf(deps.secret, due.webhookId), deps.now())
    return String(await post(new URL(due.url), message, { inside: deps.insideWebhooks ?? false }))
  } catch (error) {
    return (error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN').slice(0, 40)
  }
}

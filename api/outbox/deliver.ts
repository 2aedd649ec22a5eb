import { createHash } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { Mail } from './mail.ts'
import { mailText } from './mail.nl.ts'
import { addressesFor, markNotSent, markSent, type Promised, takeNext } from './queries.ts'

type Sender = Pick<Deps, 'jobs' | 'log' | 'publicUrl'>

/**
 * Delivers what was promised and is due, one by one, until nothing is due, `most` were taken or `isStopping`. Gives how
 * many were sent. At least once: who is killed between sending and marking sends again, under the same Message-ID.
 * What cannot be delivered is tried again, ever later, and then left in the health report for a person.
 */
export async function deliverDue(
  deps: Sender,
  mail: Mail,
  { most = 50, isStopping = () => false }: { most?: number; isStopping?: () => boolean } = {},
): Promise<number> {
  let sent = 0
  for (let taken = 0; taken < most && !isStopping(); taken += 1) {
    const promised = await takeNext(deps.jobs)
    if (!promised) break
    if (await deliver(deps, mail, promised)) sent += 1
  }
  return sent
}

async function deliver(deps: Sender, mail: Mail, promised: Promised): Promise<boolean> {
  try {
    const addresses = await addressesFor(deps.jobs, promised)
    if (addresses.length === 0) throw Object.assign(new Error('nobody'), { code: 'NOBODY' })
    const words = mailText(promised.topic, deps.publicUrl)
    for (const to of addresses) await mail.send({ id: letterId(promised.id, to), to, ...words })
    await markSent(deps.jobs, promised.id)
    return true
  } catch (error) {
    // The message of a mail server holds the address: its code is enough.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
    const outcome = await markNotSent(deps.jobs, promised)
    deps.log.error(
      { promise: promised.id, topic: promised.topic, attempts: promised.attempts, code, outcome },
      'not delivered',
    )
    return false
  }
}

/** Always the same for one promise and one address, and it tells neither. */
const letterId = (promiseId: string, to: string) =>
  createHash('sha256').update(`${promiseId}:${to}`).digest('hex').slice(0, 32)

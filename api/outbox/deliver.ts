import { createHash } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { Mail } from './mail.ts'
import { tokenFor } from '../links/deliver.ts'
import { mailMoment } from '../notifications/notification.ts'
import { forgetHeld, holdMail, postponeHeld, takeDigest } from './held-queries.ts'
import { digestText, linkText, mailText } from './mail.nl.ts'
import { addresseesOf, markNotSent, markSent, type Promised, takeNext } from './queries.ts'

type Sender = Pick<Deps, 'jobs' | 'log' | 'publicUrl' | 'now'>

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
    const now = deps.now()
    const addressees = await addresseesOf(deps.jobs, promised, now)
    if (addressees.length === 0) throw Object.assign(new Error('nobody'), { code: 'NOBODY' })
    const token = promised.topic === 'link.send' ? await tokenFor(deps, promised.object_id) : null
    const words = token ? linkText(token, deps.publicUrl) : mailText(promised.topic, deps.publicUrl)
    for (const { email, memberId, ...preference } of addressees) {
      const until = mailMoment(preference, promised.topic, now)
      // Somebody is on the phone with the code of a link: it does not wait for the morning.
      if (memberId !== null && until > now && !token)
        await holdMail(deps.jobs, { messageId: promised.id, memberId, until })
      else await mail.send({ id: letterId(promised.id, email), to: email, ...words })
    }
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

/**
 * Sends what was held and is due: one mail per person for all of it. Gives how many went. Who is killed between sending
 * and forgetting sends the same again, under the same Message-ID; what fails stays held, and holds nobody else up.
 */
export async function sendDigests(deps: Sender, mail: Mail, isStopping: () => boolean = () => false): Promise<number> {
  let sent = 0
  for (let next: Told | null = null; !isStopping(); sent += next === 'sent' ? 1 : 0) {
    next = await sendDigest(deps, mail)
    if (next === null) break
  }
  return sent
}

type Told = 'sent' | 'nobody' | 'failed'

async function sendDigest(deps: Sender, mail: Mail): Promise<Told | null> {
  const now = deps.now()
  let memberId = ''
  try {
    return await deps.jobs.transaction().execute(async (tx) => {
      const digest = await takeDigest(tx, now)
      if (!digest) return null
      const { email, messageIds } = digest
      memberId = digest.memberId
      const words = digestText(messageIds.length, deps.publicUrl)
      if (email) await mail.send({ id: letterId(messageIds.join(), email), to: email, ...words })
      await forgetHeld(tx, digest)
      // An account that was disabled meanwhile: its work has gone back to the queue, and the desk was told.
      return email ? 'sent' : 'nobody'
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
    deps.log.error({ code }, 'a digest was not delivered')
    if (memberId === '') throw error
    await postponeHeld(deps.jobs, memberId, now)
    return 'failed'
  }
}

/** Always the same for one promise and one address, and it tells neither. */
const letterId = (promiseId: string, to: string) =>
  createHash('sha256').update(`${promiseId}:${to}`).digest('hex').slice(0, 32)

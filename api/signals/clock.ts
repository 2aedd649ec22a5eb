/** What the clock does with signals: remind of those that nobody took or answered. It ends none. */
import { eachAlone, withClock } from '../audit/clock.ts'
import type { Deps } from '../deps.ts'
import { isLed, municipality, recordEvent } from '../matters/queries.ts'
import { nextReminder, rungOf, toldAt } from '../matters/reminders.ts'
import { promise } from '../outbox/queries.ts'
import { lockWaiting, saveReminded, waitingSignals } from './clock-queries.ts'

/**
 * Reminds the desk that has not taken a signal, or the sender who has not answered: once it is late, a working day
 * later the team lead, then the municipality's policy officer, without content. Gives how many were told.
 */
export async function remindOfSignals(deps: Pick<Deps, 'jobs' | 'now'>): Promise<number> {
  return eachAlone(await waitingSignals(deps.jobs), async (seen) => {
    if (!nextReminder({ ...seen, ends: false }, deps.now())) return false
    return withClock(deps, { action: 'signal.remind', type: 'signal', id: seen.id }, async (tx) => {
      const signal = await lockWaiting(tx, seen.id, seen.matterId)
      const step = signal && nextReminder({ ...signal, ends: false }, deps.now())
      if (!signal || !step) return false
      const worker =
        signal.status === 'sent'
          ? { organizationId: signal.receiver, deskId: signal.receiverDesk }
          : { organizationId: signal.sender, memberId: signal.senderMember }
      const rung = rungOf(step, await isLed(tx, worker.organizationId))
      const to = toldAt(rung, worker, await municipality(tx))
      const topic = step === 1 ? 'signal.remind' : 'signal.overdue'
      if (to) await promise(tx, topic, signal.id, to, `${signal.dueBy.toISOString()}/${rung}`)
      await saveReminded(tx, signal.id, step, deps.now())
      await recordEvent(tx, { matterId: signal.matterId, signalId: signal.id, type: topic })
      return true
    })
  })
}

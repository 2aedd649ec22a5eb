/** What the clock does with transfers: end what nobody answered, and remind of what is late. It answers to nobody. */
import { eachAlone, withClock } from '../audit/clock.ts'
import { endOfWorkingDayAfter, workingDayAfter } from '../calendar.ts'
import type { ClockTx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { closingsOf } from '../matters/desk-queries.ts'
import { NEXT_ACT_DAYS } from '../matters/matter.ts'
import { isLed, municipality, recordEvent } from '../matters/queries.ts'
import { nextReminder, rungOf, toldAt } from '../matters/reminders.ts'
import { promise } from '../outbox/queries.ts'
import { lockWaiting, saveExpired, saveReminded, type WaitingTransfer, waitingTransfers } from './clock-queries.ts'
import { termsOf } from './terms.ts'
import { endInSilence, type Silence } from './transfer.ts'

type ClockDeps = Pick<Deps, 'jobs' | 'now'>

/**
 * Ends one offer that nobody answered (`expire`) or one contact that was twice overdue (`lapse`), as "no answer"; both
 * sides are told. Refuses `transfer.not_due`, `transfer.not_possible_now`, `transfer.not_found` (somebody was faster).
 */
export function endSilentTransfer(deps: ClockDeps, { id, matterId }: Pick<WaitingTransfer, 'id' | 'matterId'>) {
  return withClock(deps, { action: 'transfer.expire', type: 'transfer', id }, async (tx) => {
    const before = await lockWaiting(tx, id, matterId)
    const senderDueOn = workingDayAfter(deps.now(), NEXT_ACT_DAYS)
    const command: Silence =
      before.status === 'accepted'
        ? { type: 'lapse', senderDueOn, secondBy: await secondTerm(tx, before) }
        : { type: 'expire', senderDueOn, nobodyThere: !before.staffed }
    const { type } = command
    const after = endInSilence(before, command, deps.now())

    // The line is written while the row still shows itself to the clock as waiting.
    await saveExpired(tx, id, after.senderDueOn)
    await recordEvent(tx, { matterId, transferId: id, type: `transfer.${type}`, toStatus: after.status })
    const { sender, senderMember, receiver, receiverDesk, version } = before
    await promise(tx, `transfer.${type}`, id, { organizationId: sender, memberId: senderMember }, version + 1)
    await promise(tx, `transfer.${type}`, id, { organizationId: receiver, deskId: receiverDesk }, version + 1)
    return type
  })
}

/** One more contact term after the deadline that passed. */
async function secondTerm(tx: ClockTx, transfer: WaitingTransfer): Promise<Date> {
  const { contact } = termsOf({ ...transfer, startDays: null })
  const passed = new Date((transfer.contactBy?.getTime() ?? 0) - 1)
  return endOfWorkingDayAfter(passed, contact, await closingsOf(tx, transfer.receiverDesk))
}

/** Ends everything that is due now, each in a transaction of its own. Gives how many ended. */
export async function endSilentTransfers(deps: ClockDeps): Promise<{ expired: number; lapsed: number }> {
  const now = deps.now()
  const ended = { expired: 0, lapsed: 0 }
  await eachAlone(await waitingTransfers(deps.jobs), async (waiting) => {
    const deadline = waiting.status === 'offered' ? waiting.answerBy : waiting.contactBy
    const late = waiting.status !== 'handed_over' && deadline !== null && deadline <= now
    if (!late && !(waiting.status === 'offered' && !waiting.staffed)) return false
    const type = await endSilentTransfer(deps, waiting)
    ended[type === 'lapse' ? 'lapsed' : 'expired'] += 1
    return true
  })
  return ended
}

/**
 * Reminds of what waits: an offer one working day before it expires; everything else once it is late, the desk first,
 * a working day later the team lead, then the municipality's policy officer, without content. Gives how many were told.
 */
export async function remindOfTransfers(deps: ClockDeps): Promise<number> {
  return eachAlone(await waitingTransfers(deps.jobs), (waiting) => remindOf(deps, waiting))
}

async function remindOf(deps: ClockDeps, { id, matterId, ...seen }: WaitingTransfer): Promise<boolean> {
  // Looked at without a lock first: most rows have nothing due.
  if (!nextReminder(dueOf({ ...seen, id, matterId }), deps.now())) return false
  return withClock(deps, { action: 'transfer.remind', type: 'transfer', id }, async (tx) => {
    const before = await lockWaiting(tx, id, matterId)
    const due = dueOf(before)
    const step = nextReminder(due, deps.now())
    if (!step || !due.dueBy) return false
    const office = await municipality(tx)
    for (const organizationId of owing(before)) {
      const desk =
        organizationId === before.sender
          ? { organizationId, memberId: before.senderMember }
          : before.caseworker
            ? { organizationId, memberId: before.caseworker }
            : { organizationId, deskId: before.receiverDesk }
      const rung = rungOf(step, await isLed(tx, organizationId))
      const to = toldAt(rung, desk, office)
      if (to)
        await promise(
          tx,
          step === 1 ? 'transfer.remind' : 'transfer.overdue',
          id,
          to,
          `${due.dueBy.toISOString()}/${rung}`,
        )
    }
    await saveReminded(tx, id, step, deps.now())
    await recordEvent(tx, { matterId, transferId: id, type: step === 1 ? 'transfer.remind' : 'transfer.overdue' })
    return true
  })
}

const dueOf = (transfer: WaitingTransfer) => ({
  dueBy:
    transfer.status === 'offered'
      ? transfer.answerBy
      : transfer.status === 'accepted'
        ? transfer.contactBy
        : transfer.startBy,
  ends: transfer.status === 'offered',
  reminders: transfer.reminders,
})

/** Who owes the next act: the contact is owed by both. */
const owing = (transfer: WaitingTransfer) =>
  transfer.status === 'accepted' ? [transfer.sender, transfer.receiver] : [transfer.receiver]

/** An offer asks more than the law of the transfer alone: the rule of the matter, the desk, the basis, the signal. */
import { termsBetween } from '../agreements/queries.ts'
import { dateIn, endOfWorkingDayAfter } from '../calendar.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { receivingDesk } from '../matters/desk-queries.ts'
import { handOut } from '../matters/matter.ts'
import { hasBasis, openWork, readMatter, recordEvent } from '../matters/queries.ts'
import { promise } from '../outbox/queries.ts'
import { type LockedSignal, lockSignal, saveSignal } from '../signals/queries.ts'
import { decide as decideSignal } from '../signals/signal.ts'
import type { Viewer } from '../viewer.ts'
import type { LockedTransfer } from './queries.ts'
import type { Command } from './transfer.ts'

/** The offer, once everything around it allows it and the signal it grew from is concluded. */
export async function offerFrom(
  tx: Tx,
  deps: Deps,
  viewer: Viewer,
  transfer: LockedTransfer,
  feedback: string | null,
): Promise<Extract<Command, { type: 'offer' }>> {
  const signal = transfer.signalId ? await inHand(tx, transfer.signalId, viewer) : null
  const [matter, work] = [await readMatter(tx, transfer.matterId), await openWork(tx, transfer.matterId)]
  handOut(matter, 'transfer', viewer.organizationId, work, signal ? 1 : 0)
  const desk = await receivingDesk(tx, transfer.receiverDesk, dateIn(deps.now()))
  if (!(await hasBasis(tx, transfer.matterId, transfer.receiver))) throw new Refusal('basis.missing')
  if (signal) await concludeAsTransfer(tx, signal, feedback)
  const { terms, agreementId } = await termsBetween(tx, transfer, dateIn(deps.now()))
  return { type: 'offer', agreementId, answerBy: endOfWorkingDayAfter(deps.now(), terms.answer, desk.closings) }
}

/** The signal, while it is ours and open; null when it ended before. */
async function inHand(tx: Tx, signalId: string, viewer: Viewer): Promise<LockedSignal | null> {
  const signal = await lockSignal(tx, signalId, viewer.organizationId)
  const open = signal.status === 'taken' || signal.status === 'waiting'
  return open && signal.receiver === viewer.organizationId ? signal : null
}

/** Became a transfer at its offer, not at its draft; the one who noticed hears so, in words. */
async function concludeAsTransfer(tx: Tx, before: LockedSignal, feedback: string | null): Promise<void> {
  if (!feedback) throw new Refusal('input.invalid', {}, [{ pointer: '/feedback', code: 'text.required' }])
  const after = decideSignal(before, { type: 'conclude', outcome: 'became_transfer', feedback }, 'receiver')
  await saveSignal(tx, before, after)
  const { matterId, id: signalId } = before
  await recordEvent(tx, { matterId, signalId, type: 'signal.conclude', toStatus: 'concluded' })
  const sender = { organizationId: before.sender, memberId: before.senderMember }
  await promise(tx, 'signal.conclude', signalId, sender, before.version + 1)
}

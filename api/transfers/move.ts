/** Lock, decide, save, record, promise: always these five, always together, for every command on a transfer. */
import { type Reason, withContext } from '../audit/context.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { decide as decideMatter, type Ending, endings, type NextStep } from '../matters/matter.ts'
import { openWork, readMatter, recordEvent, saveMatter } from '../matters/queries.ts'
import { settleMatter } from '../matters/settle.ts'
import { promise } from '../outbox/queries.ts'
import type { Viewer } from '../viewer.ts'
import { type LockedTransfer, lockTransfer, saveTransfer } from './queries.ts'
import type { TransferMoved } from './schema.ts'
import { sideFor } from './sides.ts'
import { type Command, decide, mustBeOpen, type Side, type Transfer } from './transfer.ts'
import { toMoved } from './view.ts'

/** Who asks, and what the log says of it. */
export type Asker = { viewer: Viewer; reason: Reason }
/** The version somebody looked at, if they say so. */
export type Versioned = { version?: number | undefined }

type Kept = Exclude<Command, { type: 'discard' }>
type Making = (tx: Tx, transfer: LockedTransfer) => Kept | Promise<Kept>

/**
 * One command. Whether it is open to this viewer is asked first, so that `make` may look further; then the law decides.
 * Refuses `transfer.not_found` (no party, or no such transfer), `changed_meanwhile`, `transfer.not_yours`,
 * `transfer.not_possible_now`, and what `make` refuses.
 */
export function move(
  deps: Deps,
  asker: Asker,
  id: string,
  { version }: Versioned,
  type: Kept['type'],
  make: Making,
  next?: NextStep,
): Promise<TransferMoved> {
  const { viewer } = asker
  return withContext(deps, viewer, asker.reason, async (tx, note) => {
    const before = await lockTransfer(tx, id, viewer.organizationId)
    note('transfer', [before.id, before.matterId])
    const side = permitted(before, viewer, type, version, deps.now())

    const command = await make(tx, before)
    const after = decide(before, command, side, deps.now())
    await saveTransfer(tx, before, after, deps.now())
    await recordTransfer(tx, before, after, command.type, side)
    const ending = endingOf(command.type)
    if (ending) await settleMatter(tx, deps, viewer, after.matterId, ending, next ?? null)
    return toMoved({ ...after, version: before.version + 1 }, viewer, deps.now())
  })
}

const endingOf = (type: Kept['type']): Ending | undefined =>
  (endings.transfer as Partial<Record<Kept['type'], Ending>>)[type]

/** The side on which the viewer may give this command to what they looked at. */
export function permitted(
  transfer: LockedTransfer,
  viewer: Viewer,
  type: Command['type'],
  version: number | undefined,
  now: Date,
): Side {
  const side = sideFor(transfer, viewer, type)
  if (!side) throw new Refusal('transfer.not_yours')
  if (version !== undefined && version !== transfer.version) throw new Refusal('changed_meanwhile')
  mustBeOpen(transfer, type, side, now)
  return side
}

/** The line on the time line, and the promise to tell the others. */
async function recordTransfer(tx: Tx, before: LockedTransfer, after: Transfer, type: Kept['type'], side: Side) {
  const toStatus = after.status === before.status ? null : after.status
  await recordEvent(tx, { matterId: after.matterId, transferId: after.id, type: `transfer.${type}`, toStatus })
  // What moved the holder is told as such, whichever command did it.
  const topic = toStatus === 'handed_over' ? 'transfer.handed_over' : `transfer.${type}`
  const { sender, receiver, receiverDesk, caseworker } = after
  const atReceiver = caseworker
    ? { organizationId: receiver, memberId: caseworker }
    : { organizationId: receiver, deskId: receiverDesk }
  const other =
    side === 'sender' || type === 'assign' ? atReceiver : { organizationId: sender, memberId: before.senderMember }
  await promise(tx, topic, after.id, other, before.version + 1)
  if (toStatus) await tellFirstSender(tx, after, `${after.id}/${before.version + 1}`)
}

/** Each later step also reaches the one who first sent the matter; the trigger on the status writes the coded line. */
async function tellFirstSender(tx: Tx, transfer: Transfer, once: string): Promise<void> {
  const { id, sender, senderMember } = await readMatter(tx, transfer.matterId)
  if (sender === transfer.sender || sender === transfer.receiver) return
  await promise(tx, 'matter.step', id, { organizationId: sender, memberId: senderMember }, once)
}

/**
 * Reopening a transfer reopens its matter, asked before the transfer moves: only where the receiver still holds it.
 * The trigger on the status opens what was closed; a planned next act is being done now.
 */
export async function reopenMatter(tx: Tx, deps: Deps, viewer: Viewer, matterId: string): Promise<void> {
  const matter = await readMatter(tx, matterId)
  const work = await openWork(tx, matterId)
  const after = decideMatter(matter, { type: 'reopen' }, viewer.organizationId, work, deps.now())
  if (matter.closedAt) await recordEvent(tx, { matterId, type: 'matter.reopen', toStatus: 'open' })
  else if (matter.nextActOn) await saveMatter(tx, after)
}

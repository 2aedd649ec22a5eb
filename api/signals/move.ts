/** Lock, decide, save, record, promise: always these five, always together, for every command on a signal. */
import { type Note, type Reason, withContext } from '../audit/context.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { type Ending, endings, type NextStep } from '../matters/matter.ts'
import { recordEvent, say } from '../matters/queries.ts'
import { settleMatter } from '../matters/settle.ts'
import { promise } from '../outbox/queries.ts'
import type { Viewer } from '../viewer.ts'
import { nobodyInGroup } from './group.ts'
import { type LockedSignal, lockSignal, saveSignal } from './queries.ts'
import type { SignalMoved } from './schema.ts'
import { sideFor } from './sides.ts'
import { type Command, decide, mustBeOpen, type Signal } from './signal.ts'
import { toMoved } from './view.ts'

/** Who asks, and what the log says of it. */
export type Asker = { viewer: Viewer; reason: Reason }
/** The version somebody looked at, if they say so. */
export type Versioned = { version?: number | undefined }

type Kept = Exclude<Command, { type: 'discard' }>
type Making = (tx: Tx, signal: LockedSignal) => Kept | Promise<Kept>

/**
 * One command. Whether it is open to this viewer is asked first, so that `make` may look further; then the law decides.
 * Refuses `signal.not_found` (no party, or no such signal), `changed_meanwhile`, `signal.not_yours`,
 * `signal.not_possible_now`.
 */
export function move(
  deps: Deps,
  asker: Asker,
  id: string,
  { version }: Versioned,
  type: Kept['type'],
  make: Making,
  next?: NextStep,
): Promise<SignalMoved> {
  return withContext(deps, asker.viewer, asker.reason, (tx, note) =>
    moveWithin(tx, note, deps, asker, id, { version }, type, make, next),
  )
}

/** The same in a transaction that does more: a sheet that becomes a signal and goes out at once. */
export async function moveWithin(
  tx: Tx,
  note: Note,
  deps: Deps,
  { viewer }: Asker,
  id: string,
  { version }: Versioned,
  type: Kept['type'],
  make: Making,
  next?: NextStep,
): Promise<SignalMoved> {
  const before = await lockSignal(tx, id, viewer.organizationId)
  note('signal', [before.id, before.matterId])
  const side = permitted(before, viewer, type, version)

  const command = await make(tx, before)
  await nobodyInGroup(tx, before.matterId, saidIn(command))
  const after = decide(before, command, side)
  await saveSignal(tx, before, after)
  await recordSignal(tx, before, after, command.type)
  if (command.type === 'ask') await sayOn(tx, after, 'question', command.question)
  if (command.type === 'answer') await sayOn(tx, after, 'answer', command.text)
  const ending = endingOf(command.type)
  if (ending) await settleMatter(tx, deps, viewer, after.matterId, ending, next ?? null)
  return toMoved({ ...after, version: before.version + 1 }, viewer)
}

const endingOf = (type: Kept['type']): Ending | undefined =>
  (endings.signal as Partial<Record<Kept['type'], Ending>>)[type]

/** The words of a command that the other side reads. */
function saidIn(command: Kept): Record<string, string> {
  if (command.type === 'ask') return { question: command.question }
  if (command.type === 'answer') return { text: command.text }
  return command.type === 'conclude' ? { feedback: command.feedback } : {}
}

/** The side on which the viewer may give this command to what they looked at. */
export function permitted(signal: LockedSignal, viewer: Viewer, type: Command['type'], version: number | undefined) {
  const side = sideFor(signal, viewer, type)
  if (!side) throw new Refusal('signal.not_yours')
  if (version !== undefined && version !== signal.version) throw new Refusal('changed_meanwhile')
  mustBeOpen(signal, type, side)
  return side
}

/** The line on the time line, and the promise to tell the other side. A transfer that concludes a signal calls it too. */
export async function recordSignal(tx: Tx, before: LockedSignal, after: Signal, type: Command['type']): Promise<void> {
  const toStatus = after.status === before.status && type !== 'redirect' ? null : after.status
  await recordEvent(tx, { matterId: after.matterId, signalId: after.id, type: `signal.${type}`, toStatus })
  const { sender, receiver, receiverDesk, assignee } = after
  const whom = tells[type]
  const to =
    whom === 'receiver'
      ? { organizationId: receiver, deskId: receiverDesk }
      : whom === 'assignee' && assignee
        ? { organizationId: receiver, memberId: assignee }
        : whom === 'sender'
          ? { organizationId: sender, memberId: before.senderMember }
          : null
  if (to) await promise(tx, `signal.${type}`, after.id, to, before.version + 1)
  // An acute signal never waits in a queue: somebody is called, and this is beside it.
  if (type === 'send' && after.urgency === 'acute') {
    await promise(tx, 'signal.acute', after.id, { organizationId: receiver, role: 'crisis_manager' }, 'sent')
  }
}

/** Whom each command is told to; one's own acts need no mail. */
const tells: Record<Command['type'], 'sender' | 'receiver' | 'assignee' | null> = {
  send: 'receiver',
  discard: null,
  take: 'sender',
  withdraw: 'receiver',
  redirect: 'receiver',
  send_back: 'sender',
  ask: 'sender',
  answer: 'receiver',
  resume: null,
  conclude: 'sender',
  ask_to_withdraw: 'receiver',
  assign: 'assignee',
}

const sayOn = (tx: Tx, signal: Signal, kind: 'question' | 'answer', body: string) =>
  say(tx, { matterId: signal.matterId, signalId: signal.id, kind, body })

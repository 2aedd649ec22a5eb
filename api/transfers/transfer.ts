/**
 * A transfer hands one matter from the organisation that holds it to another.
 * This file is the whole law of it (domain.md section 4): pure, no clock, no database.
 */
import { Refusal, type RefusalCode } from '../errors.ts'
import type { Command, Outcome, Party, Silence, Status, Transfer, Waiting } from './codes.ts'

export type { Command, Silence, Transfer, Waiting } from './codes.ts'

/**
 * Who is asking. `lead` is the team lead of the receiving organisation; `clock` is the job runner, which answers to
 * nobody; `transaction` is the one in which the next transfer of the same matter is handed over.
 */
export const sides = ['sender', 'receiver', 'lead', 'clock', 'transaction'] as const
export type Side = (typeof sides)[number]

/** How long after closing the receiver may reopen. Source: domain.md section 4, transfer. */
export const REOPEN_DAYS = 30

type Move = {
  from: readonly Status[]
  by: readonly Side[]
  /** What must hold beyond status and side; the code with which it is refused otherwise, null when it holds. */
  unless?: (transfer: Transfer, side: Side, now: Date) => RefusalCode | null
}

const notNow = (wrong: boolean): RefusalCode | null => (wrong ? 'transfer.not_possible_now' : null)

const table = {
  offer: { from: ['draft'], by: ['sender'] },
  discard: { from: ['draft'], by: ['sender'] },
  accept: { from: ['offered'], by: ['receiver'] },
  decline: { from: ['offered'], by: ['receiver'] },
  // Answering late is allowed until the job has run: a partner who opened the page at 23:59 should not lose the
  // family at 00:01. So accept and decline ask nothing of the clock, and only the clock is held to the deadline.
  expire: { from: ['offered'], by: ['clock'] },
  withdraw: { from: ['offered', 'accepted'], by: ['sender'] },
  plan_contact: { from: ['accepted'], by: ['sender', 'receiver'] },
  contact_failed: { from: ['accepted'], by: ['sender', 'receiver'] },
  confirm_contact: {
    from: ['accepted'],
    by: ['sender', 'receiver'],
    unless: (t, side) => notNow(hasConfirmed(t, side)),
  },
  take_back_confirmation: {
    from: ['accepted'],
    by: ['sender', 'receiver'],
    unless: (t, side) => notNow(!hasConfirmed(t, side)),
  },
  make_cold: { from: ['accepted'], by: ['sender'] },
  return: { from: ['accepted'], by: ['receiver'] },
  lapse: { from: ['accepted'], by: ['clock'] },
  report_waiting: { from: ['handed_over'], by: ['receiver'] },
  start: { from: ['handed_over'], by: ['receiver'] },
  close: { from: ['handed_over', 'started'], by: ['receiver'] },
  pass_on: { from: ['handed_over', 'started'], by: ['transaction'] },
  reopen: {
    from: ['closed'],
    by: ['receiver'],
    unless: (t, _, now) => notNow(t.outcome === 'passed_on') ?? tooLate(t.closedAt, now),
  },
  assign: { from: ['offered', 'accepted', 'handed_over', 'started'], by: ['receiver', 'lead'] },
} satisfies Record<Command['type'], Move>

/** The moves that exist. Screens render their buttons from this table and invent none. */
export const moves: Record<Command['type'], Move> = table

export const commandTypes = Object.keys(moves) as Command['type'][]

const hasConfirmed = (transfer: Transfer, side: Side) => (transfer.confirmedBy as readonly string[]).includes(side)

const tooLate = (closedAt: Date | null, now: Date): RefusalCode | null =>
  closedAt && now.getTime() - closedAt.getTime() > REOPEN_DAYS * 86_400_000 ? 'transfer.reopen_too_late' : null

function refusalOf(transfer: Transfer, type: Command['type'], side: Side, now: Date): RefusalCode | null {
  const { from, by, unless } = moves[type]
  if (!by.includes(side)) return 'transfer.not_yours'
  if (!from.includes(transfer.status)) return 'transfer.not_possible_now'
  return unless?.(transfer, side, now) ?? null
}

/** Everything `side` may do with this transfer now, in the order of the table. */
export function openTo(transfer: Transfer, side: Side, now: Date): Command['type'][] {
  return commandTypes.filter((type) => refusalOf(transfer, type, side, now) === null)
}

/** Refuses a command that is not open to this side now, with the code that says why. */
export function mustBeOpen(transfer: Transfer, type: Command['type'], side: Side, now: Date): void {
  const refused = refusalOf(transfer, type, side, now)
  if (refused) throw new Refusal(refused, { status: transfer.status })
}

/**
 * The transfer after the command; null when it is gone (a discarded draft).
 * Refuses `transfer.not_yours` (wrong side), `transfer.not_possible_now` (wrong state), `transfer.not_due` (the clock
 * came before the deadline), `transfer.reopen_too_late`, `transfer.absence_unexplained` (the resident was not at the
 * contact and nobody says why).
 */
export function decide(transfer: Transfer, command: { type: 'discard' }, side: Side, now: Date): null
export function decide(transfer: Transfer, command: Kept, side: Side, now: Date): Transfer
export function decide(transfer: Transfer, command: Command, side: Side, now: Date): Transfer | null
export function decide(transfer: Transfer, command: Command, side: Side, now: Date): Transfer | null {
  mustBeOpen(transfer, command.type, side, now)
  switch (command.type) {
    case 'offer':
      return { ...transfer, status: 'offered', answerBy: command.answerBy, agreementId: command.agreementId }
    case 'discard':
      return null
    case 'accept': {
      const taken = { ...transfer, caseworker: command.caseworker }
      return transfer.warm
        ? { ...taken, status: 'accepted', contactBy: command.contactBy }
        : handedOver(taken, command.startBy)
    }
    case 'decline':
    case 'return':
      return {
        ...ended(transfer, 'declined', command.senderDueOn),
        reason: command.reason,
        betterAddress: command.betterAddress,
      }
    case 'expire':
    case 'lapse':
      return { ...transfer, ...endInSilence(transfer, command, now) }
    case 'withdraw':
      return { ...ended(transfer, 'withdrawn', command.senderDueOn), reasonText: command.reason }
    case 'plan_contact':
      return { ...transfer, contactOn: command.on, contactHow: command.how }
    case 'contact_failed':
      return {
        ...transfer,
        contactsMissed: transfer.contactsMissed + 1,
        contactMissedReason: command.reason,
        contactOn: command.on,
        // The new date is what both wait for now; it never shortens the term of the agreement.
        contactBy:
          transfer.contactBy && transfer.contactBy > command.contactBy ? transfer.contactBy : command.contactBy,
      }
    case 'confirm_contact': {
      if (!command.present.includes('resident') && !command.absentReason) {
        throw new Refusal('transfer.absence_unexplained')
      }
      const confirmed: Transfer = {
        ...transfer,
        confirmedBy: [...transfer.confirmedBy, side as Party],
        present: [...new Set([...transfer.present, ...command.present])],
        absentReason: command.absentReason ?? transfer.absentReason,
      }
      return confirmed.confirmedBy.length === 2 ? handedOver(confirmed, command.startBy) : confirmed
    }
    case 'take_back_confirmation':
      return { ...transfer, confirmedBy: transfer.confirmedBy.filter((party) => party !== side) }
    case 'make_cold':
      return handedOver({ ...transfer, warm: false, coldReason: command.reason }, command.startBy)
    case 'report_waiting':
      // Who was told to wait until a day is not late before it.
      return { ...transfer, waitingUntil: command.until, startBy: command.startBy }
    case 'start':
      return { ...transfer, status: 'started' }
    case 'close':
      return closed(transfer, command.outcome, command.feedback, now)
    case 'pass_on':
      return closed(transfer, 'passed_on', null, now)
    case 'reopen':
      return { ...transfer, status: 'started', outcome: null, closedAt: null, reasonText: command.reason }
    case 'assign':
      return { ...transfer, caseworker: command.caseworker }
  }
}

/**
 * The part of the law the clock carries out; it knows of a transfer only that it waits.
 * Refuses `transfer.not_possible_now` (somebody was faster) and `transfer.not_due` (the clock came too early).
 */
export function endInSilence(
  waiting: Waiting,
  command: Silence,
  now: Date,
): { status: 'expired'; senderDueOn: string } {
  if (!moves[command.type].from.includes(waiting.status)) throw new Refusal('transfer.not_possible_now')
  if (!silentLongEnough(waiting, command, now)) throw new Refusal('transfer.not_due')
  return { status: 'expired', senderDueOn: command.senderDueOn }
}

function silentLongEnough(waiting: Waiting, command: Silence, now: Date): boolean {
  if (command.type === 'expire') return command.nobodyThere || isPast(waiting.answerBy, now)
  // Twice overdue: a contact already failed and the new date passed as well, or two whole terms passed in silence.
  return isPast(waiting.contactBy, now) && (waiting.contactsMissed > 0 || isPast(command.secondBy, now))
}

const isPast = (deadline: Date | null, now: Date) => deadline !== null && now >= deadline

type Kept = Exclude<Command, { type: 'discard' }>

const handedOver = (transfer: Transfer, startBy: Date): Transfer => ({
  ...transfer,
  status: 'handed_over',
  startBy,
})

const ended = (transfer: Transfer, status: 'declined' | 'expired' | 'withdrawn', senderDueOn: string): Transfer => ({
  ...transfer,
  status,
  senderDueOn,
})

const closed = (transfer: Transfer, outcome: Outcome, feedback: string | null, now: Date): Transfer => ({
  ...transfer,
  status: 'closed',
  outcome,
  feedback,
  closedAt: now,
})

/** What can happen to a transfer, as people at the desk say it. Each is one transaction with its log row. */
import { withContext } from '../audit/context.ts'
import { dateIn, endOfWorkingDayAfter, workingDayAfter } from '../calendar.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { activeColleague, closingsOf } from '../matters/desk-queries.ts'
import { mustBeAhead, NEXT_ACT_DAYS, nextStepOf } from '../matters/matter.ts'
import { readMatter } from '../matters/queries.ts'
import { agendaOf } from './agenda.ts'
import { type Asker, move, reopenMatter, type Versioned } from './move.ts'
import { offerFrom } from './offering.ts'
import { type LockedTransfer, lockTransfer, readSeen } from './queries.ts'
import type {
  AcceptInput,
  AssignInput,
  CloseInput,
  ConfirmContactInput,
  ContactFailedInput,
  DeclineInput,
  MakeColdInput,
  OfferInput,
  PlanContactInput,
  ReopenInput,
  ReportWaitingInput,
  SeenView,
  TransferMoved,
  WithdrawInput,
} from './schema.ts'
import { termsOf } from './terms.ts'
import { toSeen } from './view.ts'

export { discardTransfer, draftTransfer, editTransfer } from './drafts.ts'

type Moved = Promise<TransferMoved>

/**
 * Offers a draft to its desk. From a signal in hand it concludes that signal as `became_transfer`, in the same
 * transaction and with feedback. Refuses `matter.not_yours`, `matter.not_possible_now`, `transfer.already_open` (the
 * rule of the matter), `desk.not_open`, `basis.missing`, `input.invalid` (feedback left out).
 */
export function offerTransfer(deps: Deps, asker: Asker, id: string, input: OfferInput): Moved {
  return move(deps, asker, id, input, 'offer', (tx, transfer) =>
    offerFrom(tx, deps, asker.viewer, transfer, input.feedback),
  )
}

/** The receiving desk takes the family on; a warm one stays the sender's until both have confirmed the contact. */
export function acceptTransfer(deps: Deps, asker: Asker, id: string, input: AcceptInput): Moved {
  return move(deps, asker, id, input, 'accept', async (tx, transfer) => {
    const closings = await closingsOf(tx, transfer.receiverDesk)
    const terms = termsOf(transfer)
    return {
      type: 'accept',
      caseworker: await activeColleague(tx, input.caseworker ?? asker.viewer.userId, transfer.receiver),
      contactBy: endOfWorkingDayAfter(deps.now(), terms.contact, closings),
      startBy: endOfWorkingDayAfter(deps.now(), terms.start, closings),
    }
  })
}

/** Not taken on, for a coded reason; the matter stands in the sender's list. */
export function declineTransfer(deps: Deps, asker: Asker, id: string, input: DeclineInput): Moved {
  const { reason, betterAddress } = input
  return move(deps, asker, id, input, 'decline', () => ({
    type: 'decline',
    reason,
    betterAddress,
    senderDueOn: inSendersList(deps.now()),
  }))
}

/** The sender takes it back before it was handed over: also what one does when the resident refuses the handover. */
export function withdrawTransfer(deps: Deps, asker: Asker, id: string, input: WithdrawInput): Moved {
  return move(deps, asker, id, input, 'withdraw', () => ({
    type: 'withdraw',
    reason: input.reason,
    senderDueOn: inSendersList(deps.now()),
  }))
}

/** When and how the two workers meet the resident. Refuses a day that has passed. */
export function planContact(deps: Deps, asker: Asker, id: string, input: PlanContactInput): Moved {
  return move(deps, asker, id, input, 'plan_contact', () => {
    mustBeAhead(dateIn(input.on), dateIn(deps.now()), '/on')
    return { type: 'plan_contact', on: input.on, how: input.how }
  })
}

/**
 * The contact as a calendar file, without anybody's name. Refuses `transfer.not_found` and, before it is accepted,
 * `transfer.not_possible_now`.
 */
export function contactForCalendar(deps: Deps, { viewer, reason }: Asker, id: string): Promise<string> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const transfer = await lockTransfer(tx, id, viewer.organizationId)
    note('transfer', [transfer.id, transfer.matterId])
    const { reference } = await readMatter(tx, transfer.matterId)
    const file = agendaOf(transfer, reference, deps.publicUrl, deps.now())
    if (!file) throw new Refusal('transfer.not_possible_now')
    return file
  })
}

/**
 * What the receiver's people opened of it, from the log, by role. For the sender: also after it was withdrawn. Refuses
 * `transfer.not_found`, `transfer.not_yours` (not the sender).
 */
export function whatWasSeen(deps: Deps, { viewer, reason }: Asker, id: string): Promise<SeenView> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const transfer = await lockTransfer(tx, id, viewer.organizationId)
    note('transfer', [transfer.id, transfer.matterId])
    if (transfer.sender !== viewer.organizationId) throw new Refusal('transfer.not_yours')
    return toSeen(await readSeen(tx, id))
  })
}

/** The contact did not take place; the new date is what both wait for now. Refuses a day that has passed. */
export function reportFailedContact(deps: Deps, asker: Asker, id: string, input: ContactFailedInput): Moved {
  return move(deps, asker, id, input, 'contact_failed', () => {
    mustBeAhead(dateIn(input.on), dateIn(deps.now()), '/on')
    return { type: 'contact_failed', reason: input.reason, on: input.on, contactBy: endOfWorkingDayAfter(input.on, 0) }
  })
}

/** One of the two workers confirms; when both have, the holder moves to the receiver. */
export function confirmContact(deps: Deps, asker: Asker, id: string, input: ConfirmContactInput): Moved {
  return move(deps, asker, id, input, 'confirm_contact', async (tx, transfer) => ({
    type: 'confirm_contact',
    present: input.present,
    absentReason: input.absentReason,
    startBy: await startTerm(tx, deps, transfer),
  }))
}

/** Takes back one's own confirmation, while the other has not confirmed. */
export function takeBackConfirmation(deps: Deps, asker: Asker, id: string, input: Versioned): Moved {
  return move(deps, asker, id, input, 'take_back_confirmation', () => ({ type: 'take_back_confirmation' }))
}

/** Hands over without a three-way contact, for a coded reason: the resident agrees to the handover, not to the talk. */
export function makeTransferCold(deps: Deps, asker: Asker, id: string, input: MakeColdInput): Moved {
  return move(deps, asker, id, input, 'make_cold', async (tx, transfer) => ({
    type: 'make_cold',
    reason: input.reason,
    startBy: await startTerm(tx, deps, transfer),
  }))
}

/** Given back before the handover, for a coded reason; the matter stands in the sender's list. */
export function returnTransfer(deps: Deps, asker: Asker, id: string, input: DeclineInput): Moved {
  const { reason, betterAddress } = input
  return move(deps, asker, id, input, 'return', () => ({
    type: 'return',
    reason,
    betterAddress,
    senderDueOn: inSendersList(deps.now()),
  }))
}

/** How long the family waits before support starts. Refuses a day that has passed. */
export function reportWaiting(deps: Deps, asker: Asker, id: string, input: ReportWaitingInput): Moved {
  return move(deps, asker, id, input, 'report_waiting', () => {
    mustBeAhead(input.until, dateIn(deps.now()), '/until')
    return { type: 'report_waiting', until: input.until, startBy: endOfDay(input.until) }
  })
}

/** Support starts. */
export function startSupport(deps: Deps, asker: Asker, id: string, input: Versioned): Moved {
  return move(deps, asker, id, input, 'start', () => ({ type: 'start' }))
}

/**
 * Support ends, with an outcome and feedback. When nothing else is open in the matter it closes with it, or the day of
 * the next act is named: otherwise `matter.needs_next_step`.
 */
export async function closeTransfer(deps: Deps, asker: Asker, id: string, input: CloseInput): Moved {
  const { outcome, feedback } = input
  if (typeof input.next === 'object') mustBeAhead(input.next.on, dateIn(deps.now()), '/next/on')
  const next = input.next && nextStepOf(input.next, outcome)
  return move(deps, asker, id, input, 'close', () => ({ type: 'close', outcome, feedback }), next)
}

/** Within thirty days of closing, where the receiver still holds the matter; the matter opens again with it. */
export function reopenTransfer(deps: Deps, asker: Asker, id: string, input: ReopenInput): Moved {
  return move(deps, asker, id, input, 'reopen', async (tx, transfer) => {
    await reopenMatter(tx, deps, asker.viewer, transfer.matterId)
    return { type: 'reopen', reason: input.reason }
  })
}

/** To a colleague. Refuses `colleague.not_found` for somebody of another organisation or no longer there. */
export function assignTransfer(deps: Deps, asker: Asker, id: string, input: AssignInput): Moved {
  return move(deps, asker, id, input, 'assign', async (tx, transfer) => ({
    type: 'assign',
    caseworker: await activeColleague(tx, input.caseworker, transfer.receiver),
  }))
}

/** Until when support starts, counted from the handover. */
const startTerm = async (tx: Tx, deps: Deps, transfer: LockedTransfer) =>
  endOfWorkingDayAfter(deps.now(), termsOf(transfer).start, await closingsOf(tx, transfer.receiverDesk))
const inSendersList = (now: Date) => workingDayAfter(now, NEXT_ACT_DAYS)
/** Midnight in the Netherlands after this day. */
const endOfDay = (day: string) => endOfWorkingDayAfter(new Date(`${day}T12:00:00Z`), 0)

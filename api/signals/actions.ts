/** What can happen to a signal, as people at the desk say it. Each is one transaction with its log row. */
import { dateIn, endOfWorkingDayAfter, workingDayAfter } from '../calendar.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { activeColleague, closingsOf, receivingDesk } from '../matters/desk-queries.ts'
import { mustBeAhead, NEXT_ACT_DAYS, nextStepOf } from '../matters/matter.ts'
import { type Asker, move, type Versioned } from './move.ts'
import { sending, takeBy } from './sending.ts'
import type {
  AnswerInput,
  AskInput,
  AssignInput,
  ConcludeInput,
  RedirectInput,
  SendBackInput,
  SignalMoved,
  WithdrawInput,
} from './schema.ts'

export { discardSignal, draftSignal, editSignal } from './drafts.ts'
export {
  discardSheet,
  keepSheet,
  listOwnSheets,
  openSheet,
  sendSheet,
  startSheet,
  whoIsAlike,
} from './sheet-actions.ts'

/** Working days within which the sender of a signal answers a question. Source: domain.md section 4. */
const ANSWER_DAYS = 3

/**
 * Sends a draft to its desk. Refuses `matter.not_yours` and `matter.not_possible_now` (the rule of the matter),
 * `desk.not_open`, `basis.missing`.
 */
export function sendSignal(deps: Deps, asker: Asker, id: string, input: Versioned): Promise<SignalMoved> {
  return move(deps, asker, id, input, 'send', (tx, signal) => sending(tx, deps, signal))
}

/** A member of the receiving desk takes it in hand; the holder moves to the desk's organisation. */
export function takeSignal(deps: Deps, asker: Asker, id: string, input: Versioned): Promise<SignalMoved> {
  return move(deps, asker, id, input, 'take', () => ({ type: 'take', assignee: asker.viewer.userId }))
}

/** The sender takes it back before anyone took it; the matter stands in the sender's list. */
export function withdrawSignal(deps: Deps, asker: Asker, id: string, input: WithdrawInput): Promise<SignalMoved> {
  return move(deps, asker, id, input, 'withdraw', () => ({
    type: 'withdraw',
    reason: input.reason,
    senderDueOn: inSendersList(deps.now()),
  }))
}

/** On to another desk of the same organisation. Refuses `desk.not_open`, and a desk elsewhere as `desk.not_found`. */
export function redirectSignal(deps: Deps, asker: Asker, id: string, input: RedirectInput): Promise<SignalMoved> {
  return move(deps, asker, id, input, 'redirect', async (tx, signal) => {
    const desk = await receivingDesk(tx, input.receiverDesk, dateIn(deps.now()))
    if (desk.organizationId !== signal.receiver) throw new Refusal('desk.not_found')
    const dueBy = await takeBy(tx, deps, signal, desk)
    return { type: 'redirect', receiverDesk: desk.id, reason: input.reason, dueBy }
  })
}

/** Back to the sender with a reason; the holder is the sender again, who has two working days. */
export function sendBackSignal(deps: Deps, asker: Asker, id: string, input: SendBackInput): Promise<SignalMoved> {
  return move(deps, asker, id, input, 'send_back', () => ({
    type: 'send_back',
    reason: input.reason,
    betterAddress: input.betterAddress,
    senderDueOn: inSendersList(deps.now()),
  }))
}

/** Asks the sender something; until the answer the signal waits. */
export function askSender(deps: Deps, asker: Asker, id: string, input: AskInput): Promise<SignalMoved> {
  return move(deps, asker, id, input, 'ask', async (tx, signal) => {
    const closings = await closingsOf(tx, signal.senderDesk)
    return { type: 'ask', question: input.question, dueBy: endOfWorkingDayAfter(deps.now(), ANSWER_DAYS, closings) }
  })
}

/** The sender answers what was asked. */
export function answerReceiver(deps: Deps, asker: Asker, id: string, input: AnswerInput): Promise<SignalMoved> {
  return move(deps, asker, id, input, 'answer', () => ({ type: 'answer', text: input.text }))
}

/** The receiver goes on without an answer. */
export function resumeSignal(deps: Deps, asker: Asker, id: string, input: Versioned): Promise<SignalMoved> {
  return move(deps, asker, id, input, 'resume', () => ({ type: 'resume' }))
}

/**
 * Ends it with an outcome and feedback to the sender. When nothing else is open in the matter it closes with it, or the
 * day of the next act is named: otherwise `matter.needs_next_step`.
 */
export async function concludeSignal(deps: Deps, asker: Asker, id: string, input: ConcludeInput): Promise<SignalMoved> {
  const { outcome, reason, feedback } = input
  if (typeof input.next === 'object') mustBeAhead(input.next.on, dateIn(deps.now()), '/next/on')
  const next = input.next && nextStepOf(input.next, outcome)
  return move(
    deps,
    asker,
    id,
    input,
    'conclude',
    () =>
      outcome === 'no_action'
        ? { type: 'conclude', outcome, reason: reason ?? 'not_needed', feedback }
        : { type: 'conclude', outcome, feedback },
    next,
  )
}

/** The sender would rather have it back; the receiver reads why and decides. */
export function askToWithdrawSignal(deps: Deps, asker: Asker, id: string, input: WithdrawInput): Promise<SignalMoved> {
  return move(deps, asker, id, input, 'ask_to_withdraw', () => ({ type: 'ask_to_withdraw', reason: input.reason }))
}

/** To a colleague. Refuses `colleague.not_found` for somebody of another organisation or no longer there. */
export function assignSignal(deps: Deps, asker: Asker, id: string, input: AssignInput): Promise<SignalMoved> {
  return move(deps, asker, id, input, 'assign', async (tx, signal) => ({
    type: 'assign',
    assignee: await activeColleague(tx, input.assignee, signal.receiver),
  }))
}

const inSendersList = (now: Date) => workingDayAfter(now, NEXT_ACT_DAYS)

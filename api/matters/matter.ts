/**
 * A matter is what one sender hands over; its signals and transfers hang on it, and exactly one organisation holds it.
 * This file is the rule of the matter (domain.md section 4): while it is open there is an open signal, an open transfer
 * or a dated next act in the holder's list. Pure: no clock, no database.
 */
import { Refusal, type RefusalCode } from '../errors.ts'

/** What is to be done next, when nothing is open: a day alone tells nobody what to do on it. */
export const nextActs = ['offer_again', 'sent_back', 'withdrawn', 'contact_family', 'evaluate', 'other'] as const
export type NextAct = (typeof nextActs)[number]

/** What came of a matter: what came of its last signal or transfer, or what its holder says of it. */
export const outcomes = [
  'line0_answered',
  'became_case',
  'joined_case',
  'to_table',
  'no_action',
  'helped',
  'partly_helped',
  'stopped_by_resident',
  'moved',
  'withdrawn',
  'other',
] as const
export type Outcome = (typeof outcomes)[number]

export type Matter = {
  id: string
  /** The organisation responsible now. Only the database moves it, with the status of a signal or transfer. */
  holder: string
  /** Nothing of it was sent or offered yet: a draft opens no matter. */
  isDraft: boolean
  nextActOn: string | null
  nextAct: NextAct | null
  outcome: Outcome | null
  feedback: string | null
  closedAt: Date | null
  version: number
}

/** What somebody says comes next: what came of the signal or transfer that ends is then what came of the matter. */
export const nextStepOf = (next: 'close' | { on: string; act: NextAct }, outcome: Outcome): NextStep =>
  next === 'close' ? { type: 'close', outcome, feedback: null } : { type: 'plan', ...next }

/** Refuses a day before today (`date.passed`) or more than a year ahead (`date.too_far`), pointing at its field. */
export function mustBeAhead(day: string, today: string, pointer: string): void {
  const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  if (day < today) throw new Refusal('input.invalid', {}, [{ pointer, code: 'date.passed' }])
  if (day > nextYear) throw new Refusal('input.invalid', {}, [{ pointer, code: 'date.too_far' }])
}

/** What is open in a matter. Drafts open nothing and are not counted. */
export type OpenWork = {
  /** Signals sent, taken or waiting. */
  signals: number
  /** Transfers offered or accepted: they wait for an answer or a contact. */
  offers: number
  /** Transfers handed over or started: support by the holder. */
  supports: number
}

/** What the holder says when the last open thing ends: close with feedback, or the day of the next act. */
export type NextStep =
  /** Without words of its own when the last signal or transfer already said them. */
  { type: 'close'; outcome: Outcome; feedback: string | null } | { type: 'plan'; on: string; act: NextAct }

export type Command = NextStep | { type: 'reopen' }

export const commandTypes = ['close', 'plan'] as const

/**
 * The commands that end an open signal or transfer, and what becomes of the matter when it was the last open thing.
 * A next act: it stands in the holder's list, due in two working days. `holder_says`: the one who ends it holds the
 * matter, and closes it or names the day of the next act.
 */
export const endings = {
  signal: { withdraw: 'withdrawn', send_back: 'sent_back', conclude: 'holder_says' },
  transfer: {
    decline: 'offer_again',
    expire: 'offer_again',
    withdraw: 'offer_again',
    return: 'offer_again',
    lapse: 'offer_again',
    close: 'holder_says',
    // The next transfer of the matter was handed over in this transaction: that one is open.
    pass_on: 'offer_again',
  },
} as const satisfies Record<'signal' | 'transfer', Record<string, Ending>>
export type Ending = NextAct | 'holder_says'

/** Within how many working days the holder acts on what came back. Source: domain.md section 4. */
export const NEXT_ACT_DAYS = 2

const noNextAct = { nextActOn: null, nextAct: null }

const nothingOpen = (work: OpenWork) => work.signals + work.offers + work.supports === 0

/** Which commands are open to this organisation: only the holder closes or plans, and closes only what is finished. */
export function openTo(
  matter: Pick<Matter, 'closedAt' | 'holder' | 'isDraft'>,
  organization: string,
  work: OpenWork,
): (typeof commandTypes)[number][] {
  if (matter.isDraft || matter.closedAt || matter.holder !== organization) return []
  return nothingOpen(work) ? ['close', 'plan'] : ['plan']
}

/** Whether this organisation may reopen the matter: support that runs is passed on by a transfer, so no signal may be out. */
export const mayReopen = (matter: Pick<Matter, 'holder'>, organization: string, work: OpenWork): boolean =>
  matter.holder === organization && work.signals === 0

/**
 * The matter after what an organisation says of it.
 * Refuses `matter.not_yours` (not the holder), `matter.not_possible_now` (closed already, or not open yet),
 * `matter.still_open_work` (closing while a signal or transfer is open; reopening while a signal is).
 */
export function decide(matter: Matter, command: Command, organization: string, work: OpenWork, now: Date): Matter {
  if (matter.holder !== organization) throw new Refusal('matter.not_yours')
  switch (command.type) {
    case 'close':
      if (matter.isDraft || matter.closedAt) throw new Refusal('matter.not_possible_now')
      if (!nothingOpen(work)) throw new Refusal('matter.still_open_work')
      return { ...matter, ...noNextAct, closedAt: now, outcome: command.outcome, feedback: command.feedback }
    case 'plan':
      if (matter.isDraft || matter.closedAt) throw new Refusal('matter.not_possible_now')
      return { ...matter, nextActOn: command.on, nextAct: command.act }
    case 'reopen':
      // With a signal out, whoever takes it would hold it beside us.
      if (!mayReopen(matter, organization, work)) throw new Refusal('matter.still_open_work')
      // Reopening a transfer reopens its matter; where the matter stayed open, what was due next is being done.
      return { ...matter, ...noNextAct, closedAt: null, outcome: null, feedback: null }
  }
}

/**
 * The matter after one of its signals or transfers ended, and its holder has moved where it does. `work` is what is open
 * once it has; `step` is what the one who ended it says comes next; `dueOn` is the day two working days from now.
 * Refuses `matter.needs_next_step` when the last open thing ended, the one who ended it holds the matter, and nothing
 * was said; `matter.not_yours` when somebody else says it; `matter.still_open_work` when closing what is not finished.
 */
export function settle(
  matter: Matter,
  ending: Ending,
  organization: string | null,
  work: OpenWork,
  step: NextStep | null,
  dueOn: string,
  now: Date,
): Matter {
  if (step && organization) return decide(matter, step, organization, work, now)
  if (!nothingOpen(work)) return matter
  if (ending === 'holder_says') throw new Refusal('matter.needs_next_step')
  return { ...matter, nextActOn: dueOn, nextAct: ending }
}

/**
 * The matter when its holder sends a signal or offers a transfer: the next act is done, somebody else is asked.
 * A matter waits for one answer at a time. `concluded`: signals that end by this very offer.
 * Refuses `matter.not_yours`, `matter.not_possible_now` (closed, or a signal is still open), `transfer.already_open`.
 */
export function handOut(
  matter: Matter,
  what: 'signal' | 'transfer',
  organization: string,
  work: OpenWork,
  concluded: number,
): Matter {
  const refusal = whyNotHandOut(matter, what, organization, work, concluded)
  if (refusal) throw new Refusal(refusal)
  return { ...matter, ...noNextAct }
}

/** Why `handOut` would refuse now; null when the way is open. Screens ask it before they offer the way. */
export function whyNotHandOut(
  matter: Pick<Matter, 'closedAt' | 'holder'>,
  what: 'signal' | 'transfer',
  organization: string,
  work: OpenWork,
  concluded: number,
): RefusalCode | null {
  if (matter.holder !== organization) return 'matter.not_yours'
  if (matter.closedAt || work.signals > concluded) return 'matter.not_possible_now'
  if (work.offers > 0) return 'transfer.already_open'
  // Support that runs is passed on by a transfer and never by a signal.
  return what === 'signal' && work.supports > 0 ? 'matter.not_possible_now' : null
}

/**
 * What there is to know of a transfer and what can be said to it, in codes. Their law is `transfer.ts`; the Dutch of each
 * stands in `site/lib/transfer-words.ts`.
 */

export const statuses = [
  'draft',
  'offered',
  'accepted',
  'handed_over',
  'started',
  'closed',
  'declined',
  'expired',
  'withdrawn',
] as const
export type Status = (typeof statuses)[number]

/** A matter counts a transfer as open while somebody owes the next act on it; a draft opens nothing. */
export const openStatuses = ['offered', 'accepted', 'handed_over', 'started'] as const satisfies readonly Status[]
/** When the receiver sees who it is, and may take it over into a case system of its own. */
export const copyStatuses = ['accepted', 'handed_over', 'started'] as const satisfies readonly Status[]

export const urgencies = ['normal', 'urgent', 'acute'] as const
export type Urgency = (typeof urgencies)[number]

/** The two workers who both confirm the three-way contact. */
export type Party = 'sender' | 'receiver'

/** Why a desk does not take a family on, or gives it back. `no_capacity` counts as unmet demand on the monitor. */
export const declineReasons = [
  'no_capacity',
  'outside_area',
  'outside_target_group',
  'wrong_service',
  'resident_refuses',
  'incomplete',
  'known_elsewhere',
] as const
export type DeclineReason = (typeof declineReasons)[number]

/** Why the resident agrees to the handover and yet no three-way contact takes place. */
export const coldReasons = ['own_wish', 'unreachable', 'unsafe', 'crisis'] as const
export type ColdReason = (typeof coldReasons)[number]

export const contactHows = ['phone', 'visit', 'office', 'video'] as const
export type ContactHow = (typeof contactHows)[number]

export const missedReasons = [
  'no_answer',
  'resident_cancelled',
  'sender_cancelled',
  'receiver_cancelled',
  'no_interpreter',
  'other',
] as const
export type MissedReason = (typeof missedReasons)[number]

export const presents = ['resident', 'sender', 'receiver', 'interpreter', 'own_network'] as const
export type Present = (typeof presents)[number]

export const absenceReasons = ['own_wish', 'unreachable', 'unsafe', 'ill', 'represented'] as const
export type AbsenceReason = (typeof absenceReasons)[number]

/** `passed_on` is never chosen: it is what remains when the next transfer of the matter is handed over. */
export const outcomes = ['helped', 'partly_helped', 'stopped_by_resident', 'moved', 'passed_on', 'other'] as const
export type Outcome = (typeof outcomes)[number]

export const chosenOutcomes = [
  'helped',
  'partly_helped',
  'stopped_by_resident',
  'moved',
  'other',
] as const satisfies readonly Exclude<Outcome, 'passed_on'>[]

export type Transfer = {
  id: string
  matterId: string
  signalId: string | null
  sender: string
  receiver: string
  receiverDesk: string
  warm: boolean
  coldReason: ColdReason | null
  status: Status
  urgency: Urgency
  request: string
  /** Offered: answer by. It expires then, once the job has run. */
  answerBy: Date | null
  /** The agreement it was offered under; null: the default terms. */
  agreementId: string | null
  /** Accepted: the three-way contact should have been by then. */
  contactBy: Date | null
  /** Handed over: support should start by then. */
  startBy: Date | null
  contactOn: Date | null
  contactHow: ContactHow | null
  /** How many contacts were tried and failed. */
  contactsMissed: number
  contactMissedReason: MissedReason | null
  confirmedBy: readonly Party[]
  present: readonly Present[]
  /** Why the resident was not there. */
  absentReason: AbsenceReason | null
  caseworker: string | null
  /** Coded: why it was declined or returned. */
  reason: DeclineReason | null
  /** In words: why it was withdrawn or reopened. */
  reasonText: string | null
  betterAddress: string | null
  waitingUntil: string | null
  outcome: Outcome | null
  feedback: string | null
  senderDueOn: string | null
  closedAt: Date | null
  version: number
}

export type Command =
  | { type: 'offer'; answerBy: Date; agreementId: string | null }
  | { type: 'discard' }
  | { type: 'accept'; caseworker: string; contactBy: Date; startBy: Date }
  | { type: 'decline'; reason: DeclineReason; betterAddress: string | null; senderDueOn: string }
  | Silence
  | { type: 'withdraw'; reason: string; senderDueOn: string }
  | { type: 'plan_contact'; on: Date; how: ContactHow }
  | { type: 'contact_failed'; reason: MissedReason; on: Date; contactBy: Date }
  | { type: 'confirm_contact'; present: readonly Present[]; absentReason: AbsenceReason | null; startBy: Date }
  | { type: 'take_back_confirmation' }
  | { type: 'make_cold'; reason: ColdReason; startBy: Date }
  | { type: 'return'; reason: DeclineReason; betterAddress: string | null; senderDueOn: string }
  | { type: 'report_waiting'; until: string; startBy: Date }
  | { type: 'start' }
  | { type: 'close'; outcome: Exclude<Outcome, 'passed_on'>; feedback: string }
  | { type: 'pass_on' }
  | { type: 'reopen'; reason: string }
  | { type: 'assign'; caseworker: string }

/** What the clock does when nobody answered (`expire`) or the contact was twice overdue (`lapse`). */
export type Silence =
  /** `nobodyThere`: the desk has no active member any more; an offer to it waits for nobody. */
  | { type: 'expire'; nobodyThere: boolean; senderDueOn: string }
  /** `secondBy`: one more contact term after `contactBy`, by the calendar of the two partners. */
  | { type: 'lapse'; secondBy: Date; senderDueOn: string }

/** What the clock may know of a transfer: that it waits, until when, and whether a contact already failed. */
export type Waiting = Pick<Transfer, 'status' | 'answerBy' | 'contactBy' | 'contactsMissed'>

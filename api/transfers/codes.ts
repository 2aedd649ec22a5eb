/** The coded words of a transfer: states, reasons, outcomes. The Dutch of each stands in `site/lib/words.ts`. */

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

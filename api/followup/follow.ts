/** What a resident may see of a matter: in which of nine situations it is. The words are in `site/pages/shells`. */

/** As `sec.follow_view` gives it: the state of the open signal or transfer, or neither. */
export const situations = [
  'sent',
  'taken',
  'waiting',
  'offered',
  'accepted',
  'handed_over',
  'started',
  'with_sender',
  'closed',
] as const
export type Situation = (typeof situations)[number]

/** The block of the follow page for each situation, and for the two answers without one. */
export const stateOf = {
  sent: 'signal_sent',
  taken: 'signal_taken',
  waiting: 'signal_waiting',
  offered: 'transfer_offered',
  accepted: 'transfer_accepted',
  handed_over: 'transfer_handed_over',
  started: 'transfer_started',
  with_sender: 'with_holder',
  closed: 'closed',
} as const satisfies Record<Situation, string>

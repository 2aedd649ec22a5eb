/** What a resident may see of a matter and say of it, in codes. The words are in `site/lib/follow-words.ts`. */

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

/** The block of the follow page for each situation. */
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

/** What an alarm is about. Source: domain.md section 4, the follow-code; `objects`: against what is recorded (GDPR 21). */
export const alarmKinds = ['nobody_called', 'went_differently', 'not_helped', 'objects'] as const
export type AlarmKind = (typeof alarmKinds)[number]

/** What a resident may say: alarms, that it helped, and that the talk took place. A fact on the time line, no command. */
export const sayings = [...alarmKinds, 'helped', 'contact_was'] as const
export type Saying = (typeof sayings)[number]

/** How it was taken: taken in, said before and not answered yet, or it makes no sense now. */
export type Heard = 'told' | 'already' | 'not_now'

/** Steps that the time line tells, as `sec.follow_file` names them. */
export const steps = [
  'signal_send',
  'signal_take',
  'signal_send_back',
  'signal_conclude',
  'transfer_offer',
  'transfer_accept',
  'transfer_decline',
  'transfer_expire',
  'transfer_withdraw',
  'transfer_plan_contact',
  'transfer_contact_failed',
  'transfer_return',
  'transfer_lapse',
  'handed_over',
  'transfer_report_waiting',
  'transfer_start',
  'transfer_close',
  'transfer_reopen',
  'matter_close',
  'matter_reopen',
  'resident_nobody_called',
  'resident_went_differently',
  'resident_not_helped',
  'resident_objects',
  'resident_helped',
  'resident_contact_was',
] as const
export type StepCode = (typeof steps)[number]

/** In which languages the whole page can be read. */
export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

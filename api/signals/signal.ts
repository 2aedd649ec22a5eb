/**
 * A signal hands something noticed to a desk, which answers for it from the moment it takes it.
 * This file is the whole law of it (domain.md section 4): pure, no clock, no database.
 */
import { Refusal } from '../errors.ts'

export const statuses = ['draft', 'sent', 'taken', 'waiting', 'returned', 'concluded', 'withdrawn'] as const
export type Status = (typeof statuses)[number]

/** A matter counts a signal as open while somebody owes the next act on it; a draft opens nothing. */
export const openStatuses = ['sent', 'taken', 'waiting'] as const satisfies readonly Status[]

/** Who is asking. `lead` is the team lead of the receiving organisation. */
export const sides = ['sender', 'receiver', 'lead'] as const
export type Side = (typeof sides)[number]

export const settings = ['sot', 'zat', 'neighbourhood', 'gp', 'counter', 'early_debt', 'own_observation'] as const
export const complexities = ['single', 'multiple', 'complex'] as const
export const urgencies = ['normal', 'urgent', 'acute'] as const
export type Urgency = (typeof urgencies)[number]

/** The thirteen domains of the self-sufficiency matrix (zelfredzaamheid-matrix); only those that matter are filled. */
export const lifeDomains = [
  'finances',
  'work_education',
  'time_use',
  'housing',
  'household',
  'mental_health',
  'physical_health',
  'substance_use',
  'daily_skills',
  'social_network',
  'participation',
  'justice',
  'children',
] as const

/** Why a desk sends something back; a transfer is declined for the same reasons. */
export const returnReasons = [
  'no_capacity',
  'outside_area',
  'outside_target_group',
  'wrong_service',
  'resident_refuses',
  'incomplete',
  'known_elsewhere',
] as const
export type ReturnReason = (typeof returnReasons)[number]

export const outcomes = [
  'line0_answered',
  'became_transfer',
  'became_case',
  'joined_case',
  'to_table',
  'no_action',
] as const
export type Outcome = (typeof outcomes)[number]

export const noActionReasons = [
  'not_needed',
  'not_reachable',
  'resident_refuses',
  'known_elsewhere',
  'wrong_information',
] as const
export type NoActionReason = (typeof noActionReasons)[number]

export type Signal = {
  id: string
  matterId: string
  sender: string
  receiver: string
  receiverDesk: string
  status: Status
  urgency: Urgency
  /** Sent: take by. Waiting: answer by. */
  dueBy: Date | null
  assignee: string | null
  /** Coded: why it was returned, or why nothing was done. */
  reason: ReturnReason | NoActionReason | null
  /** In words: why it was withdrawn, or sent on to another desk. */
  reasonText: string | null
  betterAddress: string | null
  /** The sender would rather have it back, and why; the receiver decides. */
  withdrawalAsked: string | null
  outcome: Outcome | null
  feedback: string | null
  /** When the sender should have done something with what came back. */
  senderDueOn: string | null
  version: number
}

export type Command =
  | { type: 'send'; dueBy: Date }
  | { type: 'discard' }
  | { type: 'take'; assignee: string }
  | { type: 'withdraw'; reason: string; senderDueOn: string }
  | { type: 'redirect'; receiverDesk: string; reason: string; dueBy: Date }
  | { type: 'send_back'; reason: ReturnReason; betterAddress: string | null; senderDueOn: string }
  | { type: 'ask'; question: string; dueBy: Date }
  | { type: 'answer'; text: string }
  | { type: 'resume' }
  | Conclusion
  | { type: 'ask_to_withdraw'; reason: string }
  | { type: 'assign'; assignee: string }

/** Feedback is part of concluding; nothing done needs a coded reason. */
type Conclusion =
  | { type: 'conclude'; outcome: 'no_action'; reason: NoActionReason; feedback: string }
  | { type: 'conclude'; outcome: Exclude<Outcome, 'no_action'>; feedback: string }

type Move = { from: readonly Status[]; by: readonly Side[] }

/** The moves that exist. Screens render their buttons from this table and invent none. */
export const moves = {
  send: { from: ['draft'], by: ['sender'] },
  discard: { from: ['draft'], by: ['sender'] },
  take: { from: ['sent'], by: ['receiver'] },
  withdraw: { from: ['sent'], by: ['sender'] },
  redirect: { from: ['sent', 'taken'], by: ['receiver'] },
  send_back: { from: ['sent', 'taken'], by: ['receiver'] },
  ask: { from: ['taken'], by: ['receiver'] },
  answer: { from: ['waiting'], by: ['sender'] },
  resume: { from: ['waiting'], by: ['receiver'] },
  conclude: { from: ['taken', 'waiting'], by: ['receiver'] },
  ask_to_withdraw: { from: ['taken', 'waiting'], by: ['sender'] },
  assign: { from: ['taken', 'waiting'], by: ['receiver', 'lead'] },
} as const satisfies Record<Command['type'], Move>

const allows = (list: readonly string[], value: string) => list.includes(value)

export const commandTypes = Object.keys(moves) as Command['type'][]

/** Everything `side` may do with this signal now, in the order of the table. */
export function openTo(signal: Signal, side: Side): Command['type'][] {
  return commandTypes.filter((type) => allows(moves[type].from, signal.status) && allows(moves[type].by, side))
}

/** Refuses a command that the table does not have for this side (`signal.not_yours`) or state (`signal.not_possible_now`). */
export function mustBeOpen(signal: Signal, type: Command['type'], side: Side): void {
  if (!allows(moves[type].by, side)) throw new Refusal('signal.not_yours')
  if (!allows(moves[type].from, signal.status)) throw new Refusal('signal.not_possible_now', { status: signal.status })
}

/**
 * The signal after the command; null when it is gone (a discarded draft).
 * Refuses `signal.not_yours` (wrong side), `signal.not_possible_now` (wrong state, or the desk it stands at already).
 */
export function decide(signal: Signal, command: { type: 'discard' }, side: Side): null
export function decide(signal: Signal, command: Exclude<Command, { type: 'discard' }>, side: Side): Signal
export function decide(signal: Signal, command: Command, side: Side): Signal | null
export function decide(signal: Signal, command: Command, side: Side): Signal | null {
  mustBeOpen(signal, command.type, side)
  switch (command.type) {
    case 'send':
      return { ...signal, status: 'sent', dueBy: command.dueBy }
    case 'discard':
      return null
    case 'take':
      return { ...signal, status: 'taken', assignee: command.assignee, dueBy: null }
    case 'withdraw':
      return {
        ...signal,
        status: 'withdrawn',
        reasonText: command.reason,
        senderDueOn: command.senderDueOn,
        dueBy: null,
      }
    case 'redirect':
      if (command.receiverDesk === signal.receiverDesk) {
        throw new Refusal('signal.not_possible_now', { status: signal.status })
      }
      return {
        ...signal,
        status: 'sent',
        receiverDesk: command.receiverDesk,
        reasonText: command.reason,
        dueBy: command.dueBy,
        assignee: null,
      }
    case 'send_back':
      return {
        ...signal,
        status: 'returned',
        reason: command.reason,
        betterAddress: command.betterAddress,
        senderDueOn: command.senderDueOn,
        dueBy: null,
      }
    case 'ask':
      return { ...signal, status: 'waiting', dueBy: command.dueBy }
    case 'answer':
    case 'resume':
      return { ...signal, status: 'taken', dueBy: null }
    case 'conclude':
      return {
        ...signal,
        status: 'concluded',
        outcome: command.outcome,
        reason: command.outcome === 'no_action' ? command.reason : null,
        feedback: command.feedback,
        dueBy: null,
      }
    case 'ask_to_withdraw':
      return { ...signal, withdrawalAsked: command.reason }
    case 'assign':
      return { ...signal, assignee: command.assignee }
  }
}

/**
 * An agreement says how and how fast one partner, or one kind of partners, refers to another. One side proposes, the
 * other agrees, either ends it; its words never change, a new edition takes its place. This file is the whole law of it (domain.md section 4,
 * Transfer, deadlines): pure, no clock, no database.
 */
import { Refusal } from '../errors.ts'
import type { Kind, Standing, Status } from './codes.ts'

/** Working days for each waiting state. */
export type Terms = { answer: number; contact: number; start: number }

/** Where two partners have agreed nothing else. Source: domain.md section 4. */
export const DEFAULT_TERMS: Terms = { answer: 3, contact: 5, start: 10 }

export type Agreement = {
  id: string
  /** An organisation, or null where the side is all of a kind. */
  from: string | null
  fromKind: Kind | null
  /** Null: all desks of the organisation. */
  fromDesk: string | null
  to: string | null
  toKind: Kind | null
  toDesk: string | null
  edition: number
  status: Status
  /** Days as `YYYY-MM-DD`. */
  validFrom: string
  validUntil: string | null
  agreedOn: string | null
  endedOn: string | null
  terms: Terms
}

export const sides = ['proposer', 'other'] as const
export type Side = (typeof sides)[number]
export type Command = { type: 'agree' } | { type: 'end'; reason: string }

/** The moves that exist. Screens render their buttons from this table and invent none. */
export const moves = {
  agree: { from: ['proposed'], by: ['other'] },
  end: { from: ['proposed', 'agreed'], by: ['proposer', 'other'] },
} as const satisfies Record<Command['type'], { from: readonly Status[]; by: readonly Side[] }>

const allows = (list: readonly string[], value: string) => list.includes(value)

export const commandTypes = Object.keys(moves) as Command['type'][]

/** Everything `side` may do with it now, in the order of the table. */
export const openTo = (status: Status, side: Side): Command['type'][] =>
  commandTypes.filter((type) => allows(moves[type].from, status) && allows(moves[type].by, side))

/** The status after the command. Refuses `agreement.not_yours` (wrong side) and `agreement.not_possible_now` (wrong state). */
export function decide(status: Status, command: Command, side: Side): Status {
  if (!allows(moves[command.type].by, side)) throw new Refusal('agreement.not_yours')
  if (!allows(moves[command.type].from, status)) throw new Refusal('agreement.not_possible_now', { status })
  return command.type === 'agree' ? 'agreed' : 'ended'
}

/** Whether it has ever counted by this day; what was ended before it began never did. */
const hasBegun = (agreement: Agreement, today: string): boolean =>
  agreement.agreedOn !== null &&
  agreement.validFrom <= today &&
  (agreement.endedOn === null || agreement.endedOn >= agreement.validFrom)

/** Two editions between the same sides: the later takes the place of the earlier. */
const isSamePair = (one: Agreement, two: Agreement): boolean =>
  one.from === two.from &&
  one.fromKind === two.fromKind &&
  one.fromDesk === two.fromDesk &&
  one.to === two.to &&
  one.toKind === two.toKind &&
  one.toDesk === two.toDesk

/** Where it stands on this day, among the other agreements of the two. An older edition does not come back. */
export function standingOn(agreement: Agreement, all: readonly Agreement[], today: string): Standing {
  if (agreement.status !== 'agreed') return agreement.status
  if (agreement.validFrom > today) return 'coming'
  const newer = (each: Agreement) => isSamePair(each, agreement) && each.edition > agreement.edition
  if (all.some((each) => newer(each) && hasBegun(each, today))) return 'superseded'
  return agreement.validUntil !== null && agreement.validUntil < today ? 'expired' : 'in_force'
}

/** Two organisations and the kind of each, null where it has none. */
export type Organizations = { sender: string; senderKind: Kind | null; receiver: string; receiverKind: Kind | null }
export type Parties = Organizations & { senderDesk: string | null; receiverDesk: string }

/** Whether it is for referring from the one to the other: each side is that organisation, or its kind. */
export const isBetween = (agreement: Agreement, parties: Organizations): boolean =>
  (agreement.from === null ? agreement.fromKind === parties.senderKind : agreement.from === parties.sender) &&
  (agreement.to === null ? agreement.toKind === parties.receiverKind : agreement.to === parties.receiver)

/** How much of it is named: first whether organisations are, then whether desks are; the receiver's before the sender's. */
const weight = ({ from, fromDesk, to, toDesk }: Agreement): number =>
  (to === null ? 0 : 8) + (from === null ? 0 : 4) + (toDesk === null ? 0 : 2) + (fromDesk === null ? 0 : 1)

/**
 * The agreement that counts on this day when the sender refers to the receiver; null where the defaults do. The most
 * specific one: between two organisations before one with a kind, a kind on one side before kinds on both; among those
 * the one that names a desk, the receiver's first. The only place that picks.
 */
export function inForce<Known extends Agreement>(all: readonly Known[], parties: Parties, today: string): Known | null {
  const fitting = all.filter(
    (each) =>
      isBetween(each, parties) &&
      (each.fromDesk === null || each.fromDesk === parties.senderDesk) &&
      (each.toDesk === null || each.toDesk === parties.receiverDesk) &&
      standingOn(each, all, today) === 'in_force',
  )
  return fitting.toSorted((one, two) => weight(two) - weight(one))[0] ?? null
}

/**
 * A report of an error: new, in the hands of an editor, settled; and how long the address that somebody left is kept.
 * This file is the whole law of it (issue 3, report an error): pure, no clock, no database.
 */
import { Refusal } from '../errors.ts'
import type { ReportOutcome, ReportStatus } from './codes.ts'

export type Command = { type: 'take' } | { type: 'settle'; outcome: ReportOutcome } | { type: 'reopen' }

/** The moves that exist. Screens render their buttons from this table and invent none. */
export const moves = {
  take: { from: ['new'], to: 'in_hand' },
  settle: { from: ['new', 'in_hand'], to: 'settled' },
  reopen: { from: ['settled'], to: 'in_hand' },
} as const satisfies Record<Command['type'], { from: readonly ReportStatus[]; to: ReportStatus }>

const allows = (list: readonly string[], value: string) => list.includes(value)

/** Everything that can be done with it now, in the order of the table. */
export const openTo = (status: ReportStatus): Command['type'][] =>
  (Object.keys(moves) as Command['type'][]).filter((type) => allows(moves[type].from, status))

/** The status after the command. Refuses `report.not_possible_now`. */
export function decide(status: ReportStatus, type: Command['type']): ReportStatus {
  if (!allows(moves[type].from, status)) throw new Refusal('report.not_possible_now', { status })
  return moves[type].to
}

const day = 86_400_000

/** However long a report lies: an address without an answer in half a year is an address kept for nothing. */
export const LONGEST_DAYS = 180

/** Until when the address is kept of a report that came at `reported`. */
export const keptUntil = (reported: Date): Date => new Date(reported.getTime() + LONGEST_DAYS * day)

/** The same when it is settled: `days` later (room for a question), and never later than it was. */
export const keptAfterSettling = (settled: Date, days: number, until: Date): Date =>
  new Date(Math.min(settled.getTime() + days * day, until.getTime()))

/** Whether an answer can be mailed there; a telephone number is called by a person. */
export const isMailAddress = (address: string): boolean => /^[^\s@<>",;:]+@[^\s@<>",;:]+\.[a-z]{2,}$/i.test(address)

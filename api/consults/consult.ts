/**
 * A consult asks a consultant to think along about somebody who stays unnamed. It is open until it is answered, and
 * ends when the asker says what they will do. This file is the whole law of it (domain.md section 4): pure.
 */
import { Refusal } from '../errors.ts'
import type { Decision, Status } from './codes.ts'

/** Who is asking. `consultant` is a consultant where the question was sent. */
export const sides = ['asker', 'consultant'] as const
export type Side = (typeof sides)[number]

export type Consult = {
  id: string
  asker: string
  askerMember: string
  answerer: string
  /** Null: all consultants of the organisation. */
  answererDesk: string | null
  status: Status
  answer: string | null
  answeredBy: string | null
  decision: Decision | null
  closingNote: string | null
  version: number
}

export type Command = { type: 'answer'; answer: string } | { type: 'close'; decision: Decision; note: string | null }

/** The moves that exist. Screens render their buttons from this table and invent none. */
export const moves = {
  answer: { from: ['open'], by: ['consultant'] },
  close: { from: ['answered'], by: ['asker'] },
} as const satisfies Record<Command['type'], { from: readonly Status[]; by: readonly Side[] }>

const allows = (list: readonly string[], value: string) => list.includes(value)

export const commandTypes = Object.keys(moves) as Command['type'][]

/** Everything `side` may do with this consult now, in the order of the table. */
export const openTo = (consult: Consult, side: Side): Command['type'][] =>
  commandTypes.filter((type) => allows(moves[type].from, consult.status) && allows(moves[type].by, side))

/** The consult after the command. Refuses `consult.not_yours` (wrong side) and `consult.not_possible_now` (wrong state). */
export function decide(consult: Consult, command: Command, side: Side): Consult {
  if (!allows(moves[command.type].by, side)) throw new Refusal('consult.not_yours')
  if (!allows(moves[command.type].from, consult.status)) {
    throw new Refusal('consult.not_possible_now', { status: consult.status })
  }
  switch (command.type) {
    case 'answer':
      return { ...consult, status: 'answered', answer: command.answer }
    case 'close':
      return { ...consult, status: 'closed', decision: command.decision, closingNote: command.note }
  }
}

/**
 * Guidance is an answer that helps more than one. It is proposed by a consultant and read by everybody once a second
 * person of the same organisation checked it. This file is the whole law of it: pure.
 */
import { Refusal } from '../errors.ts'
import type { Status } from './codes.ts'

export type Guidance = { id: string; organization: string; writtenBy: string; status: Status; version: number }
export type Command = { type: 'check' } | { type: 'refuse'; reason: string }

/** Checking needs a second person; refusing, or taking back, does not. */
export const moves = {
  check: { from: ['proposed'], byWriter: false },
  refuse: { from: ['proposed', 'checked'], byWriter: true },
} as const satisfies Record<Command['type'], { from: readonly Status[]; byWriter: boolean }>

export const commandTypes = Object.keys(moves) as Command['type'][]

const isFrom = (type: Command['type'], status: Status) => (moves[type].from as readonly Status[]).includes(status)

/** Everything this person of the organisation that wrote it may do with it now. */
export const openTo = (guidance: Guidance, person: string): Command['type'][] =>
  commandTypes.filter(
    (type) => isFrom(type, guidance.status) && (moves[type].byWriter || guidance.writtenBy !== person),
  )

/** The state after the command. Refuses `guidance.not_yours` (its writer checks it) and `guidance.not_possible_now`. */
export function decide(guidance: Guidance, command: Command, person: string): Status {
  if (!moves[command.type].byWriter && guidance.writtenBy === person) throw new Refusal('guidance.not_yours')
  if (!isFrom(command.type, guidance.status)) {
    throw new Refusal('guidance.not_possible_now', { status: guidance.status })
  }
  return command.type === 'check' ? 'checked' : 'refused'
}

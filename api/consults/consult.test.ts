import { describe, expect, test } from 'vitest'
import { Refusal } from '../errors.ts'
import { type Status, statuses } from './codes.ts'
import { type Command, commandTypes, type Consult, decide, openTo, type Side, sides } from './consult.ts'

const consult = (status: Status): Consult => ({
  id: 'c',
  asker: 'school',
  askerMember: 'm',
  answerer: 'gemeente',
  answererDesk: null,
  status,
  answer: status === 'open' ? null : 'Begin bij het voorliggend veld.',
  answeredBy: status === 'open' ? null : 'consultant',
  decision: status === 'closed' ? 'line0' : null,
  closingNote: null,
  version: 1,
})
const commands: Record<Command['type'], Command> = {
  answer: { type: 'answer', answer: 'Vraag het maatschappelijk werk.' },
  close: { type: 'close', decision: 'together', note: null },
}

/** Every state × command × side, written out: what it becomes, or what it is refused with. */
const table: [Status, Command['type'], Side, string][] = [
  ['open', 'answer', 'consultant', 'answered'],
  ['open', 'answer', 'asker', 'consult.not_yours'],
  ['open', 'close', 'asker', 'consult.not_possible_now'],
  ['open', 'close', 'consultant', 'consult.not_yours'],
  ['answered', 'answer', 'consultant', 'consult.not_possible_now'],
  ['answered', 'answer', 'asker', 'consult.not_yours'],
  ['answered', 'close', 'asker', 'closed'],
  ['answered', 'close', 'consultant', 'consult.not_yours'],
  ['closed', 'answer', 'consultant', 'consult.not_possible_now'],
  ['closed', 'answer', 'asker', 'consult.not_yours'],
  ['closed', 'close', 'asker', 'consult.not_possible_now'],
  ['closed', 'close', 'consultant', 'consult.not_yours'],
]

const outcome = (status: Status, type: Command['type'], side: Side): string => {
  try {
    return decide(consult(status), commands[type], side).status
  } catch (error) {
    return error instanceof Refusal ? error.code : 'error'
  }
}

describe('a consult', () => {
  test.each(table)('%s, %s by the %s: %s', (status, type, side, expected) => {
    expect(outcome(status, type, side)).toBe(expected)
  })

  test('the table holds every state, command and side once', () => {
    expect(new Set(table.map(([status, type, side]) => `${status} ${type} ${side}`)).size).toBe(
      statuses.length * commandTypes.length * sides.length,
    )
  })

  test('shows a button for exactly what is not refused', () => {
    for (const [status, type, side, expected] of table) {
      expect(openTo(consult(status), side).includes(type), `${status} ${type} ${side}`).toBe(
        !expected.startsWith('consult.'),
      )
    }
  })

  test('keeps the answer when it closes, with what the asker will do', () => {
    expect(
      decide(consult('answered'), { type: 'close', decision: 'apply', note: 'Aanvraag Wmo' }, 'asker'),
    ).toMatchObject({
      answer: 'Begin bij het voorliggend veld.',
      decision: 'apply',
      closingNote: 'Aanvraag Wmo',
    })
  })
})

import { describe, expect, test } from 'vitest'
import { Refusal } from '../errors.ts'
import {
  type Agreement,
  type Command,
  commandTypes,
  decide,
  inForce,
  openTo,
  type Side,
  sides,
  standingOn,
} from './agreement.ts'
import { type Standing, type Status, statuses } from './codes.ts'

const commands: Record<Command['type'], Command> = { agree: { type: 'agree' }, end: { type: 'end', reason: 'Klaar' } }

/** Every state × command × side, written out: what it becomes, or what it is refused with. */
const table: [Status, Command['type'], Side, string][] = [
  ['proposed', 'agree', 'other', 'agreed'],
  ['proposed', 'agree', 'proposer', 'agreement.not_yours'],
  ['proposed', 'end', 'other', 'ended'],
  ['proposed', 'end', 'proposer', 'ended'],
  ['agreed', 'agree', 'other', 'agreement.not_possible_now'],
  ['agreed', 'agree', 'proposer', 'agreement.not_yours'],
  ['agreed', 'end', 'other', 'ended'],
  ['agreed', 'end', 'proposer', 'ended'],
  ['ended', 'agree', 'other', 'agreement.not_possible_now'],
  ['ended', 'agree', 'proposer', 'agreement.not_yours'],
  ['ended', 'end', 'other', 'agreement.not_possible_now'],
  ['ended', 'end', 'proposer', 'agreement.not_possible_now'],
]
const outcome = (status: Status, type: Command['type'], side: Side): string => {
  try {
    return decide(status, commands[type], side)
  } catch (error) {
    return error instanceof Refusal ? error.code : 'error'
  }
}

describe('an agreement', () => {
  test.each(table)('%s, %s by the %s: %s', (status, type, side, expected) => {
    expect(outcome(status, type, side)).toBe(expected)
    expect(openTo(status, side).includes(type)).toBe(!expected.startsWith('agreement.'))
  })

  test('the table holds every state, command and side once', () => {
    expect(new Set(table.map(([status, type, side]) => `${status} ${type} ${side}`)).size).toBe(
      statuses.length * commandTypes.length * sides.length,
    )
  })
})

const terms = (answer: number) => ({ answer, contact: 4, start: 8 })
const agreed = (given: Partial<Agreement> = {}): Agreement => ({
  id: `a${given.edition ?? 1}`,
  from: 'teams',
  fromDesk: null,
  to: 'schuldhulp',
  toDesk: null,
  edition: 1,
  status: 'agreed',
  validFrom: '2026-11-01',
  validUntil: null,
  agreedOn: '2026-10-20',
  endedOn: null,
  terms: terms(2),
  ...given,
})
const second = (given: Partial<Agreement> = {}) =>
  agreed({ edition: 2, validFrom: '2026-12-01', terms: terms(1), ...given })

describe('where the first edition stands on a day', () => {
  test.each<[string, string, Agreement, Agreement[], Standing]>([
    ['before its first day', '2026-10-31', agreed(), [], 'coming'],
    ['on its first day', '2026-11-01', agreed(), [], 'in_force'],
    ['on its last day', '2026-11-30', agreed({ validUntil: '2026-11-30' }), [], 'in_force'],
    ['after its last day', '2026-12-01', agreed({ validUntil: '2026-11-30' }), [], 'expired'],
    ['while it is proposed', '2026-11-23', agreed({ status: 'proposed', agreedOn: null }), [], 'proposed'],
    ['once it is ended', '2026-11-23', agreed({ status: 'ended', endedOn: '2026-11-22' }), [], 'ended'],
    ['the day before the second begins', '2026-11-30', agreed(), [second()], 'in_force'],
    ['the day the second begins', '2026-12-01', agreed(), [second()], 'superseded'],
    [
      'when the second is only proposed',
      '2026-12-01',
      agreed(),
      [second({ status: 'proposed', agreedOn: null })],
      'in_force',
    ],
    [
      'when the second was ended before it began',
      '2026-12-02',
      agreed(),
      [second({ status: 'ended', endedOn: '2026-11-30' })],
      'in_force',
    ],
    [
      'when the second was ended while it counted',
      '2027-01-02',
      agreed(),
      [second({ status: 'ended', endedOn: '2027-01-01' })],
      'superseded',
    ],
    ['when the second is over', '2027-02-01', agreed(), [second({ validUntil: '2027-01-31' })], 'superseded'],
    ['beside a second one for one desk only', '2026-12-01', agreed(), [second({ toDesk: 'noord' })], 'in_force'],
  ])('%s (%s): %s', (_, today, first, others, expected) => {
    expect(standingOn(first, [first, ...others], today)).toBe(expected)
  })
})

describe('the agreement that counts', () => {
  const parties = { sender: 'teams', senderDesk: 'zuid', receiver: 'schuldhulp', receiverDesk: 'noord' }
  const whole = agreed({ id: 'whole' })
  const theirDesk = agreed({ id: 'their desk', toDesk: 'noord' })
  const ourDesk = agreed({ id: 'our desk', fromDesk: 'zuid' })
  const both = agreed({ id: 'both desks', fromDesk: 'zuid', toDesk: 'noord' })
  test.each<[string, Agreement[], string | null]>([
    ['nothing agreed', [], null],
    ['for the organisations', [whole], 'whole'],
    ['one for their desk goes before it', [whole, theirDesk], 'their desk'],
    ['their desk goes before ours', [ourDesk, theirDesk], 'their desk'],
    ['both desks go before one', [whole, theirDesk, ourDesk, both], 'both desks'],
    ['another desk of theirs', [agreed({ toDesk: 'west' })], null],
    ['another desk of ours', [agreed({ fromDesk: 'west' })], null],
    ['the other way round', [agreed({ from: 'schuldhulp', to: 'teams' })], null],
    ['only proposed', [agreed({ status: 'proposed', agreedOn: null })], null],
    [
      'an ended one for the desk leaves the one for the whole',
      [whole, agreed({ toDesk: 'noord', status: 'ended', endedOn: '2026-11-10' })],
      'whole',
    ],
  ])('%s: %s', (_, all, expected) => {
    expect(inForce(all, parties, '2026-11-23')?.id ?? null).toBe(expected)
  })
})

import { describe, expect, test } from 'vitest'
import { Refusal } from '../errors.ts'
import {
  type Agreement,
  type Command,
  commandTypes,
  decide,
  inForce,
  openTo,
  type Parties,
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
  fromKind: null,
  fromDesk: null,
  to: 'schuldhulp',
  toKind: null,
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
  const parties: Parties = {
    sender: 'teams',
    senderKind: 'social_team',
    senderDesk: 'zuid',
    receiver: 'schuldhulp',
    receiverKind: 'debt_help',
    receiverDesk: 'noord',
  }
  const ofAll = { from: null, fromKind: 'social_team' } as const
  const withAll = { to: null, toKind: 'debt_help' } as const
  const whole = agreed({ id: 'whole' })
  const theirDesk = agreed({ id: 'their desk', toDesk: 'noord' })
  const ourDesk = agreed({ id: 'our desk', fromDesk: 'zuid' })
  const both = agreed({ id: 'both desks', fromDesk: 'zuid', toDesk: 'noord' })
  const ourKind = agreed({ id: 'our kind', ...ofAll })
  const ourKindTheirDesk = agreed({ id: 'our kind, their desk', ...ofAll, toDesk: 'noord' })
  const theirKind = agreed({ id: 'their kind', ...withAll })
  const ourDeskTheirKind = agreed({ id: 'our desk, their kind', fromDesk: 'zuid', ...withAll })
  const kinds = agreed({ id: 'both kinds', ...ofAll, ...withAll })
  const over = { status: 'ended', endedOn: '2026-11-10' } as const

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
    ['an ended one for the desk leaves the one for the whole', [whole, agreed({ toDesk: 'noord', ...over })], 'whole'],
    ['for all of our kind', [ourKind], 'our kind'],
    ['for all of theirs', [theirKind], 'their kind'],
    ['from one kind to the other', [kinds], 'both kinds'],
    ['another kind of ours', [agreed({ from: null, fromKind: 'primary_school' })], null],
    ['another kind of theirs', [agreed({ to: null, toKind: 'housing' })], null],
    ['our kind to another organisation', [agreed({ ...ofAll, to: 'wonen' })], null],
    ['our kind, the other way round', [agreed({ from: 'schuldhulp', to: null, toKind: 'social_team' })], null],
    ['our kind, only proposed', [agreed({ ...ofAll, status: 'proposed', agreedOn: null })], null],
    ['the two themselves go before our kind with their desk', [ourKindTheirDesk, whole], 'whole'],
    ['the two themselves go before our desk with their kind', [ourDeskTheirKind, whole], 'whole'],
    ['their organisation named goes before ours', [theirKind, ourDeskTheirKind, ourKind], 'our kind'],
    ['their desk goes before their organisation, for our kind', [ourKind, ourKindTheirDesk], 'our kind, their desk'],
    ['our desk goes before our organisation, with their kind', [theirKind, ourDeskTheirKind], 'our desk, their kind'],
    ['one kind goes before two', [kinds, theirKind], 'their kind'],
    ['both kinds after all others', [kinds, ourKind, theirKind, whole, theirDesk, ourDesk, both], 'both desks'],
    ['an ended one of the two leaves that of the kind', [ourKind, agreed({ id: 'ours', ...over })], 'our kind'],
    ['a coming one of the two too', [ourKind, agreed({ id: 'ours', validFrom: '2026-12-01' })], 'our kind'],
    ['one of the two that is over too', [ourKind, agreed({ id: 'ours', validUntil: '2026-11-22' })], 'our kind'],
    [
      'a newer edition takes the place of its own kind only',
      [ourKind, agreed({ id: 'second', ...withAll, edition: 2 })],
      'our kind',
    ],
    [
      'the newest edition of the kind',
      [agreed({ id: 'first', ...ofAll }), agreed({ id: 'second', ...ofAll, edition: 2 })],
      'second',
    ],
  ])('%s: %s', (_, all, expected) => {
    expect(inForce(all, parties, '2026-11-23')?.id ?? null).toBe(expected)
    expect(inForce(all.toReversed(), parties, '2026-11-23')?.id ?? null, 'in any order').toBe(expected)
  })

  test('those without a kind have no agreement of one', () => {
    const without = { ...parties, senderKind: null, receiverKind: null }
    expect(inForce([ourKind, theirKind, kinds], without, '2026-11-23')).toBeNull()
  })

  test('of every two that fit at once one is the more specific, whichever is looked at first', () => {
    const order = [both, theirDesk, ourDesk, whole, ourKindTheirDesk, ourKind, ourDeskTheirKind, theirKind, kinds]
    for (const [at, each] of order.entries()) {
      expect(inForce(order.slice(at).toReversed(), parties, '2026-11-23')?.id).toBe(each.id)
    }
  })
})

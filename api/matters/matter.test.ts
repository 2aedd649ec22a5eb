import { describe, expect, test } from 'vitest'
import { Refusal } from '../errors.ts'
import * as signal from '../signals/signal.ts'
import * as transferCodes from '../transfers/codes.ts'
import * as transfer from '../transfers/transfer.ts'
import {
  decide,
  type Ending,
  endings,
  handOut,
  type Matter,
  type NextStep,
  openTo,
  type OpenWork,
  settle,
} from './matter.ts'

const now = new Date('2026-11-23T09:00:00Z')
const open: Matter = {
  id: 'matter',
  holder: 'team',
  isDraft: false,
  nextActOn: null,
  nextAct: null,
  outcome: null,
  feedback: null,
  closedAt: null,
  version: 1,
}
const closed: Matter = { ...open, closedAt: now, outcome: 'helped', feedback: 'solved' }
const draft: Matter = { ...open, isDraft: true }
const nothing: OpenWork = { signals: 0, offers: 0, supports: 0 }
const some: OpenWork[] = [
  { ...nothing, signals: 1 },
  { ...nothing, offers: 1 },
  { ...nothing, supports: 1 },
]
const close = { type: 'close', outcome: 'helped', feedback: 'solved' } as const
const plan = { type: 'plan', on: '2026-12-01', act: 'evaluate' } as const

describe('the commands that end something open', () => {
  test('of a signal: these, as its table of moves says', () => {
    expect(Object.keys(endings.signal).sort()).toEqual(
      signal.commandTypes.filter((type) => ['withdraw', 'send_back', 'conclude'].includes(type)).sort(),
    )
  })

  test('no other command of a signal or transfer ends one', () => {
    expect(endings).toMatchInlineSnapshot(`
      {
        "signal": {
          "conclude": "holder_says",
          "send_back": "sent_back",
          "withdraw": "withdrawn",
        },
        "transfer": {
          "close": "holder_says",
          "decline": "offer_again",
          "expire": "offer_again",
          "lapse": "offer_again",
          "pass_on": "offer_again",
          "return": "offer_again",
          "withdraw": "offer_again",
        },
      }
    `)
    const ended = [...signal.statuses, ...transferCodes.statuses].filter(
      (status) =>
        status !== 'draft' &&
        !(signal.openStatuses as readonly string[]).includes(status) &&
        !(transferCodes.openStatuses as readonly string[]).includes(status),
    )
    expect(ended).toEqual(['returned', 'concluded', 'withdrawn', 'closed', 'declined', 'expired', 'withdrawn'])
    expect(transfer.commandTypes.filter((type) => type in endings.transfer).sort()).toEqual(
      Object.keys(endings.transfer).sort(),
    )
  })
})

describe('when the last open thing ends', () => {
  const settled = (ending: Ending, who: string | null, work: OpenWork, step: NextStep | null) =>
    settle(open, ending, who, work, step, '2026-11-25', now)

  test('the holder who finishes it says what comes next: closed, or a day', () => {
    expect(() => settled('holder_says', 'team', nothing, null)).toThrow('matter.needs_next_step')
    expect(settled('holder_says', 'team', nothing, close)).toMatchObject({ closedAt: now, feedback: 'solved' })
    expect(settled('holder_says', 'team', nothing, plan)).toMatchObject({ closedAt: null, nextActOn: '2026-12-01' })
  })

  test('what comes back stands in the holder’s list, due in two working days', () => {
    for (const who of ['partner', 'team', null]) {
      expect(settled('offer_again', who, nothing, null)).toMatchObject({
        closedAt: null,
        nextActOn: '2026-11-25',
        nextAct: 'offer_again',
      })
    }
    expect(settled('withdrawn', 'team', nothing, close)).toMatchObject({ closedAt: now })
  })

  test('one who does not hold the matter closes nothing', () => {
    expect(() => settled('offer_again', 'partner', nothing, close)).toThrow('matter.not_yours')
  })

  test.each(some)('while %j is still open nothing needs to be said, and closing is refused', (work) => {
    expect(settled('holder_says', 'team', work, null)).toEqual(open)
    expect(settled('offer_again', 'partner', work, null)).toEqual(open)
    expect(() => settled('holder_says', 'team', work, close)).toThrow('matter.still_open_work')
  })
})

describe('closing, planning, reopening', () => {
  test.each([
    ['an open matter, nothing open in it, its holder', open, 'team', nothing, ['close', 'plan']],
    ['an open matter with work in it, its holder', open, 'team', some[0]!, ['plan']],
    ['an open matter, somebody else', open, 'partner', nothing, []],
    ['a matter of which nothing left yet, its holder', draft, 'team', nothing, []],
    ['a closed matter, its holder', closed, 'team', nothing, []],
  ] as const)('%s', (_, matter, who, work, may) => {
    expect(openTo(matter, who, work)).toEqual(may)
    for (const command of [close, plan]) {
      const attempt = () => decide(matter, command, who, work, now)
      if ((may as readonly string[]).includes(command.type)) expect(attempt()).not.toEqual(matter)
      else expect(attempt).toThrow(Refusal)
    }
  })

  test('reopening a transfer reopens its matter; only the holder can', () => {
    expect(decide(closed, { type: 'reopen' }, 'team', nothing, now)).toMatchObject({ closedAt: null, nextActOn: null })
    expect(() => decide(closed, { type: 'reopen' }, 'school', nothing, now)).toThrow('matter.not_yours')
  })

  test('reopening support while a signal is with another desk is refused: two would answer for the family', () => {
    const signalled = { ...nothing, signals: 1 }
    expect(() => decide(open, { type: 'reopen' }, 'team', signalled, now)).toThrow('matter.still_open_work')
    expect(decide(open, { type: 'reopen' }, 'team', { ...nothing, offers: 1 }, now)).toMatchObject({ nextActOn: null })
  })
})

describe('a matter waits for one answer at a time', () => {
  const planned: Matter = { ...open, nextActOn: '2026-11-25' }

  test('sending or offering does the next act', () => {
    expect(handOut(planned, 'signal', 'team', nothing, 0).nextActOn).toBeNull()
    expect(handOut(planned, 'transfer', 'team', nothing, 0).nextActOn).toBeNull()
  })

  test('a second question to somebody else is refused', () => {
    for (const what of ['signal', 'transfer'] as const) {
      expect(() => handOut(open, what, 'team', { ...nothing, offers: 1 }, 0)).toThrow('transfer.already_open')
      expect(() => handOut(open, what, 'team', { ...nothing, signals: 1 }, 0)).toThrow('matter.not_possible_now')
      expect(() => handOut(closed, what, 'team', nothing, 0)).toThrow('matter.not_possible_now')
      expect(() => handOut(open, what, 'school', nothing, 0)).toThrow('matter.not_yours')
    }
  })

  test('an offer may end the signal it grew from', () => {
    expect(handOut(open, 'transfer', 'team', { ...nothing, signals: 1 }, 1)).toEqual(open)
  })

  test('support that runs is passed on by a transfer, never by a signal', () => {
    const running = { ...nothing, supports: 1 }
    expect(handOut(open, 'transfer', 'team', running, 0)).toEqual(open)
    expect(() => handOut(open, 'signal', 'team', running, 0)).toThrow('matter.not_possible_now')
  })
})

/** 200 deadlines against an independent calculation: holidays, weekends, summer time, closing periods, agreement editions, a clock set back. */
import { describe, expect, test } from 'vitest'
import { type Closed, deadline, iso } from '../tests/cases/deadlines.ts'
import { type Agreement, DEFAULT_TERMS, inForce } from './agreements/agreement.ts'
import { endOfWorkingDayAfter } from './calendar.ts'
import { nextReminder } from './matters/reminders.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

/** The same numbers every time: a failure can be looked at again. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Case = { from: number; days: number; closed: Closed[] }

/** Around the days that go wrong: holidays, the turn of the year, and the two nights on which the clock changes. */
const awkward = [
  '2026-04-02T14:00:00Z',
  '2026-04-24T22:30:00Z',
  '2027-04-23T10:00:00Z',
  '2026-05-12T09:00:00Z',
  '2026-12-23T23:30:00Z',
  '2026-12-31T22:59:59Z',
  '2026-03-27T10:00:00Z',
  '2026-03-29T00:59:59Z',
  '2026-03-29T01:00:00Z',
  '2026-10-23T10:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2028-02-28T23:30:00Z',
  '2032-04-27T10:00:00Z',
].map((at) => Date.parse(at))

function cases(): Case[] {
  const pick = numbers(20_261_125)
  return Array.from({ length: 160 }, (_, index) => {
    const from =
      index < 56
        ? awkward[index % 14]! + (index < 14 ? 0 : (pick(97) - 48) * HOUR)
        : Date.UTC(2024, 0, 1) + pick(4 * 365 * 24) * HOUR
    const closed = Array.from({ length: pick(3) }, () => {
      const start = from + pick(25) * DAY
      return { from: iso(start), until: iso(start + pick(10) * DAY) }
    })
    return { from, days: 1 + pick(20), closed }
  })
}

const edition = (number: number, answer: number, more: Partial<Agreement>): Agreement => ({
  id: `edition ${number}`,
  from: 'teams',
  fromKind: null,
  fromDesk: null,
  to: 'hulp',
  toKind: null,
  toDesk: null,
  edition: number,
  status: 'agreed',
  validFrom: '2026-01-01',
  validUntil: null,
  agreedOn: '2025-12-01',
  endedOn: null,
  terms: { answer, contact: 4, start: 8 },
  ...more,
})

/** Editions of one pair through the year, and which answer term each day has: written out by hand. */
const editions = [
  edition(1, 2, {}),
  edition(2, 5, { validFrom: '2026-04-01', agreedOn: '2026-03-15' }),
  edition(3, 1, { validFrom: '2026-07-01', validUntil: '2026-09-30', agreedOn: '2026-06-15' }),
  edition(4, 9, { validFrom: '2026-11-01', status: 'proposed', agreedOn: null }),
  // For all teams, from the winter on: counts where the two have nothing themselves.
  edition(1, 7, { id: 'kind', from: null, fromKind: 'social_team', validFrom: '2026-12-01', agreedOn: '2026-11-20' }),
]
const termOn: [string, number][] = [
  ['2025-12-31', DEFAULT_TERMS.answer],
  ['2026-01-01', 2],
  ['2026-03-31', 2],
  ['2026-04-01', 5],
  ['2026-06-30', 5],
  ['2026-07-01', 1],
  ['2026-09-30', 1],
  ['2026-10-01', DEFAULT_TERMS.answer],
  ['2026-11-02', DEFAULT_TERMS.answer],
  ['2026-12-24', 7],
]

describe('200 deadlines, worked out twice', () => {
  test('160 over weekends, holidays, closing periods, the turn of the year and summer time', () => {
    const wrong = cases().flatMap(({ from, days, closed }) => {
      const [ours, theirs] = [
        endOfWorkingDayAfter(new Date(from), days, closed).getTime(),
        deadline(from, days, closed),
      ]
      return ours === theirs
        ? []
        : [{ from: new Date(from), days, closed, ours: new Date(ours), theirs: new Date(theirs) }]
    })
    expect(wrong).toEqual([])
    expect(cases()).toHaveLength(160)
  })

  test.each(termOn)('two by the edition that counts on %s: %i working days', (day, expected) => {
    const sender = { sender: 'teams', senderKind: 'social_team', senderDesk: null } as const
    const parties = { ...sender, receiver: 'hulp', receiverKind: null, receiverDesk: 'noord' }
    const { answer } = inForce(editions, parties, day)?.terms ?? DEFAULT_TERMS
    expect(answer).toBe(expected)
    for (const hour of ['08:00', '23:59']) {
      const from = Date.parse(`${day}T${hour}:00+0${/-0[4-9]-|-10-0/.test(day) ? 2 : 1}:00`)
      expect(endOfWorkingDayAfter(new Date(from), answer).getTime()).toBe(deadline(from, expected, []))
    }
  })

  test('20 with the clock set back an hour: the same day is the same deadline, and nobody is reminded twice', () => {
    const pick = numbers(7)
    for (let index = 0; index < 20; index += 1) {
      const from = index < 4 ? Date.UTC(2026, 9, 25, index) : Date.UTC(2026, pick(12), 1 + pick(28), 9 + pick(10))
      const due = endOfWorkingDayAfter(new Date(from), 1 + pick(10))
      expect(endOfWorkingDayAfter(new Date(from - HOUR), 0).getTime()).toBe(deadline(from - HOUR, 0, []))
      let reminders = 0
      const told: number[] = []
      // Every half hour for a fortnight past the deadline; now and then the clock is an hour behind for a while.
      for (let at = from, tick = 0; at < due.getTime() + 14 * DAY; at += HOUR / 2, tick += 1) {
        const now = new Date(tick % 48 < 4 ? at - HOUR : at)
        const step = nextReminder({ dueBy: due, ends: false, reminders }, now)
        if (step) told.push((reminders = step))
      }
      expect(told).toEqual([1, 2, 3])
    }
  })
})

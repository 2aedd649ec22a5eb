/** Opening hours case by case: what the resident reads, and the same moment found by marking every minute of a year. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Schedule } from '../../../api/publish/schema.ts'
import { at, cases, month, onDate, schedule, season, week } from '../../../tests/cases/opening-hours.ts'
import { byTheMinute } from '../../../tests/cases/open-minutes.ts'
import { publicHolidays } from './holidays.ts'
import { statusOf } from './now.ts'
import { rulesOf } from './rules.ts'
import { sayStatus } from './say.ts'
import { dateOf } from './zone.ts'

const holidays = publicHolidays(2025, 2032)
const holidayDates = new Set(Object.keys(holidays).map((day) => dateOf(Number(day)).toISOString().slice(0, 10)))

const instantOf = (moment: string) =>
  /[+-]\d\d:\d\d$/.test(moment)
    ? Temporal.Instant.from(moment.replace(/([+-]\d\d:\d\d)$/, ':00$1'))
    : Temporal.PlainDateTime.from(moment).toZonedDateTime('Europe/Amsterdam').toInstant()

function compare(schedules: Schedule[], now: Temporal.Instant) {
  const rules = rulesOf(schedules)
  const status = statusOf([rules ?? []], now.epochMilliseconds, holidays)
  const slow = byTheMinute(schedules, now, holidayDates)
  expect({ open: status.open, changes: status.open ? status.until : status.next }).toEqual(slow)
  return status
}

test('there are at least sixty cases', () => expect(cases.length).toBeGreaterThanOrEqual(60))

test.each(cases)('%s', (_, schedules, moment, says) => {
  const now = instantOf(moment)
  expect(sayStatus(compare(schedules, now), now.epochMilliseconds)).toBe(says)
})

describe('what cannot be known is not said', () => {
  test.each<[string, Partial<Schedule>]>([
    ['every other week without a first one', { byday: 'MO', interval: 2, ...at('09:00-12:00') }],
    ['an opening without an end', { byday: 'MO', opens_at: '09:00' }],
    ['days that we cannot read', { byday: 'maandag', ...at('09:00-12:00') }],
    ['by appointment', { byday: 'MO' }],
    ['only words', { freq: null, description: 'Op afspraak' }],
  ])('%s', (_, part) => expect(rulesOf([schedule(part)])).toBeNull())
})

test('two doors: open when one of them is, and the door goes before the telephone', () => {
  const now = instantOf('2026-11-23T10:00').epochMilliseconds
  const phone = rulesOf([week('MO', '09:00-12:00', { attending_type: 'phone' })]) ?? []
  const door = rulesOf([week('MO', '09:30-11:00')]) ?? []
  expect(sayStatus(statusOf([phone, door], now, holidays), now)).toBe('Nu open tot 11.00 uur')
  expect(sayStatus(statusOf([phone, []], now, holidays), now)).toBe('Nu bereikbaar tot 12.00 uur')
})

test('schedules made at random agree with every minute', { timeout: 120_000 }, () => {
  expect.hasAssertions()
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
  const clock = time.map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
  const date = fc
    .integer({ min: 0, max: 500 })
    .map((days) => Temporal.PlainDate.from('2026-09-01').add({ days }).toString())
  const one = fc.oneof(
    fc
      .tuple(
        fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 }),
        clock,
        clock,
        fc.integer({ min: 1, max: 3 }),
        date,
      )
      .map(([days, opens, closes, interval, dtstart]) =>
        week(days.join(','), `${opens}-${closes}`, { interval, dtstart }),
      ),
    fc
      .tuple(fc.constantFrom('1MO', '2WE', '-1FR', '5SA', '-2TU,1SU'), clock, clock)
      .map(([byday, opens, closes]) => month(byday, `${opens}-${closes}`)),
    fc
      .tuple(date, fc.integer({ min: 0, max: 20 }), fc.option(fc.tuple(clock, clock)))
      .map(([from, days, times]) =>
        onDate(from, times ? times.join('-') : null, Temporal.PlainDate.from(from).add({ days }).toString()),
      ),
    fc
      .tuple(date, fc.integer({ min: 0, max: 90 }), clock, clock)
      .map(([from, days, opens, closes]) =>
        season(from, Temporal.PlainDate.from(from).add({ days }).toString(), 'MO,TH,SU', `${opens}-${closes}`),
      ),
  )
  const moment = fc.integer({ min: Date.UTC(2026, 8, 1) / 60_000, max: Date.UTC(2027, 11, 1) / 60_000 })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), moment, (schedules, minute) => {
      compare(schedules, Temporal.Instant.fromEpochMilliseconds(minute * 60_000))
    }),
    { numRuns: 60 },
  )
})

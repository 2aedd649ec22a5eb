/**
 * HSDS schedules as the device gets them: small, checked at build, and honest about what cannot be known.
 *
 * - Ordinary: `freq` WEEKLY or MONTHLY. Several add up.
 * - Season: the same with both `valid_from` and `valid_to`. On the weekdays that it names it replaces the ordinary times.
 * - Exception: no `freq`. Replaces everything on its days; without times it is closed. The shortest exception wins: one
 *   open day inside a closed fortnight is open.
 * - Dutch public holidays close what is ordinary or seasonal, unless it is day and night or says "ook op feestdagen".
 */
import type { Schedule } from '../../../api/publish/schema.ts'
import { dayNumber } from './zone.ts'

/** Keys are short: every card of the results carries its rules. Days are numbers from 1970, times minutes of the day. */
export type Rule = {
  /** What it is: 0 ordinary, 1 season, 2 exception. */
  k: 0 | 1 | 2
  /** First and last day on which it holds. */
  a?: number
  z?: number
  /** Weekdays, 0 Monday to 6 Sunday. */
  d?: number[]
  /** Which of them in the month: 2 second, -1 last. Aligned with `d`; 0 is every. */
  n?: number[]
  /** Days of the month; -1 is the last. */
  m?: number[]
  /** Every so many weeks or months, counted from `s`. */
  i?: number
  s?: number
  /** Opens and closes; past midnight `c` is more than a day. Absent: closed. */
  o?: number
  c?: number
  /** Also on public holidays. */
  h?: 1
  /** By telephone. */
  t?: 1
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/**
 * The rules of one door (the schedules of a service, or of it at one location). Null when nothing may be said about now:
 * no times at all, or a schedule of which the days or the end cannot be known.
 */
export function rulesOf(schedules: readonly Schedule[]): Rule[] | null {
  const rules: Rule[] = []
  for (const schedule of schedules) {
    const rule = schedule.freq === null ? exception(schedule) : repeating(schedule)
    if (rule === 'unknown') return null
    if (rule) rules.push(rule)
  }
  return rules.some((rule) => rule.c !== undefined) ? rules : null
}

function exception(schedule: Schedule): Rule | null | 'unknown' {
  const first = schedule.dtstart ?? schedule.valid_from
  // Only words ("op afspraak"): nothing to reckon with.
  if (first === null) return null
  const last = schedule.until ?? schedule.valid_to ?? first
  const times = timesOf(schedule)
  if (times === 'unknown') return 'unknown'
  return { k: 2, a: dayNumber(first), z: dayNumber(last), ...times }
}

function repeating(schedule: Schedule): Rule | null | 'unknown' {
  const times = timesOf(schedule)
  if (times === null || times === 'unknown') return times
  const every = schedule.interval ?? 1
  const start = schedule.dtstart ?? schedule.valid_from
  // "Every other week" without a first week is anybody's guess.
  if (every > 1 && start === null) return 'unknown'
  const days = daysOf(schedule)
  if (days === 'unknown') return 'unknown'
  const from = [schedule.dtstart, schedule.valid_from].filter((date) => date !== null).toSorted()
  const to = [schedule.until, schedule.valid_to].filter((date) => date !== null).toSorted()
  return {
    k: schedule.valid_from && schedule.valid_to ? 1 : 0,
    ...(from.length > 0 && { a: dayNumber(from.at(-1) ?? '') }),
    ...(to.length > 0 && { z: dayNumber(to[0] ?? '') }),
    ...days,
    ...(every > 1 && start !== null && { i: every, s: dayNumber(start) }),
    ...(times.o === 0 && times.c === 1440 ? { h: 1 as const } : {}),
    ...(/ook op feestdagen/i.test(`${schedule.description} ${schedule.notes}`) ? { h: 1 as const } : {}),
    ...times,
  }
}

/** Null: no times, so by appointment or closed. Unknown: an opening without an end. */
function timesOf({ opens_at, closes_at, attending_type, description, notes }: Schedule) {
  if (opens_at === null && closes_at === null) return null
  if (opens_at === null || closes_at === null) return 'unknown'
  const opens = minutes(opens_at)
  const until = closes_at === '23:59' && opens === 0 ? 1440 : minutes(closes_at)
  const byPhone = /^(tele)?phone$/i.test(attending_type ?? '') || /telefonisch/i.test(`${description} ${notes}`)
  return { o: opens, c: until <= opens ? until + 1440 : until, ...(byPhone && { t: 1 as const }) }
}

function daysOf(schedule: Schedule): Pick<Rule, 'd' | 'n' | 'm'> | 'unknown' {
  const parts = (schedule.byday ?? '').split(',').filter((part) => part.trim() !== '')
  const days = parts.map((part) => /^\s*([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)\s*$/.exec(part))
  if (days.some((day) => day === null)) return 'unknown'
  if (days.length > 0) {
    const nth = days.map((day) => Number(day?.[1] ?? 0))
    return {
      d: days.map((day) => weekdays.indexOf(day?.[2] ?? '')),
      ...(nth.some((one) => one !== 0) && { n: nth }),
    }
  }
  const numbers = (schedule.bymonthday ?? '').split(',').filter((part) => part.trim() !== '')
  if (numbers.length > 0) {
    const m = numbers.map(Number)
    return m.every((one) => Number.isInteger(one) && one !== 0 && Math.abs(one) <= 31) ? { m } : 'unknown'
  }
  if (schedule.dtstart === null) return schedule.freq === 'MONTHLY' ? 'unknown' : {}
  // RFC 5545: without days it is the day on which it starts.
  if (schedule.freq === 'MONTHLY') return { m: [Number(schedule.dtstart.slice(8))] }
  return { d: [(dayNumber(schedule.dtstart) + 3) % 7] }
}

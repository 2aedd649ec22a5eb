/**
 * Opening hours the slow way, to hold the site's own reckoning against: every minute of the coming year gets a mark when
 * it is open, by Temporal and straight from the HSDS schedule. Shares no code with `site/lib/hours`.
 */
import { Temporal } from 'temporal-polyfill'
import type { Schedule } from '../../api/publish/schema.ts'

const ZONE = 'Europe/Amsterdam'
const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const DAYS = 402

export type Minutes = { open: boolean; changes: number | null }

/** Whether it is open at `now`, and the moment at which that changes; null when it does not within the year. */
export function byTheMinute(
  schedules: readonly Schedule[],
  now: Temporal.Instant,
  holidays: ReadonlySet<string>,
): Minutes {
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate()
  const firstDay = today.subtract({ days: 2 })
  const origin = Math.floor(firstDay.toZonedDateTime(ZONE).epochMilliseconds / 60_000)
  const marks = new Uint8Array((DAYS + 6) * 1500)
  for (let step = 0; step < DAYS; step += 1) {
    const day = firstDay.add({ days: step })
    for (const { opens_at, closes_at } of onDay(schedules, day, holidays)) {
      if (!opens_at || !closes_at) continue
      const wall = (time: string, later: boolean) => {
        const [hour = 0, minute = 0] = time.split(':').map(Number)
        const date = day.add({ days: (later ? 1 : 0) + (hour === 24 ? 1 : 0) })
        return Math.floor(
          date.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from({ hour: hour % 24, minute }) })
            .epochMilliseconds / 60_000,
        )
      }
      const closes = opens_at === '00:00' && closes_at === '23:59' ? '24:00' : closes_at
      const until = wall(closes, closes <= opens_at)
      for (let minute = wall(opens_at, false); minute < until; minute += 1) marks[minute - origin] = 1
    }
  }
  const here = Math.floor(now.epochMilliseconds / 60_000) - origin
  const open = marks[here] === 1
  let at = here
  while (at < marks.length && (marks[at] === 1) === open) at += 1
  // A week without a pause counts as always.
  const far = open ? 8 * 1440 : Infinity
  return { open, changes: at >= marks.length || at - here > far ? null : (at + origin) * 60_000 }
}

function onDay(schedules: readonly Schedule[], day: Temporal.PlainDate, holidays: ReadonlySet<string>): Schedule[] {
  const iso = day.toString()
  const special = schedules.flatMap((schedule) => {
    if (schedule.freq !== null) return []
    const from = schedule.dtstart ?? schedule.valid_from
    const to = schedule.until ?? schedule.valid_to ?? from
    if (from === null || to === null || iso < from || iso > to) return []
    return [{ schedule, days: Temporal.PlainDate.from(from).until(to).days }]
  })
  if (special.length > 0) {
    const least = Math.min(...special.map(({ days }) => days))
    return special.filter(({ days }) => days === least).map(({ schedule }) => schedule)
  }
  const due = schedules.filter((schedule) => schedule.freq !== null && repeats(schedule, day))
  const kept = due.filter((schedule) => !holidays.has(iso) || staysOpen(schedule))
  const season = kept.filter(({ valid_from, valid_to }) => valid_from && valid_to)
  return season.length > 0 ? season : kept
}

const staysOpen = ({ opens_at, closes_at, description }: Schedule) =>
  (opens_at === '00:00' && ['23:59', '24:00', '00:00'].includes(closes_at ?? '')) ||
  (description ?? '').includes('ook op feestdagen')

function repeats(schedule: Schedule, day: Temporal.PlainDate): boolean {
  const iso = day.toString()
  for (const from of [schedule.dtstart, schedule.valid_from]) if (from !== null && iso < from) return false
  for (const to of [schedule.until, schedule.valid_to]) if (to !== null && iso > to) return false
  const every = schedule.interval ?? 1
  const start = schedule.dtstart ?? schedule.valid_from
  if (every > 1 && start !== null) {
    const first = Temporal.PlainDate.from(start)
    if (schedule.freq === 'WEEKLY') {
      const monday = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 })
      if ((monday(first).until(monday(day)).days / 7) % every !== 0) return false
    } else {
      const months = first.with({ day: 1 }).until(day.with({ day: 1 }), { largestUnit: 'month' }).months
      if (months % every !== 0) return false
    }
  }
  const code = codes[day.dayOfWeek - 1] ?? ''
  if (schedule.byday) {
    return schedule.byday.split(',').some((part) => {
      if (!part.endsWith(code)) return false
      const nth = Number(part.slice(0, -2) || 0)
      if (nth === 0) return true
      const same = Array.from({ length: day.daysInMonth }, (_, index) => day.with({ day: index + 1 })).filter(
        (one) => one.dayOfWeek === day.dayOfWeek,
      )
      return same.at(nth > 0 ? nth - 1 : nth)?.equals(day) ?? false
    })
  }
  if (schedule.bymonthday) {
    return schedule.bymonthday
      .split(',')
      .some((number) => (Number(number) > 0 ? Number(number) : day.daysInMonth + 1 + Number(number)) === day.day)
  }
  if (schedule.dtstart === null) return true
  const first = Temporal.PlainDate.from(schedule.dtstart)
  return schedule.freq === 'MONTHLY' ? first.day === day.day : first.dayOfWeek === day.dayOfWeek
}

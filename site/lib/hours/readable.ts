/**
 * Opening hours: HSDS schedules (iCalendar-like) to lines a person reads, and to "open on this day?".
 *
 * Three sorts of schedule are told apart: the ordinary week (`freq` WEEKLY or MONTHLY), a season (the same with
 * `valid_from`/`valid_to`), and an exception (no `freq`: the days from `dtstart` or `valid_from` to `until`,
 * `valid_to`, or that one day). An exception without times means closed.
 */
import type { Schedule } from '../../../api/publish/schema.ts'
import { type HoursWords, hoursWords } from './words.ts'

export type HoursLine = { days: string; times: string[]; note: string | null }
export type Hours = { regular: HoursLine[]; seasons: { title: string; lines: HoursLine[] }[]; exceptions: HoursLine[] }

const order = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
type Day = (typeof order)[number]
type Recurrence = { day: Day; nth: number | null }

/** Everything to say about when, for people. Exceptions that ended before `today` (YYYY-MM-DD) are left out. */
export function readableHours(schedules: readonly Schedule[], today: string, w: HoursWords = hoursWords.nl): Hours {
  const current = schedules.filter((schedule) => lastDay(schedule) === null || (lastDay(schedule) ?? '') >= today)
  const repeating = current.filter((schedule) => schedule.freq !== null)
  const seasonal = repeating.filter((schedule) => schedule.valid_from && schedule.valid_to)
  const titleOf = (schedule: Schedule) => w.season(w.day(schedule.valid_from ?? ''), w.day(schedule.valid_to ?? ''))
  const titles = [...new Set(seasonal.map(titleOf))]
  return {
    regular: lines(
      repeating.filter((schedule) => !seasonal.includes(schedule)),
      w,
    ),
    seasons: titles.map((title) => ({
      title,
      lines: lines(
        seasonal.filter((schedule) => titleOf(schedule) === title),
        w,
      ),
    })),
    exceptions: current
      .filter((schedule) => schedule.freq === null && firstDay(schedule) !== null)
      .sort((a, b) => (firstDay(a) ?? '').localeCompare(firstDay(b) ?? ''))
      .map((schedule) => exceptionLine(schedule, w)),
  }
}

export const hasHours = (hours: Hours) => hours.regular.length + hours.seasons.length + hours.exceptions.length > 0

/** Schedules without days or dates carry only words ("op afspraak"); the page shows those words. */
export function hoursNotes(schedules: readonly Schedule[]): string[] {
  return schedules
    .filter((schedule) => schedule.freq === null && firstDay(schedule) === null)
    .map((schedule) => schedule.description ?? schedule.notes ?? '')
    .filter((words) => words !== '')
}

const firstDay = (schedule: Schedule) => schedule.dtstart ?? schedule.valid_from
function lastDay(schedule: Schedule): string | null {
  if (schedule.freq === null) return schedule.until ?? schedule.valid_to ?? firstDay(schedule)
  return schedule.until ?? schedule.valid_to
}

function exceptionLine(schedule: Schedule, w: HoursWords): HoursLine {
  const from = firstDay(schedule) ?? ''
  const to = lastDay(schedule) ?? from
  return {
    days: from === to ? w.longDate(from) : w.until(w.day(from), w.day(to)),
    times: [timesOf(schedule, w)],
    note: noteOf(schedule),
  }
}

/** Days with the same times on one line, in the order of the week. */
function lines(schedules: readonly Schedule[], w: HoursWords): HoursLine[] {
  const perDay = new Map<string, { recurrence: Recurrence | null; prefix: string; slots: Schedule[] }>()
  for (const schedule of schedules) {
    const interval = schedule.interval ?? 1
    const prefix = interval > 1 ? w.every(interval, schedule.freq === 'MONTHLY' ? 'months' : 'weeks') : ''
    for (const recurrence of recurrences(schedule)) {
      const key = `${recurrence ? `${recurrence.nth ?? ''}${recurrence.day}` : (schedule.bymonthday ?? '')}|${prefix}`
      const entry = perDay.get(key) ?? { recurrence, prefix, slots: [] }
      entry.slots.push(schedule)
      perDay.set(key, entry)
    }
  }
  const merged = new Map<string, { days: (Recurrence | null)[]; line: HoursLine; monthDays: string | null }>()
  for (const { recurrence, prefix, slots } of perDay.values()) {
    const sorted = [...slots].sort((a, b) => (a.opens_at ?? '').localeCompare(b.opens_at ?? ''))
    const times = [...new Set(sorted.map((slot) => timesOf(slot, w)))]
    const note = [...new Set(sorted.map(noteOf).filter((text) => text !== null))].join('. ') || null
    const monthDays = recurrence ? null : (slots[0]?.bymonthday ?? null)
    const key = `${prefix}|${recurrence?.nth ?? ''}|${monthDays ?? ''}|${times.join()}|${note ?? ''}`
    const entry = merged.get(key) ?? { days: [], line: { days: prefix, times, note }, monthDays }
    entry.days.push(recurrence)
    merged.set(key, entry)
  }
  return [...merged.values()]
    .map(({ days, line, monthDays }) => ({
      ...line,
      days: capital(line.days + daysWords(days, monthDays, w)),
      rank: rank(days),
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ days, times, note }) => ({ days, times, note }))
}

const rank = (days: (Recurrence | null)[]) =>
  Math.min(...days.map((day) => (day ? order.indexOf(day.day) + (day.nth ? 10 : 0) : 30)))
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function recurrences(schedule: Schedule): (Recurrence | null)[] {
  const days = (schedule.byday ?? '').split(',').flatMap((part): Recurrence[] => {
    const match = /^\s*([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)\s*$/.exec(part)
    return match ? [{ day: match[2] as Day, nth: match[1] ? Number(match[1]) : null }] : []
  })
  if (days.length > 0) return days
  // RFC 5545: a week without days falls on the day it starts.
  if (schedule.freq === 'WEEKLY' && schedule.dtstart !== null) {
    const start = order[(new Date(`${schedule.dtstart}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO'
    return [{ day: start, nth: null }]
  }
  return [null]
}

/** "maandag tot en met vrijdag", "dinsdag en donderdag", "eerste dinsdag van de maand", "elke dag". */
function daysWords(days: (Recurrence | null)[], monthDays: string | null, w: HoursWords): string {
  const known = days.filter((day) => day !== null)
  if (known.length === 0) return monthDays ? w.daysOfMonth(monthDays.split(',')) : w.everyDay
  const nth = known[0]?.nth ?? null
  if (nth !== null) {
    const names = known.map((day) => w.days[day.day])
    return w.ofMonth(w.ordinals[nth] ?? w.ordinal(nth), enumeration(names, w))
  }
  const indexes = [...new Set(known.map((day) => order.indexOf(day.day)))].sort((a, b) => a - b)
  if (indexes.length === 7) return w.everyDay
  return enumeration(runs(indexes, w), w)
}

/** Three or more days in a row become "maandag tot en met woensdag". */
function runs(indexes: number[], w: HoursWords): string[] {
  const groups: number[][] = []
  for (const index of indexes) {
    const last = groups.at(-1)
    if (last && last.at(-1) === index - 1) last.push(index)
    else groups.push([index])
  }
  return groups.flatMap((group) => {
    const names = group.map((index) => w.days[order[index] ?? 'MO'])
    return names.length > 2 ? [w.until(names[0] ?? '', names.at(-1) ?? '')] : names
  })
}

const enumeration = (words: string[], w: HoursWords) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${w.and} ${words.at(-1)}`

/** "9.00 tot 12.00 uur", with how one attends where that is not in person: "13.00 tot 15.00 uur, telefonisch". */
function timesOf(schedule: Schedule, w: HoursWords): string {
  const attending = attendingTypes[(schedule.attending_type ?? '').toLowerCase()]
  return attending ? `${clockTimes(schedule, w)}, ${w.attending[attending]}` : clockTimes(schedule, w)
}

/** HSDS schedule.attending_type. "In person" is what everyone expects, so it is not said. */
const attendingTypes: Record<string, keyof HoursWords['attending']> = {
  phone: 'phone',
  telephone: 'phone',
  online: 'online',
  virtual: 'online',
}

function clockTimes(schedule: Schedule, w: HoursWords): string {
  if (schedule.opens_at && schedule.closes_at) {
    if (schedule.opens_at === '00:00' && ['00:00', '23:59', '24:00'].includes(schedule.closes_at)) return w.dayAndNight
    return w.times(w.clock(schedule.opens_at), w.clock(schedule.closes_at))
  }
  if (schedule.opens_at) return w.timesFrom(w.clock(schedule.opens_at))
  return schedule.freq === null ? w.closed : w.byAppointment
}

function noteOf(schedule: Schedule): string | null {
  const parts = [schedule.description, schedule.notes].filter((part) => part !== null && part !== '')
  return parts.length > 0 ? [...new Set(parts)].join('. ') : null
}

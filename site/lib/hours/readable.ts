/**
 * Opening hours: HSDS schedules (iCalendar-like) to lines a person reads, and to "open on this day?".
 *
 * Three sorts of schedule are told apart: the ordinary week (`freq` WEEKLY or MONTHLY), a season (the same with
 * `valid_from`/`valid_to`), and an exception (no `freq`: the days from `dtstart` or `valid_from` to `until`,
 * `valid_to`, or that one day). An exception without times means closed.
 */
import type { Schedule } from '../../../api/publish/schema.ts'
import { formatDay, formatLongDate } from '../dates.ts'
import { attendingWords, dayNames, ordinals } from '../public-words.ts'

export type HoursLine = { days: string; times: string[]; note: string | null }
export type Hours = { regular: HoursLine[]; seasons: { title: string; lines: HoursLine[] }[]; exceptions: HoursLine[] }

const order = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
type Day = (typeof order)[number]
type Recurrence = { day: Day; nth: number | null }

/** Everything to say about when, for people. Exceptions that ended before `today` (YYYY-MM-DD) are left out. */
export function readableHours(schedules: readonly Schedule[], today: string): Hours {
  const current = schedules.filter((schedule) => lastDay(schedule) === null || (lastDay(schedule) ?? '') >= today)
  const repeating = current.filter((schedule) => schedule.freq !== null)
  const seasonal = repeating.filter((schedule) => schedule.valid_from && schedule.valid_to)
  const titles = [...new Set(seasonal.map(seasonTitle))]
  return {
    regular: lines(repeating.filter((schedule) => !seasonal.includes(schedule))),
    seasons: titles.map((title) => ({
      title,
      lines: lines(seasonal.filter((schedule) => seasonTitle(schedule) === title)),
    })),
    exceptions: current
      .filter((schedule) => schedule.freq === null && firstDay(schedule) !== null)
      .sort((a, b) => (firstDay(a) ?? '').localeCompare(firstDay(b) ?? ''))
      .map(exceptionLine),
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

const seasonTitle = (schedule: Schedule) =>
  `Van ${formatDay(schedule.valid_from ?? '')} tot en met ${formatDay(schedule.valid_to ?? '')}`

function exceptionLine(schedule: Schedule): HoursLine {
  const from = firstDay(schedule) ?? ''
  const to = lastDay(schedule) ?? from
  return {
    days: from === to ? formatLongDate(from) : `${formatDay(from)} tot en met ${formatDay(to)}`,
    times: [timesOf(schedule)],
    note: noteOf(schedule),
  }
}

/** Days with the same times on one line, in the order of the week. */
function lines(schedules: readonly Schedule[]): HoursLine[] {
  const perDay = new Map<string, { recurrence: Recurrence | null; prefix: string; slots: Schedule[] }>()
  for (const schedule of schedules) {
    const prefix = (schedule.interval ?? 1) > 1 ? `om de ${schedule.interval} ${intervalUnit(schedule)}, ` : ''
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
    const times = [...new Set(sorted.map(timesOf))]
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
      days: capital(line.days + daysWords(days, monthDays)),
      rank: rank(days),
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ days, times, note }) => ({ days, times, note }))
}

const intervalUnit = (schedule: Schedule) => (schedule.freq === 'MONTHLY' ? 'maanden' : 'weken')
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
function daysWords(days: (Recurrence | null)[], monthDays: string | null): string {
  const known = days.filter((day) => day !== null)
  if (known.length === 0) return monthDays ? `de ${monthDays.split(',').join('e en ')}e van de maand` : 'elke dag'
  const nth = known[0]?.nth ?? null
  if (nth !== null) {
    const names = known.map((day) => dayNames[day.day])
    return `elke ${ordinals[nth] ?? `${nth}e`} ${enumeration(names)} van de maand`
  }
  const indexes = [...new Set(known.map((day) => order.indexOf(day.day)))].sort((a, b) => a - b)
  if (indexes.length === 7) return 'elke dag'
  return enumeration(runs(indexes))
}

/** Three or more days in a row become "maandag tot en met woensdag". */
function runs(indexes: number[]): string[] {
  const groups: number[][] = []
  for (const index of indexes) {
    const last = groups.at(-1)
    if (last && last.at(-1) === index - 1) last.push(index)
    else groups.push([index])
  }
  return groups.flatMap((group) => {
    const names = group.map((index) => dayNames[order[index] ?? 'MO'])
    return names.length > 2 ? [`${names[0]} tot en met ${names.at(-1)}`] : names
  })
}

const enumeration = (words: string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`

/** "9.00 tot 12.00 uur", with how one attends where that is not in person: "13.00 tot 15.00 uur, telefonisch". */
function timesOf(schedule: Schedule): string {
  const attending = attendingWords[(schedule.attending_type ?? '').toLowerCase()]
  return attending ? `${clockTimes(schedule)}, ${attending}` : clockTimes(schedule)
}

function clockTimes(schedule: Schedule): string {
  if (schedule.opens_at && schedule.closes_at) {
    if (schedule.opens_at === '00:00' && ['00:00', '23:59', '24:00'].includes(schedule.closes_at)) return 'dag en nacht'
    return `${clock(schedule.opens_at)} tot ${clock(schedule.closes_at)} uur`
  }
  if (schedule.opens_at) return `vanaf ${clock(schedule.opens_at)} uur`
  return schedule.freq === null ? 'gesloten' : 'op afspraak'
}

/** `09:00` → "9.00": Dutch times have a point and no leading zero. */
const clock = (time: string) => time.replace(/^0(?=\d)/, '').replace(':', '.')

function noteOf(schedule: Schedule): string | null {
  const parts = [schedule.description, schedule.notes].filter((part) => part !== null && part !== '')
  return parts.length > 0 ? [...new Set(parts)].join('. ') : null
}

/** A deadline as somebody with forty cases reads it: how long still, then which day. */
import { dayOf, formatDay } from './dates.ts'

export type DeadlineWords = { text: string; day: string; tone: 'late' | 'today' | 'soon' | 'later' }

const MS_PER_DAY = 86_400_000
const weekday = new Intl.DateTimeFormat('nl-NL', { weekday: 'short', timeZone: 'UTC' })
const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' })

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY)

/** The last day of a deadline. A moment at midnight ends the day before it: "three working days" holds the whole third. */
export const lastDayOf = (moment: Date): string => dayOf(new Date(moment.getTime() - 1))

/** `due` is a moment (`…T23:00:00Z`, exclusive) or a day (`2026-11-25`, the whole day). */
export function deadlineWords(due: string, now: Date): DeadlineWords {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(due)
  const day = isDay ? due : lastDayOf(new Date(due))
  const left = dayNumber(day) - dayNumber(dayOf(now))
  const shown = shortDay(day)
  if (left < 0) return { text: left === -1 ? '1 dag te laat' : `${-left} dagen te laat`, day: shown, tone: 'late' }
  if (left === 0) {
    const passed = !isDay && new Date(due) <= now
    return passed
      ? { text: 'vandaag, te laat', day: shown, tone: 'late' }
      : { text: 'vandaag', day: shown, tone: 'today' }
  }
  if (left === 1) return { text: 'morgen', day: shown, tone: 'soon' }
  return { text: `over ${left} dagen`, day: shown, tone: left <= 3 ? 'soon' : 'later' }
}

/** `2026-11-25` → "wo 25 november". */
export const shortDay = (day: string) => `${weekday.format(new Date(`${day}T12:00:00Z`))} ${formatDay(day)}`

/** A moment that has a clock time of its own: "wo 25 november, 14:30". */
export const momentWords = (moment: string) => `${shortDay(dayOf(new Date(moment)))}, ${clock.format(new Date(moment))}`

/** The time of the day of a moment, as a time field takes it: "14:30". In Dutch time. */
export const timeOf = (moment: string) => clock.format(new Date(moment))

/** What a date field and a time field say together, as a moment; null when either is missing. In Dutch time. */
export function momentOf(day: string, time: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  // The offset of the Netherlands at that moment, found by asking what the clock there shows.
  for (const hours of [1, 2]) {
    const moment = new Date(asUtc - hours * 3_600_000)
    if (dayOf(moment) === day && clock.format(moment) === time) return moment.toISOString()
  }
  return null
}

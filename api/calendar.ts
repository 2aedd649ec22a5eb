/** Working days in the Netherlands: deadlines are counted in days on which a desk can answer. */
import Holidays from 'date-holidays'
import { Temporal } from 'temporal-polyfill'

const ZONE = 'Europe/Amsterdam'
const holidays = new Holidays('NL')

/** Days on which front-line desks are closed by custom; the library counts Good Friday and Liberation Day as school days. */
const isHoliday = (day: Temporal.PlainDate): boolean => {
  const date = day.toString()
  const known = looked.get(date)
  if (known !== undefined) return known
  const found = (holidays.isHoliday(new Date(`${date}T12:00:00+01:00`)) || []).some(({ type }) => type === 'public')
  looked.set(date, found)
  return found
}

/** Days looked up before: the library takes milliseconds for each, and a term asks for the same few days again and again. */
const looked = new Map<string, boolean>()

export type Closing = { from: string; until: string }

function isWorkingDay(day: Temporal.PlainDate, closings: readonly Closing[]): boolean {
  const date = day.toString()
  return day.dayOfWeek <= 5 && !isHoliday(day) && !closings.some(({ from, until }) => from <= date && date <= until)
}

/**
 * The `days`-th working day after `from`, as a date (`2026-11-25`). Weekends, Dutch public holidays and `closings` (both
 * ends included) do not count. Source: domain.md, Transfer, deadlines.
 */
export function workingDayAfter(from: Date, days: number, closings: readonly Closing[] = []): string {
  let day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(ZONE).toPlainDate()
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day, closings)) left -= 1
  }
  return day.toString()
}

/** The end of that working day (midnight in Amsterdam): a deadline of "three working days" holds the whole third day. */
export function endOfWorkingDayAfter(from: Date, days: number, closings: readonly Closing[] = []): Date {
  const day = Temporal.PlainDate.from(workingDayAfter(from, days, closings)).add({ days: 1 })
  return new Date(day.toZonedDateTime(ZONE).epochMilliseconds)
}

/** Today's date in the Netherlands. */
export const dateIn = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString()

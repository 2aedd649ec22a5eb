/** Dutch public holidays, made at build: the library that knows them is far too large for a telephone. Build time only. */
import Holidays from 'date-holidays'
import type { Holidays as Days } from './now.ts'
import { dayNumber } from './zone.ts'

/**
 * Days on which nearly everything is closed, by the number of the day. The library counts Good Friday and Liberation Day
 * as school days and knows that King's Day moves to Saturday when 27 April is a Sunday.
 */
export function publicHolidays(fromYear: number, toYear: number): Days {
  const calendar = new Holidays('NL', { languages: 'nl' })
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index)
  const days = years.flatMap((year) => calendar.getHolidays(year)).filter(({ type }) => type === 'public')
  return Object.fromEntries(days.map(({ date, name }) => [dayNumber(date.slice(0, 10)), name]))
}

/** A status in a Dutch sentence, as short as a resident needs it. */
import type { Status } from './now.ts'
import { dateOf, dayAt, minutesAt } from './zone.ts'

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('nl-NL', { ...options, timeZone: 'UTC' })
const weekday = format({ weekday: 'long' })
const dayOfYear = format({ weekday: 'long', day: 'numeric', month: 'long' })

/** 9.00, 17.30: Dutch times have a point and no leading zero. */
function clock(at: number): string {
  const minutes = minutesAt(at)
  return `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, '0')} uur`
}

/** Null when there is nothing to say: it does not open again within the year. */
export function sayStatus(status: Status, now: number): string | null {
  const today = dayAt(now)
  if (status.open) {
    const word = status.byPhone ? 'Nu bereikbaar' : 'Nu open'
    if (status.until === null) return status.byPhone ? 'Dag en nacht bereikbaar' : 'Dag en nacht open'
    const later = dayAt(status.until) - today
    const midnight = minutesAt(status.until) === 0 && later === 1
    if (midnight) return `${word} tot middernacht`
    return `${word} tot ${later > 1 ? `${weekday.format(dateOf(today + later))} ` : ''}${clock(status.until)}`
  }
  if (status.next === null) return null
  const days = dayAt(status.next) - today
  const time = clock(status.next)
  const opens = status.byPhone ? 'Bereikbaar' : 'Opent'
  const why = status.holiday ? `Vandaag dicht: ${status.holiday}. ` : ''
  if (days === 0) return `${opens} vandaag om ${time}`
  if (days === 1) return `${why}${opens} morgen om ${time}`
  if (days < 7) return `${why}${opens} ${weekday.format(dateOf(today + days))} om ${time}`
  const next = status.byPhone ? 'Volgende keer bereikbaar' : 'Volgende keer open'
  return `${why}${next}: ${dayOfYear.format(dateOf(today + days))} om ${time}`
}

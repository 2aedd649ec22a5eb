/** A status in a sentence, as short as a resident needs it, in the language of the page. */
import type { Status } from './now.ts'
import { dateOf, dayAt, minutesAt } from './zone.ts'

const nl = {
  locale: 'nl-NL',
  open: 'Nu open',
  reachable: 'Nu bereikbaar',
  alwaysOpen: 'Dag en nacht open',
  alwaysReachable: 'Dag en nacht bereikbaar',
  until: ' tot ',
  midnight: ' tot middernacht',
  opens: 'Opent',
  answers: 'Bereikbaar',
  today: ' vandaag om ',
  tomorrow: ' morgen om ',
  at: ' om ',
  nextOpen: 'Volgende keer open: ',
  nextReachable: 'Volgende keer bereikbaar: ',
  closedFor: 'Vandaag dicht: ',
  /** 9.00, 17.30: a point and no leading zero. */
  clock: (hours: number, minutes: string) => `${hours}.${minutes} uur`,
}
const en: typeof nl = {
  locale: 'en-GB',
  open: 'Open now',
  reachable: 'You can call now',
  alwaysOpen: 'Open day and night',
  alwaysReachable: 'You can call day and night',
  until: ' until ',
  midnight: ' until midnight',
  opens: 'Opens',
  answers: 'You can call',
  today: ' today at ',
  tomorrow: ' tomorrow at ',
  at: ' at ',
  nextOpen: 'Open next: ',
  nextReachable: 'You can call next: ',
  closedFor: 'Closed today: ',
  clock: (hours, minutes) => `${hours}:${minutes}`,
}
const words = { nl, en }
export type SayLang = keyof typeof words

/** Making one is a hundred times the work of using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function dayName(locale: string, day: number, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${Object.values(options).join(' ')}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC', ...options })
  formats.set(key, format)
  return format.format(dateOf(day))
}

/** Null when there is nothing to say: it does not open again within the year. */
export function sayStatus(status: Status, now: number, lang: SayLang = 'nl'): string | null {
  const w = words[lang]
  const clock = (at: number) => {
    const minutes = minutesAt(at)
    return w.clock(Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0'))
  }
  const today = dayAt(now)
  if (status.open) {
    if (status.until === null) return status.byPhone ? w.alwaysReachable : w.alwaysOpen
    const word = status.byPhone ? w.reachable : w.open
    const later = dayAt(status.until) - today
    if (minutesAt(status.until) === 0 && later === 1) return word + w.midnight
    return `${word}${w.until}${later > 1 ? `${dayName(w.locale, today + later, {})} ` : ''}${clock(status.until)}`
  }
  if (status.next === null) return null
  const days = dayAt(status.next) - today
  const time = clock(status.next)
  const opens = status.byPhone ? w.answers : w.opens
  const why = status.holiday ? `${w.closedFor}${status.holiday}. ` : ''
  if (days === 0) return opens + w.today + time
  if (days === 1) return why + opens + w.tomorrow + time
  if (days < 7) return `${why}${opens} ${dayName(w.locale, today + days, {})}${w.at}${time}`
  const next = status.byPhone ? w.nextReachable : w.nextOpen
  return why + next + dayName(w.locale, today + days, { day: 'numeric', month: 'long' }) + w.at + time
}

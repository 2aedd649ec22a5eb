/** The words of opening hours in each language of the frame; the texts of editors between them stay as they are. */
import { formatDay, formatLongDate } from '../dates.ts'

export type HoursWords = {
  days: Record<'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU', string>
  /** Which one of the month: 1 to 5, and -1 for the last. */
  ordinals: Record<number, string>
  ordinal: (nth: number) => string
  attending: { phone: string; online: string }
  until: (from: string, to: string) => string
  and: string
  dayAndNight: string
  closed: string
  byAppointment: string
  everyDay: string
  season: (from: string, to: string) => string
  times: (from: string, to: string) => string
  timesFrom: (from: string) => string
  /** `interval` weeks or months. */
  every: (interval: number, unit: 'weeks' | 'months') => string
  ofMonth: (ordinal: string, days: string) => string
  daysOfMonth: (days: string[]) => string
  day: (date: string) => string
  longDate: (date: string) => string
  /** `09:00` as people write it. */
  clock: (time: string) => string
}

const nl: HoursWords = {
  days: {
    MO: 'maandag',
    TU: 'dinsdag',
    WE: 'woensdag',
    TH: 'donderdag',
    FR: 'vrijdag',
    SA: 'zaterdag',
    SU: 'zondag',
  },
  ordinals: { 1: 'eerste', 2: 'tweede', 3: 'derde', 4: 'vierde', 5: 'vijfde', [-1]: 'laatste' },
  ordinal: (nth) => `${nth}e`,
  attending: { phone: 'telefonisch', online: 'online' },
  until: (from, to) => `${from} tot en met ${to}`,
  and: 'en',
  dayAndNight: 'dag en nacht',
  closed: 'gesloten',
  byAppointment: 'op afspraak',
  everyDay: 'elke dag',
  season: (from, to) => `Van ${from} tot en met ${to}`,
  times: (from, to) => `${from} tot ${to} uur`,
  timesFrom: (from) => `vanaf ${from} uur`,
  every: (interval, unit) => `om de ${interval} ${unit === 'months' ? 'maanden' : 'weken'}, `,
  ofMonth: (ordinal, days) => `elke ${ordinal} ${days} van de maand`,
  daysOfMonth: (days) => `de ${days.join('e en ')}e van de maand`,
  day: (date) => formatDay(date),
  longDate: (date) => formatLongDate(date),
  // A point and no leading zero.
  clock: (time) => time.replace(/^0(?=\d)/, '').replace(':', '.'),
}

const en: HoursWords = {
  days: {
    MO: 'Monday',
    TU: 'Tuesday',
    WE: 'Wednesday',
    TH: 'Thursday',
    FR: 'Friday',
    SA: 'Saturday',
    SU: 'Sunday',
  },
  ordinals: { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', [-1]: 'last' },
  ordinal: (nth) => `${nth}th`,
  attending: { phone: 'by phone', online: 'online' },
  until: (from, to) => `${from} to ${to}`,
  and: 'and',
  dayAndNight: 'day and night',
  closed: 'closed',
  byAppointment: 'by appointment',
  everyDay: 'every day',
  season: (from, to) => `From ${from} to ${to}`,
  times: (from, to) => `${from} to ${to}`,
  timesFrom: (from) => `from ${from}`,
  every: (interval, unit) => `every ${interval} ${unit}, `,
  ofMonth: (ordinal, days) => `every ${ordinal} ${days} of the month`,
  daysOfMonth: (days) => `day ${days.join(' and ')} of the month`,
  day: (date) => formatDay(date, 'en'),
  longDate: (date) => formatLongDate(date, 'en'),
  clock: (time) => time.replace(/^0(?=\d)/, ''),
}

export const hoursWords: Record<'nl' | 'en', HoursWords> = { nl, en }

/** Dates as readers know them. Always in the time of the Netherlands: a server elsewhere must not shift a day. */
const zone = 'Europe/Amsterdam'
const locales = { nl: 'nl-NL', en: 'en-GB' } as const
export type DateLang = keyof typeof locales

const made = new Map<string, Intl.DateTimeFormat>()
/** Formats are made once: each costs more than what it formats. */
function format(lang: DateLang, options: Intl.DateTimeFormatOptions, date: string): string {
  const key = lang + Object.keys(options).join()
  const known = made.get(key) ?? new Intl.DateTimeFormat(locales[lang], { ...options, timeZone: 'UTC' })
  made.set(key, known)
  return known.format(new Date(`${date}T12:00:00Z`))
}
const local = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone })

/** `2026-03-03` → "3 maart 2026". */
export const formatDate = (date: string, lang: DateLang = 'nl') =>
  format(lang, { day: 'numeric', month: 'long', year: 'numeric' }, date)
/** `2026-03-03` → "3 maart". */
export const formatDay = (date: string, lang: DateLang = 'nl') => format(lang, { day: 'numeric', month: 'long' }, date)
/** `2026-03-03` → "dinsdag 3 maart 2026". */
export const formatLongDate = (date: string, lang: DateLang = 'nl') =>
  `${format(lang, { weekday: 'long' }, date)} ${formatDate(date, lang)}`

/** The calendar day in the Netherlands at this moment, as `YYYY-MM-DD`. */
export const dayOf = (moment: Date) => local.format(moment)

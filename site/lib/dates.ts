/** Dates as Dutch readers know them. Always in the time of the Netherlands: a server elsewhere must not shift a day. */
const zone = 'Europe/Amsterdam'
const day = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const dayWithoutYear = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const weekday = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', timeZone: 'UTC' })
const local = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone })

const noon = (date: string) => new Date(`${date}T12:00:00Z`)

/** `2026-03-03` → "3 maart 2026". */
export const formatDate = (date: string) => day.format(noon(date))
/** `2026-03-03` → "3 maart". */
export const formatDay = (date: string) => dayWithoutYear.format(noon(date))
/** `2026-03-03` → "dinsdag 3 maart 2026". */
export const formatLongDate = (date: string) => `${weekday.format(noon(date))} ${formatDate(date)}`

/** The calendar day in the Netherlands at this moment, as `YYYY-MM-DD`. */
export const dayOf = (moment: Date) => local.format(moment)

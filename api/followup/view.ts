/** What the API fills into the follow page: names, days and numbers. The sentences around them are the site's. */
import type { Ball } from './queries.ts'

const day = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Amsterdam',
})

/** When nothing is agreed on a day, and when no phone number is known. */
const noDay = 'de dag die u samen afspreekt'
const noPhone = { phone: 'via onze contactpagina', phone_href: '/contact/' }

/** The facts of the ball as text, by the names of the slots. A deadline at midnight is the end of the day before. */
export function ballSlots(ball: Ball): Record<string, string> {
  return {
    holder: ball.holder,
    desk: ball.desk ?? ball.holder,
    since: day.format(ball.since),
    until: ball.until ? day.format(new Date(ball.until.getTime() - 1)) : noDay,
    ...(ball.phone ? { phone: ball.phone, phone_href: `tel:${ball.phone.replace(/[^\d+]/g, '')}` } : noPhone),
  }
}

/** After how long somebody may try again, in words. */
export function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return minutes <= 1 ? 'een minuut' : minutes === 15 ? 'een kwartier' : `${minutes} minuten`
}

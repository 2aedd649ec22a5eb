/** When a mail may leave, by what somebody chose. Pure: the moment comes in. */
import { Temporal } from 'temporal-polyfill'
import { dateIn, workingDayAfter } from '../calendar.ts'
import type { MailPreference } from './table.ts'

const ZONE = 'Europe/Amsterdam'
const DAY_MS = 86_400_000

/**
 * The moment at which the mail of this topic may leave: now, at the end of the quiet hours, or with the next digest on a
 * working day. What is acute, or an alarm of a resident, waits for nothing (domain.md section 4).
 */
export function mailMoment(preference: MailPreference, topic: string, now: Date): Date {
  if (topic.endsWith('.acute') || topic.startsWith('resident.')) return now
  return afterQuietHours(preference, preference.mail === 'digest' ? nextDigest(preference.digestHour, now) : now)
}

/** Today at that hour if that is still to come and a working day, or else the next working day. */
function nextDigest(hour: number, now: Date): Date {
  const today = dateIn(now)
  const isWorkingDay = workingDayAfter(new Date(now.getTime() - DAY_MS), 1) === today
  const at = isWorkingDay ? atHour(today, hour) : null
  return at && at > now ? at : atHour(workingDayAfter(now, 1), hour)
}

function afterQuietHours({ quietFrom, quietUntil }: MailPreference, at: Date): Date {
  if (quietFrom === quietUntil) return at
  const { hour } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE)
  const overnight = quietFrom > quietUntil
  const quiet = overnight ? hour >= quietFrom || hour < quietUntil : hour >= quietFrom && hour < quietUntil
  if (!quiet) return at
  const day =
    overnight && hour >= quietFrom ? Temporal.PlainDate.from(dateIn(at)).add({ days: 1 }).toString() : dateIn(at)
  return atHour(day, quietUntil)
}

const atHour = (day: string, hour: number) =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from({ hour }) })
      .epochMilliseconds,
  )

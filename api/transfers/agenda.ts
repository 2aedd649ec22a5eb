/** The three-way contact for somebody's calendar: a time and a reference, and nobody's name (domain.md invariant 6). */
import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Transfer } from './transfer.ts'

const LASTS_MINUTES = 60

/**
 * An iCalendar file. Planned: the moment itself, in UTC, for every calendar to show in its own time; not planned yet:
 * the last day on which it should be. A later file of the same transfer takes the place of an earlier one.
 */
export function agendaOf(
  transfer: Pick<Transfer, 'id' | 'version' | 'contactOn' | 'contactBy'>,
  reference: string,
  publicUrl: string,
  now: Date,
): string | null {
  const { id, version, contactOn, contactBy } = transfer
  // A deadline at midnight is the end of the day before.
  const lastDay = contactBy && new Date(contactBy.getTime() - 12 * 3_600_000)
  const start = contactOn ?? lastDay
  if (!start) return null
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Voordeur', product: 'Voordeur', language: 'NL' },
  })
  calendar.createEvent({
    id: `${id}@voordeur`,
    sequence: version,
    // Without a zone: the time goes out in UTC whatever the zone of this machine.
    start,
    ...(contactOn ? { end: new Date(start.getTime() + LASTS_MINUTES * 60_000) } : { allDay: true }),
    stamp: now,
    summary: `${contactOn ? 'Gesprek' : 'Uiterste dag voor een gesprek'} over ${reference}`,
    description: 'Met wie en waarover staat in Voordeur.',
    url: `${publicUrl}/werk/`,
  })
  return calendar.toString()
}

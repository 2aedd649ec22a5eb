/** What travels over the wire about the meetings of a school support team. No case and no person is in it. */
import { z } from 'zod'
import { day, type SideRef } from '../matters/schema.ts'
import type { Urgency } from '../signals/signal.ts'
import { anonymousText } from '../text.ts'
import { type GuestRole, guestRoles, type Kind, kinds } from './codes.ts'

const at = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'date.invalid' })
const room = anonymousText({ max: 120 }).nullable().default(null)
const guests = z
  .array(z.strictObject({ deskId: z.uuid(), role: z.enum(guestRoles) }))
  .max(12)
  .default([])

/** A year of meetings is planned at once: the same hour, room and guests. */
export const meetingsPlanned = z.strictObject({
  kind: z.enum(kinds),
  days: z.array(day).min(1, { error: 'text.required' }).max(40),
  at,
  room,
  guests,
})
export const meetingChanged = z.strictObject({ day, at, room, guests })
/** `present`: the teams that joined. The report is for who did not. */
export const meetingHeld = z.strictObject({
  present: z.array(z.uuid()).max(12).default([]),
  report: anonymousText({ max: 2_000 }).nullable().default(null),
})
export type MeetingsPlanned = z.infer<typeof meetingsPlanned>
export type MeetingChanged = z.infer<typeof meetingChanged>
export type MeetingHeld = z.infer<typeof meetingHeld>

export type MeetingCommand = 'change' | 'cancel' | 'hold'
export type MeetingGuest = SideRef & { role: GuestRole; present: boolean | null }
export type MeetingLine = { theme: string; urgency: Urgency; collective: boolean; team: string }
export type MeetingView = {
  id: string
  kind: Kind
  day: string
  at: string
  room: string | null
  school: SideRef
  /** `guest`: we join this meeting of another. */
  weAre: 'school' | 'guest'
  state: 'planned' | 'held'
  heldAt: string | null
  guests: MeetingGuest[]
  /** What left it so far; for a guest once it was held. */
  lines: MeetingLine[]
  /** What was written in it and is not sent yet; for a guest always none. */
  sheets: number
  report: string | null
  /** We were asked and were not there: the report is for us. */
  missed: boolean
  commands: MeetingCommand[]
}
export type MeetingsView = { planned: MeetingView[]; held: MeetingView[] }
export type MeetingsMade = { ids: string[] }
export type MeetingMoved = { id: string }

/** What travels over the wire about a team: its queue, who has how much in hand, who is away, and when it is closed. */
import { z } from 'zod'

const day = z.iso.date({ error: 'date.invalid' })

/** Somebody is away, both days included; the deputy sees their work and gets their messages. */
export const absence = z
  .strictObject({ memberId: z.uuid(), from: day, until: day, deputyId: z.uuid().nullable().default(null) })
  .refine(({ from, until }) => from <= until, { error: 'date.before_start', path: ['until'] })
  .refine(({ memberId, deputyId }) => memberId !== deputyId, { error: 'field.invalid_value', path: ['deputyId'] })
export const endAbsence = z.strictObject({ id: z.uuid() })

/** Days on which a desk does not work, both included: they do not count in its deadlines. */
export const closing = z
  .strictObject({ deskId: z.uuid(), from: day, until: day })
  .refine(({ from, until }) => from <= until, { error: 'date.before_start', path: ['until'] })
export const endClosing = z.strictObject({ deskId: z.uuid(), from: day })

/** How much one worker of the desk has in hand at most; null: nothing was agreed. */
export const norm = z.strictObject({
  deskId: z.uuid(),
  norm: z
    .int({ error: 'number.invalid' })
    .min(1, { error: 'number.invalid' })
    .max(999, { error: 'number.invalid' })
    .nullable(),
})

export type AbsenceInput = z.infer<typeof absence>
export type EndAbsenceInput = z.infer<typeof endAbsence>
export type ClosingInput = z.infer<typeof closing>
export type EndClosingInput = z.infer<typeof endClosing>
export type NormInput = z.infer<typeof norm>

export type Absence = { id: string; from: string; until: string; deputy: { id: string; name: string } | null }
export type TeamMember = {
  id: string
  name: string
  isMe: boolean
  /** Matters in hand, at whatever desk. */
  inHand: number
  /** Now or to come. */
  absences: Absence[]
  awayNow: boolean
}
export type TeamDesk = {
  id: string
  name: string
  norm: number | null
  closings: { from: string; until: string }[]
  /** What nobody has in hand yet, and how much of it is late. */
  queue: { waiting: number; late: number }
  members: TeamMember[]
}
/** GET /team: the desks one works at; a team lead sees every desk of the organisation. */
export type TeamView = { desks: TeamDesk[]; mayManage: boolean }

/** What travels over the wire about consults. Everything people type here is text without personal data. */
import { z } from 'zod'
import { type ColleagueRef, type SideRef, version } from '../matters/schema.ts'
import { anonymousText } from '../text.ts'
import { type Decision, decisions, type Status } from './codes.ts'

/** The code of a theme or place, and no room for words. */
const code = z.string().regex(/^[a-z0-9-]{1,80}$/)
const absent = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null)

/** To all consultants of an organisation, or to those of one desk. */
export const consultAsked = z.strictObject({
  organizationId: z.uuid(),
  deskId: absent(z.uuid()),
  theme: code,
  place: absent(code),
  question: anonymousText({ max: 4_000 }),
})
export const consultAnswer = z.strictObject({ version, answer: anonymousText({ max: 4_000 }) })
export const consultClose = z.strictObject({
  version,
  decision: z.enum(decisions),
  note: absent(anonymousText({ max: 1_000 })),
})
export type ConsultAsked = z.infer<typeof consultAsked>
export type ConsultAnswer = z.infer<typeof consultAnswer>
export type ConsultClose = z.infer<typeof consultClose>

/** Whom one may ask: the consultants of an organisation, or of one of its desks. */
export type Addressee = {
  organizationId: string
  deskId: string | null
  name: string
  organization: string
  /** The municipality's own consultants stand first. */
  municipality: boolean
}
export type AddresseesView = { addressees: Addressee[] }

/** What a command answers with. */
export type ConsultMoved = { id: string; status: Status; version: number; commands: ('answer' | 'close')[] }

/** A consult in a list: whose turn it is follows from the commands. */
export type ConsultItem = ConsultMoved & {
  reference: string
  weAre: 'asker' | 'answerer'
  from: SideRef
  to: SideRef
  theme: string
  place: string | null
  askedAt: string
  answeredAt: string | null
  closedAt: string | null
  decision: Decision | null
}
export type ConsultView = ConsultItem & {
  question: string
  asker: ColleagueRef
  answer: string | null
  consultant: ColleagueRef | null
  closingNote: string | null
}
/** What waits for this viewer, what waits for the other side, and the last ones that were closed. */
export type ConsultsView = { ours: ConsultItem[]; theirs: ConsultItem[]; closed: ConsultItem[] }
/** How many of these lists wait for this viewer: the length of `ours`. */
export type WaitingView = { waiting: number }

/** What travels over the wire about transfers. */
import { z } from 'zod'
import type { Role } from '../viewer.ts'
import {
  type Basis,
  basis,
  type ColleagueRef,
  day,
  eitherMatter,
  type Involvement,
  type MessageView,
  newMatter,
  nextStep,
  type Person,
  type SideRef,
  type Subject,
  version,
} from '../matters/schema.ts'
import type { LinkView } from '../links/schema.ts'
import { freeText } from '../text.ts'
import {
  type AbsenceReason,
  absenceReasons,
  chosenOutcomes,
  type ColdReason,
  coldReasons,
  type ContactHow,
  contactHows,
  declineReasons,
  type DeclineReason,
  missedReasons,
  type MissedReason,
  type Outcome,
  type Party,
  presents,
  type Present,
  type Status,
  type Urgency,
  urgencies,
} from './codes.ts'
import type { Command } from './transfer.ts'

export { onlyVersion } from '../matters/schema.ts'

const long = freeText({ max: 4_000 })
const reason = freeText({ max: 1_000 })
const absent = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null)
const moment = z.iso.datetime({ offset: true, error: 'date.invalid' }).transform((text) => new Date(text))

/** A draft: on a matter one holds (`matterId`, with the signal it grew from if any), or with a new one (`matter`). */
export const transferDraft = z
  .strictObject({
    matterId: z.uuid().optional(),
    matter: newMatter.optional(),
    signalId: absent(z.uuid()),
    basis,
    senderDesk: absent(z.uuid()),
    receiverDesk: z.uuid(),
    warm: z.boolean().default(true),
    coldReason: absent(z.enum(coldReasons)),
    urgency: z.enum(urgencies),
    request: long,
    version,
  })
  .refine(eitherMatter, { error: 'matter.one_of', path: ['matter'] })
  .refine(({ warm, coldReason }) => warm === (coldReason === null), {
    error: 'reason.by_warmth',
    path: ['coldReason'],
  })
const records = z
  .array(z.strictObject({ id: z.uuid(), version: z.int().positive() }))
  .min(1)
  .max(50)
/** One command on many transfers, from the list. */
export const bulk = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('accept'), items: records }),
  z.strictObject({ command: z.literal('assign'), items: records, caseworker: z.uuid() }),
])
export type BulkInput = z.infer<typeof bulk>
export type TransferDraft = z.infer<typeof transferDraft>

/** `feedback`: what the sender of the signal hears; required when the offer concludes one. */
export const offer = z.strictObject({ version, feedback: absent(long) })
/** Without a caseworker: the one who accepts. */
export const accept = z.strictObject({ version, caseworker: z.uuid().optional() })
export const decline = z.strictObject({ version, reason: z.enum(declineReasons), betterAddress: absent(reason) })
export const withdraw = z.strictObject({ version, reason })
export const planContact = z.strictObject({ version, on: moment, how: z.enum(contactHows) })
export const contactFailed = z.strictObject({ version, reason: z.enum(missedReasons), on: moment })
export const confirmContact = z
  .strictObject({
    version,
    present: z.array(z.enum(presents)).min(1, { error: 'present.nobody' }).max(presents.length),
    absentReason: absent(z.enum(absenceReasons)),
  })
  .refine(({ present, absentReason }) => present.includes('resident') !== (absentReason !== null), {
    error: 'absence.unexplained',
    path: ['absentReason'],
  })
export const makeCold = z.strictObject({ version, reason: z.enum(coldReasons) })
export const reportWaiting = z.strictObject({ version, until: day })
export const close = z.strictObject({
  version,
  outcome: z.enum(chosenOutcomes),
  feedback: long,
  next: nextStep.optional(),
})
export const reopen = z.strictObject({ version, reason })
export const assign = z.strictObject({ version, caseworker: z.uuid() })

export type OfferInput = z.infer<typeof offer>
export type AcceptInput = z.infer<typeof accept>
export type DeclineInput = z.infer<typeof decline>
export type WithdrawInput = z.infer<typeof withdraw>
export type PlanContactInput = z.infer<typeof planContact>
export type ContactFailedInput = z.infer<typeof contactFailed>
export type ConfirmContactInput = z.infer<typeof confirmContact>
export type MakeColdInput = z.infer<typeof makeCold>
export type ReportWaitingInput = z.infer<typeof reportWaiting>
export type CloseInput = z.infer<typeof close>
export type ReopenInput = z.infer<typeof reopen>
export type AssignInput = z.infer<typeof assign>

/** What every command on a transfer answers with. */
export type TransferMoved = {
  id: string
  matterId: string
  status: Status
  version: number
  commands: Command['type'][]
}

/** A transfer as this viewer may see it. */
export type TransferView = TransferMoved & {
  signalId: string | null
  from: SideRef
  to: SideRef
  /** Which side we are on. */
  weAre: 'sender' | 'receiver'
  warm: boolean
  coldReason: ColdReason | null
  urgency: Urgency
  request: string
  createdAt: string
  /** The day on which a draft that nobody writes in is erased; null once it is sent. */
  erasedOn: string | null
  /** What is waited for now: an answer, the contact, the start. */
  dueBy: string | null
  overdue: boolean
  contactOn: string | null
  contactHow: ContactHow | null
  contactsMissed: number
  contactMissedReason: MissedReason | null
  confirmedBy: Party[]
  present: Present[]
  absentReason: AbsenceReason | null
  caseworker: ColleagueRef | null
  reason: DeclineReason | null
  reasonText: string | null
  betterAddress: string | null
  waitingUntil: string | null
  outcome: Outcome | null
  feedback: string | null
  senderDueOn: string | null
  closedAt: string | null
  /** Of an own draft: the basis it will be offered on. */
  basis: Basis | null
  messages: MessageView[]
  /** The receiving desk has no account: a link goes to its contact. */
  byLink: boolean
  /** Links the sender made, the newest first. */
  links: LinkView[]
}

/** GET /transfers/:id/copy: what the receiver takes over into a case system of its own. `form` is the version of this shape. */
export type TransferCopy = {
  form: 'voordeur.transfer/1'
  takenAt: string
  reference: string
  transfer: {
    id: string
    status: Status
    from: string
    to: string
    warm: boolean
    urgency: Urgency
    request: string
    contactOn: string | null
    contactHow: ContactHow | null
    startBy: string | null
  }
  about: {
    subject: Subject
    theme: string
    place: string | null
    involvement: Involvement
    involvementReason: string | null
  }
  person: Person | null
}

/** GET /transfers/:id/seen: what the receiver's people opened, by role. */
export type SeenView = {
  lines: {
    what: 'list' | 'request' | 'person' | 'copy'
    roles: Role[]
    times: number
    firstAt: string
    lastAt: string
  }[]
}

/** GET /partner/transfers: what a partner's own system may take over now. */
export type ReceivedView = {
  transfers: { id: string; reference: string; status: Status; version: number }[]
  /** Sent back as `after`, gives the next page; null: this was the last. */
  next: string | null
}
/** A page of at most this many; after the one that ended with this cursor. */
export const receivedQuery = z.strictObject({
  limit: z.coerce
    .number({ error: 'limit.invalid' })
    .int({ error: 'limit.invalid' })
    .min(1, { error: 'limit.invalid' })
    .max(200, { error: 'limit.invalid' })
    .default(100),
  after: z.string().max(120, { error: 'cursor.invalid' }).optional(),
})
export type ReceivedQuery = z.infer<typeof receivedQuery>

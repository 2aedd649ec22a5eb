/** What travels over the wire about signals. */
import { z } from 'zod'
import {
  type Basis,
  basis,
  type ColleagueRef,
  eitherMatter,
  type MessageView,
  newMatter,
  nextStep,
  type SideRef,
  version,
} from '../matters/schema.ts'
import { freeText } from '../text.ts'
import {
  type Command,
  complexities,
  lifeDomains,
  noActionReasons,
  type Outcome,
  outcomes,
  returnReasons,
  settings,
  type Signal,
  type Status,
  type Urgency,
  urgencies,
} from './signal.ts'

export { onlyVersion } from '../matters/schema.ts'

const long = freeText({ max: 4_000 })
const reason = freeText({ max: 1_000 })
const absent = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null)

/** A draft: on a matter one holds (`matterId`), or with a new one (`matter`). */
export const signalDraft = z
  .strictObject({
    matterId: z.uuid().optional(),
    matter: newMatter.optional(),
    basis,
    senderDesk: absent(z.uuid()),
    receiverDesk: z.uuid(),
    setting: z.enum(settings),
    lifeDomains: z.array(z.enum(lifeDomains)).max(lifeDomains.length).default([]),
    complexity: z.enum(complexities),
    urgency: z.enum(urgencies),
    noticed: long,
    tried: absent(long),
    version,
  })
  .refine(eitherMatter, { error: 'matter.one_of', path: ['matter'] })
export type SignalDraft = z.infer<typeof signalDraft>

export const withdraw = z.strictObject({ version, reason })
export const redirect = z.strictObject({ version, receiverDesk: z.uuid(), reason })
export const sendBack = z.strictObject({ version, reason: z.enum(returnReasons), betterAddress: absent(reason) })
export const ask = z.strictObject({ version, question: long })
export const answer = z.strictObject({ version, text: long })
export const assign = z.strictObject({ version, assignee: z.uuid() })
/** `became_transfer` is never chosen: offering a transfer from the signal says it. */
const concluding = {
  outcome: z.enum(outcomes).exclude(['became_transfer']),
  reason: absent(z.enum(noActionReasons)),
  feedback: long,
  next: nextStep.optional(),
}
const reasonFits = ({ outcome, reason }: { outcome: string; reason: string | null }) =>
  (outcome === 'no_action') === (reason !== null)
const reasonByOutcome = { error: 'reason.by_outcome', path: ['reason'] }
export const conclude = z.strictObject({ version, ...concluding }).refine(reasonFits, reasonByOutcome)

/** Records as they stood on screen. A page full at most. */
const records = z
  .array(z.strictObject({ id: z.uuid(), version: z.int().positive() }))
  .min(1)
  .max(50)
/** One command on many signals. */
export const bulk = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('take'), items: records }),
  z.strictObject({ command: z.literal('assign'), items: records, assignee: z.uuid() }),
  z.strictObject({ command: z.literal('redirect'), items: records, receiverDesk: z.uuid(), reason: long }),
  // One outcome and one feedback for all of them: each sender reads it at its own signal.
  z.strictObject({ command: z.literal('conclude'), items: records, ...concluding }).refine(reasonFits, reasonByOutcome),
])
export type BulkInput = z.infer<typeof bulk>

export const natures = ['question', 'worry', 'safety'] as const
export const severities = ['light', 'serious', 'dangerous'] as const
export const screeningOutcomes = ['take', 'ask', 'redirect', 'send_back', 'later'] as const
/** What a screening meeting finds of a signal. */
export const screening = z.strictObject({
  version,
  complete: z.boolean(),
  nature: z.enum(natures),
  severity: z.enum(severities),
  urgency: z.enum(urgencies),
  rightPlace: z.boolean(),
  outcome: z.enum(screeningOutcomes),
})
export type ScreeningInput = z.infer<typeof screening>
/** What one meeting found of a signal, for the organisation whose meeting it was. */
export type ScreeningView = Omit<ScreeningInput, 'version'> & { at: string }

export type WithdrawInput = z.infer<typeof withdraw>
export type RedirectInput = z.infer<typeof redirect>
export type SendBackInput = z.infer<typeof sendBack>
export type AskInput = z.infer<typeof ask>
export type AnswerInput = z.infer<typeof answer>
export type AssignInput = z.infer<typeof assign>
export type ConcludeInput = z.infer<typeof conclude>

/** What every command on a signal answers with. */
export type SignalMoved = {
  id: string
  matterId: string
  status: Status
  version: number
  commands: Command['type'][]
}

/** A signal as this viewer may see it. */
export type SignalView = SignalMoved & {
  from: SideRef
  to: SideRef
  /** Which side we are on. */
  weAre: 'sender' | 'receiver'
  setting: (typeof settings)[number]
  lifeDomains: (typeof lifeDomains)[number][]
  complexity: (typeof complexities)[number]
  urgency: Urgency
  noticed: string
  tried: string | null
  createdAt: string
  /** The day on which a draft that nobody writes in is erased; null once it is sent. */
  erasedOn: string | null
  dueBy: string | null
  overdue: boolean
  assignee: ColleagueRef | null
  reason: Signal['reason']
  reasonText: string | null
  betterAddress: string | null
  withdrawalAsked: string | null
  outcome: Outcome | null
  feedback: string | null
  senderDueOn: string | null
  /** Of an own draft: the basis it will be sent on. */
  basis: Basis | null
  messages: MessageView[]
  /** What our own screening meetings found, the newest first; for anybody else none. */
  screenings: ScreeningView[]
}

/** A signal of one's own organisation in the list of what was sent: what became of it, and what waits. */
export type SentItem = {
  id: string
  matterId: string
  reference: string
  /** Null for a group, and once it is no longer ours to see. */
  name: string | null
  subject: 'person' | 'household' | 'group'
  theme: string
  place: string | null
  urgency: Urgency
  status: Status
  to: SideRef
  sentAt: string
  dueBy: string | null
  overdue: boolean
  /** Asked by the receiver and not answered yet. */
  question: string | null
  outcome: Outcome | null
  reason: Signal['reason']
  feedback: string | null
  /** Lines of feedback nobody here has opened yet. */
  unread: number
  closed: boolean
}
/** GET /signals/sent */
export type SentView = { items: SentItem[] }

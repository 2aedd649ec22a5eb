/** What travels over the wire about matters: one matter with everything in it, and what its holder says. */
import { z } from 'zod'
import type { AlarmView } from '../alarms/schema.ts'
import type { SignalView } from '../signals/schema.ts'
import { freeText } from '../text.ts'
import type { TransferView } from '../transfers/schema.ts'
import { type NextAct, nextActs, type Outcome, outcomes } from './matter.ts'

export const subjects = ['person', 'household', 'group'] as const
export type Subject = (typeof subjects)[number]

/** How many a group is, as a band: a number can point at one class. */
export const groupSizes = ['under_5', '5_to_10', '10_to_25', 'over_25'] as const
export type GroupSize = (typeof groupSizes)[number]

/** How the family is involved: recorded apart from the legal basis, and never one boolean for consent. */
export const involvements = ['agrees', 'informed', 'objects', 'not_reached', 'withheld', 'no_person'] as const
export type Involvement = (typeof involvements)[number]

/** On what ground one organisation tells another. Source: protection.md 2.6. */
export const grounds = [
  'task_jeugdwet',
  'task_wmo',
  'task_participatie',
  'task_wgs',
  'legal_duty',
  'vital',
  'consent',
  'meldcode',
  'no_personal_data',
] as const
export type Ground = (typeof grounds)[number]

const short = freeText({ max: 200 })
const absent = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null)

/** The form of a day: `2026-11-25`. */
export const day = z.iso.date({ error: 'date.invalid' })
/** The version somebody looked at; a command on an older one is refused with `changed_meanwhile`. */
export const version = z.int().positive().optional()

export const basis = z.strictObject({
  ground: z.enum(grounds),
  article: short,
  purpose: freeText({ max: 500 }),
  necessity: freeText({ max: 1_000 }),
})
export type Basis = z.infer<typeof basis>

/** How safe contact is made. */
export const person = z.strictObject({
  name: short,
  phone: absent(freeText({ max: 40 })),
  mayCall: z.boolean().default(true),
  callWhen: absent(short),
  voicemail: z.boolean().default(false),
  /** The language, when an interpreter is needed. */
  interpreter: absent(freeText({ max: 80 })),
  wheelchair: z.boolean().default(false),
})
export type Person = z.infer<typeof person>

/** A new matter, made with its first signal or transfer. */
export const newMatter = z
  .strictObject({
    subject: z.enum(subjects),
    groupSize: absent(z.enum(groupSizes)),
    theme: freeText({ max: 80 }),
    place: absent(freeText({ max: 80 })),
    person: absent(person),
    involvement: z.enum(involvements),
    involvementReason: absent(freeText({ max: 1_000 })),
  })
  .refine((matter) => (matter.subject === 'group') === (matter.person === null), {
    error: 'matter.person_by_subject',
    path: ['person'],
  })
  .refine((matter) => (matter.subject === 'group') === (matter.involvement === 'no_person'), {
    error: 'matter.involvement_by_subject',
    path: ['involvement'],
  })
  .refine((matter) => (matter.subject === 'group') === (matter.groupSize !== null), {
    error: 'matter.size_by_subject',
    path: ['groupSize'],
  })
  .refine(
    (matter) => !['withheld', 'not_reached', 'objects'].includes(matter.involvement) || matter.involvementReason,
    {
      error: 'text.required',
      path: ['involvementReason'],
    },
  )
export type NewMatter = z.infer<typeof newMatter>

/** A signal or transfer hangs on a matter one holds, or opens a new one. */
export const eitherMatter = (input: { matterId?: string | undefined; matter?: NewMatter | undefined }) =>
  (input.matterId === undefined) !== (input.matter === undefined)

/** What comes next when the last open thing of a matter ends: it closes, or there is a day. */
export const nextStep = z.union([z.literal('close'), z.strictObject({ on: day, act: z.enum(nextActs) })], {
  error: 'next.invalid',
})
export type NextStepInput = z.infer<typeof nextStep>

export const onlyVersion = z.strictObject({ version })
export const closeMatter = z.strictObject({ version, outcome: z.enum(outcomes), feedback: freeText({ max: 4_000 }) })
export const planMatter = z.strictObject({ version, on: day, act: z.enum(nextActs) })
export type OnlyVersion = z.infer<typeof onlyVersion>
export type CloseMatterInput = z.infer<typeof closeMatter>
export type PlanMatterInput = z.infer<typeof planMatter>

export type OrganizationRef = { id: string; name: string; isUs: boolean }
export type DeskRef = { id: string; name: string; phone: string | null }
/** One side of a signal or transfer; a sender need not stand at a desk. */
export type SideRef = { organization: OrganizationRef; desk: DeskRef | null }
/** A colleague of one's own; of the other side only that there is one is told. */
export type ColleagueRef = { id: string; name: string | null }

export type MatterCommand = 'close' | 'plan' | 'issue_follow_code'
/** Ways on from a matter that have a page of their own: handing it out again. */
export type MatterWay = 'offer_transfer' | 'send_signal'

export type MessageView = {
  at: string
  from: OrganizationRef
  kind: 'question' | 'answer' | 'note'
  body: string
}

export type FeedbackView = {
  id: string
  at: string
  /** `signal.concluded`, `transfer.handed_over`, `matter.closed` and so on. */
  code: string
  body: string | null
  signalId: string | null
  transferId: string | null
  unread: boolean
}

/** One line of the time line: what happened, when, on whose side. `by` is null when the clock acted. */
export type EventView = {
  id: string
  at: string
  /** `signal.send`, `transfer.accept`, `matter.close` and so on. */
  type: string
  toStatus: string | null
  by: OrganizationRef | null
  /** The colleague's function, within one's own organisation only. */
  member: string | null
  signalId: string | null
  transferId: string | null
}

/** GET /matters/:id: everything this viewer may see, and what they may do. */
export type MatterView = {
  id: string
  reference: string
  subject: Subject
  groupSize: GroupSize | null
  theme: string
  place: string | null
  state: 'draft' | 'open' | 'closed'
  holder: OrganizationRef
  sender: OrganizationRef
  /** Null for a group, and while (or once) it is not for these eyes. */
  person: Person | null
  involvement: Involvement
  involvementReason: string | null
  nextActOn: string | null
  nextAct: NextAct | null
  outcome: Outcome | null
  feedback: string | null
  openedAt: string | null
  closedAt: string | null
  followCodeIssuedAt: string | null
  version: number
  commands: MatterCommand[]
  ways: MatterWay[]
  /** The signal we have in hand, from which an offer grows and which it concludes. */
  signalInHand: string | null
  /** What the resident said with the code, the newest first; for the holder only. */
  alarms: AlarmView[]
  signals: SignalView[]
  transfers: TransferView[]
  feedbackLines: FeedbackView[]
  timeline: EventView[]
}

/** POST /matters/:id/close and /plan */
export type MatterMoved = { id: string; version: number; commands: MatterCommand[] }
/** POST /matters/:id/follow-code: shown once, kept only as a hash. */
export type FollowCodeIssued = { matterId: string; reference: string; code: string }

/** What travels over the wire about agreements. */
import { z } from 'zod'
import { day, type SideRef, version } from '../matters/schema.ts'
import { freeText } from '../text.ts'
import type { DeclineReason } from '../transfers/codes.ts'
import type { Standing, Status } from './codes.ts'

export { onlyVersion } from '../matters/schema.ts'

const long = freeText({ max: 2_000 })
const absent = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null)
const workingDays = (most: number) =>
  z.int({ error: 'days.invalid' }).min(1, { error: 'days.invalid' }).max(most, { error: 'days.invalid' })
const side = z.strictObject({ organizationId: z.uuid(), deskId: absent(z.uuid()) })

/** From whom to whom; one of the two is one's own organisation. */
export const agreementProposed = z
  .strictObject({
    from: side,
    to: side,
    purpose: long,
    criteria: long,
    needed: long,
    contactRoute: freeText({ max: 500 }),
    answerDays: workingDays(60),
    contactDays: workingDays(60),
    startDays: workingDays(260),
    validFrom: day,
    validUntil: absent(day),
  })
  .refine(({ validFrom, validUntil }) => validUntil === null || validFrom <= validUntil, {
    error: 'date.before_start',
    path: ['validUntil'],
  })
export const agreementEnded = z.strictObject({ version, reason: freeText({ max: 1_000 }) })
export type AgreementProposed = z.infer<typeof agreementProposed>
export type AgreementEnded = z.infer<typeof agreementEnded>

export type AgreementMoved = { id: string; status: Status; version: number; commands: ('agree' | 'end')[] }
/** Who did something on which side, and when. */
export type Signature = { name: string; organization: string; at: string }

export type AgreementItem = AgreementMoved & {
  edition: number
  standing: Standing
  from: SideRef
  to: SideRef
  answerDays: number
  contactDays: number
  startDays: number
  validFrom: string
  validUntil: string | null
}
export type AgreementView = AgreementItem & {
  purpose: string
  criteria: string
  needed: string
  contactRoute: string
  proposed: Signature
  agreed: Signature | null
  ended: (Signature & { reason: string }) | null
  /** The other editions of the same pair, newest first. */
  editions: { id: string; edition: number; standing: Standing; validFrom: string }[]
  /** Whether this viewer may propose the next edition. */
  canPropose: boolean
}
/** Everything between the viewer's organisation and one partner. */
export type PartnerAgreements = { partner: { id: string; name: string }; agreements: AgreementItem[] }
export type AgreementsView = { partners: PartnerAgreements[]; canPropose: boolean }

/** What was offered by one to the other in the last quarter that is over, and what came of it. Null: below ten. */
export type PairFigures = {
  from: { id: string; name: string }
  to: { id: string; name: string }
  offered: number | null
  inTime: number | null
  accepted: number | null
  declined: number | null
  expired: number | null
  /** Medians, in days. */
  answerDays: number | null
  contactDays: number | null
  startDays: number | null
  reasons: { reason: DeclineReason; count: number }[]
  /** Whether an agreement for this way counts, will count, or waits for an answer. Without one the defaults count. */
  agreed: boolean
}
/** GET /agreements/figures */
export type FiguresView = { quarter: string; pairs: PairFigures[] }

export type PartnerRef = { id: string; name: string; desks: { id: string; name: string }[] }
/** One's own organisation, and those that have somebody who can agree. */
export type PartnersView = { own: PartnerRef; partners: PartnerRef[] }

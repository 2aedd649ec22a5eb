/** What travels over the wire about agreements. */
import { z } from 'zod'
import { day, type DeskRef, type OrganizationRef, version } from '../matters/schema.ts'
import { freeText } from '../text.ts'
import type { DeclineReason } from '../transfers/codes.ts'
import { kinds, type Kind, type Standing, type Status } from './codes.ts'

export { onlyVersion } from '../matters/schema.ts'

const long = freeText({ max: 2_000 })
const absent = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null)
const workingDays = (most: number) =>
  z.int({ error: 'days.invalid' }).min(1, { error: 'days.invalid' }).max(most, { error: 'days.invalid' })
/** An organisation, or a desk of it; or all organisations of a kind. */
const side = z
  .strictObject({ organizationId: absent(z.uuid()), kind: absent(z.enum(kinds)), deskId: absent(z.uuid()) })
  .refine(({ organizationId, kind }) => (organizationId === null) !== (kind === null), {
    error: 'choice.invalid',
    path: ['organizationId'],
  })
  .refine(({ kind, deskId }) => kind === null || deskId === null, {
    error: 'desk.other_organization',
    path: ['deskId'],
  })

/** From whom to whom; for one of the two the viewer speaks. */
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
/** Of which kind an organisation is; null: of none. */
export const kindSaid = z.strictObject({ organizationId: z.uuid(), kind: z.enum(kinds).nullable() })
export type KindSaid = z.infer<typeof kindSaid>
/** GET and PUT /agreements/kinds */
export type KindsView = { organizations: { id: string; name: string; kind: Kind | null }[] }
export type AgreementProposed = z.infer<typeof agreementProposed>
export type AgreementEnded = z.infer<typeof agreementEnded>

export type AgreementMoved = { id: string; status: Status; version: number; commands: ('agree' | 'end')[] }
/** Who did something on which side, and when. */
export type Signature = { name: string; organization: string; at: string }

/** One organisation, or all of a kind; `isUs`: the viewer's, or a kind the viewer's organisation is of. */
export type AgreementSide = {
  organization: Pick<OrganizationRef, 'id' | 'name'> | null
  kind: Kind | null
  desk: DeskRef | null
  isUs: boolean
}

export type AgreementItem = AgreementMoved & {
  edition: number
  standing: Standing
  from: AgreementSide
  to: AgreementSide
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
export type AgreementsView = {
  partners: PartnerAgreements[]
  /** With a kind on one side or both. */
  ofKinds: AgreementItem[]
  canPropose: boolean
  /** Whether the viewer says of which kind an organisation is, and speaks for kinds. */
  speaksForKinds: boolean
}

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
/** One's own organisation, those that have somebody who can agree, and the kinds one can agree something with. */
export type PartnersView = { own: PartnerRef; partners: PartnerRef[]; kinds: Kind[]; speaksForKinds: boolean }

import { z } from 'zod'
import { freeText } from '../text.ts'
import {
  type ReportKind,
  type ReportOutcome,
  type ReportStatus,
  reportKinds,
  reportLimits,
  reportOutcomes,
} from './codes.ts'

/**
 * The form as a browser sends it. Refused: an unknown kind, "other" without words, anything too long, a BSN or control
 * characters anywhere, a field that we do not know.
 */
export const reportForm = z
  .strictObject({
    over: freeText({ max: reportLimits.about }),
    soort: z.enum(reportKinds),
    tekst: freeText({ min: 0, max: reportLimits.words }).default(''),
    antwoord: freeText({ min: 0, max: reportLimits.answer }).default(''),
    telefoon: freeText({ min: 0, max: reportLimits.answer }).default(''),
  })
  .refine(({ soort, tekst }) => soort !== 'other' || tekst !== '', { error: 'text.required', path: ['tekst'] })
export type ReportForm = z.infer<typeof reportForm>

const version = z.int().positive()
export const reportMoved = z.strictObject({ version })
/** `answer`: the reporter is told by mail, in fixed words, what became of it. */
export const reportSettled = z.strictObject({
  version,
  outcome: z.enum(reportOutcomes, { error: 'field.invalid_value' }),
  note: freeText({ min: 0, max: reportLimits.note }).default(''),
  answer: z.boolean().default(false),
})
export type ReportSettled = z.infer<typeof reportSettled>

export type ReportView = {
  id: string
  status: ReportStatus
  version: number
  kind: ReportKind
  /** As somebody typed it: a name, or the address of a page. */
  about: string
  /** The page, when it is one of ours; and what it is called. */
  page: string | null
  title: string | null
  words: string
  reportedAt: string
  /** What they left to be answered at, and the day on which it is erased; both null when they left nothing. */
  answerTo: string | null
  answerUntil: string | null
  canMail: boolean
  erasedAt: string | null
  handledAt: string | null
  /** Null also where the editor is of another organisation. */
  handledBy: string | null
  outcome: ReportOutcome | null
  note: string | null
  commands: ('take' | 'settle' | 'reopen')[]
}
export type ReportsView = {
  new: ReportView[]
  inHand: ReportView[]
  /** The last ones only. */
  settled: ReportView[]
  /** How many days after settling an address is erased. */
  eraseAfterDays: number
}
export type ReportMoved = Pick<ReportView, 'id' | 'status' | 'version' | 'commands'>

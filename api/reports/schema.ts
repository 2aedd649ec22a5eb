import { z } from 'zod'
import { freeText } from '../text.ts'
import { reportKinds, reportLimits } from './codes.ts'

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
  })
  .refine(({ soort, tekst }) => soort !== 'other' || tekst !== '', { error: 'text.required', path: ['tekst'] })
export type ReportForm = z.infer<typeof reportForm>

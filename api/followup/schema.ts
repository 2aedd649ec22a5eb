/** What the forms of the follow page send. The code travels in the form and never in an address. */
import { z } from 'zod'
import { freeText } from '../text.ts'
import { languages, sayings } from './codes.ts'

/** Forms come from anywhere: what is missing or strange is read as nothing, and the page answers all the same. */
const code = z.string().max(200).catch('')
const lang = z.enum(languages).catch('nl')

export const looked = z.object({ code, lang })
export const said = z.object({ code, lang, what: z.enum(sayings).nullable().catch(null), words: z.string().catch('') })
export const answered = z.object({
  code,
  lang,
  door: z.enum(['yes', 'no']).nullable().catch(null),
  again: z.enum(['yes', 'no']).nullable().catch(null),
  help: z.enum(['yes', 'partly', 'no']).nullable().catch(null),
})

/** What somebody writes with an alarm; left empty it is nothing. */
export const words = freeText({ max: 500 })

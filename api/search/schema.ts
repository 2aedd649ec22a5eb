/** What travels over the wire about search: questions and answers, and the words that editors keep. */
import { z } from 'zod'
import { mostPhrases, mostTerms } from './codes.ts'

const list = z
  .string()
  .max(500)
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .pipe(z.array(z.string()).max(50))

/** "6.5,52.3,7,53": so many degrees, separated by commas. */
const degrees = (count: number) =>
  z
    .string()
    .max(120)
    .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?)*$/)
    .transform((text) => text.split(',').map(Number))
    .refine((numbers) => numbers.length === count && numbers.every((number) => Math.abs(number) <= 180))

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))

/** Bounds: a question of 500 characters, 100 hits a page, the first 10,000. */
export const searchQuerySchema = z.strictObject({
  text: z.string().max(500).default(''),
  themes: list.optional(),
  targetGroups: list.optional(),
  lines: list.pipe(z.array(z.enum(['0', '1', '2']))).optional(),
  age: whole(0, 130).optional(),
  languages: list.optional(),
  free: z.literal('true').optional(),
  openAt: z.iso.datetime({ offset: true }).optional(),
  place: z.string().max(100).optional(),
  /** West, south, east, north. */
  bbox: degrees(4).optional(),
  /** Latitude, longitude. */
  near: degrees(2).optional(),
  limit: whole(1, 100).default(20),
  offset: whole(0, 10_000).default(0),
})
export type SearchInput = z.infer<typeof searchQuerySchema>

export const searchAnswerSchema = z.strictObject({
  hits: z.array(
    z.strictObject({
      id: z.string(),
      score: z.number(),
      highlights: z.array(z.string()),
      reasons: z.array(z.string()),
    }),
  ),
  total: z.number(),
  facets: z.strictObject({
    themes: z.record(z.string(), z.number()),
    targetGroups: z.record(z.string(), z.number()),
    lines: z.record(z.string(), z.number()),
  }),
  suggestion: z.string().optional(),
})

const words = (most: number) => z.array(z.string().max(80, 'text.too_long')).max(most * 2, 'concept.too_many')
const kind = z.enum(['synonym', 'intent'])

/** What services are called, and what people say for it. */
export const conceptInput = z.strictObject({ kind, terms: words(mostTerms), phrases: words(mostPhrases) })
export type ConceptInput = z.infer<typeof conceptInput>
export const conceptChange = conceptInput.omit({ kind: true }).extend({ version: z.int().positive() })
export type ConceptChange = z.infer<typeof conceptChange>
export const conceptVersion = z.strictObject({ version: z.int().positive() })

export type ConceptView = {
  id: string
  kind: z.infer<typeof kind>
  terms: string[]
  phrases: string[]
  /** It came with the list that editors start with. */
  fromStart: boolean
  version: number
  removed: boolean
  /** Changed since the last publication: not yet on the site. */
  waiting: boolean
}
export type ConceptsView = { concepts: ConceptView[]; publishedAt: string | null }

/** A search that helped nobody, as a browser tells it: words of the published list and nothing else. */
export const missInput = z.strictObject({
  kind: z.enum(['nothing', 'no_click']),
  words: z
    .array(z.string().regex(/^[a-z][a-z0-9]{2,39}$/))
    .min(1)
    .max(5),
})
export type MissInput = z.infer<typeof missInput>

export type Miss = { words: string; count: number }
/** Words to lay beside a term: accepted with one tap. */
export type Suggested = {
  words: string
  count: number
  conceptId: string
  terms: string[]
  version: number
  phrases: string[]
}
export type MissesView = {
  /** Whether the municipality counts them. */
  counted: boolean
  leastShown: number
  days: number
  nothing: Miss[]
  noClick: Miss[]
  suggested: Suggested[]
}

export const countingInput = z.strictObject({ on: z.boolean() })
export type CountingView = { on: boolean }

export const tryQuery = z.strictObject({ text: z.string().max(500).default('') })

/** How a word of a service answers to what was asked. */
export type How = 'same' | 'form' | 'beginning' | 'nearly' | 'part'
export type TriedHit = {
  id: string
  name: string
  url: string
  organization: string
  score: number
  fields: { field: string; weight: number; words: { word: string; how: How }[] }[]
  /** Found by what was meant: the phrase that was said, and the term that the service carries. */
  meant: { phrase: string; term: string; first: boolean }[]
  /** The words of the question are those people use for this kind of service (search/said). */
  said: boolean
}
export type TriedView = {
  /** False: nothing is published yet, so there is nothing to try it on. */
  published: boolean
  /** The words that count, and for how much. */
  asked: { word: string; weight: number }[]
  places: string[]
  total: number
  suggestion: string | null
  hits: TriedHit[]
}

/** What a search over the wire may ask, and what it answers: the shape of `search/engine.ts` in a URL. */
import { z } from 'zod'

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

/** How plainly the directory speaks, as the last publication read it (publish/plain-words.ts) and editors see it. */
import { z } from 'zod'

const word = z.string()
export const findingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hard_word'), word, instead: word }),
  z.object({ kind: z.literal('abbreviation'), word }),
  z.object({ kind: z.literal('long_sentence'), words: z.number(), sentence: z.string() }),
  z.object({ kind: z.literal('long_on_average'), words: z.number() }),
  z.object({ kind: z.literal('hard_to_read'), ease: z.number() }),
])
export const readingSchema = z.object({
  /** The address of its page. */
  about: z.string(),
  name: z.string(),
  /** 0 to 100 and a little beyond; null where there are too few words to say. */
  ease: z.number().nullable(),
  wordsPerSentence: z.number(),
  findings: z.array(findingSchema),
})
/** The file that stands beside a revision's snapshot. */
export const plainWordsFile = z.object({
  publishedAt: z.iso.datetime(),
  texts: z.array(readingSchema),
  toLookAt: z.number(),
})

export type FindingView = z.infer<typeof findingSchema>
export type ReadingView = z.infer<typeof readingSchema>
/** `report` is null before the first publication, and where the directory is not in Dutch. */
export type PlainWordsView = { report: z.infer<typeof plainWordsFile> | null }

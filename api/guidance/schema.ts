/** What travels over the wire about guidance. Everything people type here is text without personal data. */
import { z } from 'zod'
import { version } from '../matters/schema.ts'
import { anonymousText } from '../text.ts'
import type { Status } from './codes.ts'

export const guidanceWritten = z.strictObject({
  question: anonymousText({ max: 2_000 }),
  answer: anonymousText({ max: 4_000 }),
})
export const guidanceRefused = z.strictObject({ version, reason: anonymousText({ max: 500 }) })
export const guidanceChecked = z.strictObject({ version })
export type GuidanceWritten = z.infer<typeof guidanceWritten>
export type GuidanceRefused = z.infer<typeof guidanceRefused>
export type GuidanceChecked = z.infer<typeof guidanceChecked>

export type GuidanceMoved = { id: string; status: Status; version: number }
export type GuidanceItem = GuidanceMoved & {
  theme: string
  place: string | null
  question: string
  answer: string
  from: string
  writtenAt: string
  checkedAt: string | null
  commands: ('check' | 'refuse')[]
  /** Of one's own: somebody else must check it. */
  weWrote: boolean
}
/** What everybody may read, and what waits for a second person of one's own organisation. */
export type GuidanceView = { checked: GuidanceItem[]; proposed: GuidanceItem[] }

/**
 * What travels over the wire about sheets: everything that is typed in the form of a signal, word for word, before it
 * is a signal. Nothing is required here; only a BSN and control characters are refused.
 */
import { z } from 'zod'
import type { Fault } from '../errors.ts'
import type { SideRef } from '../matters/schema.ts'
import { keptText } from '../text.ts'
import { signalDraft } from './schema.ts'
import { lifeDomains, type Status } from './signal.ts'

const word = keptText({ max: 80 })
const line = keptText({ max: 200 })
const text = keptText({ max: 4_000 })

/** As the form holds it: a choice that was not made is empty. */
export const typed = z.strictObject({
  subject: word,
  groupSize: word,
  name: line,
  phone: keptText({ max: 40 }),
  mayCall: word,
  callWhen: line,
  voicemail: z.boolean(),
  interpreter: word,
  wheelchair: z.boolean(),
  involvement: word,
  involvementReason: keptText({ max: 1_000 }),
  theme: word,
  place: word,
  setting: word,
  lifeDomains: z.array(z.enum(lifeDomains)).max(lifeDomains.length).readonly(),
  complexity: word,
  urgency: word,
  called: z.boolean(),
  noticed: text,
  tried: text,
  basis: z.strictObject({
    ground: word,
    article: line,
    purpose: keptText({ max: 500 }),
    necessity: keptText({ max: 1_000 }),
  }),
  senderDesk: word,
  receiverDesk: word,
})
export type Typed = z.infer<typeof typed>

const version = z.int().positive()
export const newSheet = z.strictObject({ typed, meetingId: z.uuid().optional(), matterId: z.uuid().optional() })
export const keptSheet = z.strictObject({ typed, version: version.optional() })
/** The signal as it goes out; `alikeSeen` says that who sends it saw what runs already about somebody of this name. */
export const sentSheet = z.strictObject({
  version: version.optional(),
  signal: signalDraft,
  alikeSeen: z.boolean().default(false),
})
export const nameAsked = z.strictObject({ name: line, sheetId: z.uuid().optional() })
export type NewSheet = z.infer<typeof newSheet>
export type KeptSheet = z.infer<typeof keptSheet>
export type SentSheet = z.infer<typeof sentSheet>
export type NameAsked = z.infer<typeof nameAsked>

/** Kept; and what would be refused in it when it is sent, because it is about a group and names somebody. */
export type SheetKept = { id: string; version: number; keptAt: string; found: Fault[] }
export type SheetView = {
  id: string
  version: number
  keptAt: string
  /** The day on which it is erased when nobody types in it any more. */
  erasedOn: string
  meetingId: string | null
  matterId: string | null
  typed: Typed
}
export type SheetsView = { sheets: SheetView[] }

/** What runs already about somebody of this name, of one's own organisation and as far as it may still see who it is. */
export type AlikeView = {
  matters: { id: string; reference: string; theme: string; sentAt: string; status: Status | null; to: SideRef | null }[]
  /** Sheets of one's own in which the same name stands. */
  sheets: number
}

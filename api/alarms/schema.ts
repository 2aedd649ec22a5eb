/** What travels over the wire about what residents say. */
import { z } from 'zod'
import { alarmKinds, type AlarmKind } from '../followup/codes.ts'
import { day, version } from '../matters/schema.ts'
import { answers, type Answer } from './codes.ts'

export const answerAlarm = z
  .strictObject({ version, kind: z.enum(alarmKinds), answer: z.enum(answers), on: day.nullable().default(null) })
  .refine(({ answer, on }) => (answer === 'will_call') === (on !== null), { error: 'date.invalid', path: ['on'] })
export type AnswerAlarmInput = z.infer<typeof answerAlarm>

export type AlarmView = {
  kind: AlarmKind
  words: string | null
  raisedAt: string
  /** Null while it waits for an answer. */
  answer: Answer | 'reopened' | null
  answerOn: string | null
  answeredAt: string | null
}
/** POST /matters/:id/answer-alarm */
export type AlarmAnswered = { id: string; open: number }

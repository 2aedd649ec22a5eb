import type { Selectable } from 'kysely'
import type { AlarmView } from './schema.ts'
import type { AlarmTable } from './table.ts'

/** What the holder reads of it: what was said and what was answered. */
export const alarmView = (row: Selectable<AlarmTable>): AlarmView => ({
  kind: row.kind,
  words: row.words,
  raisedAt: row.raised_at.toISOString(),
  answer: row.answer,
  answerOn: row.answer_on,
  answeredAt: row.answered_at?.toISOString() ?? null,
})

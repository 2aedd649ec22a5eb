import type { ColumnType, Generated } from 'kysely'
import type { ReportKind } from './codes.ts'

/** What somebody found wrong on a public page. Written by anyone, read by the municipality's own organisation only. */
export type ErrorReportTable = {
  id: Generated<string>
  /** Which page or service, as a path or in words. */
  about: string
  kind: ReportKind
  words: string
  /** An e-mail address or number, when somebody wants to hear of it. */
  answer_to: string | null
  reported_at: ColumnType<Date, Date, never>
  handled_at: ColumnType<Date | null, never, Date | null>
}

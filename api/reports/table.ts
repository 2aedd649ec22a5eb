import type { ColumnType, Generated } from 'kysely'
import type { ReportKind, ReportOutcome, ReportStatus } from './codes.ts'

/** Set by the database alone. */
type Given<T> = ColumnType<T, never, never>

/** What somebody found wrong on a public page. Written by anyone, read by the editors of the page and of the municipality. */
export type ErrorReportTable = {
  id: Generated<string>
  /** Which page or service, as a path or in words. */
  about: string
  kind: ReportKind
  words: string
  /** An e-mail address or number, when somebody wants to hear of it. */
  answer_to: string | null
  /** The day on which that address is erased. */
  answer_until: Date | null
  erased_at: ColumnType<Date | null, never, Date>
  reported_at: ColumnType<Date, Date, never>
  organization_id: Given<string | null>
  status: ColumnType<ReportStatus, never, ReportStatus>
  version: ColumnType<number, never, number>
  handled_at: ColumnType<Date | null, never, Date | null>
  handled_by: ColumnType<string | null, never, string | null>
  outcome: ColumnType<ReportOutcome | null, never, ReportOutcome | null>
  note: ColumnType<string | null, never, string | null>
}

/** What the clock may see and change: that an address is kept, and until when. */
export type ErrorReportForClock = Pick<ErrorReportTable, 'id' | 'answer_to' | 'answer_until' | 'erased_at'>

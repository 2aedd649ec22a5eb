import type { Tx } from '../db.ts'
import type { ReportKind } from './codes.ts'

export type NewReport = { about: string; kind: ReportKind; words: string; answer_to: string | null; reported_at: Date }

/** Writes one report. Nothing is read back: who writes one may not read any. */
export async function insertReport(tx: Tx, report: NewReport): Promise<void> {
  await tx.insertInto('care.error_report').values(report).execute()
}

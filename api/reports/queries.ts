import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { ReportKind, ReportOutcome, ReportStatus } from './codes.ts'

export type NewReport = {
  about: string
  kind: ReportKind
  words: string
  answer_to: string | null
  answer_until: Date | null
  reported_at: Date
}

/** Writes one report. Nothing is read back: who writes one may not read any. */
export async function insertReport(tx: Tx, report: NewReport): Promise<void> {
  await tx.insertInto('care.error_report').values(report).execute()
}

export type ReportRow = {
  id: string
  status: ReportStatus
  version: number
  kind: ReportKind
  about: string
  title: string | null
  words: string
  reportedAt: Date
  answerTo: string | null
  answerUntil: Date | null
  erasedAt: Date | null
  handledAt: Date | null
  handledBy: string | null
  outcome: ReportOutcome | null
  note: string | null
}

/** More than this nobody reads back; the oldest settled ones stay in the table. */
const MOST_SETTLED = 100

/** Every report the viewer's organisation sees: what waits oldest first, what is settled newest first. */
export async function listReports(tx: Tx): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    with seen as (
      select r.*, row_number() over (partition by r.status order by r.handled_at desc, r.id) as place from care.error_report r)
    select r.id, r.status, r.version, r.kind, r.about, r.words, r.reported_at as "reportedAt", r.answer_to as "answerTo",
      r.answer_until as "answerUntil", r.erased_at as "erasedAt", r.handled_at as "handledAt", m.name as "handledBy",
      r.outcome, r.note, coalesce(s.name, o.name) as title
    from seen r
    left join account.member m on m.id = r.handled_by
    left join directory.service s on r.about = '/aanbod/' || s.slug || '/'
    left join directory.organization o on r.about = '/organisaties/' || o.slug || '/'
    where r.status <> 'settled' or r.place <= ${MOST_SETTLED}
    order by (r.status = 'settled'), case when r.status = 'settled' then r.handled_at end desc, r.reported_at, r.id
  `.execute(tx)
  return rows
}

export type LockedReport = {
  id: string
  status: ReportStatus
  version: number
  answerTo: string | null
  answerUntil: Date | null
}

/** Takes one for a change. Refuses `report.not_found` also to who may not see it. */
export async function lockReport(tx: Tx, id: string): Promise<LockedReport> {
  const { rows } = await sql<LockedReport>`
    select id, status, version, answer_to as "answerTo", answer_until as "answerUntil"
    from care.error_report where id = ${id} for update
  `.execute(tx)
  const [found] = rows
  if (!found) throw new Refusal('report.not_found')
  return found
}

export type ReportChange = {
  status: ReportStatus
  version: number
  handled_by: string
  handled_at: Date | null
  outcome: ReportOutcome | null
  note: string | null
  answer_until?: Date | null
}

export async function saveReport(tx: Tx, id: string, change: ReportChange): Promise<void> {
  await tx.updateTable('care.error_report').set(change).where('id', '=', id).execute()
}

/** What an editor reads of a report. */
import type { ReportStatus } from './codes.ts'
import type { ReportRow } from './queries.ts'
import { isMailAddress, openTo } from './report.ts'
import type { ReportMoved, ReportsView, ReportView } from './schema.ts'

export const toMoved = ({
  id,
  status,
  version,
}: {
  id: string
  status: ReportStatus
  version: number
}): ReportMoved => ({
  id,
  status,
  version,
  commands: openTo(status),
})

const iso = (moment: Date | null) => moment?.toISOString() ?? null
const isPage = (about: string) => /^\/[\w/-]*$/.test(about)

function toView(row: ReportRow): ReportView {
  return {
    ...toMoved(row),
    kind: row.kind,
    about: row.about,
    page: isPage(row.about) ? row.about : null,
    title: row.title,
    words: row.words,
    reportedAt: row.reportedAt.toISOString(),
    answerTo: row.answerTo,
    answerUntil: iso(row.answerUntil),
    canMail: row.answerTo !== null && isMailAddress(row.answerTo),
    erasedAt: iso(row.erasedAt),
    handledAt: iso(row.handledAt),
    handledBy: row.handledBy,
    outcome: row.outcome,
    note: row.note,
  }
}

/** In the lists of the screen. */
export function reportsView(rows: readonly ReportRow[], eraseAfterDays: number): ReportsView {
  const withStatus = (status: ReportStatus) => rows.filter((row) => row.status === status).map(toView)
  return { new: withStatus('new'), inHand: withStatus('in_hand'), settled: withStatus('settled'), eraseAfterDays }
}

/** What workers read of guidance: no person, no consult it came from, no name of who wrote it. */
import { may } from '../permissions.ts'
import type { Viewer } from '../viewer.ts'
import { openTo } from './guidance.ts'
import type { GuidanceRow } from './queries.ts'
import type { GuidanceItem, GuidanceView } from './schema.ts'

export const guidanceView = (rows: readonly GuidanceRow[], viewer: Viewer): GuidanceView => ({
  checked: rows.filter(({ status }) => status === 'checked').map((row) => toItem(row, viewer)),
  proposed: rows.filter(({ status }) => status === 'proposed').map((row) => toItem(row, viewer)),
})

function toItem(row: GuidanceRow, viewer: Viewer): GuidanceItem {
  const { id, status, version } = row
  const law = { id, status, version, organization: row.org_id, writtenBy: row.written_by }
  const ours = row.org_id === viewer.organizationId && may(viewer, 'guidance.check')
  return {
    id,
    status,
    version,
    theme: row.theme,
    place: row.place,
    question: row.question,
    answer: row.answer,
    from: row.organization,
    writtenAt: row.written_at.toISOString(),
    checkedAt: row.checked_at?.toISOString() ?? null,
    commands: ours ? openTo(law, viewer.userId) : [],
    weWrote: row.written_by === viewer.userId,
  }
}

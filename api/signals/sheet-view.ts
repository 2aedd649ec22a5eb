/** What its writer reads of a sheet, and of what runs already about the same name. */
import { dateIn } from '../calendar.ts'
import { erasedOn } from '../matters/draft-life.ts'
import { namesFor } from '../matters/names.ts'
import type { Viewer } from '../viewer.ts'
import { personalFaults } from './group.ts'
import type { Found } from './sheet-actions.ts'
import type { SheetRow } from './sheet-queries.ts'
import type { AlikeView, SheetKept, SheetView, Typed } from './sheet-schema.ts'

export const toSheet = (row: SheetRow): SheetView => ({
  id: row.id,
  version: row.version,
  keptAt: row.kept_at.toISOString(),
  erasedOn: erasedOn(dateIn(row.kept_at)),
  meetingId: row.meeting_id,
  matterId: row.matter_id,
  // Only the schema of a sheet writes this column.
  typed: row.typed as Typed,
})

/** With what names somebody in a text about a group: said while it is typed, refused when it is sent. */
export function toKept(row: SheetRow): SheetKept {
  const { subject, noticed, tried, basis } = row.typed as Typed
  const found = subject === 'group' ? personalFaults({ noticed, tried, 'basis/necessity': basis.necessity }) : []
  return { id: row.id, version: row.version, keptAt: row.kept_at.toISOString(), found }
}

export function alikeView({ matters, sheets, names }: Found, viewer: Viewer): AlikeView {
  const called = namesFor(viewer, names)
  return {
    matters: matters.map((matter) => ({
      id: matter.id,
      reference: matter.reference,
      theme: matter.theme,
      sentAt: matter.opened_at.toISOString(),
      status: matter.status,
      to: matter.receiver_org ? called.side(matter.receiver_org, matter.receiver_desk) : null,
    })),
    sheets,
  }
}

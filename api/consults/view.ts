/** What each party reads of a consult. */
import { type Names, namesFor } from '../matters/names.ts'
import type { NameRows } from '../matters/read-queries.ts'
import type { Viewer } from '../viewer.ts'
import type { Consult } from './consult.ts'
import { type AddresseeRow, type ConsultRow, toConsult } from './queries.ts'
import type { AddresseesView, ConsultItem, ConsultMoved, ConsultsView, ConsultView } from './schema.ts'
import { commandsFor } from './sides.ts'

/** Rows as row-level security showed them, with the names in them. */
export type Named<Rows> = { rows: Rows; names: NameRows }

/** What a command answers with: where the consult stands now, and what is open to this viewer. */
export const toMoved = (consult: Consult, viewer: Viewer): ConsultMoved => ({
  id: consult.id,
  status: consult.status,
  version: consult.version,
  commands: commandsFor(consult, viewer),
})

export const addresseesView = (rows: readonly AddresseeRow[]): AddresseesView => ({
  addressees: rows.map((row) => ({
    organizationId: row.organization_id,
    deskId: row.desk_id,
    name: row.desk ?? row.organization,
    organization: row.organization,
    municipality: row.municipality,
  })),
})

/** The lists: what this viewer can act on stands in `ours`; the counts are the lengths. */
export function consultsView({ rows, names }: Named<ConsultRow[]>, viewer: Viewer): ConsultsView {
  const called = namesFor(viewer, names)
  const items = rows.map((row) => itemOf(row, viewer, called))
  const open = items.filter((item) => item.status !== 'closed')
  return {
    ours: open.filter((item) => item.commands.length > 0),
    theirs: open.filter((item) => item.commands.length === 0),
    closed: items.filter((item) => item.status === 'closed'),
  }
}

export function consultView({ rows: row, names }: Named<ConsultRow>, viewer: Viewer): ConsultView {
  const called = namesFor(viewer, names)
  return {
    ...itemOf(row, viewer, called),
    question: row.question,
    asker: called.colleague(row.asker_member) ?? { id: row.asker_member, name: null },
    answer: row.answer,
    consultant: called.colleague(row.answered_by),
    closingNote: row.closing_note,
  }
}

const itemOf = (row: ConsultRow, viewer: Viewer, names: Names): ConsultItem => ({
  ...toMoved(toConsult(row), viewer),
  reference: row.reference,
  weAre: row.asker_org === viewer.organizationId ? 'asker' : 'answerer',
  from: names.side(row.asker_org, null),
  to: names.side(row.answerer_org, row.answerer_desk),
  theme: row.theme,
  place: row.place,
  askedAt: row.asked_at.toISOString(),
  answeredAt: row.answered_at?.toISOString() ?? null,
  closedAt: row.closed_at?.toISOString() ?? null,
  decision: row.decision,
})

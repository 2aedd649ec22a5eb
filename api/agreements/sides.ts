/** On which side of an agreement a viewer stands. */
import { may } from '../permissions.ts'
import type { Viewer } from '../viewer.ts'
import { type Command, openTo, type Side } from './agreement.ts'
import type { AgreementRow } from './queries.ts'

/** Proposing, agreeing and ending belong to a team lead or the administrator. Source: domain.md section 6. */
export function sideOf(row: Pick<AgreementRow, 'proposedBy'>, viewer: Viewer): Side | null {
  if (!may(viewer, 'agreement.make')) return null
  return row.proposedBy === viewer.organizationId ? 'proposer' : 'other'
}

/** Everything this viewer may do with it now. */
export function commandsFor(row: Pick<AgreementRow, 'proposedBy' | 'status'>, viewer: Viewer): Command['type'][] {
  const side = sideOf(row, viewer)
  return side ? openTo(row.status, side) : []
}

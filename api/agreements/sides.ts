/** On which side of an agreement a viewer stands. */
import { may } from '../permissions.ts'
import type { Viewer } from '../viewer.ts'
import { type Command, openTo, type Side } from './agreement.ts'
import type { AgreementRow } from './queries.ts'

type Sides = Pick<AgreementRow, 'from' | 'to' | 'municipality' | 'proposedSide' | 'proposedMember'>

/**
 * Whether the viewer speaks for a side: for the own organisation as team lead or administrator; for a kind as
 * administrator of the municipality. Source: domain.md section 6.
 */
export function speaksFor(row: Sides, side: 'from' | 'to', viewer: Viewer): boolean {
  if (!may(viewer, 'agreement.make')) return false
  return row[side] === null
    ? viewer.organizationId === row.municipality && viewer.roles.includes('administrator')
    : viewer.organizationId === row[side]
}

/** Nobody is the other side of what they proposed: where one organisation speaks for both, a second person agrees. */
export function sideOf(row: Sides, viewer: Viewer): Side | null {
  const other = row.proposedSide === 'from' ? 'to' : 'from'
  if (speaksFor(row, other, viewer) && viewer.userId !== row.proposedMember) return 'other'
  return speaksFor(row, row.proposedSide, viewer) || speaksFor(row, other, viewer) ? 'proposer' : null
}

/** Everything this viewer may do with it now. */
export function commandsFor(row: Sides & Pick<AgreementRow, 'status'>, viewer: Viewer): Command['type'][] {
  const side = sideOf(row, viewer)
  return side ? openTo(row.status, side) : []
}

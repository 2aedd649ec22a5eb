/** On which sides of a transfer a viewer stands. */
import { may } from '../permissions.ts'
import type { Viewer } from '../viewer.ts'
import { type Command, moves, openTo, type Side, type Transfer } from './transfer.ts'

/**
 * Commands belong to the desk: on the receiving side one works there, or is the caseworker; the team lead may reassign
 * without standing at the desk. Source: domain.md sections 4 and 6.
 */
export function sidesOf(transfer: Transfer, viewer: Viewer): Side[] {
  if (viewer.organizationId === transfer.sender) return may(viewer, 'transfer.send') ? ['sender'] : []
  if (viewer.organizationId !== transfer.receiver) return []
  const atDesk = viewer.deskIds.includes(transfer.receiverDesk) || transfer.caseworker === viewer.userId
  const sides: Side[] = atDesk && may(viewer, 'transfer.receive') ? ['receiver'] : []
  return viewer.roles.includes('team_lead') ? [...sides, 'lead'] : sides
}

/** The side on which a viewer gives this command; undefined for one who has no side in it. */
export const sideFor = (transfer: Transfer, viewer: Viewer, type: Command['type']): Side | undefined => {
  const sides = sidesOf(transfer, viewer)
  return sides.find((side) => moves[type].by.includes(side)) ?? sides[0]
}

/** Everything this viewer may do with it now. */
export const commandsFor = (transfer: Transfer, viewer: Viewer, now: Date): Command['type'][] => [
  ...new Set(sidesOf(transfer, viewer).flatMap((side) => openTo(transfer, side, now))),
]

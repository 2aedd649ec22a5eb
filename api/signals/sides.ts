/** On which sides of a signal a viewer stands. */
import { may } from '../permissions.ts'
import type { Viewer } from '../viewer.ts'
import { type Command, moves, openTo, type Signal, type Side } from './signal.ts'

/**
 * Commands belong to the desk: on the receiving side one works there, or has the signal in hand; the team lead may
 * reassign without standing at the desk. Source: domain.md sections 4 and 6.
 */
export function sidesOf(signal: Signal, viewer: Viewer): Side[] {
  if (viewer.organizationId === signal.sender) return may(viewer, 'signal.send') ? ['sender'] : []
  if (viewer.organizationId !== signal.receiver) return []
  const atDesk = viewer.deskIds.includes(signal.receiverDesk) || signal.assignee === viewer.userId
  const sides: Side[] = atDesk && may(viewer, 'signal.receive') ? ['receiver'] : []
  return viewer.roles.includes('team_lead') ? [...sides, 'lead'] : sides
}

/** The side on which a viewer gives this command; undefined for one who has no side in it. */
export const sideFor = (signal: Signal, viewer: Viewer, type: Command['type']): Side | undefined => {
  const sides = sidesOf(signal, viewer)
  return sides.find((side) => (moves[type].by as readonly Side[]).includes(side)) ?? sides[0]
}

/** Everything this viewer may do with it now. */
export const commandsFor = (signal: Signal, viewer: Viewer): Command['type'][] => [
  ...new Set(sidesOf(signal, viewer).flatMap((side) => openTo(signal, side))),
]

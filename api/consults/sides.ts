/** On which side of a consult a viewer stands. */
import { may } from '../permissions.ts'
import type { Viewer } from '../viewer.ts'
import { type Command, type Consult, openTo, type Side } from './consult.ts'

/**
 * A question belongs to the organisation that asked: a colleague may close it. It is answered by a consultant: of the
 * desk where it was sent, or of the whole organisation. Source: domain.md sections 4 and 6.
 */
export function sideOf(consult: Consult, viewer: Viewer): Side | null {
  if (viewer.organizationId === consult.asker) return may(viewer, 'consult.ask') ? 'asker' : null
  if (viewer.organizationId !== consult.answerer || !may(viewer, 'consult.answer')) return null
  return consult.answererDesk === null || viewer.deskIds.includes(consult.answererDesk) ? 'consultant' : null
}

/** Everything this viewer may do with it now. */
export function commandsFor(consult: Consult, viewer: Viewer): Command['type'][] {
  const side = sideOf(consult, viewer)
  return side ? openTo(consult, side) : []
}

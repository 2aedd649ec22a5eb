import { allThatMay } from '../permissions.ts'
import type { Viewer } from '../viewer.ts'
import type { SessionView } from './schema.ts'

/** What the screens know of who is signed in. */
export function sessionView(
  viewer: Viewer,
  names: { organization: string; desks: { id: string; name: string }[] },
  now: Date,
): SessionView {
  return {
    userId: viewer.userId,
    name: viewer.name,
    organization: { id: viewer.organizationId, name: names.organization },
    roles: [...viewer.roles],
    may: allThatMay(viewer),
    desks: names.desks,
    byLink: viewer.only !== null,
    secondsLeft: Math.max(0, Math.floor(((viewer.sessionEnds ?? now).getTime() - now.getTime()) / 1000)),
  }
}

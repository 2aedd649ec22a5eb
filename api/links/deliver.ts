/** The mail with a link: its token is made when the mail leaves, so that it stands nowhere else. */
import type { Deps } from '../deps.ts'
import { hashToken, makeToken } from './link.ts'
import { setToken } from './queries.ts'

/** A token for this link; null when it is opened, taken back or over. Who is mailed twice has one link that works: the last. */
export async function tokenFor(deps: Pick<Deps, 'jobs' | 'now'>, linkId: string): Promise<string | null> {
  const token = makeToken()
  return (await setToken(deps.jobs, linkId, hashToken(token), deps.now())) ? token : null
}

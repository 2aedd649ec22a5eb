/** Who is asking: the session cookie, and nothing else. */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { viewerOfToken } from '../accounts/sessions.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import type { HouseEnv } from './house-env.ts'

/** `__Host-` makes the browser refuse the cookie unless it is Secure, for `/`, and without a domain. */
export const SESSION_COOKIE = '__Host-sessie'

/** With it a page says that it asks by itself, and nobody is known to sit there. */
export const BACKGROUND_HEADER = 'Voordeur-Background'

/** The viewer of this request's session; refuses with `viewer.unknown` when there is none, or not any more. */
export async function viewerOf(deps: Deps, c: Context<HouseEnv>): Promise<Viewer> {
  const token = getCookie(c, SESSION_COOKIE)
  const viewer = token ? await viewerOfToken(deps, token, !c.req.header(BACKGROUND_HEADER)) : null
  if (!viewer) throw new Refusal('viewer.unknown')
  return viewer
}

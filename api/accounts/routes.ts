import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import { clientAddress } from '../http/client-address.ts'
import { type Room, room } from '../http/room.ts'
import { SESSION_COOKIE } from '../http/viewer.ts'
import { listColleagues, showSession, signIn, signOut } from './actions.ts'
import { signInSchema } from './schema.ts'

/** Ends with the browser: how long a session lasts is decided here, not there. */
const cookie = { secure: true, httpOnly: true, sameSite: 'Lax', path: '/' } as const

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)

  on('post', '/session', { may: 'anyone', input: signInSchema, status: 201 }, async ({ input, reason, c }) => {
    const { token, session } = await signIn(deps, input, {
      address: clientAddress(c, deps.trustedProxies),
      formerToken: getCookie(c, SESSION_COOKIE),
      requestId: reason.requestId,
    })
    setCookie(c, SESSION_COOKIE, token, cookie)
    return session
  })

  on('get', '/session', { may: 'session.own' }, ({ viewer }) => showSession(deps, viewer))

  // Open to anyone: whose session has just ended wants the cookie gone as well.
  on('delete', '/session', { may: 'anyone' }, async ({ reason, c }) => {
    await signOut(deps, getCookie(c, SESSION_COOKIE), reason.requestId)
    deleteCookie(c, SESSION_COOKIE, cookie)
    c.header('Clear-Site-Data', '"cache", "cookies", "storage"')
    return undefined
  })

  on('get', '/colleagues', { may: 'colleague.list' }, ({ viewer, reason }) => listColleagues(deps, viewer, reason))

  return rest
}

import { type Reason, withContext, withLogin } from '../audit/context.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import { type Limit, limitKey, networkOf, slowDown } from '../http/rate-limit.ts'
import { nobodysHash, verifyPassword } from './password.ts'
import { countAttempt, findLogin, findNames, forgetAttempts, listActiveMembers, logSession } from './queries.ts'
import type { ColleaguesView, SessionView, SignIn } from './schema.ts'
import { endSession, startSession, viewerOfToken } from './sessions.ts'
import { sessionView } from './view.ts'

/** Source: protection.md section 2.8. A school signs in from one address in the morning, so a network may try more. */
export const limits = {
  network: { name: 'sign-in:network', seconds: 900, free: 60, most: 200, stepMs: 100 },
  account: { name: 'sign-in:account', seconds: 900, free: 5, most: 20, stepMs: 100 },
} as const satisfies Record<string, Limit>

/**
 * Signs in with address and password; gives the token for the cookie and who it is. A session that the browser already
 * had is ended: a token from before signing in is worth nothing after it.
 * Refuses `too_many_attempts` (per network and per account, for a while), and `account.wrong_credentials`: the same for
 * a wrong password, an unknown address and a disabled account, after the same time.
 */
export async function signIn(
  deps: Deps,
  input: SignIn,
  from: { address: string; formerToken: string | undefined; requestId: string },
): Promise<{ token: string; session: SessionView }> {
  await limited(deps, limits.network, networkOf(from.address))
  const accountKey = await limited(deps, limits.account, input.email)

  const login = await withLogin(deps, { login: input.email }, (tx) => findLogin(tx, input.email))
  const right = await verifyPassword(login?.passwordHash ?? (await nobodysHash()), input.password)
  const log = (result: string) => (tx: Tx) =>
    logSession(tx, { requestId: from.requestId, action: 'POST /session', result, who: login })
  if (!login || !right) {
    // Of an unknown address as well: a row less to write would tell the two apart.
    const asking = login ? { memberId: login.memberId, organizationId: login.organizationId } : {}
    await withLogin(deps, asking, log('account.wrong_credentials'))
    throw new Refusal('account.wrong_credentials')
  }

  if (from.formerToken) await endSession(deps, from.formerToken)
  const token = await startSession(deps, { email: input.email, ...login }, async (tx) => {
    await forgetAttempts(tx, accountKey)
    await log('ok')(tx)
  })
  const viewer = await viewerOfToken(deps, token)
  if (!viewer) throw new Refusal('account.wrong_credentials')
  return { token, session: await showSession(deps, viewer) }
}

/** Ends the session of this token, if there is one. */
export async function signOut(deps: Deps, token: string | undefined, requestId: string): Promise<void> {
  if (!token) return
  const viewer = await viewerOfToken(deps, token)
  await endSession(deps, token)
  if (!viewer) return
  const who = { memberId: viewer.userId, organizationId: viewer.organizationId }
  await withLogin(deps, who, (tx) => logSession(tx, { requestId, action: 'DELETE /session', result: 'ok', who }))
}

/** Who is signed in, with the names of organisation and desks. */
export async function showSession(deps: Deps, viewer: Viewer): Promise<SessionView> {
  return sessionView(viewer, await findNames(deps.publicDb, viewer.organizationId, viewer.deskIds), deps.now())
}

/** Those of the own organisation to whom work can be given: active accounts, by name. */
export async function listColleagues(deps: Deps, viewer: Viewer, reason: Reason): Promise<ColleaguesView> {
  const colleagues = await withContext(deps, viewer, reason, (tx) => listActiveMembers(tx, viewer.organizationId))
  return { colleagues }
}

/** Counts an attempt in a transaction of its own: it counts also when what follows fails. Gives the key it is under. */
async function limited(deps: Deps, limit: Limit, what: string): Promise<Buffer> {
  const key = limitKey(deps.secret, limit, what)
  await slowDown(await withLogin(deps, {}, (tx) => countAttempt(tx, key, limit, deps.now())), limit)
  return key
}

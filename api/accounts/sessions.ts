/**
 * Sessions: the only file that knows Lucia and tokens (docs/decisions). A token is 32 random bytes that only the cookie
 * holds; its SHA-256 is the id of the session, so the table holds no secret. A session ends half an hour after the last
 * request, twelve hours after signing in, at signing out, and at the next request when the account is disabled.
 */
import { createHash, randomBytes } from 'node:crypto'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import { withLogin } from '../audit/context.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import type { Viewer } from '../viewer.ts'
import { closeSession, extendSession, findSession, openSession, type SessionRow } from './queries.ts'

export const IDLE_MINUTES = 30
export const ABSOLUTE_HOURS = 12
/** A session is written at most once a minute, however many requests it makes. */
const WRITE_EVERY_MS = 60_000

type Member = NonNullable<SessionRow['member']>

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaIn>
    DatabaseUserAttributes: Member
    DatabaseSessionAttributes: { endsAt: Date; idleEnds: Date; only: string | null }
  }
}

const idleFrom = (now: Date) => new Date(now.getTime() + IDLE_MINUTES * 60_000)
const idOf = (token: string) => createHash('sha256').update(token).digest('hex')
const isToken = (text: string) => /^[A-Za-z0-9_-]{43}$/.test(text)

/**
 * Lucia in this transaction, on the clock of `now`. Lucia reads the clock of the process, so the times that go through
 * the adapter are moved by how far the two are apart; at run time that is nothing.
 */
function luciaIn(tx: Tx, now: Date, isUse = true) {
  const apart = now.getTime() - Date.now()
  const ours = (theirs: Date) => new Date(theirs.getTime() + apart)
  const theirs = (our: Date) => new Date(our.getTime() - apart)

  const adapter: Adapter = {
    getSessionAndUser: async (sessionId) => {
      const row = await findSession(tx, sessionId)
      if (!row) return [null, null]
      const ends = row.expiresAt < row.endsAt ? row.expiresAt : row.endsAt
      const session = {
        id: row.id,
        userId: row.memberId,
        expiresAt: theirs(ends),
        attributes: { endsAt: row.endsAt, idleEnds: row.expiresAt, only: row.only },
      }
      return [session, row.member && { id: row.memberId, attributes: row.member }]
    },
    setSession: ({ id, userId, expiresAt, attributes }) =>
      openSession(tx, { id, memberId: userId, expiresAt: ours(expiresAt), endsAt: attributes.endsAt }),
    updateSessionExpiration: async (sessionId, expiresAt) => {
      if (isUse) await extendSession(tx, sessionId, ours(expiresAt))
    },
    deleteSession: (sessionId) => closeSession(tx, sessionId),
    // A transaction sees one session only: its own. What has ended is removed by the jobs.
    getUserSessions: async () => [],
    deleteUserSessions: async () => undefined,
    deleteExpiredSessions: async () => undefined,
  }
  return new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(IDLE_MINUTES, 'm'),
    getUserAttributes: (member) => member,
    getSessionAttributes: ({ endsAt, idleEnds, only }) => ({ endsAt, idleEnds, only }),
  })
}

/** Opens a session for the account that signs in with this address, and gives the token: there is no other copy of it. */
export async function startSession(
  deps: Deps,
  login: { email: string; memberId: string; organizationId: string },
  also: (tx: Tx) => Promise<void>,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const session = idOf(token)
  const asking = { login: login.email, session, memberId: login.memberId, organizationId: login.organizationId }
  await withLogin(deps, asking, async (tx) => {
    const now = deps.now()
    const endsAt = new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000)
    const attributes = { endsAt, idleEnds: idleFrom(now), only: null }
    await luciaIn(tx, now).createSession(login.memberId, attributes, { sessionId: session })
    await also(tx)
  })
  return token
}

/**
 * Opens a session that the database itself makes, for who came in by a link. `open` writes it under this id and says
 * what it opened; nothing when it refuses.
 */
export async function openByLink<Opened>(
  deps: Deps,
  open: (tx: Tx, made: { session: string; until: Date; ends: Date }) => Promise<Opened>,
): Promise<{ session: string; opened: Opened }> {
  const token = randomBytes(32).toString('base64url')
  const now = deps.now().getTime()
  const [until, ends] = [idleFrom(deps.now()), new Date(now + ABSOLUTE_HOURS * 3_600_000)]
  const opened = await withLogin(deps, {}, (tx) => open(tx, { session: idOf(token), until, ends }))
  return { session: token, opened }
}

/**
 * Who this token speaks for, now; null when it is no token, or its session ended. Keeps the session alive, unless nobody
 * used it: a page that looks by itself whether something came (`isUse` false) does not keep an empty chair signed in.
 */
export async function viewerOfToken(deps: Deps, token: string, isUse = true): Promise<Viewer | null> {
  if (!isToken(token)) return null
  const id = idOf(token)
  return withLogin(deps, { session: id }, async (tx) => {
    const now = deps.now()
    const { session, user } = await luciaIn(tx, now, isUse).validateSession(id)
    if (!session || !user) return null
    const idleEnd = idleFrom(now)
    // Lucia itself extends in the second half of the time only, which would make half an hour a quarter.
    const isOld = idleEnd.getTime() - session.idleEnds.getTime() >= WRITE_EVERY_MS
    if (isUse && isOld && !session.fresh) await extendSession(tx, id, idleEnd)
    const idleEnds = isUse && isOld ? idleEnd : session.idleEnds
    return {
      userId: user.id,
      name: user.name,
      organizationId: user.organizationId,
      roles: user.roles,
      deskIds: user.deskIds,
      only: session.only,
      sessionEnds: idleEnds < session.endsAt ? idleEnds : session.endsAt,
      key: null,
    }
  })
}

/** Ends the session of this token. Nothing happens when there is none. */
export async function endSession(deps: Deps, token: string): Promise<void> {
  if (!isToken(token)) return
  const id = idOf(token)
  await withLogin(deps, { session: id }, (tx) => luciaIn(tx, deps.now()).invalidateSession(id))
}

/** Organisations that take part, their desks and accounts, and how a browser of theirs asks. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { HouseEnv } from '../../api/http/house-env.ts'
import { SESSION_COOKIE } from '../../api/http/viewer.ts'
import type { Role } from '../../api/viewer.ts'
import type { FreshDatabase } from '../setup/database.ts'

export type Account = { id: string; email: string; organizationId: string; roles: Role[] }

let made = 0

export function accounts({ db, deps }: Pick<FreshDatabase, 'db' | 'deps'>) {
  /** An organisation with a covenant. */
  async function organization(name = `Organisatie ${(made += 1)}`): Promise<string> {
    const id = randomUUID()
    await sql`insert into directory.organization (id, name, description, slug)
      values (${id}, ${name}, 'Voor de test', ${`organisatie-${id}`})`.execute(db)
    await sql`insert into directory.participant (organization_id, covenant_on) values (${id}, '2026-01-01')`.execute(db)
    return id
  }

  async function desk(organizationId: string, name = 'Aanmelding'): Promise<string> {
    const id = randomUUID()
    await sql`insert into directory.desk (id, organization_id, name) values (${id}, ${organizationId}, ${name})`.execute(
      db,
    )
    return id
  }

  async function member(
    organizationId: string,
    given: {
      roles?: Role[]
      desks?: string[]
      email?: string
      name?: string
      passwordHash?: string
      byLink?: boolean
    } = {},
  ): Promise<Account> {
    const account = {
      id: randomUUID(),
      email: given.email ?? `functie-${(made += 1)}@voorbeeld.example`,
      organizationId,
      roles: given.roles ?? ['worker' as const],
    }
    await db
      .insertInto('account.member')
      .values({
        id: account.id,
        name: given.name ?? 'Team Noord, aanmelding',
        email: account.email,
        password_hash: given.passwordHash ?? 'none',
        organization_id: organizationId,
        roles: account.roles,
        by_link: given.byLink ?? false,
      })
      .execute()
    for (const deskId of given.desks ?? []) {
      await db
        .insertInto('account.desk_member')
        .values({ member_id: account.id, organization_id: organizationId, desk_id: deskId })
        .execute()
    }
    return account
  }

  /** The cookie of somebody who signed in just now. */
  async function session(account: Pick<Account, 'id'>): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    const now = deps.now().getTime()
    await db
      .insertInto('account.session')
      .values({
        id: createHash('sha256').update(token).digest('hex'),
        member_id: account.id,
        expires_at: new Date(now + 30 * 60_000),
        ends_at: new Date(now + 12 * 3_600_000),
      })
      .execute()
    return `${SESSION_COOKIE}=${token}`
  }

  return { organization, desk, member, session }
}

/** Asks as a page of our own does. `from` is the address of the connection. */
export function browser(app: Hono<HouseEnv>) {
  return async function ask(
    method: string,
    path: string,
    given: { cookie?: string; body?: unknown; headers?: Record<string, string>; from?: string } = {},
  ): Promise<Response> {
    const headers = new Headers({
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      ...given.headers,
    })
    if (given.cookie) headers.set('cookie', given.cookie)
    const body = given.body === undefined ? null : JSON.stringify(given.body)
    const socket = { remoteAddress: given.from ?? '192.0.2.1', remotePort: 40_000, remoteFamily: 'IPv4' }
    return app.request(path, { method, headers, body }, { incoming: { socket } })
  }
}

/** A key of an organisation's own system, in the name of an account of its own; made a minute ago, for a month. */
export async function knowKey(
  { db, deps }: Pick<FreshDatabase, 'db' | 'deps'>,
  by: { organization: string; member: string },
  commands: readonly string[],
  hash: Buffer,
): Promise<string> {
  const [id, member] = [randomUUID(), randomUUID()]
  await sql`insert into account.member (id, name, email, password_hash, organization_id, roles, by_key)
    values (${member}, 'Koppeling', ${`${member}@koppeling.invalid`}, 'none', ${by.organization}, '{worker}', true)`.execute(
    db,
  )
  await sql`insert into account.api_key (id, organization_id, member_id, name, commands, hash, made_by, made_at, expires_at)
    values (${id}, ${by.organization}, ${member}, 'Dossiersysteem', ${[...commands]}::text[], ${hash}, ${by.member},
      ${new Date(deps.now().getTime() - 60_000)}, ${new Date(deps.now().getTime() + 30 * 86_400_000)})`.execute(db)
  return id
}

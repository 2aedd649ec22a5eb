/** Every SQL statement about accounts and sessions. What is visible depends on `app.login`, `app.session` or `app.org`. */
import { type Kysely, sql } from 'kysely'
import type { DirectoryTables, JobsTables, Tx } from '../db.ts'
import type { Role } from '../viewer.ts'
import type { Count } from '../http/rate-limit.ts'

export type SessionRow = {
  id: string
  memberId: string
  expiresAt: Date
  endsAt: Date
  /** The one transfer this session is limited to. */
  only: string | null
  /** Null when the account was disabled. */
  member: { name: string; organizationId: string; roles: Role[]; deskIds: string[] } | null
}

/** This session and whose it is, with the desks they work at. */
export async function findSession(tx: Tx, id: string): Promise<SessionRow | null> {
  const row = await tx
    .selectFrom('account.session as s')
    .innerJoin('account.member as m', 'm.id', 's.member_id')
    .select([
      's.id',
      's.member_id',
      's.expires_at',
      's.ends_at',
      's.transfer_id',
      'm.name',
      'm.organization_id',
      'm.roles',
      'm.disabled_at',
    ])
    .select(
      sql<string[]>`array(select d.desk_id from account.desk_member d where d.member_id = m.id order by d.desk_id)`.as(
        'desks',
      ),
    )
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const member = { name: row.name, organizationId: row.organization_id, roles: row.roles, deskIds: row.desks }
  return {
    id: row.id,
    memberId: row.member_id,
    expiresAt: row.expires_at,
    endsAt: row.ends_at,
    only: row.transfer_id,
    member: row.disabled_at ? null : member,
  }
}

export async function openSession(
  tx: Tx,
  session: { id: string; memberId: string; expiresAt: Date; endsAt: Date },
): Promise<void> {
  await tx
    .insertInto('account.session')
    .values({ id: session.id, member_id: session.memberId, expires_at: session.expiresAt, ends_at: session.endsAt })
    .execute()
}

/** Never beyond the absolute end. */
export async function extendSession(tx: Tx, id: string, until: Date): Promise<void> {
  await tx
    .updateTable('account.session')
    .set({ expires_at: sql<Date>`least(${until}::timestamptz, ends_at)` })
    .where('id', '=', id)
    .execute()
}

export async function closeSession(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('account.session').where('id', '=', id).execute()
}

/** The account that is signing in, and the hash of its password; null when there is none or it was disabled. */
export async function findLogin(
  tx: Tx,
  email: string,
): Promise<{ memberId: string; organizationId: string; passwordHash: string } | null> {
  const row = await tx
    .selectFrom('account.member')
    .select(['id', 'organization_id', sql<string | null>`sec.password_of_login()`.as('password_hash')])
    .where('email', '=', email)
    .executeTakeFirst()
  if (!row?.password_hash) return null
  return { memberId: row.id, organizationId: row.organization_id, passwordHash: row.password_hash }
}

/** Counts one more attempt under this key. */
export async function countAttempt(
  tx: Tx,
  key: Buffer,
  limit: { seconds: number; most: number },
  now: Date,
): Promise<Count> {
  const { rows } = await sql<{ attempts: number; retry_after_seconds: number }>`
    select attempts, retry_after_seconds
    from sec.attempt(${key}, make_interval(secs => ${limit.seconds}), ${limit.most}, ${now})
  `.execute(tx)
  return { attempts: rows[0]?.attempts ?? Infinity, retryAfterSeconds: rows[0]?.retry_after_seconds ?? limit.seconds }
}

export async function forgetAttempts(tx: Tx, key: Buffer): Promise<void> {
  await sql`select sec.forget_attempts(${key})`.execute(tx)
}

/** Signing in and out are in the log as well, also when it failed; of an unknown address there is nobody to name. */
export async function logSession(
  tx: Tx,
  entry: {
    requestId: string
    action: string
    result: string
    who: { memberId: string; organizationId: string } | null
  },
): Promise<void> {
  await tx
    .insertInto('audit.event')
    .values({
      request_id: entry.requestId,
      org_id: entry.who?.organizationId ?? null,
      actor: entry.who?.memberId ?? null,
      actor_role: null,
      action: entry.action,
      purpose: 'session',
      result: entry.result,
      object_type: null,
      object_ids: [],
    })
    .execute()
}

/** The name of an organisation and of these desks, for the screen of who is signed in. */
export async function findNames(
  db: Kysely<DirectoryTables>,
  organizationId: string,
  deskIds: readonly string[],
): Promise<{ organization: string; desks: { id: string; name: string }[] }> {
  const [organization, desks] = await Promise.all([
    db.selectFrom('directory.organization').select('name').where('id', '=', organizationId).executeTakeFirstOrThrow(),
    db
      .selectFrom('directory.desk')
      .select(['id', 'name'])
      .where(sql<boolean>`id = any(${deskIds}::uuid[])`)
      .orderBy('name')
      .execute(),
  ])
  return { organization: organization.name, desks }
}

/** Those of the viewer's organisation to whom work can be given, with their desks. */
export async function listActiveMembers(
  tx: Tx,
  organizationId: string,
): Promise<{ id: string; name: string; desks: string[] }[]> {
  return tx
    .selectFrom('account.member as m')
    .select(['m.id', 'm.name'])
    .select(
      sql<string[]>`array(select d.desk_id from account.desk_member d where d.member_id = m.id order by d.desk_id)`.as(
        'desks',
      ),
    )
    .where('m.organization_id', '=', organizationId)
    .where('m.disabled_at', 'is', null)
    .where('m.by_key', '=', false)
    .orderBy('m.name')
    .orderBy('m.id')
    .execute()
}

export type NewMember = {
  id?: string
  name: string
  email: string
  passwordHash: string
  organizationId: string
  roles: readonly Role[]
  deskIds: readonly string[]
}

/** Makes an account, as the owner of the tables. False when the address is taken: nothing is changed then. */
export async function insertMember(tx: Tx, member: NewMember): Promise<boolean> {
  const made = await tx
    .insertInto('account.member')
    .values({
      ...(member.id && { id: member.id }),
      name: member.name,
      email: member.email,
      password_hash: member.passwordHash,
      organization_id: member.organizationId,
      roles: [...member.roles],
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  if (member.deskIds.length > 0) {
    await tx
      .insertInto('account.desk_member')
      .values(
        member.deskIds.map((deskId) => ({
          member_id: made.id,
          organization_id: member.organizationId,
          desk_id: deskId,
        })),
      )
      .execute()
  }
  return true
}

/** The addresses that are taken, as the owner of the tables. */
export async function findEmails(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('account.member').select('email').execute()
  return new Set(rows.map(({ email }) => email))
}

/** The organisation with this id or, letter case aside, this name. */
export async function findOrganization(tx: Tx, idOrName: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('directory.organization')
    .select(['id', 'name'])
    .where((eb) =>
      eb.or([eb(sql`id::text`, '=', idOrName.toLowerCase()), eb(sql`lower(name)`, '=', idOrName.toLowerCase())]),
    )
    .limit(3)
    .execute()
}

/** Removes the sessions that have ended: their tokens open nothing any more. */
export async function forgetEndedSessions(jobs: Kysely<JobsTables>, now: Date): Promise<void> {
  await sql`select sec.forget_sessions(${now})`.execute(jobs)
}

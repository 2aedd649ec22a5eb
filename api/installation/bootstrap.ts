/**
 * The roles. They belong to the cluster and not to one database, so they come from this step and not from a migration.
 * Running it again changes nothing. It needs a login that may create roles; superuser is not necessary.
 */
import pg from 'pg'
import { CannotStart } from './cannot-start.ts'
import { passwordOf } from './secrets.ts'

/** Owns every table and never logs in. */
export const ownerRole = 'voordeur_own'

/** The logins at run time, by the pool that uses them. */
export const logins = {
  app: 'voordeur_app',
  public: 'voordeur_public',
  publisher: 'voordeur_publisher',
  jobs: 'voordeur_jobs',
  follow: 'voordeur_follow',
} as const
export type Pool = keyof typeof logins
export type PoolUrls = Record<Pool, string>

const pools = Object.keys(logins) as Pool[]

/** The same database under another login. */
export function withLogin(url: string, user: string, password: string): string {
  // A URL without a host (a socket in `?host=`) cannot carry a login; the host in the query wins over this one.
  const address = new URL(url.replace(/^(postgres(?:ql)?:\/\/(?:[^/@]*@)?)(?=\/)/, '$1localhost'))
  address.username = user
  address.password = password
  return address.href
}

/** The addresses of the five pools: those given, and for the others the login with its derived password. */
export function poolUrls(url: string, secret: Uint8Array, given: Partial<PoolUrls> = {}): PoolUrls {
  const derived = (pool: Pool) => withLogin(url, logins[pool], passwordOf(logins[pool], secret))
  return Object.fromEntries(pools.map((pool) => [pool, given[pool] ?? derived(pool)])) as PoolUrls
}

/**
 * Makes the roles that are missing, gives them this database, and asserts that no runtime login can pass by row-level
 * security (protection.md 2.1). Refused: an address that does not answer, a version below 15, a login without the right.
 */
export async function bootstrap(url: string, urls: PoolUrls): Promise<void> {
  const client = await connectAsMigrator(url)
  try {
    // Two starts on one database go one after the other; it ends with the connection.
    await client.query('select pg_advisory_lock(7304202)')
    await makeRoles(client, urls)
    await grantDatabase(client)
    await assertSignIn(client, Object.values(urls))
    await assertHarmless(client, urls)
  } finally {
    await client.end()
  }
}

async function connectAsMigrator(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new CannotStart(`DATABASE_URL does not work: ${reasonOf(error)} (${withoutPassword(url)}).`)
  }
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  )
  const version = rows[0]?.version ?? 0
  if (version < 15) {
    await client.end()
    throw new CannotStart(`DATABASE_URL is a PostgreSQL ${version}; 15 or newer is needed.`)
  }
  return client
}

async function makeRoles(client: pg.Client, urls: PoolUrls): Promise<void> {
  const owner = await client.query('select from pg_roles where rolname = $1', [ownerRole])
  if (owner.rowCount === 0) await retried(client, `create role ${ownerRole} nologin`)
  // To become the owner while migrating. Making a role is not yet the right to become it (PostgreSQL 16 and newer).
  if (!(await becomes(client, ownerRole))) await retried(client, `grant ${ownerRole} to current_user`)

  const there = await client.query<{ rolname: string }>('select rolname from pg_roles')
  const names = new Set(there.rows.map((row) => row.rolname))
  for (const pool of pools) {
    const { user, password } = loginOf(urls[pool])
    if (!names.has(user)) await retried(client, `create role ${user} login password ${client.escapeLiteral(password)}`)
  }
}

/** What already signs in is left alone; a changed secret gives a changed password. */
async function assertSignIn(client: pg.Client, urls: string[]): Promise<void> {
  const works = await Promise.all(urls.map(signsIn))
  for (const url of urls.filter((_, index) => !works[index])) {
    const { user, password } = loginOf(url)
    await retried(client, `alter role ${user} login password ${client.escapeLiteral(password)}`)
    if (!(await signsIn(url))) throw new CannotStart(`The server does not let ${user} sign in with its password.`)
  }
}

async function becomes(client: pg.Client, role: string): Promise<boolean> {
  try {
    await client.query(`set role ${role}`)
    await client.query('reset role')
    return true
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    return false
  }
}

/** Roles are shared by all databases: two bootstraps at once may meet. Whoever is second tries once more. */
async function retried(client: pg.Client, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(statement)
      return
    } catch (error) {
      const code = codeOf(error)
      // duplicate_object, unique_violation: made meanwhile.
      if (code === '42710' || code === '23505') return
      if (code === '42501') {
        throw new CannotStart(
          'The login of DATABASE_URL may not create roles. Give it CREATEROLE, or make the roles first.',
        )
      }
      // "tuple concurrently updated"
      if (code !== 'XX000' || attempt === 5) throw error
    }
  }
}

/** Who may enter this database. Such rights are not copied with a template: each database gets its own. */
export async function grantDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const database = client.escapeIdentifier(rows[0]?.name ?? '')
  try {
    await client.query(`grant create, connect on database ${database} to ${ownerRole}`)
    await client.query(`grant connect on database ${database} to ${Object.values(logins).join(', ')}`)
    await client.query(`revoke connect, temporary on database ${database} from public`)
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    throw new CannotStart(`The login of DATABASE_URL must own the database ${database}.`)
  }
}

async function assertHarmless(client: pg.Client, urls: PoolUrls): Promise<void> {
  const names = pools.map((pool) => loginOf(urls[pool]).user)
  const { rows } = await client.query<{ rolname: string }>(
    `select rolname from pg_roles r where rolname = any($1)
       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
         or pg_has_role(r.oid, $2, 'member')
         or exists (select 1 from pg_database d where d.datdba = r.oid and d.datname = current_database()))`,
    [names, ownerRole],
  )
  if (rows.length > 0) {
    const list = rows.map((row) => row.rolname).join(', ')
    throw new CannotStart(`${list} may do more than a login at run time should: it can pass by row-level security.`)
  }
}

async function signsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const loginOf = (url: string) => {
  const { username, password } = new URL(url)
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : null)

function withoutPassword(url: string): string {
  const { host, pathname, searchParams } = new URL(url.replace('@/', '@localhost/'))
  return `${searchParams.get('host') ?? host}${pathname}`
}

function reasonOf(error: unknown): string {
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing listens at that address',
    ENOTFOUND: 'the host does not exist',
    EAI_AGAIN: 'the host cannot be looked up',
    ENOENT: 'there is no socket there',
    EACCES: 'the socket may not be opened',
    '28P01': 'the password is wrong',
    '28000': 'the server does not let this login in',
    '3D000': 'the database does not exist',
    '53300': 'the server has no connection left',
  }
  const code = codeOf(error)
  return (code && reasons[code]) ?? (error instanceof Error && error.message ? error.message : 'no answer')
}

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bootstrap, logins, poolUrls, withLogin } from '../../api/installation/bootstrap.ts'
import { migrate } from '../../api/installation/migrate.ts'
import { migrations } from '../../migrations/index.ts'
import { type RunningCluster, asAdministrator, onDatabase, ownServer, startCluster } from '../setup/cluster.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

// A server of its own: roles belong to the whole server, and these tests spoil them.
let server: RunningCluster
let ours: FreshDatabase
beforeAll(async () => {
  server = await startCluster('')
  ours = await freshDatabase(server.cluster)
})
afterAll(async () => {
  await ours.close()
  await server.stop()
})

const rolesOf = async () =>
  (await sql`select oid, rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles order by 2`.execute(ours.db)).rows

describe('the roles', () => {
  test('once made they stay as they are, however often the step runs, also at the same time', async () => {
    const before = await rolesOf()
    await Promise.all([1, 2, 3].map(() => bootstrap(ours.url, ours.urls)))
    expect(await rolesOf()).toEqual(before)
  })

  test('nobody logs in as the owner, and the owner has all tables', async () => {
    const owners = await sql`
      select distinct pg_get_userbyid(c.relowner) as owner from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('directory', 'account', 'care', 'audit', 'outbox', 'sec', 'migration')
    `.execute(ours.db)
    expect(owners.rows).toEqual([{ owner: 'voordeur_own' }])
    const own = await sql`select rolcanlogin from pg_roles where rolname = 'voordeur_own'`.execute(ours.db)
    expect(own.rows).toEqual([{ rolcanlogin: false }])
  })

  test.each(['superuser', 'bypassrls'])('a login at run time that got %s stops the start', async (power) => {
    const role = sql.id(logins.follow)
    await sql`alter role ${role} with ${sql.raw(power)}`.execute(ours.db)
    try {
      await expect(bootstrap(ours.url, ours.urls)).rejects.toThrow(/voordeur_follow may do more/)
    } finally {
      await sql`alter role ${role} with ${sql.raw(`no${power}`)}`.execute(ours.db)
    }
    await bootstrap(ours.url, ours.urls)
  })

  test('a login at run time that became a member of the owner stops the start', async () => {
    await sql`grant voordeur_own to ${sql.id(logins.follow)}`.execute(ours.db)
    try {
      await expect(bootstrap(ours.url, ours.urls)).rejects.toThrow(/voordeur_follow may do more/)
    } finally {
      await sql`revoke voordeur_own from ${sql.id(logins.follow)}`.execute(ours.db)
    }
  })
})

describe('a migrator that is no superuser', () => {
  const secret = randomBytes(32)

  test('makes the roles on a bare server, prepares and migrates its own database, twice without a change', async () => {
    const bare = await ownServer()
    try {
      await asAdministrator(bare.url, async (client) => {
        await client.query(`create role builder login createrole password 'builder'`)
        await client.query(`create database village owner builder`)
      })
      const url = withLogin(onDatabase(bare.url, 'village'), 'builder', 'builder')
      const urls = poolUrls(url, secret)
      await bootstrap(url, urls)
      expect(await migrate(url)).toEqual(Object.keys(migrations))
      await bootstrap(url, urls)
      expect(await migrate(url)).toEqual([])

      await asAdministrator(url, (client) =>
        client.query(`insert into migration.kysely_migration (name, timestamp) values ('9999-later', 'now')`),
      )
      await expect(migrate(url)).rejects.toThrow(/made by another version/)
    } finally {
      await bare.stop()
    }
  })

  test('one that may not make roles is told so', async () => {
    const bare = await ownServer()
    try {
      await asAdministrator(bare.url, (client) => client.query(`create role guest login password 'guest'`))
      const url = withLogin(bare.url, 'guest', 'guest')
      await expect(bootstrap(url, poolUrls(url, secret))).rejects.toThrow(/Give it CREATEROLE/)
    } finally {
      await bare.stop()
    }
  })

  test('a changed secret gives the logins a changed password', async () => {
    const changed = poolUrls(ours.url, secret)
    await bootstrap(ours.url, changed)
    await expect(asAdministrator(ours.urls.app, (client) => client.query('select 1'))).rejects.toThrow(/password/)
    await bootstrap(ours.url, ours.urls)
    await asAdministrator(ours.urls.app, (client) => client.query('select 1'))
  })
})

describe('an address that does not work is one sentence', () => {
  const missing = 'postgres://me:hunter2@localhost:1/voordeur'

  test.each([
    ['nothing listens', () => missing, /nothing listens at that address \(localhost:1\/voordeur\)\.$/],
    ['no such host', () => 'postgres://me:hunter2@nowhere.invalid/x', /the host (does not exist|cannot be looked up)/],
    ['no socket', () => 'postgres://me:hunter2@/voordeur?host=/nowhere', /there is no socket there/],
    ['wrong password', () => withLogin(ours.url, logins.app, 'hunter2'), /the password is wrong/],
    ['no such database', () => onDatabase(ours.url, 'nowhere'), /the database does not exist/],
  ])('%s', async (_, url, sentence) => {
    const refused = await bootstrap(url(), poolUrls(missing, randomBytes(32))).catch((error: unknown) => error)
    expect(refused).toMatchObject({ name: 'CannotStart', message: expect.stringMatching(sentence) })
    expect(String(refused)).not.toContain('hunter2')
  })
})

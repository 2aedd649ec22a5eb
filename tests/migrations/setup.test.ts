import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase, waitingForALock } from '../setup/database.ts'

let ours: FreshDatabase
beforeAll(async () => {
  ours = await freshDatabase()
})
afterAll(() => ours.close())

describe('a database per test file', () => {
  test('each has its own rows', async () => {
    const other = await freshDatabase()
    try {
      await sql`create table public.note (text text)`.execute(other.db)
      const found = await sql`select to_regclass('public.note') as note`.execute(ours.db)
      expect(found.rows).toEqual([{ note: null }])
    } finally {
      await other.close()
    }
  })

  test('each pool is another login', async () => {
    const who = async (db: Parameters<typeof waitingForALock>[0]) =>
      (await sql<{ who: string }>`select current_user as who`.execute(db)).rows[0]?.who
    expect(await who(ours.deps.publicDb)).toBe('voordeur_public')
    expect(await who(ours.deps.jobs)).toBe('voordeur_jobs')
    expect(await who(ours.deps.follow)).toBe('voordeur_follow')
  })

  test('a race can be arranged: two wait until the third lets go', async () => {
    await sql`create table public.door (id int primary key); insert into public.door values (1)`.execute(ours.db)
    const take = () => sql`delete from public.door where id = 1`.execute(ours.db)
    const racing = await ours.db.transaction().execute(async (tx) => {
      await sql`select 1 from public.door where id = 1 for update`.execute(tx)
      const both = [take(), take()]
      await waitingForALock(ours.db, both.length)
      return both
    })
    const affected = (await Promise.all(racing)).map((result) => Number(result.numAffectedRows))
    expect(affected.sort()).toEqual([0, 1])
  })

  test('a connection that breaks in use fails its query, and the process goes on', async () => {
    const cut = ours.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(ours.db)
      // Nothing is being asked while the connection breaks: the error comes as an event, with nobody to catch it.
      await new Promise((resolve) => setTimeout(resolve, 100))
      await sql`select 1`.execute(tx)
    })
    await expect(cut).rejects.toThrow(/terminat|connection/i)
    expect((await sql`select 1 as one`.execute(ours.db)).rows).toEqual([{ one: 1 }])
  })
})

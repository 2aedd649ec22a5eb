/** The calendar of jobs on a real pg-boss in a real database: one of several processes does it, a fault is tried again. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { logins, ownerRole } from '../../api/installation/bootstrap.ts'
import { prepareBoss, startBoss } from '../../api/jobs/boss.ts'
import { isPlanned } from '../../api/jobs/loop.ts'
import { jobSchema } from '../../api/jobs/queries.ts'
import { stepsOf } from '../../api/jobs/steps.ts'
import { type Care, care } from '../factories/care.ts'
import { asApp } from '../setup/as-app.ts'
import { type FreshDatabase, freshDatabase, monday } from '../setup/database.ts'

let house: FreshDatabase
let it: Care
const noMail = { send: async () => undefined, close: () => undefined }

beforeAll(async () => {
  house = await freshDatabase()
  it = await care(house)
  // The template has it already: a second time changes nothing.
  await prepareBoss(house.url, ownerRole, logins.jobs)
})
afterAll(() => house.close())

const later = (days: number) => house.setNow(new Date(house.deps.now().getTime() + days * 86_400_000))
const statusOf = async (id: string) =>
  (await house.db.selectFrom('care.transfer').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status
const planned = () => stepsOf(house.deps, noMail).filter(isPlanned)

test('what fell due while nobody was there is done at the start, by one of two processes', async () => {
  const { id, matterId } = await it.transfers.offered()
  later(10)
  const two = await Promise.all([1, 2].map(() => startBoss(house.urls.jobs, planned(), house.deps.log)))
  await expect.poll(() => statusOf(id), { timeout: 15_000 }).toBe('expired')
  await Promise.all(two.map((boss) => boss.stop()))
  const { rows } =
    await sql`select 1 from care.event where matter_id = ${matterId} and type = 'transfer.expire'`.execute(house.db)
  expect(rows).toHaveLength(1)
})

test('a row that cannot be ended keeps no other waiting, and the job is tried again', async () => {
  house.setNow(monday)
  it = await care(house)
  const [stuck, other] = [await it.transfers.offered(), await it.transfers.offered()]
  await sql`
    create function sec.never() returns trigger language plpgsql as $$
      begin if new.id = ${sql.lit(stuck.id)}::uuid then raise exception 'Gezin aan de Veenlaan'; end if; return new; end $$;
    create trigger never before update on care.transfer for each row execute function sec.never()`.execute(house.db)
  later(10)
  const boss = await startBoss(house.urls.jobs, planned(), house.deps.log)
  await expect.poll(() => statusOf(other.id), { timeout: 15_000 }).toBe('expired')
  const kept = () =>
    sql<{ state: string; output: unknown }>`
      select state, output from ${sql.ref(`${jobSchema}.job`)}
      where name = 'end-silent-transfers' and state in ('retry', 'failed')`.execute(house.db)
  await expect.poll(async () => (await kept()).rows.length, { timeout: 15_000 }).toBe(1)
  await boss.stop()
  expect(await statusOf(stuck.id)).toBe('offered')
  // Of what went wrong only the code is kept, nothing of the row.
  const output = JSON.stringify((await kept()).rows[0]?.output)
  expect(output).toContain('P0001')
  expect(output).not.toContain('Veenlaan')
  await sql`drop trigger never on care.transfer`.execute(house.db)
})

test('a job carries no data, and nobody but the clock sees that there are any', async () => {
  const { rows } = await sql`select 1 from ${sql.ref(`${jobSchema}.job`)} where data is not null`.execute(house.db)
  expect(rows).toEqual([])
  const { org, member } = it.parties.team
  expect(await asApp(house, { org, member }, sql`select 1 from ${sql.ref(`${jobSchema}.job`)}`)).toContain(
    'permission denied',
  )
})

/** Drafts of signals and transfers that nobody writes in are forgotten on the day that stands on them, and nothing else is. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dateIn } from '../../api/calendar.ts'
import { connect } from '../../api/db.ts'
import { forgetDrafts } from '../../api/matters/draft-clock.ts'
import { erasedOn } from '../../api/matters/draft-life.ts'
import type { MatterView } from '../../api/matters/schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { asApp } from '../setup/as-app.ts'
import { type FreshDatabase, freshDatabase, monday } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
})
beforeEach(() => house.setNow(monday))
afterAll(() => house.close())

const again = async (who: Party): Promise<Party> => ({ ...who, cookie: await c.make.session({ id: who.member }) })
const on = (moment: string) => house.setNow(new Date(moment))
const look = async (who: Party, id: string) =>
  (await c.call<MatterView>(await again(who), 'GET', `/matters/${id}`)).body
const there = async (table: string, column: string, id: string) =>
  (await sql`select 1 from ${sql.id('care', table)} where ${sql.id(column)} = ${id}`.execute(house.db)).rows.length

test('a signal nobody sent, with the family that only stood in it; one written in meanwhile stays', async () => {
  const [left, used] = [await c.signals.draft(), await c.signals.draft()]
  const sent = await c.signals.sent()
  expect((await look(c.parties.school, left.matterId)).signals).toMatchObject([{ erasedOn: '2027-02-23' }])
  expect((await look(c.parties.school, sent.matterId)).signals).toMatchObject([{ erasedOn: null }])

  on('2027-01-15T10:00:00+01:00')
  const school = await again(c.parties.school)
  const written = await c.call(school, 'PUT', `/signals/${used.id}`, { ...c.signalDraft(), version: used.version })
  expect(written.status).toBe(200)
  on('2027-02-22T23:59:00+01:00')
  expect(await forgetDrafts(house.deps)).toBe(0)
  on('2027-02-23T09:01:00+01:00')
  expect(await forgetDrafts(house.deps)).toBe(1)
  expect(await forgetDrafts(house.deps), 'once').toBe(0)

  expect(await look(c.parties.school, left.matterId)).toMatchObject({ code: 'matter.not_found' })
  for (const table of ['person', 'legal_basis', 'relation'])
    expect(await there(table, 'matter_id', left.matterId)).toBe(0)
  expect((await look(c.parties.school, used.matterId)).signals).toMatchObject([{ erasedOn: '2027-04-15' }])
  expect(await there('signal', 'id', sent.id)).toBe(1)
  const { rows } = await sql`select action, purpose, object_ids from audit.event where action like '%.forget'`.execute(
    house.db,
  )
  expect(rows).toEqual([{ action: 'signal.forget', purpose: 'clock', object_ids: [left.id] }])
})

test('a transfer nobody offered; the matter it was written in stays as it is', async () => {
  const { id, matterId } = await c.transfers.draft()
  const { rows: before } = await sql`select * from care.matter where id = ${matterId}`.execute(house.db)
  expect((await look(c.parties.team, matterId)).transfers).toMatchObject([{ erasedOn: '2027-02-23' }])
  on('2027-02-23T09:01:00+01:00')
  await forgetDrafts(house.deps)
  expect(await there('transfer', 'id', id)).toBe(0)
  const { rows: after } = await sql`select * from care.matter where id = ${matterId}`.execute(house.db)
  expect(after).toEqual(before)
  expect((await look(c.parties.team, matterId)).signals).toMatchObject([{ status: 'taken' }])
})

test('the clock’s own login forgets no draft before its day, and nothing that was sent; the app’s never does', async () => {
  const [fresh, sent, offered] = [await c.signals.draft(), await c.signals.sent(), await c.transfers.offered()]
  const jobs = connect<never>(house.urls.jobs, 1)
  const forge = async (table: string, id: string, now: string) =>
    jobs.transaction().execute(async (tx) => {
      await sql`select set_config('app.now', ${now}, true)`.execute(tx)
      return Number((await sql`delete from ${sql.id('care', table)} where id = ${id}`.execute(tx)).numAffectedRows)
    })
  expect(await forge('signal', fresh.id, '2027-02-23T08:59:00+01:00')).toBe(0)
  expect(await forge('signal', sent.id, '2030-01-01T00:00:00Z')).toBe(0)
  expect(await forge('transfer', offered.id, '2030-01-01T00:00:00Z')).toBe(0)
  const noticed = await sql`select noticed from care.signal`.execute(jobs).catch((error: Error) => error.message)
  expect(noticed).toContain('permission denied')
  await jobs.destroy()
  const later = sql`update care.signal set since = now() where id = ${fresh.id}`
  expect(await asApp(house, c.parties.school, later), 'nobody says since when').toContain('permission denied')
})

test('the day that is shown is the day on which it happens, on every day of five years', async () => {
  const { rows } = await sql<{ kept: Date; erased: Date }>`
    select d as kept, sec.erased_at(d) as erased
    from generate_series('2026-01-01T11:30:00Z'::timestamptz, '2030-12-31'::timestamptz, interval '1 day') d`.execute(
    house.db,
  )
  expect(rows.length).toBeGreaterThan(1_800)
  expect(rows.filter(({ kept, erased }) => erasedOn(dateIn(kept)) !== dateIn(erased))).toEqual([])
})

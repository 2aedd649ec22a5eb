/** An address given to a resident, on the real database: counted, with nobody in it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SignpostsView } from '../../api/signposts/schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { knowService, knowTheme } from '../factories/directory.ts'
import { asApp } from '../setup/as-app.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
let service: string

beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
  await knowTheme(house, 'geld')
  service = await knowService(house, c.parties.welfare.org)
})
afterAll(() => house.close())

const give = (who: Party, given: object = {}) =>
  c.post(who, '/signposts', { theme: 'geld', serviceId: service, ...given })
const months = async (who: Party) => (await c.call<SignpostsView>(who, 'GET', '/signposts')).body

describe('a signpost', () => {
  test('is counted by day, theme, place and address, and holds nobody and no words', async () => {
    expect((await give(c.parties.team)).status).toBe(204)
    const { rows } = await sql<
      Record<string, unknown>
    >`select *, given_on::text as given_on from care.signpost`.execute(house.db)
    expect(rows).toEqual([
      {
        id: expect.any(String),
        org_id: c.parties.team.org,
        given_on: '2026-11-23',
        theme: 'geld',
        place: null,
        service_id: service,
        desk_id: null,
      },
    ])
    const log = await sql<{ object_ids: string[] }>`
      select object_ids from audit.event where action = 'POST /signposts' and result = 'ok'`.execute(house.db)
    expect(log.rows, 'the log does not tie the account to the row').toEqual([{ object_ids: [] }])
  })

  test('is of a desk as well as of a service, and of one of the two', async () => {
    const { desk } = c.parties.debts
    expect((await give(c.parties.team, { serviceId: null, deskId: desk })).status).toBe(204)
    for (const both of [{ deskId: desk }, { serviceId: null }]) {
      const refused = await give(c.parties.team, both)
      expect(refused.body.errors).toEqual([{ pointer: '/serviceId', code: 'signpost.to_one' }])
    }
  })

  test.each([
    ['a theme nobody gave out', { theme: 'jan-jansen' }, '/theme'],
    ['a place nobody gave out', { place: 'jan-jansen' }, '/place'],
    ['a service that is not there', { serviceId: crypto.randomUUID() }, '/serviceId'],
    ['words for a theme', { theme: 'Mevrouw Jansen' }, '/theme'],
    ['anything else', { note: 'voor mevrouw Jansen' }, '/note'],
  ])('%s is refused: no room for a name', async (_, given, pointer) => {
    const refused = await give(c.parties.team, given)
    expect(refused.status).toBe(400)
    expect(refused.body.errors?.map((fault) => fault.pointer)).toEqual([pointer])
  })

  test('shows an organisation its own numbers, and none below ten', async () => {
    for (let count = 0; count < 9; count += 1) await give(c.parties.debts)
    expect((await months(c.parties.debts)).months[0]).toEqual({ month: '2026-11', count: null })
    await give(c.parties.debts)
    const view = await months(c.parties.debts)
    expect(view).toMatchObject({ leastShown: 10, months: { length: 12 } })
    expect(view.months[0]).toEqual({ month: '2026-11', count: 10 })
    expect((await months(c.parties.stranger)).months.every(({ count }) => count === null)).toBe(true)
  })
})

describe('the database itself', () => {
  const raw = (who: Party, statement: ReturnType<typeof sql>) => asApp(house, who, statement)

  test('shows only one’s own, and lets nobody change, remove or write for another', async () => {
    const { team, stranger } = c.parties
    const all = sql`select 1 from care.signpost`
    expect(await raw(team, all)).toBeGreaterThan(0)
    expect(await raw(stranger, all)).toBe(0)
    expect(await raw(team, sql`update care.signpost set theme = 'werk'`)).toContain('permission denied')
    expect(await raw(team, sql`delete from care.signpost`)).toContain('permission denied')
    const forged = sql`insert into care.signpost (org_id, theme, service_id) values (${team.org}, 'geld', ${service})`
    expect(await raw(stranger, forged)).toContain('permission denied')
  })
})

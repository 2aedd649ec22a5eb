/** Who came in by a one-time link sees no agreement; the days that were agreed count all the same (decision 0024). */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endOfWorkingDayAfter } from '../../api/calendar.ts'
import { agreementDraft } from '../factories/agreements.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { type FreshDatabase, freshDatabase, monday } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
beforeAll(async () => {
  house = await freshDatabase()
  house.setNow(monday)
  c = await care(house)
})
afterAll(() => house.close())

test('a link counts the terms of the agreement it was offered under, at accepting and at confirming', async () => {
  const org = await c.make.organization('Huisartsenpraktijk')
  const desk = await c.make.desk(org, 'Assistente')
  const contact = await c.make.member(org, { desks: [desk], byLink: true })
  const practice: Party = { org, desk, member: contact.id, cookie: '', name: 'Huisartsenpraktijk' }
  const theirs = await c.colleague(practice, { roles: ['administrator'], desks: [] })
  const ours = await c.colleague(c.parties.team, { roles: ['team_lead'] })
  const sides = [{ organizationId: ours.org }, { organizationId: org }] as const
  const { id: agreement } = await c.step(
    ours,
    '/agreements',
    agreementDraft(...sides, { contactDays: 17, startDays: 41 }),
  )
  await c.step(theirs, `/agreements/${agreement}/agree`)

  const { id } = await c.transfers.offered({ to: practice })
  const guest = { ...practice, cookie: await c.make.session(contact) }
  await sql`update account.session set transfer_id = ${id} where member_id = ${contact.id}`.execute(house.db)
  expect((await c.call(guest, 'GET', `/agreements/${agreement}`)).body.code).toBe('viewer.not_allowed')
  await c.step(guest, `/transfers/${id}/accept`)
  await c.confirm(c.parties.team, id)
  await c.confirm(guest, id)
  const { rows } = await sql`select contact_by, start_by from care.transfer where id = ${id}`.execute(house.db)
  const after = (days: number) => endOfWorkingDayAfter(monday, days)
  expect(rows).toEqual([{ contact_by: after(17), start_by: after(41) }])
})

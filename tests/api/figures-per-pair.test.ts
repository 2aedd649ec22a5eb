/** How it goes between two partners: counted for the two of them, and no small number. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FiguresView } from '../../api/agreements/schema.ts'
import { type Care, care } from '../factories/care.ts'
import { freshDatabase, type FreshDatabase, monday } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
/** The day on which the quarter of `monday` is over. */
const january = new Date('2027-01-12T10:00:00+01:00')
beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
  const { debts, welfare } = c.parties
  for (let made = 0; made < 12; made += 1) await c.transfers.declined()
  for (let made = 0; made < 3; made += 1) await c.transfers.declined({ to: welfare })
  // What was decided two days later is what the medians are about.
  await sql`update care.event set at = at + interval '2 days' where type = 'transfer.decline' and org_id = ${debts.org}`.execute(
    house.db,
  )
  house.setNow(january)
  for (const party of Object.values(c.parties)) party.cookie = await c.make.session({ id: party.member })
}, 60_000)
afterAll(() => house.close())

const figures = async (who: keyof Care['parties']) =>
  (await c.call<FiguresView>(c.parties[who], 'GET', '/agreements/figures')).body

test('both sides read the same, in fives; what is below ten is not shown', async () => {
  const { debts, welfare } = c.parties
  const view = await figures('team')
  expect(view.quarter).toBe('4e kwartaal 2026')
  const withDebts = view.pairs.find(({ to }) => to.id === debts.org)
  expect(withDebts).toMatchObject({
    offered: 10,
    inTime: 10,
    declined: 10,
    accepted: null,
    expired: null,
    answerDays: 2,
    contactDays: null,
    reasons: [{ reason: 'no_capacity', count: 10 }],
  })
  expect(view.pairs.find(({ to }) => to.id === welfare.org)).toMatchObject({
    offered: null,
    declined: null,
    answerDays: null,
    reasons: [],
  })
  const other = (await figures('debts')).pairs
  expect(other).toHaveLength(1)
  expect({ ...other[0], from: 0, to: 0 }).toEqual({ ...withDebts, from: 0, to: 0 })
})

test('says of each way whether anything was agreed, proposed or coming; what has ended does not count', async () => {
  const { team, debts, welfare } = c.parties
  const lead = await c.colleague(team, { roles: ['team_lead'] })
  const other = await c.colleague(debts, { roles: ['team_lead'] })
  const agreed = async () =>
    Object.fromEntries((await figures('team')).pairs.map(({ to, agreed: is }) => [to.name, is]))
  expect(await agreed()).toEqual({ [debts.name]: false, [welfare.name]: false })
  const proposed = await c.step(lead, '/agreements', {
    from: { organizationId: team.org },
    to: { organizationId: debts.org },
    purpose: 'Hulp bij schulden',
    criteria: 'Volwassenen',
    needed: 'Een overzicht',
    contactRoute: 'Bel de aanmelding',
    answerDays: 2,
    contactDays: 4,
    startDays: 8,
    validFrom: '2027-02-01',
  })
  expect(await agreed()).toMatchObject({ [debts.name]: true })
  await c.step(other, `/agreements/${proposed.id}/agree`)
  expect(await agreed()).toMatchObject({ [debts.name]: true })
  await c.step(other, `/agreements/${proposed.id}/end`, { reason: 'Wij maken een nieuwe.' })
  expect(await agreed()).toEqual({ [debts.name]: false, [welfare.name]: false })
})

test('who is no party reads nothing, and the running quarter is not shown', async () => {
  expect((await figures('stranger')).pairs).toEqual([])
  house.setNow(monday)
  expect((await figures('team')).pairs).toEqual([])
})

/** The desk's day: finding work back, who is looking, who is away, closing periods, and work that goes back to the queue. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TeamView } from '../../api/desks/team-schema.ts'
import type { MatterView } from '../../api/matters/schema.ts'
import { exportWork } from '../../api/matters/work-actions.ts'
import { exportQuery, type WorkView } from '../../api/matters/work-schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { freshDatabase, type FreshDatabase, monday } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
let lead: Party
beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
  lead = await c.colleague(c.parties.team, { roles: ['team_lead'], desks: [] })
})
beforeEach(() => house.setNow(monday))
afterAll(() => house.close())

const work = async (who: Party, query: string) => (await c.call<WorkView>(who, 'GET', `/work?${query}`)).body
const lineOf = async (who: Party, query: string, matterId: string) =>
  (await work(who, query)).items.find((item) => item.matterId === matterId)
const team = async (who: Party) => (await c.call<TeamView>(who, 'GET', '/team')).body
const again = async (who: Party) => ({ ...who, cookie: await c.make.session({ id: who.member }) })

test('what was sent shows since when it stands so, until when, and what can be done from the list', async () => {
  const { matterId, version } = await c.signals.sent()
  expect(await lineOf(c.parties.team, 'list=team', matterId)).toMatchObject({
    status: 'sent',
    since: monday.toISOString(),
    dueBy: '2026-11-26T23:00:00.000Z',
    group: 'later',
    version,
    commands: ['take', 'redirect', 'send_back'],
  })
})

test('an export of a list that is too long for one file says how many there are', async () => {
  const { org, member, desk } = c.parties.team
  const viewer = {
    userId: member,
    name: '',
    organizationId: org,
    roles: ['worker' as const],
    deskIds: [desk],
    only: null,
    key: null,
  }
  for (let n = 0; n < 3; n += 1) await c.signals.sent()
  const reason = { action: 'GET /work/export', purpose: 'work.export', requestId: randomUUID() }
  const filter = exportQuery.parse({ list: 'team' })
  const whole = await exportWork(house.deps, { viewer, reason }, filter)
  expect(whole.items.length).toBeGreaterThan(2)
  expect(whole.total).toBe(whole.items.length)
  const cut = await exportWork(house.deps, { viewer, reason }, filter, 2)
  expect(cut).toEqual({ total: whole.total, items: whole.items.slice(0, 2) })
})

test('a reference number finds what is open and what is finished, and nothing of others', async () => {
  const { matterId } = await c.signals.concluded()
  const { rows } = await sql<{ reference: string }>`select reference from care.matter where id = ${matterId}`.execute(
    house.db,
  )
  const { reference } = rows[0]!
  const find = (who: Party, typed: string) => c.call<WorkView>(who, 'POST', '/work/find', { reference: typed })
  for (const typed of [reference, reference.toLowerCase().replace('-', ''), ` ${reference.slice(0, 6)} `]) {
    const { items } = (await find(c.parties.team, typed)).body
    expect(
      items.map((item) => item.matterId),
      typed,
    ).toContain(matterId)
  }
  expect((await find(c.parties.stranger, reference)).body.items).toEqual([])
  expect((await find(c.parties.team, 'O’')).body.errors).toEqual([
    { pointer: '/reference', code: 'reference.malformed' },
  ])
  const { items } = await work(c.parties.team, 'list=finished&status=concluded')
  expect(items.map((item) => item.matterId)).toContain(matterId)
})

test('who has it open now is seen by colleagues, for a moment, and by nobody else', async () => {
  const { team: desk, school } = c.parties
  const colleague = await c.colleague(desk)
  const { matterId } = await c.signals.taken()
  const look = (who: Party) => c.call<{ looking: string[] }>(who, 'POST', `/matters/${matterId}/looking`)
  expect((await look(colleague)).body.looking).toEqual([])
  expect((await look(desk)).body.looking).toEqual(['Team Noord, aanmelding'])
  expect((await look(school)).body.looking).toEqual([])
  expect((await look(c.parties.stranger)).body.code).toBe('matter.not_found')
  expect(await lineOf(desk, 'list=mine', matterId)).toMatchObject({ looking: ['Team Noord, aanmelding'] })
  await c.post(colleague, `/matters/${matterId}/left`)
  expect(await lineOf(desk, 'list=mine', matterId)).toMatchObject({ looking: [] })
  await look(colleague)
  house.setNow(new Date(monday.getTime() + 60_000))
  expect(await lineOf(desk, 'list=mine', matterId)).toMatchObject({ looking: [] })
  // Nothing of it is in the log.
  const { rows } = await sql`select 1 from audit.event where action like '%looking%' and result = 'ok'`.execute(
    house.db,
  )
  expect(rows).toEqual([])
})

test('who stands in for a colleague has the work in their own list, for as long as it lasts', async () => {
  const { team: desk } = c.parties
  const [away, deputy] = [await c.colleague(desk), await c.colleague(desk)]
  const { id, matterId } = await c.signals.sent()
  await c.step(away, `/signals/${id}/take`)
  const absence = { memberId: away.member, from: '2026-11-23', until: '2026-11-25', deputyId: deputy.member }
  expect(await lineOf(deputy, 'list=mine', matterId)).toBeUndefined()
  expect((await c.post(deputy, '/team/absences', absence)).body.code).toBe('viewer.not_allowed')
  expect((await c.post(away, '/team/absences', { ...absence, deputyId: c.parties.debts.member })).body.code).toBe(
    'colleague.not_found',
  )
  expect((await c.post(away, '/team/absences', absence)).status).toBe(200)
  expect(await lineOf(deputy, 'list=mine', matterId)).toMatchObject({ standsInFor: { id: away.member } })
  const member = (await team(lead)).desks.flatMap(({ members }) => members).find((each) => each.id === away.member)
  expect(member).toMatchObject({
    inHand: 1,
    awayNow: true,
    absences: [{ until: '2026-11-25', deputy: { id: deputy.member } }],
  })

  // What is told to who is away is told to who stands in as well.
  await c.step(lead, `/signals/${id}/assign`, { assignee: away.member })
  const { rows } = await sql<{ member_id: string }>`
    select member_id from account.notification where object_id = ${id} and topic = 'signal.assign'`.execute(house.db)
  expect(rows.map(({ member_id }) => member_id).sort()).toEqual([away.member, deputy.member].sort())

  house.setNow(new Date('2026-11-26T09:00:00+01:00'))
  expect(await lineOf(await again(deputy), 'list=mine', matterId)).toBeUndefined()
  house.setNow(monday)
  expect((await c.post(c.parties.stranger, '/team/absences/end', { id: member!.absences[0]!.id })).status).toBe(200)
  expect((await c.post(lead, '/team/absences/end', { id: member!.absences[0]!.id })).status).toBe(200)
  expect(await lineOf(deputy, 'list=mine', matterId)).toBeUndefined()
})

test('disabling a worker returns the work to the queue of the desk, which is told', async () => {
  const { team: desk, debts } = c.parties
  const [leaving, leavingDebts] = [await c.colleague(desk), await c.colleague(debts)]
  const { id, matterId } = await c.signals.sent()
  const taken = await c.step(leaving, `/signals/${id}/take`)
  const offered = await c.transfers.offered()
  const accepted = await c.step(leavingDebts, `/transfers/${offered.id}/accept`)
  await sql`update account.member set disabled_at = now() where id in (${leaving.member}, ${leavingDebts.member})`.execute(
    house.db,
  )

  expect(await lineOf(desk, 'list=team', matterId)).toMatchObject({
    status: 'taken',
    assignee: null,
    version: taken.version + 1,
  })
  expect(await lineOf(debts, 'list=team', offered.matterId)).toMatchObject({ status: 'accepted', assignee: null })
  // Somebody else goes on with it.
  const items = [{ id: offered.id, version: accepted.version + 1 }]
  await c.step(debts, '/transfers/bulk', { command: 'assign', caseworker: debts.member, items })
  expect(await lineOf(debts, 'list=mine', offered.matterId)).toMatchObject({ assignee: { id: debts.member } })
  const { rows } = await sql<{ topic: string; to_desk: string }>`
    select topic, to_desk from outbox.message where topic like '%.to_queue' order by topic`.execute(house.db)
  expect(rows).toEqual([
    { topic: 'signal.to_queue', to_desk: desk.desk },
    { topic: 'transfer.to_queue', to_desk: debts.desk },
  ])
  const log = await sql`select 1 from care.event e where e.type like '%.to_queue'
    and not exists (select 1 from audit.event a where a.request_id = e.request_id)`.execute(house.db)
  expect(log.rows).toEqual([])
})

test('a closing period counts as no working days, and only the desk’s own team lead sets it', async () => {
  const { team: desk, debts } = c.parties
  const closing = { deskId: desk.desk, from: '2026-11-24', until: '2026-11-25' }
  expect((await c.post(desk, '/team/closings', closing)).body.code).toBe('viewer.not_allowed')
  const other = await c.colleague(debts, { roles: ['team_lead'] })
  expect((await c.post(other, '/team/closings', closing)).body.code).toBe('desk.not_found')
  expect((await c.post(lead, '/team/closings', { ...closing, until: '2026-11-20' })).body.errors).toEqual([
    { pointer: '/until', code: 'date.before_start' },
  ])
  expect((await c.post(lead, '/team/closings', closing)).status).toBe(200)
  const { matterId } = await c.signals.sent()
  expect(await lineOf(desk, 'list=team', matterId)).toMatchObject({ dueBy: '2026-11-30T23:00:00.000Z' })
  expect((await team(lead)).desks[0]!.closings).toEqual([{ from: '2026-11-24', until: '2026-11-25' }])
  expect((await c.post(other, '/team/closings/end', { deskId: desk.desk, from: '2026-11-24' })).status).toBe(200)
  expect((await team(lead)).desks[0]!.closings).toHaveLength(1)
  expect((await c.post(lead, '/team/closings/end', { deskId: desk.desk, from: '2026-11-24' })).status).toBe(200)
  expect((await team(lead)).desks[0]!.closings).toEqual([])
})

test('the norm of a team stands beside what each has in hand', async () => {
  const { team: desk } = c.parties
  expect((await c.post(lead, '/team/norm', { deskId: desk.desk, norm: 25 })).status).toBe(200)
  expect((await c.post(lead, '/team/norm', { deskId: desk.desk, norm: 0 })).status).toBe(400)
  expect((await c.post(lead, '/team/norm', { deskId: c.parties.debts.desk, norm: 25 })).body.code).toBe(
    'desk.not_found',
  )
  const view = await team(desk)
  expect(view).toMatchObject({ mayManage: false, desks: [{ id: desk.desk, norm: 25 }] })
  expect((await team(c.parties.stranger)).desks.map(({ id }) => id)).not.toContain(desk.desk)
})

test('a screening meeting is recorded by the desk that received, and read by it alone', async () => {
  const { school, team: desk } = c.parties
  const { id, matterId, version } = await c.signals.sent()
  const found = {
    complete: true,
    nature: 'worry',
    severity: 'serious',
    urgency: 'normal',
    rightPlace: true,
    outcome: 'take',
  }
  const screen = (who: Party, more: object = {}) => c.post(who, `/signals/${id}/screen`, { ...found, ...more })
  expect((await screen(school)).body.code).toBe('viewer.not_allowed')
  expect((await screen(desk, { version: version + 1 })).body.code).toBe('changed_meanwhile')
  expect((await screen(desk, { version })).status).toBe(200)
  const { rows } = await sql`select signal_id, nature, outcome, org_id from care.screening`.execute(house.db)
  expect(rows).toEqual([{ signal_id: id, nature: 'worry', outcome: 'take', org_id: desk.org }])
  const read = async (who: Party) => (await c.call<MatterView>(who, 'GET', `/matters/${matterId}`)).body
  const ours = await read(desk)
  expect(ours.timeline.map(({ type }) => type)).toContain('signal.screen')
  expect(ours.signals[0]?.screenings).toEqual([{ ...found, at: expect.any(String) }])
  expect((await read(school)).signals[0]?.screenings).toEqual([])
})

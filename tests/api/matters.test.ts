/** The matter itself: who closes and plans it, the work list, the follow-code, and what stands in the log. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashCode } from '../../api/followup/code.ts'
import type { FollowCodeIssued, MatterView } from '../../api/matters/schema.ts'
import type { WorkView } from '../../api/matters/work-schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { freshDatabase, type FreshDatabase, monday } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
})
beforeEach(() => house.setNow(monday))
afterAll(() => house.close())

const look = async (who: Party, id: string) => (await c.call<MatterView>(who, 'GET', `/matters/${id}`)).body
const list = async (who: Party, name: string) => (await c.call<WorkView>(who, 'GET', `/work?list=${name}`)).body
const close = { outcome: 'stopped_by_resident', feedback: 'Het gezin wil nu geen hulp.' }

test('the holder closes what is finished, and the first sender reads why', async () => {
  const { team, school } = c.parties
  const { matterId } = await c.transfers.declined()
  expect((await c.post(school, `/matters/${matterId}/close`, close)).body.code).toBe('matter.not_yours')
  expect((await c.post(team, `/matters/${matterId}/close`, close)).status).toBe(200)
  expect(await look(school, matterId)).toMatchObject({ state: 'closed', outcome: 'stopped_by_resident', commands: [] })
  expect((await look(school, matterId)).feedbackLines.at(-1)).toMatchObject({
    code: 'matter.closed',
    body: 'Het gezin wil nu geen hulp.',
  })
  expect((await c.post(team, `/matters/${matterId}/close`, close)).body.code).toBe('matter.not_possible_now')
  expect((await c.post(team, `/matters/${matterId}/plan`, { on: '2026-12-01', act: 'other' })).body.code).toBe(
    'matter.not_possible_now',
  )
})

test('what is still open is not closed, and a draft opens nothing', async () => {
  const { team, debts } = c.parties
  for (const { matterId } of [await c.transfers.offered(), await c.transfers.accepted()]) {
    expect((await c.post(team, `/matters/${matterId}/close`, close)).body.code).toBe('matter.still_open_work')
  }
  const { matterId } = await c.transfers.declined()
  await c.transfers.again(matterId, debts)
  expect((await c.post(team, `/matters/${matterId}/close`, close)).status).toBe(200)
})

test('closing takes along what was never sent', async () => {
  const { team, debts } = c.parties
  const { matterId } = await c.transfers.declined()
  const { id } = await c.transfers.again(matterId, debts)
  await c.post(team, `/matters/${matterId}/close`, close)
  expect((await c.post(team, `/transfers/${id}/offer`)).body.code).toBe('transfer.not_found')
})

test('the holder names another day, and not one that has passed', async () => {
  const { team } = c.parties
  const { matterId } = await c.transfers.declined()
  const plan = (on: string) => c.post(team, `/matters/${matterId}/plan`, { on, act: 'contact_family' })
  expect((await plan('2026-11-22')).body.errors).toEqual([{ pointer: '/on', code: 'date.passed' }])
  expect((await plan('2028-01-01')).body.errors).toEqual([{ pointer: '/on', code: 'date.too_far' }])
  expect((await plan('2026-12-02')).status).toBe(200)
  expect(await look(team, matterId)).toMatchObject({ nextActOn: '2026-12-02', nextAct: 'contact_family' })
})

test('the work list: mine, my team’s, waiting for others, overdue', async () => {
  const here = await freshDatabase()
  const quiet = await care(here)
  const { school, team } = quiet.parties
  const names = async (who: Party) => (await quiet.call<WorkView>(who, 'GET', '/work?list=mine')).body.counts
  const { id } = await quiet.signals.sent()
  expect(await names(team)).toEqual({ mine: 0, team: 1, others: 0, overdue: 0 })
  expect(await names(school)).toEqual({ mine: 0, team: 0, others: 1, overdue: 0 })
  await quiet.step(team, `/signals/${id}/take`)
  expect(await names(team)).toEqual({ mine: 1, team: 0, others: 0, overdue: 0 })
  expect(await names(await quiet.colleague(team))).toEqual({ mine: 0, team: 1, others: 0, overdue: 0 })
  await quiet.step(team, `/signals/${id}/ask`, { question: 'Sinds wanneer?' })
  expect(await names(team)).toEqual({ mine: 0, team: 0, others: 1, overdue: 0 })
  expect(await names(school)).toEqual({ mine: 1, team: 0, others: 0, overdue: 0 })
  here.setNow(new Date('2026-11-30T09:00:00+01:00'))
  const back = { ...school, cookie: await quiet.make.session({ id: school.member }) }
  expect(await names(back)).toEqual({ mine: 1, team: 0, others: 0, overdue: 1 })
  await here.close()
})

test('what came back is overdue when its two working days have passed', async () => {
  const { team } = c.parties
  const { matterId } = await c.transfers.declined()
  const mine = async (who: Party) => (await list(who, 'overdue')).items.map((item) => item.matterId)
  expect(await mine(team)).not.toContain(matterId)
  house.setNow(new Date('2026-11-26T09:00:00+01:00'))
  expect(await mine({ ...team, cookie: await c.make.session({ id: team.member }) })).toContain(matterId)
})

test('what was not taken on stands in the list of the worker who offered it, and a colleague sees it under the team', async () => {
  const { team } = c.parties
  const { matterId } = await c.transfers.declined()
  const colleague = await c.colleague(team)
  const ids = async (who: Party, name: string) => (await list(who, name)).items.map((item) => item.matterId)
  expect(await ids(team, 'mine')).toContain(matterId)
  expect(await ids(colleague, 'mine')).not.toContain(matterId)
  expect(await ids(colleague, 'team')).toContain(matterId)
})

test('a signal that became a transfer stays with the school as something others work on', async () => {
  const { matterId } = await c.transfers.accepted()
  const { items } = await list(c.parties.school, 'mine')
  expect(items.filter((item) => item.matterId === matterId)).toMatchObject([
    { kind: 'matter', status: 'with_others', unread: 3, to: { organization: { name: 'Team Noord' } } },
  ])
  await c.post(c.parties.school, `/matters/${matterId}/feedback-read`)
  const others = await list(c.parties.school, 'others')
  expect(others.items.filter((item) => item.matterId === matterId)).toMatchObject([{ unread: 0 }])
})

test('the follow-code is shown once, kept as a hash, and an earlier one ends', async () => {
  const { team, school } = c.parties
  const { matterId } = await c.signals.taken()
  const issue = (who: Party) => c.call<FollowCodeIssued>(who, 'POST', `/matters/${matterId}/follow-code`, {})
  expect((await issue(school)).body.code).toBe('matter.not_yours')
  const first = (await issue(team)).body
  const second = (await issue(team)).body
  expect(second.code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
  const { rows } = await sql<{ hash: Buffer; ended: boolean }>`
    select hash, ended_at is not null as ended from care.follow_code where matter_id = ${matterId}
    order by ended_at nulls last`.execute(house.db)
  expect(rows).toEqual([
    { hash: hashCode(house.deps.secret, first.code), ended: true },
    { hash: hashCode(house.deps.secret, second.code), ended: false },
  ])
  expect((await look(team, matterId)).followCodeIssuedAt).not.toBeNull()
})

test('an organisation that is no party gets the same answer as for a matter that does not exist', async () => {
  const { matterId } = await c.transfers.accepted()
  const { cookie } = c.parties.stranger
  const asks = [
    ['GET', '', undefined],
    ['POST', '/close', close],
    ['POST', '/plan', { on: '2026-12-01', act: 'other' }],
    ['POST', '/follow-code', {}],
    ['POST', '/feedback-read', {}],
  ] as const
  for (const [method, path, body] of asks) {
    const ask = (id: string) => c.ask(method, `/api/v1/matters/${id}${path}`, { cookie, body })
    const [theirs, missing, odd] = await Promise.all([ask(matterId), ask(randomUUID()), ask('odd')])
    expect(theirs.status).toBe(404)
    const text = await theirs.text()
    expect([await missing.text(), await odd.text()]).toEqual([text, text])
  }
  const { debts } = c.parties
  const draft = (id: string) =>
    c.ask('POST', '/api/v1/transfers', { cookie, body: c.transferDraft(debts, { matterId: id }) })
  expect(await (await draft(matterId)).text()).toEqual(await (await draft(randomUUID())).text())
})

test('every request has one row in the log, with who, what and why, and no words', async () => {
  const { team } = c.parties
  const { id, matterId } = await c.signals.sent()
  const logged = async () => {
    const { rows } = await sql<{ action: string; purpose: string; result: string; object_ids: string[] }>`
      select action, purpose, result, object_ids from audit.event
      where actor = ${team.member} order by at desc limit 1`.execute(house.db)
    return rows[0]
  }
  await c.post(team, `/signals/${id}/take`)
  expect(await logged()).toEqual({
    action: 'POST /signals/:id/take',
    purpose: 'signal.receive',
    result: 'ok',
    object_ids: [id, matterId],
  })
  await c.post(team, `/signals/${id}/take`)
  expect(await logged()).toMatchObject({ result: 'signal.not_possible_now', object_ids: [id, matterId] })
})

test('an event without its log row does not exist', async () => {
  const { rows } = await sql`
    select 1 from care.event e where not exists (select 1 from audit.event a where a.request_id = e.request_id)
  `.execute(house.db)
  expect(rows).toEqual([])
})

test('every open matter has something to do, a closed one has nothing', async () => {
  const { rows } = await sql`
    select m.id from care.matter m where m.opened_at is not null and (m.closed_at is null) <> (m.next_act_on is not null
      or exists (select 1 from care.signal s where s.matter_id = m.id and s.status in ('sent', 'taken', 'waiting'))
      or exists (select 1 from care.transfer t where t.matter_id = m.id
        and t.status in ('offered', 'accepted', 'handed_over', 'started')))`.execute(house.db)
  expect(rows).toEqual([])
})

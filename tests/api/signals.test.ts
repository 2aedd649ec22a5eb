/** Signals through the API: what each state allows to whom, where the holder moves, and what the other side learns. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterView } from '../../api/matters/schema.ts'
import type { WorkView } from '../../api/matters/work-schema.ts'
import { type Care, care, household, type Party } from '../factories/care.ts'
import { commands, signalCommands } from '../factories/commands.ts'
import { freshDatabase, type FreshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
let otherDesk: string
beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
  otherDesk = await c.make.desk(c.parties.team.org, 'Team Zuid')
  await c.make.member(c.parties.team.org, { desks: [otherDesk] })
})
afterAll(() => house.close())

const look = async (who: Party, id: string) => (await c.call<MatterView>(who, 'GET', `/matters/${id}`)).body
const given = () => commands(c, otherDesk)

test.each(['draft', 'sent', 'taken', 'waiting', 'returned', 'concluded', 'withdrawn'] as const)(
  'a signal that is %s: what is not open is refused and changes nothing',
  async (state) => {
    const { id, matterId } = await c.signals[state]()
    const row = () => sql`select * from care.signal where id = ${id}`.execute(house.db).then(({ rows }) => rows)
    const before = await row()
    for (const who of [c.parties.school, c.parties.team]) {
      const open = (await look(who, matterId)).signals?.[0]?.commands ?? []
      for (const type of signalCommands.filter((each) => !(open as string[]).includes(each))) {
        const { status } = await given().giveSignal(who, id, type)
        expect([type, status, [403, 404, 409].includes(status)]).toEqual([type, status, true])
      }
    }
    expect(await row()).toEqual(before)
  },
)

test('the holder moves to the desk at take, and back when it is sent back', async () => {
  const { school, team } = c.parties
  const sent = await c.signals.sent()
  expect(await c.holderOf(sent.matterId)).toBe(school.org)
  await c.step(team, `/signals/${sent.id}/take`)
  expect(await c.holderOf(sent.matterId)).toBe(team.org)
  await c.step(team, `/signals/${sent.id}/send-back`, { reason: 'wrong_service', betterAddress: 'Leerplicht' })
  expect(await c.holderOf(sent.matterId)).toBe(school.org)
  expect(await look(school, sent.matterId)).toMatchObject({
    nextAct: 'sent_back',
    nextActOn: '2026-11-25',
    signals: [{ reason: 'wrong_service', betterAddress: 'Leerplicht' }],
    feedbackLines: [{ code: 'signal.returned', unread: true }],
  })
  expect((await c.call(team, 'GET', `/matters/${sent.matterId}`)).status).toBe(404)
})

test('sent on inside the organisation the holder stays, and the other desk has it on its list', async () => {
  const { team } = c.parties
  const { id, matterId } = await c.signals.taken()
  await c.step(team, `/signals/${id}/redirect`, { receiverDesk: otherDesk, reason: 'Woont in zuid' })
  expect(await c.holderOf(matterId)).toBe(team.org)
  expect((await c.post(team, `/signals/${id}/take`)).body.code).toBe('signal.not_yours')
  const south = await c.colleague(team, { desks: [otherDesk] })
  const list = await c.call<WorkView>(south, 'GET', '/work?list=team')
  expect(list.body.items.map((item) => item.id)).toContain(id)
  expect(await c.step(south, `/signals/${id}/take`)).toMatchObject({ status: 'taken' })
})

test('a desk of another organisation is no desk to redirect to', async () => {
  const { id } = await c.signals.taken()
  const elsewhere = { receiverDesk: c.parties.debts.desk, reason: 'Schulden' }
  expect((await c.post(c.parties.team, `/signals/${id}/redirect`, elsewhere)).body.code).toBe('desk.not_found')
})

test('concluding needs feedback, an outcome, and what comes next', async () => {
  const { team, school } = c.parties
  const { id, matterId } = await c.signals.taken()
  const conclude = (body: unknown) => c.post(team, `/signals/${id}/conclude`, body)
  expect((await conclude({ outcome: 'line0_answered', feedback: ' ', next: 'close' })).body.errors).toEqual([
    expect.objectContaining({ pointer: '/feedback', code: 'text.required' }),
  ])
  expect((await conclude({ outcome: 'no_action', feedback: 'Niets nodig', next: 'close' })).body.errors).toEqual([
    expect.objectContaining({ pointer: '/reason', code: 'reason.by_outcome' }),
  ])
  expect((await conclude({ outcome: 'became_transfer', feedback: 'x' })).status).toBe(400)
  expect((await conclude({ outcome: 'line0_answered', feedback: 'Bezocht' })).body.code).toBe('matter.needs_next_step')
  const past = { outcome: 'line0_answered', feedback: 'Bezocht', next: { on: '2026-11-20', act: 'evaluate' } }
  expect((await conclude(past)).body.errors).toEqual([{ pointer: '/next/on', code: 'date.passed' }])
  expect((await conclude({ ...past, next: { on: '2026-12-14', act: 'evaluate' } })).status).toBe(200)
  expect(await look(school, matterId)).toMatchObject({
    state: 'open',
    holder: { id: team.org },
    feedbackLines: [{ code: 'signal.concluded', body: 'Bezocht' }],
  })
  expect(await look(team, matterId)).toMatchObject({
    nextActOn: '2026-12-14',
    commands: ['close', 'plan', 'issue_follow_code'],
  })
})

test('everything that is wrong with a draft is said at once', async () => {
  const { status, body } = await c.post(c.parties.school, '/signals', {
    ...c.signalDraft(),
    noticed: 'BSN 111 222 333',
    complexity: 'very',
    matter: { ...household, person: null, extra: 1 },
  })
  expect(status).toBe(400)
  expect(body.errors!.map(({ pointer }) => pointer).sort()).toEqual([
    '/complexity',
    '/matter/extra',
    '/matter/person',
    '/noticed',
  ])
  const noPerson = { ...c.signalDraft(), matter: { ...household, person: null } }
  expect((await c.post(c.parties.school, '/signals', noPerson)).body.errors).toEqual([
    expect.objectContaining({ pointer: '/matter/person', code: 'matter.person_by_subject' }),
  ])
})

test('a collective signal has no person at all', async () => {
  const matter = { subject: 'group', groupSize: '10_to_25', theme: 'jeugd', place: null, involvement: 'no_person' }
  const draft = await c.step(c.parties.school, '/signals', {
    ...c.signalDraft(),
    matter,
    basis: { ...c.signalDraft().basis, ground: 'no_personal_data' },
  })
  await c.step(c.parties.school, `/signals/${draft.id}/send`)
  await c.step(c.parties.team, `/signals/${draft.id}/take`)
  expect(await look(c.parties.team, draft.matterId)).toMatchObject({ subject: 'group', person: null })
})

test('a draft is seen by its maker only, can be changed, and leaves nothing when it is thrown away', async () => {
  const { school, team } = c.parties
  const { id, matterId } = await c.signals.draft()
  expect((await c.call(team, 'GET', `/matters/${matterId}`)).status).toBe(404)
  const changed = { ...c.signalDraft(), matter: { ...household, theme: 'wonen' }, noticed: 'De huur is niet betaald.' }
  expect((await c.call(school, 'PUT', `/signals/${id}`, changed)).status).toBe(200)
  expect(await look(school, matterId)).toMatchObject({
    state: 'draft',
    theme: 'wonen',
    signals: [{ noticed: 'De huur is niet betaald.', basis: { ground: 'task_wmo' } }],
  })
  expect((await c.call(school, 'DELETE', `/signals/${id}`)).status).toBe(204)
  const { rows } = await sql`select 1 from care.matter where id = ${matterId}
    union all select 1 from care.person where matter_id = ${matterId}`.execute(house.db)
  expect(rows).toEqual([])
})

test('once sent, a draft does not change any more and a second one to somebody else is refused', async () => {
  const { school, debts } = c.parties
  const { id, matterId } = await c.signals.sent()
  expect((await c.call(school, 'PUT', `/signals/${id}`, c.signalDraft())).body.code).toBe('signal.not_possible_now')
  const { matter: _, ...rest } = c.signalDraft(debts)
  const second = await c.step(school, '/signals', { ...rest, matterId })
  expect((await c.post(school, `/signals/${second.id}/send`)).body.code).toBe('matter.not_possible_now')
})

test('what was sent back goes to another desk on the same matter', async () => {
  const { school, debts } = c.parties
  const { matterId } = await c.signals.returned()
  const { matter: _, ...rest } = c.signalDraft(debts)
  const { id } = await c.step(school, '/signals', { ...rest, matterId })
  await c.step(school, `/signals/${id}/send`)
  expect(await look(school, matterId)).toMatchObject({ nextActOn: null, holder: { id: school.org } })
  await c.step(debts, `/signals/${id}/take`)
  expect(await c.holderOf(matterId)).toBe(debts.org)
})

test('no desk without covenant, without anybody there, or of one’s own', async () => {
  const { school } = c.parties
  const draft = (receiverDesk: string) => c.post(school, '/signals', { ...c.signalDraft(), receiverDesk })
  const empty = await c.make.desk(c.parties.team.org, 'Niemand')
  const left = await c.party('Vertrokken', ['worker'])
  await sql`update directory.participant set left_on = '2026-06-01' where organization_id = ${left.org}`.execute(
    house.db,
  )
  expect((await draft(empty)).body.code).toBe('desk.not_open')
  expect((await draft(left.desk)).body.code).toBe('desk.not_open')
  expect((await draft(school.desk)).body.code).toBe('desk.not_open')
  expect((await draft(randomUUID())).body.code).toBe('desk.not_found')
})

test('an organisation that is no party gets the same answer as for a signal that does not exist', async () => {
  const { id } = await c.signals.sent()
  for (const type of signalCommands.filter((each) => each !== 'discard')) {
    const path = (signal: string) => `/api/v1/signals/${signal}/${type.replaceAll('_', '-')}`
    const ask = (signal: string) =>
      c.ask('POST', path(signal), { cookie: c.parties.stranger.cookie, body: given().signal[type] })
    const [theirs, missing, odd] = await Promise.all([ask(id), ask(randomUUID()), ask('not-an-id')])
    expect(theirs.status).toBe(404)
    const text = await theirs.text()
    expect([await missing.text(), await odd.text()]).toEqual([text, text])
  }
})

test('roles without care work read nothing', async () => {
  const office = await c.colleague(c.parties.team, { roles: ['policy_officer', 'administrator', 'privacy_officer'] })
  const { id, matterId } = await c.signals.sent()
  for (const [method, path] of [
    ['GET', '/work'],
    ['GET', `/matters/${matterId}`],
    ['POST', `/signals/${id}/take`],
  ] as const) {
    expect((await c.call(office, method, path)).body.code).toBe('viewer.not_allowed')
  }
})

test('somebody who looked at an older version is told', async () => {
  const { id, version } = await c.signals.sent()
  await c.step(c.parties.team, `/signals/${id}/take`, { version })
  expect((await c.post(c.parties.team, `/signals/${id}/resume`, { version })).body.code).toBe('changed_meanwhile')
})

test('the team lead reassigns without standing at the desk, and takes nothing', async () => {
  const lead = await c.colleague(c.parties.team, { roles: ['team_lead'], desks: [] })
  const other = await c.colleague(c.parties.team)
  const { id } = await c.signals.taken()
  expect((await c.post(lead, `/signals/${id}/ask`, given().signal.ask)).body.code).toBe('signal.not_yours')
  expect((await c.post(lead, `/signals/${id}/assign`, { assignee: other.member })).status).toBe(200)
  const stranger = { assignee: c.parties.debts.member }
  expect((await c.post(lead, `/signals/${id}/assign`, stranger)).body.code).toBe('colleague.not_found')
})

test('without a legal basis that is valid now nobody is told', async () => {
  const { id, matterId } = await c.signals.draft()
  await sql`update care.legal_basis set valid = tstzrange(lower(valid), now()) where matter_id = ${matterId}`.execute(
    house.db,
  )
  expect((await c.post(c.parties.school, `/signals/${id}/send`)).body.code).toBe('basis.missing')
})

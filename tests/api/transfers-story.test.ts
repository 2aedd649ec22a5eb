/** The whole story through the API, as the four roles live it: from what a school notices to support that starts. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterView } from '../../api/matters/schema.ts'
import type { WorkView } from '../../api/matters/work-schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { freshDatabase, type FreshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
})
afterAll(() => house.close())

const look = async (who: Party, id: string) => (await c.call<MatterView>(who, 'GET', `/matters/${id}`)).body
const list = async (who: Party, name = 'mine') => (await c.call<WorkView>(who, 'GET', `/work?list=${name}`)).body

test('a school notices, a team takes it, one partner declines, the next accepts, both confirm, support starts and ends', async () => {
  const { school, team, debts, welfare } = c.parties

  const draft = await c.step(school, '/signals', c.signalDraft())
  expect(draft).toMatchObject({ status: 'draft', commands: ['send', 'discard'] })
  const { matterId } = await c.step(school, `/signals/${draft.id}/send`)
  expect((await list(team, 'team')).items).toMatchObject([{ kind: 'signal', id: draft.id, waitingFor: 'us' }])
  expect((await look(team, matterId)).person).toBeNull()

  await c.step(team, `/signals/${draft.id}/take`)
  expect(await c.holderOf(matterId)).toBe(team.org)
  await c.step(team, `/signals/${draft.id}/ask`, { question: 'Sinds wanneer?' })
  expect((await list(school)).items).toMatchObject([{ id: draft.id, status: 'waiting' }])
  await c.step(school, `/signals/${draft.id}/answer`, { text: 'Sinds de zomer.' })
  expect((await look(team, matterId)).signals[0]!.messages.map(({ kind, body }) => [kind, body])).toEqual([
    ['question', 'Sinds wanneer?'],
    ['answer', 'Sinds de zomer.'],
  ])

  const first = await c.step(team, '/transfers', c.transferDraft(debts, { matterId, signalId: draft.id }))
  await c.step(team, `/transfers/${first.id}/offer`, { feedback: 'Wij vragen schuldhulp om mee te doen.' })
  const seen = await look(debts, matterId)
  expect(seen).toMatchObject({ theme: 'geld', place: 'veenwijk', person: null, signals: [] })
  expect(seen.transfers).toMatchObject([{ request: 'Overzicht van de schulden en rust in huis.' }])
  expect((await look(school, matterId)).signals).toMatchObject([{ status: 'concluded', outcome: 'became_transfer' }])

  await c.step(debts, `/transfers/${first.id}/decline`, { reason: 'no_capacity', betterAddress: 'Welzijn' })
  expect((await c.call(debts, 'GET', `/matters/${matterId}`)).status).toBe(404)
  const back = (await list(team, 'mine')).items.filter(({ kind }) => kind === 'matter')
  expect(back).toMatchObject([{ matterId, status: 'next_act', nextAct: 'offer_again', dueBy: '2026-11-25' }])

  const next = await c.step(team, '/transfers', c.transferDraft(welfare, { matterId }))
  await c.step(team, `/transfers/${next.id}/offer`)
  await c.step(welfare, `/transfers/${next.id}/accept`)
  expect((await look(welfare, matterId)).person).toMatchObject({ name: 'Gezin aan de Veenlaan' })
  await c.step(team, `/transfers/${next.id}/plan-contact`, { on: '2026-11-25T14:00:00+01:00', how: 'visit' })
  await c.confirm(team, next.id)
  expect(await c.holderOf(matterId)).toBe(team.org)
  expect(await c.confirm(welfare, next.id)).toMatchObject({ status: 'handed_over' })
  expect(await c.holderOf(matterId)).toBe(welfare.org)
  expect((await look(team, matterId)).person).toBeNull()

  await c.step(welfare, `/transfers/${next.id}/start`)
  await c.step(welfare, `/transfers/${next.id}/close`, { outcome: 'helped', feedback: 'Er is rust.', next: 'close' })

  const school2 = await look(school, matterId)
  expect(school2.state).toBe('closed')
  expect(school2.feedbackLines.map(({ code, body }) => [code, body])).toEqual([
    ['signal.concluded', 'Wij vragen schuldhulp om mee te doen.'],
    ['transfer.offered', null],
    ['transfer.declined', null],
    ['transfer.offered', null],
    ['transfer.accepted', null],
    ['transfer.handed_over', null],
    ['transfer.started', null],
    ['transfer.closed', null],
    ['matter.closed', null],
  ])
  expect((await list(school)).items).toMatchObject([{ kind: 'matter', status: 'closed', unread: 9 }])
  expect((await c.post(school, `/matters/${matterId}/feedback-read`)).status).toBe(204)
  expect((await list(school)).items).toEqual([])
  expect((await look(team, matterId)).feedbackLines.map(({ code, body }) => [code, body])).toEqual([
    ['transfer.declined', null],
    ['transfer.closed', 'Er is rust.'],
  ])
  expect((await look(welfare, matterId)).timeline.map(({ type }) => type)).toEqual([
    'transfer.offer',
    'transfer.accept',
    'transfer.plan_contact',
    'transfer.confirm_contact',
    'transfer.confirm_contact',
    'transfer.start',
    'transfer.close',
    'matter.close',
  ])

  const { rows: told } = await sql<{ topic: string; times: number }>`
    select topic, count(*)::int as times from outbox.message where to_org = ${school.org} group by topic order by topic
  `.execute(house.db)
  expect(told).toEqual([
    { topic: 'matter.step', times: 7 },
    { topic: 'signal.ask', times: 1 },
    { topic: 'signal.conclude', times: 1 },
    { topic: 'signal.take', times: 1 },
  ])
})

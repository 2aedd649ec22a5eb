/** Two people at once: each race is arranged, both stand at the lock before either goes on. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type Care, care } from '../factories/care.ts'
import { freshDatabase, type FreshDatabase, waitingForALock } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
})
afterAll(() => house.close())

async function race(matterId: string, start: () => Promise<Answer>[]): Promise<Answer[]> {
  const racing = await house.db.transaction().execute(async (tx) => {
    await sql`select 1 from care.matter where id = ${matterId} for update`.execute(tx)
    const all = start()
    await waitingForALock(house.db, all.length)
    return { all }
  })
  return Promise.all(racing.all)
}
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort()
const events = async (matterId: string, type: string) => {
  const { rows } = await sql`select 1 from care.event where matter_id = ${matterId} and type = ${type}`.execute(
    house.db,
  )
  return rows.length
}

test('two colleagues press accept at once: one of them wins', async () => {
  const { id, matterId } = await c.transfers.offered()
  const colleague = await c.colleague(c.parties.debts)
  const answers = await race(matterId, () =>
    [c.parties.debts, colleague].map((who) => c.post(who, `/transfers/${id}/accept`)),
  )
  expect(statuses(answers)).toEqual([200, 409])
  expect(await events(matterId, 'transfer.accept')).toBe(1)
})

test('both workers confirm at once: handed over, once', async () => {
  const { team, debts } = c.parties
  const { id, matterId } = await c.transfers.accepted()
  const answers = await race(matterId, () =>
    [team, debts].map((who) => c.post(who, `/transfers/${id}/confirm-contact`, { present: ['resident'] })),
  )
  expect(statuses(answers)).toEqual([200, 200])
  expect(answers.map(({ body }) => body.status).sort()).toEqual(['accepted', 'handed_over'])
  expect(await c.holderOf(matterId)).toBe(debts.org)
})

test('one confirms twice at once: that is one confirmation', async () => {
  const { team } = c.parties
  const { id, matterId } = await c.transfers.accepted()
  const confirm = () => c.post(team, `/transfers/${id}/confirm-contact`, { present: ['resident'] })
  expect(statuses(await race(matterId, () => [confirm(), confirm()]))).toEqual([200, 409])
  expect(await c.holderOf(matterId)).toBe(team.org)
})

test('accepted and withdrawn at once: never both', async () => {
  const { team, debts } = c.parties
  const { id, matterId } = await c.transfers.offered()
  const [accepted, withdrawn] = await race(matterId, () => [
    c.post(debts, `/transfers/${id}/accept`),
    c.post(team, `/transfers/${id}/withdraw`, { reason: 'Het gezin wil niet' }),
  ])
  // Who withdraws last still withdraws what was accepted; who accepts last finds it gone.
  expect(withdrawn!.status).toBe(200)
  expect([200, 404, 409]).toContain(accepted!.status)
  expect(await c.holderOf(matterId)).toBe(team.org)
  const { rows } = await sql<{ status: string }>`select status from care.transfer where id = ${id}`.execute(house.db)
  expect(rows).toEqual([{ status: 'withdrawn' }])
})

test('two offers of one matter at once: it waits for one answer at a time', async () => {
  const { team, debts, welfare } = c.parties
  const { matterId } = await c.transfers.declined()
  const [first, second] = [await c.transfers.again(matterId, debts), await c.transfers.again(matterId, welfare)]
  const answers = await race(matterId, () => [first, second].map(({ id }) => c.post(team, `/transfers/${id}/offer`)))
  expect(statuses(answers)).toEqual([200, 409])
})

test('the matter is closed while somebody offers it again: one of the two', async () => {
  const { team, debts } = c.parties
  const { matterId } = await c.transfers.declined()
  const next = await c.transfers.again(matterId, debts)
  const answers = await race(matterId, () => [
    c.post(team, `/transfers/${next.id}/offer`),
    c.post(team, `/matters/${matterId}/close`, { outcome: 'other', feedback: 'Het gezin gaat zelf verder' }),
  ])
  const [offered, closed] = answers.map(({ status }) => status)
  // Offered first: it is not finished. Closed first: the draft went along with it.
  expect([
    [200, 409],
    [404, 200],
  ]).toContainEqual([offered, closed])
})

test('two colleagues take a signal at once: one of them wins', async () => {
  const { id, matterId } = await c.signals.sent()
  const colleague = await c.colleague(c.parties.team)
  const answers = await race(matterId, () =>
    [c.parties.team, colleague].map((who) => c.post(who, `/signals/${id}/take`)),
  )
  expect(statuses(answers)).toEqual([200, 409])
})

/** Who sees what, in raw SQL as the app's login: relations end and begin with the status, and nothing else does it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unseal } from '../../api/db.ts'
import { type RawHouse, rawHouse } from '../setup/raw-sql.ts'

let raw: RawHouse
beforeAll(async () => {
  raw = await rawHouse()
})
afterAll(() => raw.house.close())

const tables = [
  'matter',
  'person',
  'signal',
  'transfer',
  'event',
  'feedback',
  'relation',
  'legal_basis',
  'message',
  'follow_code',
]

const holder = async (matter: string) => {
  const { rows } = await sql<{
    holder: string
  }>`select holder_org as holder from care.matter where id = ${matter}`.execute(raw.house.db)
  return rows[0]!.holder
}

test('a signal shows at sent, the person at taken, and taking moves the holder', async () => {
  const { team, school, sees } = raw
  const { matter, signal } = await raw.draftSignal()
  await expect(raw.send(signal)).rejects.toThrow('no valid legal basis')
  await raw.basis(school, matter, team)
  expect(await sees(team, 'matter', matter)).toBe(0)
  await raw.send(signal)
  expect([await sees(team, 'signal', matter), await sees(team, 'person', matter)]).toEqual([1, 0])
  expect(await holder(matter)).toBe(school.org)
  await raw.take(signal)
  expect(await sees(team, 'person', matter)).toBe(1)
  expect(await holder(matter)).toBe(team.org)
})

test('a transfer shows at offered, the person at accepted, and both confirmations move the holder', async () => {
  const { team, school, debts, stranger, sees, run } = raw
  const { matter, transfer } = await raw.offered()
  expect([await sees(debts, 'transfer', matter), await sees(debts, 'person', matter)]).toEqual([1, 0])
  expect(await sees(debts, 'signal', matter)).toBe(0)
  await run(
    debts,
    sql`update care.transfer set status = 'accepted', caseworker = ${debts.member}, contact_by = now() where id = ${transfer}`,
  )
  expect(await sees(debts, 'person', matter)).toBe(1)
  await run(debts, sql`update care.transfer set receiver_confirmed_at = now() where id = ${transfer}`)
  expect(await holder(matter)).toBe(team.org)
  await run(
    team,
    sql`update care.transfer set sender_confirmed_at = now(), status = 'handed_over' where id = ${transfer}`,
  )
  expect(await holder(matter)).toBe(debts.org)
  expect([await sees(team, 'person', matter), await sees(school, 'person', matter)]).toEqual([0, 0])
  expect(await sees(school, 'feedback', matter)).toBeGreaterThan(0)
  for (const table of tables) expect(await sees(stranger, table, matter), table).toBe(0)
})

test('who declines finishes the own transaction, and sees nothing at the next request', async () => {
  const { team, debts, sees, run } = raw
  const { matter, transfer } = await raw.offered()
  await run(
    debts,
    sql`update care.transfer set status = 'declined', reason = 'no_capacity', sender_due_on = current_date + 2
      where id = ${transfer}`,
  )
  expect(await sees(debts, 'matter', matter)).toBe(0)
  expect(await sees(debts, 'transfer', matter)).toBe(0)
  expect([await sees(team, 'transfer', matter), await sees(team, 'feedback', matter)]).toEqual([1, 1])
})

test('without a context there is not one row', async () => {
  await raw.offered()
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.id('care', table)}`.execute(unseal(raw.house.deps.care))
    expect(rows, table).toEqual([])
  }
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner } from '../../api/accounts/create.ts'
import { loadDemoAccounts } from '../../api/accounts/demo.ts'
import { type DirectoryTables, connect } from '../../api/db.ts'
import { loadDemoDirectory } from '../../api/demo/load.ts'
import { loadDemoWork } from '../../api/demo/work/load.ts'
import { loadDemoPartners } from '../../api/demo/work/partners.ts'
import { statuses as signalStatuses } from '../../api/signals/signal.ts'
import { endSilentTransfers } from '../../api/transfers/clock.ts'
import { statuses as transferStatuses } from '../../api/transfers/codes.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
beforeAll(async () => {
  house = await freshDatabase()
  const publisher = connect<DirectoryTables>(house.urls.publisher, 1)
  await loadDemoDirectory(publisher)
  await publisher.destroy()
  await asOwner(house.url, (tx) => loadDemoAccounts(tx, house.deps.secret))
})
afterAll(() => house.close())

const found = async (table: 'signal' | 'transfer') => {
  const { rows } = await sql<{ status: string }>`
    select distinct status from ${sql.id('care', table)} order by status`.execute(house.db)
  return rows.map(({ status }) => status)
}

test('the demo shows signals and transfers in every state, and each matter has a holder and something to do', async () => {
  const played = await loadDemoWork(house.deps, 0)
  await endSilentTransfers(house.deps)
  expect(await found('signal')).toEqual([...signalStatuses].sort())
  expect(await found('transfer')).toEqual([...transferStatuses].sort())
  const { rows } = await sql<{ matters: number }>`select count(*)::int as matters from care.matter`.execute(house.db)
  expect(rows[0]?.matters).toBe(played)
})

test('partners have agreed with each other, and asked a consultant in each state', async () => {
  await loadDemoPartners(house.deps)
  const { rows } = await sql<{ status: string }>`select status from care.agreement
    union all select status from care.consult order by status`.execute(house.db)
  expect(rows.map(({ status }) => status)).toEqual(['agreed', 'agreed', 'answered', 'closed', 'open', 'proposed'])
})

test('a start that finds them plays nothing again', async () => {
  const { rows } = await sql<{ matters: number }>`select count(*)::int as matters from care.matter`.execute(house.db)
  expect(await loadDemoWork(house.deps, rows[0]?.matters ?? 0)).toBe(0)
})

test('nobody acted at night or in the weekend', async () => {
  const { rows } = await sql`select at from care.event where extract(isodow from at) > 5
    or extract(hour from at at time zone 'Europe/Amsterdam') not between 8 and 18`.execute(house.db)
  expect(rows).toEqual([])
})

/** A receiver with a case system takes the transfer over as a structured copy. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SeenView, TransferCopy } from '../../api/transfers/schema.ts'
import { type Care, care } from '../factories/care.ts'
import { freshDatabase, type FreshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
beforeAll(async () => {
  house = await freshDatabase()
  house.setNow(new Date())
  c = await care(house)
})
afterAll(() => house.close())

test('once accepted, as a file, with what the receiver sees; it is in the log, and the sender reads that it was taken', async () => {
  const { team, debts } = c.parties
  const { id, matterId } = await c.transfers.accepted()
  const answer = await c.ask('GET', `/api/v1/transfers/${id}/copy`, { cookie: debts.cookie })
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9A-Z]{4}-[0-9A-Z]{4}\.json"$/)
  const copy = (await answer.json()) as TransferCopy
  expect(copy).toMatchObject({
    form: 'voordeur.transfer/1',
    transfer: { id, status: 'accepted', from: 'Team Noord', to: 'Schuldhulp', warm: true },
    about: { theme: 'geld', subject: 'household' },
    person: { name: 'Gezin aan de Veenlaan', interpreter: 'Pools' },
  })
  expect(JSON.stringify(copy)).not.toContain('zonder eten')
  const { rows } = await sql<{ action: string; object_ids: string[] }>`
    select action, object_ids from audit.event where action = 'GET /transfers/:id/copy'`.execute(house.db)
  expect(rows).toEqual([{ action: 'GET /transfers/:id/copy', object_ids: [id, matterId] }])
  const { lines } = (await c.call<SeenView>(team, 'GET', `/transfers/${id}/seen`)).body
  expect(lines).toContainEqual(expect.objectContaining({ what: 'copy', times: 1 }))
})

test('not before it is accepted, not by the sender, not by a stranger', async () => {
  const { team, debts, stranger } = c.parties
  const { id } = await c.transfers.offered()
  expect((await c.call(debts, 'GET', `/transfers/${id}/copy`)).body.code).toBe('transfer.not_possible_now')
  expect((await c.call(team, 'GET', `/transfers/${id}/copy`)).body.code).toBe('transfer.not_yours')
  expect((await c.call(stranger, 'GET', `/transfers/${id}/copy`)).body.code).toBe('transfer.not_found')
})

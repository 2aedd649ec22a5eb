import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterView } from '../../api/matters/schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { asApp } from '../setup/as-app.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let it: Care
beforeAll(async () => {
  house = await freshDatabase()
  it = await care(house)
})
afterAll(() => house.close())

const waysOf = async (who: Party, matterId: string) => {
  const { body } = await it.call<MatterView>(who, 'GET', `/matters/${matterId}`)
  return body.ways
}

const commandsOf = async (who: Party, matterId: string) => {
  const { body } = await it.call<MatterView>(who, 'GET', `/matters/${matterId}`)
  return body.transfers.flatMap(({ commands }) => commands)
}

test('a desk with a signal in hand may offer a transfer from it, and the school may not', async () => {
  const { team, school } = it.parties
  const { matterId } = await it.signals.taken()
  expect(await waysOf(team, matterId)).toEqual(['offer_transfer'])
  expect(await waysOf(school, matterId)).toEqual([])
})

test('while an offer waits for an answer there is no way on; after a decline both are open again', async () => {
  const { team, debts } = it.parties
  const { id, matterId } = await it.transfers.offered()
  expect(await waysOf(team, matterId)).toEqual([])
  await it.step(debts, `/transfers/${id}/decline`, { reason: 'no_capacity' })
  expect(await waysOf(team, matterId)).toEqual(['offer_transfer', 'send_signal'])
})

test('support that runs is passed on by a transfer only', async () => {
  const { matterId } = await it.transfers.started()
  expect(await waysOf(it.parties.debts, matterId)).toEqual(['offer_transfer'])
  expect(await waysOf(it.parties.team, matterId)).toEqual([])
})

test('a closed matter has no way on', async () => {
  const { matterId } = await it.transfers.closed()
  expect(await waysOf(it.parties.debts, matterId)).toEqual([])
})

test('support is not reopened while a signal is with another desk: not by the law, and not by raw SQL', async () => {
  const { debts, welfare } = it.parties
  const { id, matterId } = await it.transfers.started()
  const next = { on: '2026-12-01', act: 'evaluate' }
  await it.step(debts, `/transfers/${id}/close`, { outcome: 'helped', feedback: 'Het gaat goed.', next })
  expect(await commandsOf(debts, matterId)).toContain('reopen')
  const signal = await it.step(debts, '/signals', { ...it.signalDraft(welfare), matter: undefined, matterId })
  await it.step(debts, `/signals/${signal.id}/send`)
  expect(await commandsOf(debts, matterId), 'no button that would be refused').not.toContain('reopen')
  const reopen = () => it.post(debts, `/transfers/${id}/reopen`, { reason: 'Het is toch weer nodig.' })
  expect(await reopen()).toMatchObject({ status: 409, body: { code: 'matter.still_open_work' } })

  await it.step(welfare, `/signals/${signal.id}/take`)
  expect(await it.holderOf(matterId)).toBe(welfare.org)
  const forged = await asApp(
    house,
    debts,
    sql`update care.transfer set status = 'started', outcome = null, closed_at = null, reason_text = 'x' where id = ${id}`,
  )
  expect(forged).toContain('support by one organisation and the matter with another')
})

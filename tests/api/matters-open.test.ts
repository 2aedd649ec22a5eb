/** What the law says is open works all the way to the table, for each state and side: the two laws are one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterView } from '../../api/matters/schema.ts'
import { type Care, care, type Moved, type Party } from '../factories/care.ts'
import { commands, type SignalType, type TransferType } from '../factories/commands.ts'
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

async function openTo(who: Party, made: Moved): Promise<string[]> {
  const { body } = await c.call<MatterView>(who, 'GET', `/matters/${made.matterId}`)
  return [...(body.signals ?? []), ...(body.transfers ?? [])].find(({ id }) => id === made.id)?.commands ?? []
}

/** Gives every open command to a fresh one; the answers that were not good. */
async function tryAll(
  make: () => Promise<Moved>,
  who: Party,
  give: (id: string, type: string) => Promise<{ status: number }>,
) {
  const open = await openTo(who, await make())
  const bad: string[] = []
  for (const type of open) {
    const { status } = await give((await make()).id, type)
    if (status !== 200 && status !== 204) bad.push(`${type}: ${status}`)
  }
  return { open, bad }
}

test.each([
  ['draft', ['send', 'discard'], []],
  ['sent', ['withdraw'], ['take', 'redirect', 'send_back']],
  ['taken', ['ask_to_withdraw'], ['redirect', 'send_back', 'ask', 'conclude', 'assign']],
  ['waiting', ['answer', 'ask_to_withdraw'], ['resume', 'conclude', 'assign']],
  ['returned', [], []],
  ['concluded', [], []],
  ['withdrawn', [], []],
] as const)('a signal that is %s: open to the school %j, to the team %j', async (state, forSchool, forTeam) => {
  const { giveSignal } = commands(c, otherDesk)
  for (const [who, open] of [
    [c.parties.school, forSchool],
    [c.parties.team, forTeam],
  ] as const) {
    const tried = await tryAll(c.signals[state], who, (id, type) => giveSignal(who, id, type as SignalType))
    expect(tried).toEqual({ open, bad: [] })
  }
})

const contact = ['plan_contact', 'contact_failed', 'confirm_contact']
test.each([
  ['draft', ['offer', 'discard'], []],
  ['offered', ['withdraw'], ['accept', 'decline', 'assign']],
  ['accepted', ['withdraw', ...contact, 'make_cold'], [...contact, 'return', 'assign']],
  ['handedOver', [], ['report_waiting', 'start', 'close', 'assign']],
  ['cold', [], ['report_waiting', 'start', 'close', 'assign']],
  ['started', [], ['close', 'assign']],
  ['closed', [], ['reopen']],
  ['declined', [], []],
  ['withdrawn', [], []],
] as const)('a transfer that is %s: open to the team %j, to the partner %j', async (state, forTeam, forPartner) => {
  const { giveTransfer } = commands(c, otherDesk)
  for (const [who, open] of [
    [c.parties.team, forTeam],
    [c.parties.debts, forPartner],
  ] as const) {
    const tried = await tryAll(
      () => c.transfers[state](),
      who,
      (id, type) => giveTransfer(who, id, type as TransferType),
    )
    expect(tried).toEqual({ open, bad: [] })
  }
})

test('who confirmed can take it back', async () => {
  const made = await c.transfers.accepted()
  await c.confirm(c.parties.debts, made.id)
  expect(await openTo(c.parties.debts, made)).toContain('take_back_confirmation')
  expect(await openTo(c.parties.team, made)).not.toContain('take_back_confirmation')
})

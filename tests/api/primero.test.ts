/**
 * What went wrong in another system for referrals (the bug reports of UNICEF's Primero), as tests of ours: each of these
 * was reported there once.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BulkResult } from '../../api/bulk.ts'
import type { DesksView } from '../../api/desks/schema.ts'
import { lists, type WorkExport, type WorkView } from '../../api/matters/work-schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { commands, signalCommands, transferCommands } from '../factories/commands.ts'
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
const rowOf = async (table: 'signal' | 'transfer', id: string) => {
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.id('care', table)} where id = ${id}`.execute(house.db)
  return rows[0]!
}
const disable = (who: Pick<Party, 'member'>) =>
  sql`update account.member set disabled_at = now() where id = ${who.member}`.execute(house.db)

test('a party without access cannot change a transfer or a signal, by any command', async () => {
  const give = commands(c, c.parties.team.desk)
  const transfer = await c.transfers.accepted()
  const signal = await c.signals.taken()
  const [before, beforeSignal] = [await rowOf('transfer', transfer.id), await rowOf('signal', signal.id)]
  const former = await c.transfers.declined()
  const beforeFormer = await rowOf('transfer', former.id)
  for (const type of transferCommands) {
    expect((await give.giveTransfer(c.parties.stranger, transfer.id, type)).body.code, type).toBe('transfer.not_found')
    expect((await give.giveTransfer(c.parties.debts, former.id, type)).body.code, type).toBe('transfer.not_found')
  }
  for (const type of signalCommands) {
    expect((await give.giveSignal(c.parties.stranger, signal.id, type)).body.code, type).toBe('signal.not_found')
  }
  const bulk = await c.call<BulkResult>(c.parties.stranger, 'POST', '/transfers/bulk', {
    command: 'assign',
    caseworker: c.parties.stranger.member,
    items: [{ id: transfer.id, version: transfer.version }],
  })
  expect(bulk.body.results).toEqual([{ id: transfer.id, refused: 'transfer.not_found' }])
  expect(await rowOf('transfer', transfer.id)).toEqual(before)
  expect(await rowOf('signal', signal.id)).toEqual(beforeSignal)
  expect(await rowOf('transfer', former.id)).toEqual(beforeFormer)
})

describe('a command on many', () => {
  const bulk = (who: Party, room: string, body: object) => c.call<BulkResult>(who, 'POST', `/${room}/bulk`, body)

  test('checks each record again, and says of each what happened', async () => {
    const { team, school } = c.parties
    const colleague = await c.colleague(team)
    const [ours, changed, ended] = [await c.signals.taken(), await c.signals.taken(), await c.signals.concluded()]
    const elsewhere = await c.party('Een ander team', ['worker'])
    const foreign = await c.step(school, '/signals', c.signalDraft(elsewhere))
    await c.step(school, `/signals/${foreign.id}/send`)
    await c.step(team, `/signals/${changed.id}/ask`, { question: 'Sinds wanneer?' })
    const missing = randomUUID()
    const items = [ours, changed, ended, { ...foreign, version: 2 }, { id: missing, version: 1 }].map(
      ({ id, version }) => ({ id, version }),
    )
    const { status, body } = await bulk(team, 'signals', { command: 'assign', assignee: colleague.member, items })
    expect(status).toBe(200)
    expect(body.results).toEqual([
      { id: ours.id, refused: null },
      { id: changed.id, refused: 'changed_meanwhile' },
      { id: ended.id, refused: 'signal.not_possible_now' },
      { id: foreign.id, refused: 'signal.not_found' },
      { id: missing, refused: 'signal.not_found' },
    ])
    expect(await rowOf('signal', ours.id)).toMatchObject({ assignee: colleague.member })
    for (const { id } of [changed, ended])
      expect(await rowOf('signal', id)).not.toMatchObject({ assignee: colleague.member })
  })

  test('does not give work to somebody of another organisation, nor to a disabled account', async () => {
    const { team, debts } = c.parties
    const gone = await c.colleague(team)
    await disable(gone)
    const signal = await c.signals.taken()
    for (const assignee of [debts.member, gone.member]) {
      const { body } = await bulk(team, 'signals', {
        command: 'assign',
        assignee,
        items: [{ id: signal.id, version: signal.version }],
      })
      expect(body.results).toEqual([{ id: signal.id, refused: 'colleague.not_found' }])
    }
  })

  test('takes, accepts and redirects as well, each by its own law', async () => {
    const { team, school, debts } = c.parties
    const [first, second] = [await c.signals.sent(), await c.signals.taken()]
    const { body } = await bulk(team, 'signals', {
      command: 'take',
      items: [first, second].map(({ id, version }) => ({ id, version })),
    })
    expect(body.results.map(({ refused }) => refused)).toEqual([null, 'signal.not_possible_now'])
    const elsewhere = await bulk(team, 'signals', {
      command: 'redirect',
      receiverDesk: debts.desk,
      reason: 'Woont in zuid',
      items: [{ id: first.id, version: first.version + 1 }],
    })
    expect(elsewhere.body.results).toEqual([{ id: first.id, refused: 'desk.not_found' }])
    const ended = { command: 'conclude', outcome: 'line0_answered', feedback: 'Het gezin is geholpen.', next: 'close' }
    const items = [
      { id: first.id, version: first.version + 1 },
      { id: second.id, version: second.version + 1 },
    ]
    const concluded = await bulk(team, 'signals', { ...ended, items })
    expect(concluded.body.results.map(({ refused }) => refused)).toEqual([null, 'changed_meanwhile'])
    expect(await rowOf('signal', first.id)).toMatchObject({ status: 'concluded', feedback: ended.feedback })
    expect(await rowOf('signal', second.id)).toMatchObject({ status: 'taken' })
    // Feedback cannot be left out, and nothing done needs its reason: then none of them moves.
    expect((await bulk(team, 'signals', { ...ended, feedback: '', items })).status).toBe(400)
    expect((await bulk(team, 'signals', { ...ended, outcome: 'no_action', items })).status).toBe(400)
    const offered = await c.transfers.offered()
    const accepted = await bulk(debts, 'transfers', {
      command: 'accept',
      items: [{ id: offered.id, version: offered.version }],
    })
    expect(accepted.body.results).toEqual([{ id: offered.id, refused: null }])
    expect((await bulk(school, 'transfers', { command: 'accept', items: [] })).status).toBe(403)
  })
})

test('the sender withdraws although the receiver’s account is disabled', async () => {
  const { team } = c.parties
  const receiver = await c.party('Ontvanger die stopt', ['worker'])
  const offered = await c.transfers.offered({ to: receiver })
  const accepted = await c.transfers.accepted({ to: receiver })
  await disable(receiver)
  for (const { id } of [offered, accepted]) {
    const answer = await c.post(team, `/transfers/${id}/withdraw`, { reason: 'Het gezin wil niet meer' })
    expect(answer.body).toMatchObject({ status: 'withdrawn' })
  }
  const { rows } = await sql`
    select 1 from care.relation where org_id = ${receiver.org} and valid_until > now()`.execute(house.db)
  expect(rows).toEqual([])
})

test('a team lead may give a colleague’s work to another, without standing at the desk', async () => {
  const { team, debts } = c.parties
  const colleague = await c.colleague(team)
  const signal = await c.signals.taken()
  expect((await c.post(lead, `/signals/${signal.id}/assign`, { assignee: colleague.member })).status).toBe(200)
  const debtsLead = await c.colleague(debts, { roles: ['team_lead'], desks: [] })
  const other = await c.colleague(debts)
  const transfer = await c.transfers.accepted()
  const answer = await c.post(debtsLead, `/transfers/${transfer.id}/assign`, { caseworker: other.member })
  expect(answer.status).toBe(200)
  expect(await rowOf('transfer', transfer.id)).toMatchObject({ caseworker: other.member })
})

test('counters equal lists, for every list, filter and page', async () => {
  const { team, school, debts } = c.parties
  const desks = await c.make.desk(team.org, 'Tweede team')
  const both = await c.colleague(team, { desks: [team.desk, desks] })
  for (let i = 0; i < 30; i += 1) await c.signals.sent()
  for (let i = 0; i < 25; i += 1) await c.signals.taken()
  house.setNow(new Date('2026-11-30T09:00:00+01:00'))
  let longest = 0
  for (const who of [team, school, debts, both, lead]) {
    const here = { ...who, cookie: await c.make.session({ id: who.member }) }
    for (const filter of [
      '',
      `&desk=${team.desk}`,
      '&status=sent',
      `&organization=${school.org}`,
      '&from=2026-11-24',
      '&until=2026-11-23',
    ]) {
      const { counts } = await work(here, `list=mine${filter}`)
      for (const list of lists) {
        const first = await work(here, `list=${list}${filter}`)
        const ids = first.items.map(({ id }) => id)
        for (let page = 2; ids.length < first.total; page += 1) {
          const { items } = await work(here, `list=${list}${filter}&page=${page}`)
          if (items.length === 0) break
          ids.push(...items.map(({ id }) => id))
        }
        expect(new Set(ids).size, `${who.name} ${list} ${filter}`).toBe(first.total)
        expect(first.total).toBe(counts[list])
        longest = Math.max(longest, first.total)
      }
    }
  }
  // More than one page was turned.
  expect(longest).toBeGreaterThan(50)
})

test('an export holds what the filters on screen show, whole, and the log says that it was taken', async () => {
  const { team, school } = c.parties
  const here = { ...team, cookie: await c.make.session({ id: team.member }) }
  for (const query of [
    'list=team',
    'list=team&status=sent',
    `list=others&organization=${c.parties.debts.org}`,
    'list=overdue',
  ]) {
    const { total } = await work(here, query)
    const { items, ...taken } = (await c.call<WorkExport>(here, 'GET', `/work/export?${query}`)).body
    expect(items).toHaveLength(total)
    expect(taken.total).toBe(total)
    if (query.includes('sent')) expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['sent']))
    const first = await work(here, query)
    expect(items.slice(0, first.items.length).map(({ id }) => id)).toEqual(first.items.map(({ id }) => id))
  }
  const { rows } = await sql<{ purpose: string; ids: number }>`
    select purpose, cardinality(object_ids) as ids from audit.event where actor = ${team.member}
      and action = 'GET /work/export' order by at limit 1`.execute(house.db)
  expect(rows[0]).toMatchObject({ purpose: 'work.export' })
  expect(rows[0]!.ids).toBeGreaterThan(0)
  // Nothing of the person is in it.
  const text = JSON.stringify((await c.call(here, 'GET', '/work/export?list=team')).body)
  expect(text).not.toContain('Veenlaan')
  expect(text).not.toContain('06 00000000')
  expect((await c.call(school, 'GET', '/work/export?list=all')).status).toBe(400)
})

test('a disabled account is never offered as receiver: not a desk without anybody, not a colleague', async () => {
  const { team } = c.parties
  const closed = await c.party('Loket zonder mensen', ['worker'])
  const gone = await c.colleague(team)
  await disable(closed)
  await disable(gone)
  const { desks } = (await c.call<DesksView>(team, 'GET', '/desks')).body
  expect(desks.map(({ id }) => id)).not.toContain(closed.desk)
  const { body } = await c.call<{ colleagues: { id: string }[] }>(team, 'GET', '/colleagues')
  expect(body.colleagues.map(({ id }) => id)).not.toContain(gone.member)
  const draft = await c.post(team, '/transfers', { ...c.transferDraft(closed), matter: c.signalDraft().matter })
  expect([draft.body.code, (await c.post(team, `/transfers/${draft.body.id}/offer`)).body.code]).toContain(
    'desk.not_open',
  )
})

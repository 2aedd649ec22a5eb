/** What the clock does: an offer nobody answers, a contact twice overdue, reminders that climb and end nothing. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { MatterView } from '../../api/matters/schema.ts'
import { remindOfSignals } from '../../api/signals/clock.ts'
import { endSilentTransfer, endSilentTransfers, remindOfTransfers } from '../../api/transfers/clock.ts'
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

const on = (day: string, time = '09:00') => house.setNow(new Date(`2026-${day}T${time}:00+01:00`))
/** Sessions end within twelve hours; whoever comes back signs in again. */
const again = async (who: Party): Promise<Party> => ({ ...who, cookie: await c.make.session({ id: who.member }) })
const statusOf = async (id: string) => {
  const { rows } = await sql<{ status: string }>`select status from care.transfer where id = ${id}`.execute(house.db)
  return rows[0]?.status
}
const told = async (id: string) => {
  const { rows } = await sql<{ topic: string; to: string }>`
    select m.topic, coalesce(m.to_role, case when m.to_desk is null then 'member' else 'desk' end) as to
    from outbox.message m where m.object_id = ${id} and (m.topic like '%remind' or m.topic like '%overdue')
    order by m.created_at`.execute(house.db)
  return rows.map(({ topic, to }) => `${topic} → ${to}`)
}

test('an offer expires at its deadline, not before, and returns to the sender with no answer', async () => {
  const { id, matterId } = await c.transfers.offered()
  // Offered on Monday, three working days: the whole of Thursday is theirs.
  on('11-26', '23:59')
  expect(await endSilentTransfers(house.deps)).toEqual({ expired: 0, lapsed: 0 })
  await expect(endSilentTransfer(house.deps, { id, matterId })).rejects.toThrow('transfer.not_due')
  on('11-27', '00:00')
  expect(await endSilentTransfers(house.deps)).toEqual({ expired: 1, lapsed: 0 })
  expect(await statusOf(id)).toBe('expired')
  expect(await c.holderOf(matterId)).toBe(c.parties.team.org)

  const team = await again(c.parties.team)
  const { body } = await c.call<MatterView>(team, 'GET', `/matters/${matterId}`)
  expect(body).toMatchObject({ state: 'open', nextAct: 'offer_again', nextActOn: '2026-12-01' })
  expect(body.feedbackLines).toMatchObject([{ code: 'transfer.expired' }])
  expect(body.timeline.at(-1)).toMatchObject({ type: 'transfer.expire', by: null })
  expect((await c.post(await again(c.parties.debts), `/transfers/${id}/accept`)).status).toBe(404)
})

test('who answers after the deadline and before the clock has run still gets the family', async () => {
  const { id } = await c.transfers.offered()
  on('11-27', '00:01')
  const debts = await again(c.parties.debts)
  expect(await c.step(debts, `/transfers/${id}/accept`)).toMatchObject({ status: 'accepted' })
  expect(await endSilentTransfers(house.deps)).toEqual({ expired: 0, lapsed: 0 })
})

test('an offer to a desk where nobody works any more expires at once', async () => {
  const gone = await c.party('Een team van één', ['worker'])
  const { id } = await c.transfers.offered({ to: gone })
  expect(await endSilentTransfers(house.deps)).toEqual({ expired: 0, lapsed: 0 })
  await sql`update account.member set disabled_at = now() where id = ${gone.member}`.execute(house.db)
  expect(await endSilentTransfers(house.deps)).toEqual({ expired: 1, lapsed: 0 })
  expect(await statusOf(id)).toBe('expired')
})

test('a contact that is overdue once ends nothing; two terms in silence, and the family returns to the sender', async () => {
  const { id, matterId } = await c.transfers.accepted()
  on('12-01')
  expect(await endSilentTransfers(house.deps)).toEqual({ expired: 0, lapsed: 0 })
  on('12-07', '23:59')
  expect(await endSilentTransfers(house.deps)).toEqual({ expired: 0, lapsed: 0 })
  on('12-08', '00:00')
  expect(await endSilentTransfers(house.deps)).toEqual({ expired: 0, lapsed: 1 })
  expect(await statusOf(id)).toBe('expired')
  expect(await c.holderOf(matterId)).toBe(c.parties.team.org)
})

test('a contact that failed and was not made on its new date either lapses when that date has passed', async () => {
  const { id } = await c.transfers.accepted()
  const failed = { reason: 'no_answer', on: '2026-12-03T10:00:00+01:00' }
  await c.step(c.parties.debts, `/transfers/${id}/contact-failed`, failed)
  on('12-03', '23:59')
  expect(await endSilentTransfers(house.deps)).toEqual({ expired: 0, lapsed: 0 })
  on('12-04', '00:00')
  expect(await endSilentTransfers(house.deps)).toEqual({ expired: 0, lapsed: 1 })
})

test('an offer is reminded of one working day before it expires, once', async () => {
  const { id } = await c.transfers.offered()
  expect(await remindOfTransfers(house.deps)).toBe(0)
  on('11-25')
  await remindOfTransfers(house.deps)
  await remindOfTransfers(house.deps)
  expect(await told(id)).toEqual(['transfer.remind → desk'])
})

test('a signal nobody takes is named to the desk, the team lead and the policy officer, a working day apart', async () => {
  await sql`insert into directory.municipality (name, language, organization_id)
    values ('Gemeente', 'nl', ${c.parties.stranger.org})`.execute(house.db)
  const leader = await c.colleague(c.parties.team, { roles: ['team_lead'], desks: [] })
  const { id, version } = await c.signals.sent()
  on('11-26', '12:00')
  await remindOfSignals(house.deps)
  expect(await told(id)).toEqual([])
  on('11-27', '00:00')
  await remindOfSignals(house.deps)
  await remindOfSignals(house.deps)
  expect(await told(id)).toEqual(['signal.remind → desk'])
  on('11-28', '00:00')
  await remindOfSignals(house.deps)
  on('12-01', '00:00')
  await remindOfSignals(house.deps)
  await remindOfSignals(house.deps)
  expect(await told(id)).toEqual([
    'signal.remind → desk',
    'signal.overdue → team_lead',
    'signal.overdue → policy_officer',
  ])
  // A reminder does not make the page that somebody has open an old one.
  const team = await again(c.parties.team)
  expect((await c.post(team, `/signals/${id}/take`, { version })).status).toBe(200)
  await sql`update account.member set disabled_at = now() where id = ${leader.member}`.execute(house.db)
})

test('where nobody leads the team the second step comes to the policy officer, once, and is in their list', async () => {
  const officer = await c.colleague(c.parties.stranger, { roles: ['policy_officer'], desks: [] })
  const ledByNobody = await c.signals.sent()
  const debtsLeader = await c.colleague(c.parties.debts, { roles: ['team_lead'], desks: [] })
  const transfer = await c.transfers.accepted()
  for (const day of ['11-27', '11-28', '12-01', '12-02']) {
    on(day, '00:00')
    await remindOfSignals(house.deps)
    await remindOfTransfers(house.deps)
  }
  expect(await told(ledByNobody.id)).toEqual(['signal.remind → desk', 'signal.overdue → policy_officer'])
  // Of a contact both owe the next act: one team is led, the other is not.
  for (const day of ['12-01', '12-02', '12-03']) {
    on(day, '00:00')
    await remindOfTransfers(house.deps)
  }
  const reached = await told(transfer.id)
  expect(reached.filter((line) => line.includes('policy_officer'))).toEqual(['transfer.overdue → policy_officer'])
  expect(reached.filter((line) => line.includes('team_lead'))).toEqual(['transfer.overdue → team_lead'])
  const { rows } = await sql`select distinct topic, member_id from account.notification
    where object_id in (${ledByNobody.id}, ${transfer.id}) and topic like '%.overdue' order by topic, member_id`.execute(
    house.db,
  )
  expect(rows).toHaveLength(3)
  expect(rows).toContainEqual({ topic: 'signal.overdue', member_id: officer.member })
  expect(rows).toContainEqual({ topic: 'transfer.overdue', member_id: debtsLeader.member })
  // Without content: the officer opens nothing of it.
  const here = await again(officer)
  expect((await c.call(here, 'GET', `/matters/${ledByNobody.matterId}`)).body.code).toBe('viewer.not_allowed')
})

test('a contact that is late is named to both sides, and a working day later to both team leads', async () => {
  for (const party of [c.parties.team, c.parties.debts]) await c.colleague(party, { roles: ['team_lead'], desks: [] })
  const { id } = await c.transfers.accepted()
  on('12-01')
  await remindOfTransfers(house.deps)
  await remindOfTransfers(house.deps)
  const both = ['transfer.remind → member', 'transfer.remind → member']
  expect(await told(id)).toEqual(both)
  on('12-02')
  await remindOfTransfers(house.deps)
  expect(await told(id)).toEqual([...both, 'transfer.overdue → team_lead', 'transfer.overdue → team_lead'])
})

test('what the clock did stands in the log, with nobody behind it', async () => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from audit.event
    where action = 'transfer.expire' and actor is null and org_id is null`.execute(house.db)
  expect(rows[0]!.n).toBe(4)
})

/** An agreement on the real database: proposed by one side, agreed by the other, and the deadlines that follow from it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AgreementMoved, AgreementsView, AgreementView, PartnersView } from '../../api/agreements/schema.ts'
import { endSilentTransfers } from '../../api/transfers/clock.ts'
import { agreementDraft, forgetAgreements } from '../factories/agreements.ts'
import { type Answer, type Care, care, type Party } from '../factories/care.ts'
import { asApp } from '../setup/as-app.ts'
import { type FreshDatabase, freshDatabase, monday, waitingForALock } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
/** Team leads of the team that refers and the desk that receives, and the administrator of a third. */
let lead: Party
let debtsLead: Party
let stranger: Party

beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
  lead = await c.colleague(c.parties.team, { roles: ['team_lead', 'worker'] })
  debtsLead = await c.colleague(c.parties.debts, { roles: ['team_lead'] })
  stranger = await c.colleague(c.parties.stranger, { roles: ['administrator'] })
})
beforeEach(async () => {
  house.setNow(monday)
  await forgetAgreements(house)
})
afterAll(() => house.close())

const draft = (given: object = {}) =>
  agreementDraft({ organizationId: c.parties.team.org }, { organizationId: c.parties.debts.org }, given)
const propose = (given: object = {}, by = lead): Promise<AgreementMoved> =>
  c.step(by, '/agreements', draft(given)) as unknown as Promise<AgreementMoved>
const agreed = async (given: object = {}) => {
  const { id } = await propose(given)
  return c.step(debtsLead, `/agreements/${id}/agree`) as unknown as Promise<AgreementMoved>
}
const read = (who: Party, id: string) => c.call<AgreementView>(who, 'GET', `/agreements/${id}`)
const datesOf = async (id: string) => {
  const { rows } = await sql<{ answer: string | null; contact: string | null; start: string | null }>`
    select to_char(answer_by at time zone 'Europe/Amsterdam', 'MM-DD HH24:MI') as answer,
      to_char(contact_by at time zone 'Europe/Amsterdam', 'MM-DD HH24:MI') as contact,
      to_char(start_by at time zone 'Europe/Amsterdam', 'MM-DD HH24:MI') as start
    from care.transfer where id = ${id}`.execute(house.db)
  return rows[0]
}
const again = async (who: Party): Promise<Party> => ({ ...who, cookie: await c.make.session({ id: who.member }) })
const on = (day: string) => house.setNow(new Date(`${day}T09:00:00+01:00`))

describe('an agreement', () => {
  test('is proposed by one side and agreed by the other; both read who did', async () => {
    const proposal = await propose()
    expect(proposal).toMatchObject({ status: 'proposed', commands: ['end'] })
    expect((await read(debtsLead, proposal.id)).body).toMatchObject({
      standing: 'proposed',
      commands: ['agree', 'end'],
    })
    const { body } = await c.post(debtsLead, `/agreements/${proposal.id}/agree`, { version: proposal.version })
    expect(body).toMatchObject({ status: 'agreed', version: 2, commands: ['end'] })
    expect((await read(c.parties.team, proposal.id)).body).toMatchObject({
      standing: 'in_force',
      edition: 1,
      proposed: { organization: 'Team Noord', name: 'Team Noord, aanmelding' },
      agreed: { organization: 'Schuldhulp', name: 'Team Noord, aanmelding' },
      commands: [],
      canPropose: false,
    })
    const topics =
      await sql`select topic, to_org, to_role from outbox.message where object_id = ${proposal.id} order by created_at`.execute(
        house.db,
      )
    expect(topics.rows).toEqual([
      { topic: 'agreement.propose', to_org: c.parties.debts.org, to_role: 'team_lead' },
      { topic: 'agreement.agree', to_org: c.parties.team.org, to_role: 'team_lead' },
    ])
  })

  test('is not agreed by who proposed it, nor by a worker, and not seen by a third', async () => {
    const { id } = await propose()
    expect((await c.post(lead, `/agreements/${id}/agree`)).body.code).toBe('agreement.not_yours')
    expect((await c.post(c.parties.debts, `/agreements/${id}/agree`)).body.code).toBe('viewer.not_allowed')
    const theirs = await read(stranger, id)
    expect(theirs).toEqual(await read(stranger, crypto.randomUUID()))
    expect(theirs.body.code).toBe('agreement.not_found')
    expect((await c.call<AgreementsView>(stranger, 'GET', '/agreements')).body.partners).toEqual([])
  })

  test('one proposal of a pair waits at a time, also when two are made at once', async () => {
    const both = await Promise.all([c.post(lead, '/agreements', draft()), c.post(debtsLead, '/agreements', draft())])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('agreement.already_proposed')
  })

  test('agreed by one and ended by the other at once: one after the other, never both as first', async () => {
    const { id } = await propose()
    const hold = await house.db.startTransaction().execute()
    await sql`select 1 from care.agreement where id = ${id} for update`.execute(hold)
    const both = [
      c.post(debtsLead, `/agreements/${id}/agree`, { version: 1 }),
      c.post(lead, `/agreements/${id}/end`, { version: 1, reason: 'Toch anders' }),
    ]
    await waitingForALock(house.db, 2)
    await hold.rollback().execute()
    const answers = await Promise.all(both)
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('changed_meanwhile')
  })

  test('a new edition takes the place of the one before on its first day, and changes nothing in it', async () => {
    const first = await agreed()
    const second = await agreed({ answerDays: 1, validFrom: '2026-12-07' })
    expect((await read(lead, second.id)).body).toMatchObject({ edition: 2, standing: 'coming' })
    expect((await read(lead, first.id)).body).toMatchObject({ standing: 'in_force', answerDays: 2 })
    on('2026-12-07')
    const later = await again(lead)
    expect((await read(later, second.id)).body).toMatchObject({ standing: 'in_force' })
    expect((await read(later, first.id)).body).toMatchObject({
      standing: 'superseded',
      answerDays: 2,
      editions: [{ id: second.id, edition: 2, standing: 'in_force' }],
    })
  })

  test.each([
    ['not between one’s own', () => ({ from: { organizationId: stranger.org } }), 'agreement.no_partner'],
    ['with oneself', () => ({ to: { organizationId: lead.org } }), 'agreement.no_partner'],
    ['with who has nobody to agree', () => ({ to: { organizationId: c.parties.welfare.org } }), 'agreement.no_partner'],
    [
      'for a desk of another',
      () => ({ to: { organizationId: c.parties.debts.org, deskId: stranger.desk } }),
      'desk.not_found',
    ],
    [
      'for their desk on our side',
      () => ({ from: { organizationId: lead.org, deskId: debtsLead.desk } }),
      'desk.not_found',
    ],
    ['from a day that has passed', () => ({ validFrom: '2026-11-22' }), 'input.invalid'],
    ['until a day before its first', () => ({ validUntil: '2026-11-22' }), 'input.invalid'],
  ])('is refused %s', async (_, given, code) => {
    const refused: Answer<AgreementMoved> = await c.call(lead, 'POST', '/agreements', draft(given()))
    expect(refused.body.code).toBe(code)
  })

  test('partners are those with a covenant and somebody who can agree', async () => {
    const { body } = await c.call<PartnersView>(lead, 'GET', '/agreements/partners')
    expect(body.own).toMatchObject({ id: lead.org, desks: [{ id: lead.desk }] })
    expect(body.partners.map(({ name }) => name)).toEqual(['Huisarts', 'Schuldhulp'])
  })
})

describe('the terms of a transfer', () => {
  test('are the defaults without an agreement, while it is proposed, and once it is ended', async () => {
    const { id } = await propose()
    expect((await datesOf((await c.transfers.offered()).id))?.answer).toBe('11-27 00:00')
    await c.step(debtsLead, `/agreements/${id}/agree`)
    expect((await datesOf((await c.transfers.offered()).id))?.answer).toBe('11-26 00:00')
    await c.step(lead, `/agreements/${id}/end`, { reason: 'Wij maken een nieuwe' })
    expect((await datesOf((await c.transfers.offered()).id))?.answer).toBe('11-27 00:00')
  })

  test('come from the agreement at the offer, at accepting and at the handover', async () => {
    await agreed()
    const { id } = await c.transfers.offered()
    expect(await datesOf(id)).toMatchObject({ answer: '11-26 00:00' })
    await c.step(c.parties.debts, `/transfers/${id}/accept`)
    expect(await datesOf(id)).toMatchObject({ contact: '11-28 00:00', start: null })
    on('2026-11-24')
    const [team, debts] = [await again(c.parties.team), await again(c.parties.debts)]
    await c.confirm(team, id)
    await c.confirm(debts, id)
    expect(await datesOf(id)).toMatchObject({ start: '12-04 00:00' })
  })

  test('are those of the edition it was offered under, whatever is agreed or ended since', async () => {
    const first = await agreed()
    const { id } = await c.transfers.offered()
    const other = await c.transfers.offered()
    const second = await agreed({ contactDays: 1, startDays: 1, validFrom: '2026-11-24' })
    on('2026-11-24')
    const [team, debts] = [await again(c.parties.team), await again(c.parties.debts)]
    await c.step(debts, `/transfers/${id}/accept`)
    expect(await datesOf(id)).toMatchObject({ answer: '11-26 00:00', contact: '12-01 00:00' })
    for (const ended of [first, second]) {
      await c.step(await again(lead), `/agreements/${ended.id}/end`, { reason: 'Wij maken een nieuwe' })
    }
    await c.confirm(team, id)
    await c.confirm(debts, id)
    await c.step(debts, `/transfers/${other.id}/accept`)
    expect(await datesOf(id)).toMatchObject({ start: '12-04 00:00' })
    expect(await datesOf(other.id), 'also when it was ended before it was accepted').toMatchObject({
      contact: '12-01 00:00',
    })
  })

  test('of their desk go before those of the whole organisation; another direction does not count', async () => {
    await agreed()
    await agreed({ to: { organizationId: c.parties.debts.org, deskId: c.parties.debts.desk }, answerDays: 1 })
    expect((await datesOf((await c.transfers.offered()).id))?.answer).toBe('11-25 00:00')
    const { id } = await propose({
      from: { organizationId: c.parties.welfare.org },
      to: { organizationId: lead.org },
    }).catch(() => ({ id: '' }))
    expect(id, 'who has nobody to agree makes none').toBe('')
    expect((await datesOf((await c.transfers.offered({ to: c.parties.welfare })).id))?.answer).toBe('11-27 00:00')
  })

  test('the clock ends an offer at the agreed deadline, and a contact after two agreed terms', async () => {
    await agreed({ answerDays: 1, contactDays: 1 })
    const offered = await c.transfers.offered()
    const accepted = await c.transfers.accepted()
    const statuses = async () => {
      const { rows } = await sql<{ id: string; status: string }>`
        select id, status from care.transfer where id in (${offered.id}, ${accepted.id})`.execute(house.db)
      return [offered, accepted].map(({ id }) => rows.find((row) => row.id === id)?.status)
    }
    await endSilentTransfers(house.deps)
    expect(await statuses()).toEqual(['offered', 'accepted'])
    on('2026-11-25')
    await endSilentTransfers(house.deps)
    expect(await statuses()).toEqual(['expired', 'accepted'])
    on('2026-11-26')
    await endSilentTransfers(house.deps)
    expect(await statuses()).toEqual(['expired', 'expired'])
  })
})

describe('the database itself', () => {
  const raw = (who: Party, statement: ReturnType<typeof sql>) => asApp(house, who, statement)

  test('shows an agreement to its two sides, and refuses what is not theirs to do', async () => {
    const { id } = await propose()
    const all = sql`select id from care.agreement where id = ${id}`
    expect([await raw(lead, all), await raw(debtsLead, all), await raw(stranger, all)]).toEqual([1, 1, 0])
    const own = sql`update care.agreement set status = 'agreed' where id = ${id}`
    expect(await raw(lead, own)).toContain('no move from proposed to agreed for the proposer')
    expect(await raw(stranger, own)).toBe(0)
    const words = sql`update care.agreement set answer_days = 1 where id = ${id}`
    expect(await raw(debtsLead, words)).toContain('permission denied')
    await c.step(debtsLead, `/agreements/${id}/agree`)
    const back = sql`update care.agreement set status = 'proposed' where id = ${id}`
    expect(await raw(debtsLead, back)).toContain('no move from agreed to proposed')
    const forged = sql`insert into care.agreement (from_org, to_org, purpose, criteria, needed, contact_route, answer_days,
      contact_days, start_days, valid_from) values (${c.parties.debts.org}, ${stranger.org}, 'x', 'x', 'x', 'x', 1, 1, 1, '2026-12-01')`
    expect(await raw(lead, forged), 'between two others').toContain('agreement_for_a_side')
  })
})

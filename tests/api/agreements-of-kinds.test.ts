/**
 * An agreement of a kind of organisations: the municipality speaks for the kind, who is named for itself; it counts for
 * each organisation of the kind at the moment of sending, where the two have nothing of their own.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type {
  AgreementMoved,
  AgreementsView,
  AgreementView,
  KindsView,
  PartnersView,
} from '../../api/agreements/schema.ts'
import { type Role, roles } from '../../api/viewer.ts'
import type { Answer, Party } from '../factories/care.ts'
import { type TownOfKinds, ofTeams, org, townOfKinds } from '../factories/town-of-kinds.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let c: TownOfKinds['c']
let admin: TownOfKinds['admin']
let second: TownOfKinds['second']
let townLead: TownOfKinds['townLead']
let lead: TownOfKinds['lead']
let debtsLead: TownOfKinds['debtsLead']
let elsewhere: TownOfKinds['elsewhere']
let say: TownOfKinds['say']
let offerTo: TownOfKinds['offerTo']
let agree: TownOfKinds['agree']
let agreed: TownOfKinds['agreed']
let begin: TownOfKinds['begin']

beforeAll(async () => {
  house = await freshDatabase()
  ;({ c, admin, second, townLead, lead, debtsLead, elsewhere, say, offerTo, agree, agreed, begin } =
    await townOfKinds(house))
})
beforeEach(() => begin())
afterAll(() => house.close())

const read = (who: Party, id: string) => c.call<AgreementView>(who, 'GET', `/agreements/${id}`)
const days = async (table: 'signal' | 'transfer', id: string): Promise<string[]> => {
  const columns = table === 'signal' ? ['due_by'] : ['answer_by', 'contact_by', 'start_by']
  const { rows } = await sql<Record<string, Date | null>>`
    select ${sql.join(columns.map((each) => sql.ref(each)))} from ${sql.id('care', table)} where id = ${id}`.execute(
    house.db,
  )
  return columns.flatMap((each) => rows[0]?.[each]?.toISOString().slice(5, 10) ?? [])
}
const offeredOn = async () => (await days('transfer', (await c.transfers.offered()).id))[0]

describe('who speaks', () => {
  test('the municipality’s administrator proposes for a kind, who is named agrees; both are told and named', async () => {
    const { body } = await offerTo(admin)
    expect(body).toMatchObject({ status: 'proposed', commands: ['end'] })
    expect((await read(debtsLead, body.id)).body.commands).toEqual(['agree', 'end'])
    expect((await agree(debtsLead, body.id)).body.status).toBe('agreed')
    expect((await read(admin, body.id)).body).toMatchObject({
      standing: 'in_force',
      from: { kind: 'social_team', organization: null, isUs: false },
      to: { kind: null, organization: { name: 'Schuldhulp' } },
      proposed: { organization: 'Gemeente' },
      agreed: { organization: 'Schuldhulp' },
    })
    const { rows } = await sql`select topic, to_org, to_role from outbox.message
      where object_id = ${body.id} order by created_at`.execute(house.db)
    expect(rows).toEqual([
      { topic: 'agreement.propose', to_org: c.parties.debts.org, to_role: 'team_lead' },
      { topic: 'agreement.agree', to_org: admin.org, to_role: 'administrator' },
    ])
  })

  test('who is named proposes too; then an administrator of the municipality agrees, and no team lead there', async () => {
    const { id } = (await offerTo(debtsLead)).body
    expect((await agree(townLead, id)).body.code).toBe('agreement.not_found')
    expect((await agree(lead, id)).body.code, 'one of the kind').toBe('agreement.not_found')
    expect((await agree(admin, id)).body.status).toBe('agreed')
    expect((await read(debtsLead, id)).body).toMatchObject({
      proposed: { organization: 'Schuldhulp' },
      agreed: { organization: 'Gemeente' },
    })
  })

  test('between a kind and the municipality itself, and between two kinds, a second person agrees', async () => {
    const own = (await offerTo(admin, { to: org(admin) })).body.id
    expect((await agree(admin, own)).body.code).toBe('agreement.not_yours')
    expect((await read(townLead, own)).body.commands).toEqual(['agree', 'end'])
    expect((await agree(townLead, own)).body.status).toBe('agreed')

    const kinds = (await offerTo(admin, { to: { kind: 'debt_help' } })).body.id
    expect((await agree(admin, kinds)).body.code).toBe('agreement.not_yours')
    expect((await agree(townLead, kinds)).body.code, 'speaks for no kind').toBe('agreement.not_found')
    expect((await agree(second, kinds)).body.status).toBe('agreed')
  })

  test('an organisation of the kind reads what was agreed, and nothing before; it ends nothing', async () => {
    const { id } = (await offerTo(admin)).body
    const missing = await read(lead, crypto.randomUUID())
    expect(await read(lead, id)).toEqual(missing)
    await agree(debtsLead, id)
    expect((await read(lead, id)).body).toMatchObject({ commands: [], canPropose: false, from: { isUs: true } })
    expect((await c.call<AgreementsView>(lead, 'GET', '/agreements')).body.ofKinds.map((each) => each.id)).toEqual([id])
    expect((await c.post(lead, `/agreements/${id}/end`, { reason: 'Liever niet' })).body.code).toBe(
      'agreement.not_found',
    )
    expect(await read(elsewhere, id), 'of another kind').toEqual(missing)
    await say(c.parties.team, null)
    expect(await read(lead, id), 'of the kind no more').toEqual(missing)
  })

  test.each<[string, () => Promise<Answer<AgreementMoved>>, string]>([
    ['for a kind by an administrator elsewhere', () => offerTo(elsewhere), 'agreement.no_partner'],
    ['for a kind by the municipality’s team lead', () => offerTo(townLead), 'agreement.no_partner'],
    ['by one of the kind', () => offerTo(lead), 'agreement.no_partner'],
    ['for a kind that nobody is of', () => offerTo(admin, { from: { kind: 'housing' } }), 'agreement.no_partner'],
    ['for a kind that is none', () => offerTo(admin, { from: { kind: 'club' } }), 'input.invalid'],
    ['with nobody', () => offerTo(admin, { to: {} }), 'input.invalid'],
    ['with both at once', () => offerTo(admin, { to: { ...org(lead), kind: 'debt_help' } }), 'input.invalid'],
    ['for a desk of a kind', () => offerTo(admin, { from: { ...ofTeams, deskId: lead.desk } }), 'input.invalid'],
    ['for a desk of another', () => offerTo(admin, { to: { ...org(debtsLead), deskId: lead.desk } }), 'desk.not_found'],
  ])('is refused %s', async (_, attempt, code) => {
    expect((await attempt()).body.code).toBe(code)
  })

  test('one proposal between the same sides waits at a time; editions count per sides', async () => {
    await agreed()
    expect((await read(admin, await agreed())).body.edition).toBe(2)
    await offerTo(admin)
    expect((await offerTo(debtsLead)).body.code).toBe('agreement.already_proposed')
    expect((await offerTo(admin, { from: { kind: 'primary_school' } })).status, 'another kind').toBe(201)
    expect((await offerTo(debtsLead, { from: org(lead) })).status, 'the two themselves').toBe(201)
  })

  test('kinds are offered where an organisation is of one; only the municipality speaks for them', async () => {
    const of = async (who: Party) => (await c.call<PartnersView>(who, 'GET', '/agreements/partners')).body
    expect(await of(admin)).toMatchObject({ speaksForKinds: true })
    expect(await of(lead)).toMatchObject({ speaksForKinds: false })
    expect((await of(lead)).kinds.toSorted()).toEqual(['debt_help', 'primary_school', 'social_team'])
  })
})

describe('of which kind an organisation is', () => {
  test.each(roles)('is said by the municipality’s administrator only: %s', async (role: Role) => {
    const who = await c.colleague(admin, { roles: [role] })
    const expected = role === 'administrator' ? undefined : 'viewer.not_allowed'
    expect((await say(c.parties.welfare, 'welfare', who)).body.code).toBe(expected)
    const { body } = await c.call<KindsView>(who, 'GET', '/agreements/kinds')
    expect(body.code).toBe(expected)
    const { rows } = await sql<{ kind: string | null }>`
      select kind from directory.participant where organization_id = ${c.parties.welfare.org}`.execute(house.db)
    expect(rows[0]?.kind).toBe(role === 'administrator' ? 'welfare' : null)
  })

  test('is not said elsewhere, nor of who has no covenant', async () => {
    expect((await say(c.parties.welfare, 'welfare', elsewhere)).body.code).toBe('viewer.not_allowed')
    expect((await c.call(elsewhere, 'GET', '/agreements/kinds')).body.code).toBe('viewer.not_allowed')
    expect((await say({ ...admin, org: crypto.randomUUID() }, 'welfare')).body.code).toBe('agreement.no_partner')
    const { body } = await say(c.parties.welfare, null)
    expect(body.organizations.find(({ name }) => name === 'Schuldhulp')?.kind).toBe('debt_help')
  })
})

describe('the terms', () => {
  test('are those of the kind for each of it, and the defaults for another', async () => {
    await agreed()
    const { id } = await c.transfers.offered()
    expect(await days('transfer', id)).toEqual(['11-24'])
    await c.step(c.parties.debts, `/transfers/${id}/accept`)
    expect(await days('transfer', id)).toEqual(['11-24', '11-27'])
    await c.confirm(c.parties.team, id)
    await c.confirm(c.parties.debts, id)
    expect(await days('transfer', id)).toEqual(['11-24', '11-27', '12-02'])
    await say(c.parties.team, null)
    expect(await offeredOn()).toBe('11-26')
  })

  test('are kept by what was offered, also when the organisation is of the kind no more', async () => {
    await agreed()
    const { id } = await c.transfers.offered()
    await say(c.parties.team, 'housing')
    await c.step(c.parties.debts, `/transfers/${id}/accept`)
    expect(await days('transfer', id)).toEqual(['11-24', '11-27'])
  })

  test('of the two themselves go before those of their kinds, and come back to them when ended', async () => {
    await agreed({ from: ofTeams, to: { kind: 'debt_help' }, answerDays: 5 }, admin, second)
    expect(await offeredOn()).toBe('11-30')
    await agreed({ from: org(lead), to: { kind: 'debt_help' }, answerDays: 4 }, lead, admin)
    expect(await offeredOn()).toBe('11-27')
    await agreed({ answerDays: 1 })
    expect(await offeredOn()).toBe('11-24')
    const own = await agreed({ from: org(lead), answerDays: 2 }, lead, debtsLead)
    expect(await offeredOn()).toBe('11-25')
    await agreed({ from: org(lead), to: { ...org(debtsLead), deskId: debtsLead.desk }, answerDays: 6 }, lead, debtsLead)
    expect(await offeredOn()).toBe('12-01')
    await c.post(lead, `/agreements/${own}/end`, { reason: 'Klaar' })
    expect(await offeredOn()).toBe('12-01')
  })

  test('count for a signal too: when it is sent, and when it is passed on inside', async () => {
    const school = { kind: 'primary_school' }
    await agreed({ from: school, to: org(lead), answerDays: 1 }, admin, lead)
    const { id } = await c.signals.sent()
    expect(await days('signal', id)).toEqual(['11-24'])
    const desk = await c.make.desk(c.parties.team.org, 'Team Zuid')
    await c.make.member(c.parties.team.org, { desks: [desk] })
    await agreed({ from: school, to: { ...org(lead), deskId: desk }, answerDays: 5 }, admin, lead)
    await c.step(c.parties.team, `/signals/${id}/redirect`, { receiverDesk: desk, reason: 'Woont in Zuid' })
    expect(await days('signal', id)).toEqual(['11-30'])
    await say(c.parties.school, null)
    expect(await days('signal', (await c.signals.sent()).id)).toEqual(['11-26'])
  })
})

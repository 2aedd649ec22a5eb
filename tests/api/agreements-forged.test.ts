/** Agreements of kinds, and the terms an offer keeps, by the app's own login in raw SQL: nobody speaks for a side that is not theirs. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Party } from '../factories/care.ts'
import { asApp } from '../setup/as-app.ts'
import { type TownOfKinds, townOfKinds } from '../factories/town-of-kinds.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let c: TownOfKinds['c']
let admin: TownOfKinds['admin']
let second: TownOfKinds['second']
let townLead: TownOfKinds['townLead']
let lead: TownOfKinds['lead']
let debtsLead: TownOfKinds['debtsLead']
let elsewhere: TownOfKinds['elsewhere']
let offerTo: TownOfKinds['offerTo']
let agreed: TownOfKinds['agreed']
let begin: TownOfKinds['begin']

beforeAll(async () => {
  house = await freshDatabase()
  ;({ c, admin, second, townLead, lead, debtsLead, elsewhere, offerTo, agreed, begin } = await townOfKinds(house))
})
beforeEach(() => begin())
afterAll(() => house.close())

describe('the database itself', () => {
  const raw = (who: Party, statement: ReturnType<typeof sql>) => asApp(house, who, statement)
  const insert = (from: object, to: object) => {
    const given = {
      from_org: null,
      from_kind: null,
      from_desk: null,
      to_org: null,
      to_kind: null,
      to_desk: null,
      ...from,
      ...to,
    }
    return sql`insert into care.agreement (from_org, from_kind, from_desk, to_org, to_kind, to_desk, purpose, criteria, needed,
      contact_route, answer_days, contact_days, start_days, valid_from) values (${given.from_org}, ${given.from_kind},
      ${given.from_desk}, ${given.to_org}, ${given.to_kind}, ${given.to_desk}, 'x', 'x', 'x', 'x', 1, 1, 1, '2026-11-23')`
  }

  test('lets nobody speak for a kind but the municipality’s administrator', async () => {
    const kind = insert({ from_kind: 'social_team' }, { to_kind: 'debt_help' })
    for (const who of [lead, debtsLead, townLead, elsewhere, c.parties.school]) {
      expect(await raw(who, kind)).toContain('agreement_for_a_side')
    }
    expect(await raw(admin, kind)).toBe(1)
    const both = insert({ from_kind: 'social_team', from_org: lead.org }, { to_org: debtsLead.org })
    expect(await raw(admin, both)).toContain('agreement_sides')
    const desk = insert({ from_kind: 'social_team', from_desk: lead.desk }, { to_org: debtsLead.org })
    expect(await raw(debtsLead, desk)).toContain('agreement_sides')
    const side = sql`insert into care.agreement (from_kind, to_org, proposed_side) values ('social_team', ${lead.org}, 'to')`
    expect(await raw(lead, side)).toContain('permission denied')
    const own = sql`update directory.participant set kind = 'debt_help' where organization_id = ${lead.org}`
    expect(await raw(lead, own)).toContain('permission denied')
    const said = sql`select 1 where sec.set_kind(${lead.org}, 'housing')`
    for (const who of [lead, townLead, elsewhere]) expect(await raw(who, said)).toBe(0)
  })

  test('lets nobody agree to what they proposed, nor for a side that is not theirs', async () => {
    const { id } = (await offerTo(admin, { to: { kind: 'debt_help' } })).body
    const yes = sql`update care.agreement set status = 'agreed' where id = ${id}`
    expect(await raw(admin, yes)).toContain('no move from proposed to agreed for the proposer')
    for (const who of [lead, debtsLead, townLead, elsewhere]) expect(await raw(who, yes)).toBe(0)
    expect(await raw(second, yes)).toBe(1)
    const named = (await offerTo(admin)).body.id
    const forged = sql`update care.agreement set status = 'agreed' where id = ${named}`
    for (const who of [lead, elsewhere, townLead]) expect(await raw(who, forged)).toBe(0)
    expect(await raw(second, forged), 'speaks for the kind only').toContain('for the proposer')
    expect(
      await raw(debtsLead, sql`update care.agreement set to_kind = 'housing', to_org = null where id = ${named}`),
    ).toContain('permission denied')
  })

  test('keeps the terms of the offer: no agreement of others, none afterwards, and no days of one’s own', async () => {
    const theirs = await agreed({ from: { kind: 'primary_school' } })
    const ours = await agreed()
    const { id } = await c.transfers.draft()
    const offer = (agreement: string) =>
      sql`update care.transfer set status = 'offered', answer_by = now() + interval '3 days', agreement_id = ${agreement} where id = ${id}`
    expect(await raw(c.parties.team, offer(theirs))).toContain('no agreement of these two')
    expect(await raw(c.parties.team, offer(crypto.randomUUID()))).toContain('no agreement of these two')
    const longer = sql`update care.transfer set contact_days = 90 where id = ${id}`
    expect(await raw(c.parties.team, longer)).toContain('permission denied')
    const offered = await c.transfers.offered()
    const later = sql`update care.transfer set agreement_id = null where id = ${offered.id}`
    for (const who of [c.parties.team, c.parties.debts]) expect(await raw(who, later)).toContain('those of its offer')
    expect(await raw(c.parties.team, offer(ours)), 'the right one').not.toContain('no agreement')
  })
})

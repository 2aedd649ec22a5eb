/** What a resident says with the code of the card, and what the holder does with it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MatterView } from '../../api/matters/schema.ts'
import type { WorkView } from '../../api/matters/work-schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { publishShell, sendForm, typeCode } from '../factories/follow-page.ts'
import { freshDatabase, type FreshDatabase, monday } from '../setup/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'voordeur-alarms-'))
let house: FreshDatabase
let c: Care
beforeAll(async () => {
  house = await freshDatabase()
  publishShell(folder)
  house.setSite(folder)
  c = await care(house)
})
beforeEach(async () => {
  house.setNow(monday)
  await sql`delete from account.attempt`.execute(house.db)
  await sql`delete from outbox.message`.execute(house.db)
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

const look = async (who: Party, id: string) => (await c.call<MatterView>(who, 'GET', `/matters/${id}`)).body
const codeOf = async (who: Party, id: string) =>
  (await c.call<{ code: string }>(who, 'POST', `/matters/${id}/follow-code`, {})).body.code as string
const says = (code: string, what: string, words = '') =>
  sendForm(c.app, '/volgen/zeggen/', { code, what, words, lang: 'nl' })
const answers = (code: string, given: Record<string, string>) =>
  sendForm(c.app, '/volgen/antwoorden/', { code, ...given })
const promised = async () =>
  (
    await sql<{ topic: string; to_org: string; to_member: string | null; to_role: string | null }>`
      select topic, to_org, to_member, to_role from outbox.message where topic = 'resident.alarm' order by to_role nulls first`.execute(
      house.db,
    )
  ).rows

describe('“niemand heeft mij gebeld”', () => {
  test('reaches the holder and the team lead at once, and stays until it is answered', async () => {
    const { team, debts } = c.parties
    const { matterId } = await c.transfers.accepted()
    const code = await codeOf(team, matterId)
    const heard = await says(code, 'nobody_called', 'Ik wacht al een week.')
    expect(heard.status).toBe(200)
    expect(heard.text).toContain('[told_nobody_called]')
    expect(heard.text).toContain('{nobody_called:waiting')
    expect(await promised()).toEqual([
      { topic: 'resident.alarm', to_org: team.org, to_member: team.member, to_role: null },
      { topic: 'resident.alarm', to_org: team.org, to_member: null, to_role: 'team_lead' },
    ])
    const seen = await look(team, matterId)
    expect(seen.alarms).toMatchObject([{ kind: 'nobody_called', words: 'Ik wacht al een week.', answer: null }])
    expect(seen.timeline.at(-1)).toMatchObject({ type: 'resident.nobody_called', by: null })
    const { items } = (await c.call<WorkView>(team, 'GET', '/work?list=mine')).body
    expect(items[0]).toMatchObject({ matterId, alarm: true, waitingFor: 'us' })
    // The receiver is no holder yet: the step is on the time line, the words are not for these eyes.
    const beside = await look(debts, matterId)
    expect([beside.alarms, beside.timeline.at(-1)?.type]).toEqual([[], 'resident.nobody_called'])

    const answer = { kind: 'nobody_called', answer: 'will_call', on: '2026-11-24' }
    expect((await c.post(debts, `/matters/${matterId}/answer-alarm`, answer)).body.code).toBe('matter.not_yours')
    expect((await c.post(team, `/matters/${matterId}/answer-alarm`, answer)).body).toMatchObject({ open: 0 })
    expect((await typeCode(c.app, code)).text).toContain('{nobody_called:will_call dinsdag 24 november}')
    expect((await c.post(team, `/matters/${matterId}/answer-alarm`, answer)).body.code).toBe('alarm.not_open')
  })

  test('twice before there is an answer is one alarm; after an answer it is a new one', async () => {
    const { team } = c.parties
    const { matterId } = await c.transfers.accepted()
    const code = await codeOf(team, matterId)
    const both = await Promise.all([says(code, 'nobody_called'), says(code, 'nobody_called')])
    expect(both.map(({ text }) => (text.includes('[already]') ? 'already' : 'told')).sort()).toEqual([
      'already',
      'told',
    ])
    await c.step(team, `/matters/${matterId}/answer-alarm`, { kind: 'nobody_called', answer: 'called' })
    house.setNow(new Date(monday.getTime() + 60_000))
    expect((await says(code, 'nobody_called')).text).toContain('[told_nobody_called]')
    expect((await look(team, matterId)).alarms.map(({ answer }) => answer)).toEqual([null, 'called'])
  })

  test('an answer without its day, or on a day that has passed, is refused', async () => {
    const { team } = c.parties
    const { matterId } = await c.transfers.accepted()
    await says(await codeOf(team, matterId), 'nobody_called')
    const path = `/matters/${matterId}/answer-alarm`
    for (const on of [null, '2026-11-20']) {
      const answer = await c.post(team, path, { kind: 'nobody_called', answer: 'will_call', on })
      expect(answer.body.errors).toMatchObject([{ pointer: '/on' }])
    }
  })
})

describe('“het heeft niet geholpen”', () => {
  test('on what was closed the receiver reopens: that is the answer', async () => {
    const { debts } = c.parties
    const { id, matterId } = await c.transfers.handedOver()
    const code = await codeOf(debts, matterId)
    await c.step(debts, `/transfers/${id}/start`)
    await c.step(debts, `/transfers/${id}/close`, { outcome: 'helped', feedback: 'Op orde', next: 'close' })
    expect((await says(code, 'not_helped')).text).toContain('[closed]')
    const { items } = (await c.call<WorkView>(debts, 'GET', '/work?list=team')).body
    expect(items).toContainEqual(expect.objectContaining({ matterId, alarm: true }))
    await c.step(debts, `/transfers/${id}/reopen`, { reason: 'De bewoner zegt dat het niet hielp' })
    expect((await look(debts, matterId)).alarms).toMatchObject([{ kind: 'not_helped', answer: 'reopened' }])
    expect((await typeCode(c.app, code)).text).toContain('{not_helped:reopened')
  })
})

describe('what else can be said', () => {
  test('that the talk took place: a fact on the time line, it confirms for nobody', async () => {
    const { team } = c.parties
    const { id, matterId } = await c.transfers.accepted()
    const code = await codeOf(team, matterId)
    expect((await says(code, 'contact_was')).text).toContain('[told_contact_was]')
    expect((await says(code, 'contact_was')).text).toContain('[already]')
    const seen = await look(team, matterId)
    expect(seen.transfers.find((each) => each.id === id)).toMatchObject({ status: 'accepted', confirmedBy: [] })
    expect(seen.timeline.at(-1)?.type).toBe('resident.contact_was')
    expect(await c.holderOf(matterId)).toBe(team.org)
  })

  test('a talk that was not to be, and something unknown, is nothing', async () => {
    const { team } = c.parties
    const { matterId } = await c.transfers.offered()
    const code = await codeOf(team, matterId)
    expect((await says(code, 'contact_was')).text).toContain('[not_now]')
    expect((await says(code, 'drop table')).status).toBe(400)
    expect((await look(team, matterId)).alarms).toEqual([])
  })

  test('a BSN is refused and the text stays', async () => {
    const { team } = c.parties
    const { matterId } = await c.transfers.offered()
    const answer = await says(await codeOf(team, matterId), 'went_differently', 'Mijn nummer is 111222333')
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('[words_bsn]')
    expect(answer.text).toContain('(Mijn nummer is 111222333)')
    expect((await look(team, matterId)).alarms).toEqual([])
  })

  test('three answers at the end, for the figures: nobody reads them, and an open matter has none', async () => {
    const { debts, team } = c.parties
    const { id, matterId } = await c.transfers.handedOver()
    const code = await codeOf(debts, matterId)
    expect((await answers(code, { door: 'yes' })).text).toContain('[not_now]')
    await c.step(debts, `/transfers/${id}/start`)
    await c.step(debts, `/transfers/${id}/close`, { outcome: 'helped', feedback: 'Op orde', next: 'close' })
    expect((await answers(code, { door: 'yes', again: 'no', help: 'partly' })).text).toContain('[told_answers]')
    expect((await typeCode(c.app, code)).text).not.toContain('[can_answer]')
    const { rows } = await sql`select right_door, told_again, helped from care.resident_answer`.execute(house.db)
    expect(rows).toEqual([{ right_door: true, told_again: false, helped: 'partly' }])
    for (const who of [debts, team]) expect(JSON.stringify(await look(who, matterId))).not.toContain('partly')
  })

  test('without the code nothing exists: every form gives the same answer', async () => {
    const nobody = await Promise.all([
      typeCode(c.app, 'ABCD-EFGH-JKMN-PQRS'),
      says('ABCD-EFGH-JKMN-PQRS', 'nobody_called'),
      answers('ABCD-EFGH-JKMN-PQRS', { door: 'yes' }),
    ])
    expect(nobody.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(new Set(nobody.map(({ text }) => text)).size).toBe(1)
  })
})

test('what the page tells of the way: steps and names of organisations, no content', async () => {
  const { team } = c.parties
  const { matterId } = await c.transfers.declined()
  const { text } = await typeCode(c.app, await codeOf(team, matterId))
  expect(text).toContain('(transfer_decline Schuldhulp)(transfer_offer Team Noord)')
  expect(text).toContain('sees Team Noord;')
  expect(text).not.toContain('sees Schuldhulp')
  for (const word of ['geld', 'Veenlaan', 'schulden', 'Pools']) expect(text).not.toContain(word)
})

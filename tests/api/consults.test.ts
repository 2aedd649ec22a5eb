/** A consult on the real database: asked, answered, closed, and seen by nobody else. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AddresseesView, ConsultMoved, ConsultsView, ConsultView, WaitingView } from '../../api/consults/schema.ts'
import { type Answer, type Care, care, type Party } from '../factories/care.ts'
import { knowTheme } from '../factories/directory.ts'
import { asApp } from '../setup/as-app.ts'
import { type FreshDatabase, freshDatabase, waitingForALock } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
let town: Party
let clinic: Party

beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
  await knowTheme(house, 'opgroeien')
  town = await c.party('Gemeente', ['consultant'])
  clinic = await c.party('GGZ', ['worker', 'consultant'])
  await sql`insert into directory.municipality (name, language, organization_id) values ('Lindeveen', 'nl', ${town.org})`.execute(
    house.db,
  )
})
afterAll(() => house.close())

const question = 'Een leerling van 14 jaar komt niet meer op school. Wat kan er zonder indicatie?'
const toTown = () => ({ organizationId: town.org, deskId: null, theme: 'opgroeien', question })
const asked = (more: object = {}) => c.step(c.parties.school, '/consults', { ...toTown(), ...more })
const answered = async () => {
  const { id } = await asked()
  return c.step(town, `/consults/${id}/answer`, { answer: 'Begin bij het jongerenwerk.' })
}
const read = (who: Party, id: string) => c.call<ConsultView>(who, 'GET', `/consults/${id}`)
const list = async (who: Party) => (await c.call<ConsultsView>(who, 'GET', '/consults')).body
const promises = async (id: string) =>
  (
    await sql<{ topic: string; to_org: string; to_member: string | null; to_role: string | null }>`
      select topic, to_org, to_member, to_role from outbox.message where object_id = ${id} order by created_at`.execute(
      house.db,
    )
  ).rows

describe('a consult', () => {
  test('is asked, answered and closed, and each step tells the other side without content', async () => {
    const open = await asked()
    expect(open).toMatchObject({ status: 'open', commands: [] })
    expect((await list(town)).ours.map(({ id }) => id)).toContain(open.id)
    expect((await list(c.parties.school)).theirs.map(({ id }) => id)).toContain(open.id)

    const answer = await c.post(town, `/consults/${open.id}/answer`, {
      version: 1,
      answer: 'Begin bij het jongerenwerk.',
    })
    expect(answer).toMatchObject({ status: 200, body: { status: 'answered', version: 2, commands: [] } })
    expect((await list(c.parties.school)).ours.map(({ id }) => id)).toContain(open.id)
    const seen = (await read(c.parties.school, open.id)).body
    expect(seen).toMatchObject({ question, answer: 'Begin bij het jongerenwerk.', commands: ['close'], weAre: 'asker' })
    expect(seen.consultant, 'of another organisation only that there is somebody').toMatchObject({ name: null })

    const closed = await c.post(c.parties.school, `/consults/${open.id}/close`, { decision: 'line0', note: null })
    expect(closed).toMatchObject({ status: 200, body: { status: 'closed', commands: [] } })
    expect((await read(town, open.id)).body).toMatchObject({ decision: 'line0', status: 'closed' })
    expect((await list(town)).closed.map(({ id }) => id)).toContain(open.id)
    expect(await promises(open.id)).toEqual([
      { topic: 'consult.ask', to_org: town.org, to_member: null, to_role: 'consultant' },
      { topic: 'consult.answer', to_org: c.parties.school.org, to_member: c.parties.school.member, to_role: null },
      { topic: 'consult.close', to_org: town.org, to_member: town.member, to_role: null },
    ])
  })

  test('is answered by a consultant and by nobody else, and of a desk by who works there', async () => {
    const { id } = await c.step(c.parties.school, '/consults', {
      ...toTown(),
      organizationId: clinic.org,
      deskId: clinic.desk,
    })
    const worker = await c.colleague(clinic, { roles: ['worker'] })
    const elsewhere = await c.colleague(clinic, { roles: ['consultant'], desks: [] })
    const answer = { answer: 'Vraag het de huisarts.' }
    expect((await c.post(worker, `/consults/${id}/answer`, answer)).body.code).toBe('viewer.not_allowed')
    expect((await c.post(elsewhere, `/consults/${id}/answer`, answer)).body.code).toBe('consult.not_yours')
    expect((await c.post(clinic, `/consults/${id}/answer`, answer)).status).toBe(200)
  })

  test('counts for each what stands in their list and nothing else', async () => {
    await asked()
    await answered()
    const worker = await c.colleague(town, { roles: ['worker'] })
    for (const who of [c.parties.school, town, worker, c.parties.stranger]) {
      const { body } = await c.call<WaitingView>(who, 'GET', '/consults/waiting')
      expect(body.waiting).toBe((await list(who)).ours.length)
    }
    expect((await list(worker)).ours, 'a worker answers none').toEqual([])
    expect((await list(town)).ours.length).toBeGreaterThan(0)
  })

  test('is not there for who is no party: the same answer as for a missing one', async () => {
    const { id } = await asked()
    const theirs = await read(c.parties.stranger, id)
    expect(theirs).toEqual(await read(c.parties.stranger, crypto.randomUUID()))
    expect(theirs).toMatchObject({ status: 404, body: { code: 'consult.not_found' } })
    const lists = await list(c.parties.stranger)
    expect([...lists.ours, ...lists.theirs, ...lists.closed]).toEqual([])
  })

  test('refuses what somebody else changed meanwhile, and a second answer', async () => {
    const { id } = await answered()
    const again = { answer: 'Nog een antwoord.' }
    expect((await c.post(town, `/consults/${id}/answer`, { ...again, version: 1 })).body.code).toBe('changed_meanwhile')
    expect((await c.post(town, `/consults/${id}/answer`, again)).body.code).toBe('consult.not_possible_now')
  })
})

test('two consultants who answer at once: one answers, the other hears that it is done', async () => {
  const other = await c.colleague(town, { roles: ['consultant'] })
  const { id } = await asked()
  const hold = await house.db.startTransaction().execute()
  await sql`select 1 from care.consult where id = ${id} for update`.execute(hold)
  const both = [town, other].map((who) => c.post(who, `/consults/${id}/answer`, { answer: 'Begin bij de school.' }))
  await waitingForALock(house.db, 2)
  await hold.rollback().execute()
  const answers = await Promise.all(both)
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('consult.not_possible_now')
})

describe('personal data', () => {
  test.each([
    ['een BSN', 'Het gaat om 111222333.', ['text.bsn']],
    ['een telefoonnummer', 'Bel haar op 06-12345678.', ['personal.phone']],
    ['een e-mailadres', 'Mail moeder@voorbeeld.nl.', ['personal.email']],
    ['een adres', 'Zij woont op 7811 AB 12.', ['personal.address']],
    ['een geboortedatum', 'Hij is geboren op 3-4-2012.', ['personal.birth_date']],
    ['alles tegelijk', 'Hij (3-4-2012) is op 06 12345678 te bereiken.', ['personal.phone', 'personal.birth_date']],
  ])('%s is refused, saying what was found, and nothing is kept', async (_, text, codes) => {
    const count = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from care.consult`.execute(house.db)).rows
    const before = await count()
    const refused = await c.post(c.parties.school, '/consults', { ...toTown(), question: text })
    expect(refused.status).toBe(400)
    expect(refused.body.errors).toEqual(codes.map((code) => ({ pointer: '/question', code })))
    expect(await count()).toEqual(before)
  })

  test('has no room in the theme or the place either', async () => {
    for (const [more, pointer] of [
      [{ theme: 'jan-jansen' }, '/theme'],
      [{ place: 'jan-jansen' }, '/place'],
    ] as const) {
      const refused = await c.post(c.parties.school, '/consults', { ...toTown(), ...more })
      expect(refused.body.errors).toEqual([{ pointer, code: 'field.invalid_value' }])
    }
  })

  test('is refused in the answer and in the note too', async () => {
    const { id } = await asked()
    const text = 'Bel mij op 06-12345678.'
    const phone = (pointer: string) => [{ pointer, code: 'personal.phone' }]
    expect((await c.post(town, `/consults/${id}/answer`, { answer: text })).body.errors).toEqual(phone('/answer'))
    await c.step(town, `/consults/${id}/answer`, { answer: 'Vraag het team.' })
    const close = await c.post(c.parties.school, `/consults/${id}/close`, { decision: 'line0', note: text })
    expect(close.body.errors).toEqual(phone('/note'))
  })
})

describe('whom one may ask', () => {
  const choices = async (who: Party) =>
    (await c.call<AddresseesView>(who, 'GET', '/consults/addressees')).body.addressees

  test('the municipality first, and desks where a consultant works; never one’s own', async () => {
    const school = await choices(c.parties.school)
    expect(school[0]).toMatchObject({ organizationId: town.org, deskId: null, municipality: true })
    expect(school.map(({ organizationId, deskId }) => [organizationId, deskId])).toEqual([
      [town.org, null],
      [clinic.org, clinic.desk],
    ])
    expect((await choices(clinic)).map(({ organizationId }) => organizationId)).toEqual([town.org])
  })

  test('nobody where no consultant works', async () => {
    const refused: Answer<ConsultMoved> = await c.call(c.parties.school, 'POST', '/consults', {
      ...toTown(),
      organizationId: c.parties.team.org,
      deskId: c.parties.team.desk,
    })
    expect(refused).toMatchObject({ status: 409, body: { code: 'consult.nobody_to_ask' } })
  })
})

describe('the database itself', () => {
  const raw = (who: Party, statement: ReturnType<typeof sql>) => asApp(house, who, statement)

  test('shows a consult to its two organisations and to nobody else', async () => {
    const { id } = await asked()
    const all = sql`select id from care.consult where id = ${id}`
    expect([await raw(c.parties.school, all), await raw(town, all), await raw(c.parties.stranger, all)]).toEqual([
      1, 1, 0,
    ])
  })

  test('refuses an answer by the asker, an end by the consultant, and a forged asker', async () => {
    const { id } = await asked()
    const own = sql`update care.consult set status = 'answered', answer = 'x' where id = ${id}`
    expect(await raw(c.parties.school, own)).toContain('no move from open to answered for sender')
    await c.step(town, `/consults/${id}/answer`, { answer: 'Vraag het team.' })
    const end = sql`update care.consult set status = 'closed', decision = 'line0' where id = ${id}`
    expect(await raw(town, end)).toContain('no move from answered to closed for receiver')
    const changed = sql`update care.consult set status = 'closed', decision = 'line0', answer = 'anders' where id = ${id}`
    expect(await raw(c.parties.school, changed)).toContain('the answer is the consultant')
    const forged = sql`insert into care.consult (asker_org, answerer_org, theme, question)
      values (${c.parties.team.org}, ${town.org}, 'x', 'x')`
    expect(await raw(c.parties.school, forged)).toContain('permission denied')
    const stranger = sql`update care.consult set status = 'closed', decision = 'line0' where id = ${id}`
    expect(await raw(c.parties.stranger, stranger)).toBe(0)
  })
})

/** Answers that help more than one, on the real database: written by one, checked by another, read by all. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GuidanceMoved, GuidanceView } from '../../api/guidance/schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { knowTheme } from '../factories/directory.ts'
import { asApp } from '../setup/as-app.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
let writer: Party
let second: Party
let town: Party

beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
  await knowTheme(house, 'opgroeien')
  town = await c.party('Gemeente', ['consultant'])
  writer = town
  second = await c.colleague(town, { roles: ['consultant'] })
  await sql`insert into directory.municipality (name, language, organization_id) values ('Lindeveen', 'nl', ${town.org})`.execute(
    house.db,
  )
})
afterAll(() => house.close())

const words = { question: 'Wat helpt als een kind niet slaapt?', answer: 'Begin bij de jeugdverpleegkundige.' }
async function answered(): Promise<string> {
  const { id } = await c.step(c.parties.school, '/consults', {
    organizationId: town.org,
    theme: 'opgroeien',
    question: words.question,
  })
  await c.step(town, `/consults/${id}/answer`, { answer: words.answer })
  return id
}
const propose = async (by: Party, consult: string, body: object = words) =>
  c.call<GuidanceMoved>(by, 'POST', `/consults/${consult}/guidance`, body)
const list = async (who: Party) => (await c.call<GuidanceView>(who, 'GET', '/guidance')).body
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

describe('guidance', () => {
  test('is read by everybody once a second person checked it, and by nobody else before', async () => {
    const { body } = await propose(writer, await answered())
    expect(body).toMatchObject({ status: 'proposed', version: 1 })
    for (const who of [c.parties.school, c.parties.stranger]) {
      expect(ids([...(await list(who)).checked, ...(await list(who)).proposed])).not.toContain(body.id)
    }
    expect(ids((await list(second)).proposed)).toContain(body.id)

    const self = await c.post(writer, `/guidance/${body.id}/check`)
    expect(self).toMatchObject({ status: 403, body: { code: 'guidance.not_yours' } })
    expect(await c.post(second, `/guidance/${body.id}/check`, { version: 1 })).toMatchObject({
      status: 200,
      body: { status: 'checked', version: 2 },
    })
    const [item] = (await list(c.parties.stranger)).checked.filter(({ id }) => id === body.id)
    expect(item).toMatchObject({ ...words, theme: 'opgroeien', from: 'Gemeente', commands: [] })
    expect(JSON.stringify(item), 'nor who wrote it').not.toContain(writer.member)
  })

  test('is refused with what was found in it, and for a question that has no answer yet', async () => {
    const consult = await answered()
    const refused = await propose(writer, consult, { ...words, answer: 'Bel haar op 06-12345678.' })
    expect(refused.body.errors).toEqual([{ pointer: '/answer', code: 'personal.phone' }])
    const { id } = await c.step(c.parties.school, '/consults', {
      organizationId: town.org,
      theme: 'opgroeien',
      question: words.question,
    })
    expect((await propose(writer, id)).body.code).toBe('consult.not_possible_now')
    expect((await propose(writer, consult)).status).toBe(201)
    expect((await propose(second, consult)).body.code, 'one consult, one piece').toBe('consult.not_possible_now')
  })

  test('is taken away by its organisation, says why, and can be written anew', async () => {
    const consult = await answered()
    const { body } = await propose(writer, consult)
    await c.step(second, `/guidance/${body.id}/check`)
    const theirs = await c.post(c.parties.stranger, `/guidance/${body.id}/refuse`, { reason: 'Weg' })
    expect(theirs.body.code).toBe('viewer.not_allowed')
    await c.step(second, `/guidance/${body.id}/refuse`, { reason: 'Klopt niet meer.' })
    expect(ids((await list(c.parties.school)).checked)).not.toContain(body.id)
    expect((await propose(second, consult)).status).toBe(201)
  })
})

describe('the database itself', () => {
  const raw = (who: Party, statement: ReturnType<typeof sql>) => asApp(house, who, statement)

  test('keeps four eyes: its writer cannot check it, whatever the code says', async () => {
    const { body } = await propose(writer, await answered())
    const check = sql`update care.guidance set status = 'checked' where id = ${body.id}`
    expect(await raw(writer, check)).toContain('a second person checks')
    expect(await raw(c.parties.stranger, check)).toBe(0)
    const change = sql`update care.guidance set answer = 'x' where id = ${body.id}`
    expect(await raw(second, change)).toContain('permission denied')
    expect(await raw(second, check)).toBe(1)
    const owner = sql`update care.guidance set checked_by = written_by where id = ${body.id}`
    await expect(owner.execute(house.db)).rejects.toThrow(/no move|guidance_checked_by_another/)
  })

  test('takes guidance of an answered consult of one’s own organisation only', async () => {
    const consult = await answered()
    const forged = sql`insert into care.guidance (consult_id, theme, question, answer) values (${consult}, 'x', 'x', 'x')`
    expect(await raw(c.parties.school, forged)).toContain('row-level security')
    expect(await raw(c.parties.stranger, forged)).toContain('row-level security')
  })
})

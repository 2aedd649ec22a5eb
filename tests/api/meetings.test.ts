/** The meetings of a school support team on the real database: planned for the year, joined, held, and reported. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MeetingsMade, MeetingsView, MeetingView } from '../../api/meetings/schema.ts'
import type { SheetKept, SheetsView } from '../../api/signals/sheet-schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { nothingTyped } from '../factories/sheets.ts'
import { asApp } from '../setup/as-app.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
let nurse: Party
let social: Party

beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
  nurse = await c.party('Jeugdgezondheid', ['worker'])
  social = await c.party('Schoolmaatschappelijk werk', ['worker'])
})
afterAll(() => house.close())

const guests = () => [
  { deskId: nurse.desk, role: 'youth_nurse' },
  { deskId: social.desk, role: 'school_social_worker' },
]
const plan = async (days = ['2026-12-01'], more: object = {}) => {
  const input = { kind: 'sot', days, at: '15:30', room: 'Lokaal 4', guests: guests(), ...more }
  return c.call<MeetingsMade>(c.parties.school, 'POST', '/meetings', input)
}
const one = async (days?: string[]): Promise<string> => (await plan(days)).body.ids[0]!
const read = (who: Party, id: string) => c.call<MeetingView>(who, 'GET', `/meetings/${id}`)
const list = async (who: Party) => (await c.call<MeetingsView>(who, 'GET', '/meetings')).body
const write = async (meetingId: string, who = c.parties.school) =>
  (await c.call<SheetKept>(who, 'POST', '/sheets', { typed: nothingTyped, meetingId })).body

describe('a school year', () => {
  test('is planned at once, and stands in the list of the school and of who joins, day by day', async () => {
    const { body } = await plan(['2027-02-02', '2027-01-05', '2027-03-02'])
    expect(body.ids).toHaveLength(3)
    for (const [who, weAre] of [
      [c.parties.school, 'school'],
      [nurse, 'guest'],
      [social, 'guest'],
    ] as const) {
      const found = (await list(who)).planned.filter(({ id }) => body.ids.includes(id))
      expect(found.map(({ day }) => day)).toEqual(['2027-01-05', '2027-02-02', '2027-03-02'])
      expect(found[0]).toMatchObject({ weAre, at: '15:30', room: 'Lokaal 4' })
      expect(found[0]?.commands).toEqual(weAre === 'school' ? ['change', 'cancel', 'hold'] : [])
    }
  })

  test('is refused for a day that has passed, a team that is one’s own, and a person in the room', async () => {
    expect((await plan(['2026-11-20'])).body.errors).toEqual([{ pointer: '/days/0', code: 'date.passed' }])
    const own = [{ deskId: c.parties.school.desk, role: 'youth_nurse' }]
    expect((await plan(undefined, { guests: own })).body.code).toBe('desk.not_open')
    expect((await plan(undefined, { room: 'Bel 06-12345678' })).body.errors).toEqual([
      { pointer: '/room', code: 'personal.phone' },
    ])
  })

  test('changes and is cancelled by the school alone; what was written in it stays its writer’s', async () => {
    const id = await one()
    const change = { day: '2026-12-08', at: '09:00', guests: [{ deskId: nurse.desk, role: 'youth_nurse' }] }
    expect((await c.call(c.parties.school, 'PUT', `/meetings/${id}`, change)).status).toBe(200)
    expect((await read(nurse, id)).body).toMatchObject({ day: '2026-12-08', at: '09:00', room: null })
    expect((await read(social, id)).body.code, 'who is not asked any more').toBe('meeting.not_found')

    const sheet = await write(id)
    expect((await c.call(c.parties.school, 'DELETE', `/meetings/${id}`)).status).toBe(204)
    expect((await read(nurse, id)).body.code).toBe('meeting.not_found')
    const { sheets } = (await c.call<SheetsView>(c.parties.school, 'GET', '/sheets')).body
    expect(sheets.find((each) => each.id === sheet.id)).toMatchObject({ meetingId: null })
  })
})

describe('a meeting', () => {
  test('is written together by the school, and nothing that is written is seen by who joins', async () => {
    const id = await one()
    const colleague = await c.colleague(c.parties.school, { roles: ['school_team'] })
    const sheet = await write(id)
    expect((await c.call(colleague, 'GET', `/sheets/${sheet.id}`)).status).toBe(200)
    expect((await c.call(nurse, 'GET', `/sheets/${sheet.id}`)).status).toBe(404)
    expect(await asApp(house, nurse, sql`select 1 from care.sheet where meeting_id = ${id}`)).toBe(0)
    expect((await read(nurse, id)).body.sheets).toBe(0)
    expect((await read(colleague, id)).body.sheets).toBe(1)
    expect((await write(id, nurse)) as { code?: string }, 'a guest writes at home').toMatchObject({
      code: 'meeting.not_found',
    })
  })

  test('is held once; who was not there reads what left it, without a person, and is told', async () => {
    const id = await one()
    const sheet = await write(id)
    await c.step(c.parties.school, `/sheets/${sheet.id}/send`, { signal: c.signalDraft(), alikeSeen: true })
    expect((await read(c.parties.school, id)).body.lines).toHaveLength(1)
    expect((await read(nurse, id)).body.lines, 'not before it was held').toEqual([])

    const hold = { present: [social.desk], report: 'Het ging over eten op school.' }
    expect((await c.post(c.parties.school, `/meetings/${id}/hold`, hold)).status).toBe(200)
    expect((await c.post(c.parties.school, `/meetings/${id}/hold`, hold)).body.code).toBe('meeting.not_possible_now')
    const seen = (await read(nurse, id)).body
    expect(seen).toMatchObject({ state: 'held', missed: true, report: 'Het ging over eten op school.' })
    expect(seen.lines).toEqual([
      { theme: 'geld', urgency: 'normal', collective: false, team: expect.stringContaining('Team Noord') },
    ])
    expect(JSON.stringify(seen)).not.toMatch(/Veenlaan|zonder eten|06 00000000/)
    expect((await read(social, id)).body.missed).toBe(false)
    const { rows } = await sql<{ topic: string; to_org: string }>`
      select topic, to_org from outbox.message where object_id = ${id} and topic = 'meeting.report'`.execute(house.db)
    expect(rows).toEqual([{ topic: 'meeting.report', to_org: nurse.org }])
  })

  test('is not there for who does not join: the same answer as for a missing one', async () => {
    const id = await one()
    expect(await read(c.parties.stranger, id)).toEqual(await read(c.parties.stranger, crypto.randomUUID()))
    expect((await list(c.parties.stranger)).planned).toEqual([])
  })

  test('in the database: no guest changes it, and what was held stays', async () => {
    const id = await one()
    expect(await asApp(house, nurse, sql`update care.meeting set room = 'x' where id = ${id}`)).toBe(0)
    expect(await asApp(house, nurse, sql`delete from care.meeting where id = ${id}`)).toBe(0)
    const forged = sql`insert into care.meeting_guest (meeting_id, school_org, org_id, desk_id, role)
      values (${id}, ${c.parties.school.org}, ${c.parties.stranger.org}, ${c.parties.stranger.desk}, 'consultant')`
    expect(await asApp(house, c.parties.stranger, forged)).toContain('row-level security')
    await c.step(c.parties.school, `/meetings/${id}/hold`, {})
    expect(await asApp(house, c.parties.school, sql`update care.meeting set room = 'x' where id = ${id}`)).toContain(
      'what was held does not change',
    )
  })
})

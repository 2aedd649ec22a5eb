/** What is typed before it is a signal, on the real database: kept early, for its writer, and sent once. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MatterView } from '../../api/matters/schema.ts'
import type { SentView } from '../../api/signals/schema.ts'
import { forgetSheets } from '../../api/signals/sheet-clock.ts'
import type { AlikeView, SheetKept, SheetsView, SheetView } from '../../api/signals/sheet-schema.ts'
import { type Answer, type Care, care, household, type Party } from '../factories/care.ts'
import { nothingTyped } from '../factories/sheets.ts'
import { asApp } from '../setup/as-app.ts'
import { type FreshDatabase, freshDatabase, monday, waitingForALock } from '../setup/database.ts'

let house: FreshDatabase
let c: Care

beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
})
afterAll(() => house.close())

const start = async (typed: object = {}, who: Party = c.parties.school): Promise<SheetKept> => {
  const answer = await c.call<SheetKept>(who, 'POST', '/sheets', { typed: { ...nothingTyped, ...typed } })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer))
  return answer.body
}
const sheets = async (who: Party) => (await c.call<SheetsView>(who, 'GET', '/sheets')).body.sheets
const named = (name: string) => ({
  ...c.signalDraft(),
  matter: { ...household, person: { ...household.person, name } },
})
const send = (id: string, more: object = {}): Promise<Answer> =>
  c.post(c.parties.school, `/sheets/${id}/send`, { signal: named(`Gezin ${id.slice(0, 8)} Xander`), ...more })

describe('a sheet', () => {
  test('is kept before anything required is filled in, and comes back word for word', async () => {
    const { id } = await start({ noticed: '  Half een zin ' })
    const read = await c.call<SheetView>(c.parties.school, 'GET', `/sheets/${id}`)
    expect(read.body.typed).toEqual({ ...nothingTyped, noticed: '  Half een zin ' })
    const kept = await c.call<SheetKept>(c.parties.school, 'PUT', `/sheets/${id}`, {
      typed: { ...nothingTyped, noticed: 'Een hele zin.', urgency: 'urgent' },
      version: read.body.version,
    })
    expect(kept.body).toMatchObject({ id, version: 2, found: [] })
    const stale = await c.call(c.parties.school, 'PUT', `/sheets/${id}`, { typed: nothingTyped, version: 1 })
    expect(stale).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } })
  })

  test('is its writer’s: a colleague, the team and a stranger find nothing there', async () => {
    const { id } = await start()
    const colleague = await c.colleague(c.parties.school, { roles: ['school_team'] })
    for (const who of [colleague, c.parties.team, c.parties.stranger]) {
      const theirs = await c.call(who, 'GET', `/sheets/${id}`)
      expect(theirs).toEqual(await c.call(who, 'GET', `/sheets/${crypto.randomUUID()}`))
      expect(theirs).toMatchObject({ status: 404, body: { code: 'sheet.not_found' } })
      expect((await sheets(who)).map((sheet) => sheet.id)).not.toContain(id)
      expect(await asApp(house, who, sql`update care.sheet set typed = '{}' where id = ${id}`)).toBe(0)
      expect(await asApp(house, who, sql`delete from care.sheet where id = ${id}`)).toBe(0)
    }
  })

  test('stands where it was begun, also when several are begun at one moment of the clock', async () => {
    const begun: string[] = []
    for (let i = 0; i < 6; i++) begun.push((await start()).id)
    expect((await sheets(c.parties.school)).map(({ id }) => id).filter((id) => begun.includes(id))).toEqual(begun)
  })

  test('never holds a BSN, and says where it stands', async () => {
    const refused = await c.post(c.parties.school, '/sheets', { typed: { ...nothingTyped, tried: 'bsn 111222333' } })
    expect(refused.body.errors).toEqual([{ pointer: '/typed/tried', code: 'text.bsn' }])
  })

  test('becomes a signal that is sent, and is gone; sent twice at once it goes out once', async () => {
    const { id } = await start()
    const hold = await house.db.startTransaction().execute()
    await sql`select 1 from care.sheet where id = ${id} for update`.execute(hold)
    const both = [send(id), send(id)]
    await waitingForALock(house.db, 2)
    await hold.rollback().execute()
    const answers = await Promise.all(both)
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404])
    const sent = answers.find(({ status }) => status === 200)!.body
    expect(sent).toMatchObject({ status: 'sent' })
    const { body } = await c.call<SentView>(c.parties.school, 'GET', '/signals/sent')
    expect(body.items.filter((item) => item.id === sent.id)).toHaveLength(1)
    const team = await c.call<MatterView>(c.parties.team, 'GET', `/matters/${sent.matterId}`)
    expect(team.body).toMatchObject({ state: 'open', person: null })
  })

  test('that is refused stays as it was, and leaves no half signal', async () => {
    const { id } = await start({ noticed: 'Blijft staan' })
    const matters = async () => (await sql`select id from care.matter`.execute(house.db)).rows.length
    const before = await matters()
    const refused = await c.post(c.parties.school, `/sheets/${id}/send`, {
      signal: { ...named('Iemand'), receiverDesk: crypto.randomUUID() },
    })
    expect(refused.body.code).toBe('desk.not_found')
    expect(await matters()).toBe(before)
    expect((await sheets(c.parties.school)).map((sheet) => sheet.id)).toContain(id)
  })
})

describe('a second signal about the same child', () => {
  const ask = async (who: Party, name: string) =>
    (await c.call<AlikeView>(who, 'POST', '/signals/alike', { name })).body

  test('warns its sender before it goes out, and goes out once they have seen it', async () => {
    const first = await start()
    await c.step(c.parties.school, `/sheets/${first.id}/send`, { signal: named('Noor Zwanenveld') })
    const second = await start()
    const again = { signal: named('noor zwanenvéld') }
    const warned = await c.post(c.parties.school, `/sheets/${second.id}/send`, again)
    expect(warned).toMatchObject({ status: 409, body: { code: 'signal.alike' } })
    const { matters } = await ask(c.parties.school, 'Familie Zwanenveld')
    expect(matters).toEqual([expect.objectContaining({ status: 'sent', theme: 'geld' })])
    expect(
      (await c.post(c.parties.school, `/sheets/${second.id}/send`, { ...again, alikeSeen: true })).body,
    ).toMatchObject({ status: 'sent' })
  })

  test('is known to the school alone: to every other organisation nothing runs, as with a name nobody has', async () => {
    const { id } = await start()
    await c.step(c.parties.school, `/sheets/${id}/send`, { signal: named('Yfke Adelaar') })
    expect((await ask(c.parties.school, 'Yfke Adelaar')).matters).toHaveLength(1)
    // The receiver's own rows are those it sent: having received one answers nothing.
    for (const who of [c.parties.team, c.parties.stranger]) {
      expect(await ask(who, 'Yfke Adelaar')).toEqual(await ask(who, 'Niemand Nergens'))
    }
  })
})

describe('a collective signal', () => {
  const group = { subject: 'group', groupSize: '5_to_10', theme: 'jeugd', place: null, involvement: 'no_person' }
  const about = (noticed: string) => ({
    ...c.signalDraft(),
    matter: group,
    basis: { ...c.signalDraft().basis, ground: 'no_personal_data' },
    noticed,
  })

  test('is refused with what was found in it when somebody can be found back', async () => {
    const { id, found } = await start({ subject: 'group', noticed: 'Bel de moeder op 06-12345678.' })
    expect(found, 'said while it is typed').toEqual([{ pointer: '/noticed', code: 'personal.phone' }])
    const refused = await c.post(c.parties.school, `/sheets/${id}/send`, {
      signal: about('Bel de moeder op 06-12345678, zij woont op 7811 AB 12.'),
    })
    expect(refused.body.errors).toEqual([
      { pointer: '/noticed', code: 'personal.phone' },
      { pointer: '/noticed', code: 'personal.address' },
    ])
    expect((await c.post(c.parties.school, '/signals', about('Mail a@voorbeeld.nl'))).body.errors).toEqual([
      { pointer: '/noticed', code: 'personal.email' },
    ])
  })

  test('has a size, a theme and no person; and nobody is named in what is said about it either', async () => {
    const { id } = await start({ subject: 'group' })
    const { id: signal, matterId } = await c.step(c.parties.school, `/sheets/${id}/send`, {
      signal: about('Zes leerlingen uit groep 8 slapen slecht.'),
    })
    await c.step(c.parties.team, `/signals/${signal}/take`)
    const view = await c.call<MatterView>(c.parties.team, 'GET', `/matters/${matterId}`)
    expect(view.body).toMatchObject({ subject: 'group', groupSize: '5_to_10', person: null })
    const question = { question: 'Wat is het nummer, 06-12345678?' }
    expect((await c.post(c.parties.team, `/signals/${signal}/ask`, question)).body.errors).toEqual([
      { pointer: '/question', code: 'personal.phone' },
    ])
    const none = { ...about('Zes leerlingen.'), matter: { ...group, groupSize: null } }
    expect((await c.post(c.parties.school, '/signals', none)).body.errors).toEqual([
      { pointer: '/matter/groupSize', code: 'matter.size_by_subject' },
    ])
  })
})

describe('a sheet that was left lying', () => {
  test('is forgotten after three months, with a row in the log; one that was typed in stays', async () => {
    const [left, used] = [await start({ name: 'Gezin Achterlaan' }), await start()]
    house.setNow(new Date('2027-02-20T09:00:00+01:00'))
    const school = { ...c.parties.school, cookie: await c.make.session({ id: c.parties.school.member }) }
    const typed = { typed: nothingTyped, version: used.version }
    expect((await c.call(school, 'PUT', `/sheets/${used.id}`, typed)).status).toBe(200)
    expect(await forgetSheets(house.deps)).toBe(0)
    house.setNow(new Date('2027-02-23T12:00:00+01:00'))
    const forgotten = await forgetSheets(house.deps)
    expect(forgotten).toBeGreaterThan(0)
    expect(await forgetSheets(house.deps)).toBe(0)
    const { rows } = await sql<{ id: string }>`select id from care.sheet where id in (${left.id}, ${used.id})`.execute(
      house.db,
    )
    expect(rows).toEqual([{ id: used.id }])
    const log = await sql`select 1 from audit.event where action = 'sheet.forget' and purpose = 'clock'`.execute(
      house.db,
    )
    expect(log.rows).toHaveLength(forgotten)
    house.setNow(monday)
  })

  test('is no earlier in reach of the clock, nor is anything that was typed', async () => {
    c.parties.school.cookie = await c.make.session({ id: c.parties.school.member })
    const { id } = await start({ name: 'Gezin Achterlaan' })
    const { jobs } = house.deps
    expect((await sql`delete from care.sheet where id = ${id}`.execute(jobs)).numAffectedRows).toBe(0n)
    await expect(sql`select typed from care.sheet`.execute(jobs)).rejects.toMatchObject({ code: '42501' })
  })
})

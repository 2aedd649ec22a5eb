/** Editors and the reports of errors, on the real database: who reads which, what can be done, and when an address goes. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runOnce } from '../../api/jobs/loop.ts'
import { stepsOf } from '../../api/jobs/steps.ts'
import { openMail } from '../../api/outbox/mail.ts'
import { reportError } from '../../api/reports/actions.ts'
import type { ReportsView, ReportView } from '../../api/reports/schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { knowService } from '../factories/directory.ts'
import { asApp } from '../setup/as-app.ts'
import { type FreshDatabase, freshDatabase, monday } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
/** Of the municipality, of the organisation whose page it is, of another one. */
let chief: Party
let editor: Party
let stranger: Party
let page: string

beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
  const gemeente = await c.party('Gemeente', ['chief_editor'])
  await sql`insert into directory.municipality (name, language, organization_id) values ('Gemeente', 'nl', ${gemeente.org})`.execute(
    house.db,
  )
  chief = gemeente
  editor = await c.colleague(c.parties.welfare, { roles: ['directory_editor'] })
  stranger = await c.colleague(c.parties.stranger, { roles: ['directory_editor', 'chief_editor'] })
  page = `/aanbod/hulp-${await knowService(house, c.parties.welfare.org)}/`
})
afterAll(() => house.close())

let network = 0
const report = (given: Partial<Parameters<typeof reportError>[1]> = {}) =>
  reportError(
    house.deps,
    { over: page, soort: 'phone', tekst: 'Dit nummer is oud.', antwoord: '', telefoon: '', ...given },
    `198.51.100.${(network += 1)}`,
  )
const lists = async (who: Party) => (await c.call<ReportsView>(who, 'GET', '/reports')).body
/** A session ends long before an address does. */
const turnTo = async (now: Date) => {
  house.setNow(now)
  chief = { ...chief, cookie: await c.make.session({ id: chief.member }) }
}
const all = async (who: Party): Promise<ReportView[]> => {
  const view = await lists(who)
  return [...view.new, ...view.inHand, ...view.settled]
}
async function one(words: string, who = chief): Promise<ReportView> {
  const found = (await all(who)).find((each) => each.words === words)
  if (!found) throw new Error(`no report says ${words}`)
  return found
}
const day = 86_400_000

describe('who reads a report', () => {
  test('the editors of the page and of the municipality do, and nobody else', async () => {
    await report({ tekst: 'Over de pagina van Welzijn' })
    await report({ over: 'de zoekpagina', soort: 'text', tekst: 'Over iets van niemand' })
    expect((await all(chief)).map(({ words }) => words).toSorted()).toEqual([
      'Over de pagina van Welzijn',
      'Over iets van niemand',
    ])
    expect((await all(editor)).map(({ words }) => words)).toEqual(['Over de pagina van Welzijn'])
    expect(await all(stranger)).toEqual([])
    expect((await c.call(c.parties.team, 'GET', '/reports')).body.code).toBe('viewer.not_allowed')
  })

  test('the database itself shows it to no other organisation, also under a former address of the page', async () => {
    const { slug } = await house.db
      .selectFrom('directory.service')
      .select('slug')
      .where('organization_id', '=', c.parties.welfare.org)
      .executeTakeFirstOrThrow()
    await sql`update directory.service set slug = 'nieuwe-naam' where slug = ${slug}`.execute(house.db)
    await report({ tekst: 'Onder het oude adres' })
    expect((await one('Onder het oude adres', editor)).about).toBe(page)
    const statement = sql`select 1 from care.error_report`
    expect(await asApp(house, stranger, statement)).toBe(0)
    expect(await asApp(house, stranger, sql`update care.error_report set status = 'in_hand'`)).toBe(0)
    expect(await asApp(house, editor, sql`update care.error_report set words = 'x'`)).toContain('permission denied')
    expect(await asApp(house, editor, sql`delete from care.error_report`)).toContain('permission denied')
  })

  test('reading is logged with what was read', async () => {
    const { id } = await one('Onder het oude adres')
    const { rows } = await sql<{ object_ids: string[] }>`
      select object_ids from audit.event where action = 'GET /reports' and actor = ${chief.member}`.execute(house.db)
    expect(rows.at(-1)?.object_ids).toContain(id)
  })
})

describe('what an editor does with it', () => {
  test('it is taken, settled with a note, and can be opened again', async () => {
    await report({ tekst: 'Het hele verhaal' })
    const { id, version, commands } = await one('Het hele verhaal')
    expect(commands).toEqual(['take', 'settle'])
    expect((await c.post(chief, `/reports/${id}/take`, { version })).status).toBe(200)
    expect(await one('Het hele verhaal')).toMatchObject({ status: 'in_hand', handledBy: 'Gemeente, aanmelding' })
    const settled = { version: 2, outcome: 'mended', note: 'Nummer gebeld en aangepast.' }
    expect((await c.post(chief, `/reports/${id}/settle`, settled)).status).toBe(200)
    expect(await one('Het hele verhaal')).toMatchObject({ status: 'settled', note: settled.note, commands: ['reopen'] })
    expect((await c.post(chief, `/reports/${id}/reopen`, { version: 3 })).status).toBe(200)
    expect(await one('Het hele verhaal')).toMatchObject({ status: 'in_hand', outcome: null, handledAt: null })
  })

  test('two at once: the second hears that it changed meanwhile', async () => {
    await report({ tekst: 'Twee tegelijk' })
    const { id } = await one('Twee tegelijk', editor)
    const answers = await Promise.all(
      [chief, editor].map((who) => c.post(who, `/reports/${id}/settle`, { version: 1, outcome: 'was_right' })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('changed_meanwhile')
  })

  test.each([
    ['a settled one is not taken', 'take', { version: 2 }, 'report.not_possible_now'],
    ['nothing is settled without an outcome', 'settle', { version: 2 }, 'input.invalid'],
    ['an outcome nobody knows', 'settle', { version: 2, outcome: 'weg' }, 'input.invalid'],
    ['a note with a BSN', 'settle', { version: 2, outcome: 'mended', note: '111222333' }, 'input.invalid'],
  ])('%s', async (_, command, body, code) => {
    const { id } = await one('Twee tegelijk')
    expect((await c.post(chief, `/reports/${id}/${command}`, body)).body.code).toBe(code)
  })
})

describe('the address somebody left', () => {
  const folder = mkdtempSync(join(tmpdir(), 'voordeur-reports-mail-'))
  const clock = async () => {
    const mail = openMail({ smtpUrl: null, mailFrom: 'a@b.nl', dataDir: folder, publicUrl: house.deps.publicUrl })
    await runOnce(stepsOf(house.deps, mail), house.deps.log)
    mail.close()
  }
  const mails = () => readdirSync(join(folder, 'mail')).map((name) => readFileSync(join(folder, 'mail', name), 'utf8'))

  test('has an end from the first day on, and hears in fixed words what became of it', async () => {
    await report({ tekst: 'Met adres', antwoord: 'lezer@voorbeeld.example' })
    const before = await one('Met adres')
    expect(before).toMatchObject({ answerTo: 'lezer@voorbeeld.example', canMail: true })
    expect(before.answerUntil).toBe(new Date(monday.getTime() + 180 * day).toISOString())
    const settled = { version: 1, outcome: 'mended', note: 'Geheime notitie', answer: true }
    expect((await c.post(chief, `/reports/${before.id}/settle`, settled)).status).toBe(200)
    expect((await one('Met adres')).answerUntil).toBe(new Date(monday.getTime() + 30 * day).toISOString())
    await clock()
    const letter = mails().find((text) => text.includes('To: lezer@voorbeeld.example')) ?? ''
    expect(letter).toContain('Antwoord op uw melding')
    expect(letter.replaceAll('=\r\n', '')).toContain('Wij hebben het aangepast')
    expect(letter).not.toMatch(/Geheime|Met adres|aanbod\/hulp/)
  })

  test('a telephone number is called and not mailed', async () => {
    await report({ tekst: 'Bel mij', antwoord: '0500-550199' })
    const { id, canMail } = await one('Bel mij')
    expect(canMail).toBe(false)
    const refused = await c.post(chief, `/reports/${id}/settle`, { version: 1, outcome: 'mended', answer: true })
    expect(refused.body.errors).toEqual([{ pointer: '/answer', code: 'report.no_mail_address' }])
  })

  test('is erased on its day by the clock, once, with a row in the log; the report stays', async () => {
    await turnTo(new Date(monday.getTime() + 30 * day - 1000))
    await clock()
    expect((await one('Met adres')).answerTo).toBe('lezer@voorbeeld.example')
    await turnTo(new Date(monday.getTime() + 30 * day))
    await clock()
    await clock()
    const { id, ...after } = await one('Met adres')
    expect(after).toMatchObject({ answerTo: null, answerUntil: null, words: 'Met adres', note: 'Geheime notitie' })
    expect(after.erasedAt).not.toBeNull()
    const { rows } = await sql`
      select 1 from audit.event where action = 'report.erase_address' and ${id} = any(object_ids)`.execute(house.db)
    expect(rows).toHaveLength(1)
    // Never settled: it goes after half a year all the same.
    await turnTo(new Date(monday.getTime() + 180 * day))
    await clock()
    expect((await one('Bel mij')).answerTo).toBeNull()
    await turnTo(monday)
  })

  test('the clock sees nothing that somebody wrote, and cannot put another address there', async () => {
    for (const column of ['words', 'about', 'note']) {
      const read = sql`select ${sql.id(column)} from care.error_report`.execute(house.deps.jobs)
      await expect(read).rejects.toThrow(/permission denied/)
    }
    await expect(
      sql`update care.error_report set answer_to = 'x@y.example', answer_until = now() - interval '1 day'`.execute(
        house.deps.jobs,
      ),
    ).resolves.toMatchObject({ numAffectedRows: 0n })
  })
})

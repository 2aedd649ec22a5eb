/** A receiver without an account: a link by mail, a code over the phone, and one transfer to see. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SessionView } from '../../api/accounts/schema.ts'
import type { MatterView } from '../../api/matters/schema.ts'
import { deliverDue } from '../../api/outbox/deliver.ts'
import type { Letter } from '../../api/outbox/mail.ts'
import type { NotificationsView, Settings, UnreadView } from '../../api/notifications/schema.ts'
import type { SeenView } from '../../api/transfers/schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { asApp } from '../setup/as-app.ts'
import { freshDatabase, type FreshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
let practice: Party
const letters: Letter[] = []
beforeAll(async () => {
  house = await freshDatabase()
  house.setNow(new Date())
  c = await care(house)
  const org = await c.make.organization('Huisartsenpraktijk')
  const desk = await c.make.desk(org, 'Assistente')
  const contact = await c.make.member(org, { desks: [desk], email: 'assistente@voorbeeld.example', byLink: true })
  practice = { org, desk, member: contact.id, cookie: '', name: 'Huisartsenpraktijk' }
})
beforeEach(async () => {
  house.setNow(new Date())
  await sql`delete from account.attempt`.execute(house.db)
})
afterAll(() => house.close())

/** The link of the newest mail to the contact, as it stands in the mail. */
async function mailed(): Promise<string> {
  letters.length = 0
  const mail = { send: async (letter: Letter) => void letters.push(letter), close: () => undefined }
  await deliverDue(house.deps, mail, { most: 500 })
  const mine = letters.filter(({ to, text }) => to === 'assistente@voorbeeld.example' && text.includes('/inzien/'))
  return /\/inzien\/#([A-Za-z0-9_-]{43})/.exec(mine.at(-1)?.text ?? '')?.[1] ?? ''
}
const team = () => c.parties.team
const makeLink = async (id: string) =>
  (await c.call<{ code: string }>(team(), 'POST', `/transfers/${id}/link`)).body.code as string
async function open(token: string, code: string) {
  const response = await c.ask('POST', '/api/v1/links/open', { body: { token, code } })
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { status: response.status, text: await response.text(), guest: { ...practice, cookie } }
}
const look = async (who: Party, id: string) => (await c.call<MatterView>(who, 'GET', `/matters/${id}`)).body
const offered = () => c.transfers.offered({ to: practice })

describe('a link', () => {
  test('goes by mail without content, and its code is with the sender only', async () => {
    const { id, matterId } = await offered()
    expect((await look(team(), matterId)).transfers.at(-1)).toMatchObject({ byLink: true, links: [] })
    const code = await makeLink(id)
    const token = await mailed()
    expect([code, token]).toEqual([expect.stringMatching(/^\d{6}$/), expect.stringMatching(/^.{43}$/)])
    const text = letters.map((letter) => letter.subject + letter.text).join('\n')
    for (const said of [code, 'Veenlaan', 'schulden', 'geld', 'Team Noord', id, matterId])
      expect(text).not.toContain(said)
    const kept = JSON.stringify((await sql`select * from care.link`.execute(house.db)).rows)
    for (const secret of [token, code]) expect(kept).not.toContain(secret)
    expect(kept).toContain(JSON.stringify(createHash('sha256').update(token).digest()).slice(1, -1))
    expect((await look(team(), matterId)).transfers.at(-1)?.links).toMatchObject([{ state: 'sent' }])
  })

  test('with its code opens one session, once, that sees this transfer and nothing else', async () => {
    const { id, matterId } = await offered()
    const other = await offered()
    const code = await makeLink(id)
    const token = await mailed()
    const { status, guest } = await open(token, `${code.slice(0, 3)} ${code.slice(3)}`)
    expect(status).toBe(201)
    expect((await look(guest, matterId)).transfers).toMatchObject([
      { id, status: 'offered', commands: ['accept', 'decline', 'assign'] },
    ])
    expect((await look(guest, other.matterId)).id).toBeUndefined()
    expect((await c.post(guest, `/transfers/${other.id}/accept`)).body.code).toBe('transfer.not_found')
    for (const [method, path] of [
      ['GET', '/work'],
      ['GET', '/desks'],
      ['GET', '/agreements'],
      ['POST', '/signals'],
      ['GET', '/consults'],
    ] as const) {
      expect([path, (await c.call(guest, method, path, method === 'POST' ? {} : undefined)).body.code]).toEqual([
        path,
        'viewer.not_allowed',
      ])
    }
    expect((await c.call<SessionView>(guest, 'GET', '/session')).body).toMatchObject({ byLink: true })
    expect((await open(token, code)).status).toBe(404)
  })

  test('carries a family to the end: accepted, confirmed by both, started, closed with feedback', async () => {
    const { id, matterId } = await offered()
    const code = await makeLink(id)
    const { guest } = await open(await mailed(), code)
    await c.step(guest, `/transfers/${id}/accept`)
    expect((await look(guest, matterId)).person).toMatchObject({ name: 'Gezin aan de Veenlaan' })
    await c.confirm(team(), id)
    await c.confirm(guest, id)
    expect(await c.holderOf(matterId)).toBe(practice.org)
    await c.step(guest, `/transfers/${id}/start`)
    await c.step(guest, `/transfers/${id}/close`, { outcome: 'helped', feedback: 'Gezien en geholpen', next: 'close' })
    expect((await look(team(), matterId)).feedbackLines.map(({ body }) => body)).toContain('Gezien en geholpen')
  })

  test('shows of what the contact was told only what is of this transfer, and leaves the account as it is', async () => {
    const other = await offered()
    const { id, matterId } = await offered()
    const code = await makeLink(id)
    const { guest } = await open(await mailed(), code)
    const told = (await c.call<NotificationsView>(guest, 'GET', '/notifications')).body
    expect([told.total, told.unread]).toEqual([1, 1])
    expect(told.notifications.map(({ matter }) => matter?.id)).toEqual([matterId])
    expect((await c.call<UnreadView>(guest, 'POST', '/notifications/read')).body).toEqual({ unread: 0 })
    const { rows } = await sql`select 1 from account.notification
      where member_id = ${practice.member} and object_id = ${other.id} and read_at is null`.execute(house.db)
    expect(rows).toHaveLength(1)
    const quiet = { mail: 'digest', digestHour: 8, quietFrom: 0, quietUntil: 0, shortcuts: true }
    expect((await c.call(guest, 'PUT', '/notifications/settings', quiet)).body.code).toBe('viewer.not_allowed')
    expect((await c.call<Settings>(guest, 'GET', '/notifications/settings')).body.mail).toBe('at_once')
  })

  test('reaches no row beside its transfer, in any table, also by raw SQL', async () => {
    const [own, other] = [await offered(), await offered()]
    for (const { id } of [own, other]) {
      await sql`insert into care.feedback (matter_id, transfer_id, to_org, code)
        select matter_id, id, receiver_org, 'test' from care.transfer where id = ${id}`.execute(house.db)
    }
    const { rows: tables } = await sql<{ name: string }>`
      select c.oid::regclass::text as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('care', 'account')
        and has_table_privilege('voordeur_app', c.oid, 'select')
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'matter_id')`.execute(
      house.db,
    )
    expect(tables.length).toBeGreaterThan(10)
    const signedIn = { org: practice.org, member: practice.member }
    const byLink = { ...signedIn, only: own.id }
    const seen: string[] = []
    for (const { name } of tables) {
      const beside = sql`select 1 from ${sql.raw(name)} where matter_id = ${other.matterId}`
      if ((await asApp(house, signedIn, beside)) !== 0) seen.push(name)
      expect([name, await asApp(house, byLink, beside)]).toEqual([name, 0])
    }
    // Otherwise nothing was tried.
    expect(seen).toEqual(
      expect.arrayContaining(['care.transfer', 'care.relation', 'care.feedback', 'care.legal_basis']),
    )
    const reading = sql`update care.feedback set read_at = now()`
    expect(await asApp(house, byLink, reading)).toBe(1)
  })

  test('five wrong codes close it; wrong, used, taken back, over and unknown are one answer', async () => {
    const { id } = await offered()
    const answers = new Set<string>()
    const code = await makeLink(id)
    const token = await mailed()
    const wrong = code === '000000' ? '111111' : '000000'
    for (let tries = 0; tries < 5; tries += 1) answers.add((await open(token, wrong)).text)
    answers.add((await open(token, code)).text)
    answers.add((await open('x'.repeat(43), code)).text)
    answers.add((await open('', '')).text)

    const again = await makeLink(id)
    const fresh = await mailed()
    house.setNow(new Date(Date.now() + 3 * 86_400_000 + 1_000))
    answers.add((await open(fresh, again)).text)
    house.setNow(new Date())
    await c.post(team(), `/transfers/${id}/revoke-link`)
    answers.add((await open(fresh, again)).text)
    expect([...answers]).toEqual([expect.stringContaining('link.unknown')])
  })

  test('a new one ends the one before it, and a mail that is sent twice leaves one link that works', async () => {
    const { id } = await offered()
    const first = await makeLink(id)
    const firstToken = await mailed()
    const code = await makeLink(id)
    const token = await mailed()
    await sql`update outbox.message set sent_at = null where topic = 'link.send'`.execute(house.db)
    const again = await mailed()
    expect((await open(firstToken, first)).status).toBe(404)
    expect((await open(token, code)).status).toBe(404)
    expect((await open(again, code)).status).toBe(201)
  })

  test('taken back, it ends what it opened at the next request', async () => {
    const { id, matterId } = await offered()
    const code = await makeLink(id)
    const { guest } = await open(await mailed(), code)
    expect((await look(guest, matterId)).id).toBe(matterId)
    expect((await c.post(c.parties.debts, `/transfers/${id}/revoke-link`)).body.code).toBe('transfer.not_found')
    expect((await c.post(team(), `/transfers/${id}/revoke-link`)).status).toBe(204)
    expect((await c.call(guest, 'GET', `/matters/${matterId}`)).body.code).toBe('viewer.unknown')
  })

  test('is not for a desk with accounts, and nobody signs in as its contact', async () => {
    const { id } = await c.transfers.offered()
    expect((await c.post(team(), `/transfers/${id}/link`)).body.code).toBe('link.not_needed')
    const login = await c.ask('POST', '/api/v1/session', {
      body: { email: 'assistente@voorbeeld.example', password: 'none' },
    })
    expect(login.status).toBe(401)
  })

  test('every opening is in the log, right or wrong', async () => {
    const { id } = await offered()
    const code = await makeLink(id)
    const token = await mailed()
    await open(token, code === '123456' ? '654321' : '123456')
    await open(token, code)
    const { rows } = await sql<{ result: string }>`select result from audit.event
      where action = 'link.open' and ${id}::uuid = any(object_ids) order by at`.execute(house.db)
    expect(rows.map(({ result }) => result)).toEqual(['link.unknown', 'ok'])
  })
})

describe('called back at once', () => {
  test('the sender reads what was opened, by role and without names, also after it ended', async () => {
    const { debts, stranger } = c.parties
    const { id, matterId } = await c.transfers.offered()
    expect((await c.call<SeenView>(team(), 'GET', `/transfers/${id}/seen`)).body).toEqual({ lines: [] })
    await c.call(debts, 'GET', '/work?list=team')
    await look(debts, matterId)
    await look(debts, matterId)
    await c.step(debts, `/transfers/${id}/accept`)
    await look(debts, matterId)
    await c.step(team(), `/transfers/${id}/withdraw`, { reason: 'Verkeerd team gekozen' })
    await look(debts, matterId)
    const { lines } = (await c.call<SeenView>(team(), 'GET', `/transfers/${id}/seen`)).body
    expect(lines).toMatchObject([
      { what: 'list', roles: ['worker'], times: 1 },
      { what: 'request', roles: ['worker'], times: 2 },
      { what: 'person', roles: ['worker'], times: 1 },
    ])
    expect((await c.call(debts, 'GET', `/transfers/${id}/seen`)).status).toBe(404)
    expect((await c.call(stranger, 'GET', `/transfers/${id}/seen`)).status).toBe(404)
  })
})

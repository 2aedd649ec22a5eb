/** A partner's own case system: a key of the organisation's administrator, the copy taken over, and reporting back. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ColleaguesView } from '../../api/accounts/schema.ts'
import { stepsOf } from '../../api/jobs/steps.ts'
import type { KeyCommand } from '../../api/partners/codes.ts'
import type { KeyMade, KeysView } from '../../api/partners/schema.ts'
import type { ReceivedView, SeenView, TransferCopy } from '../../api/transfers/schema.ts'
import { type Answer, type Care, care, type Moved, type Party } from '../factories/care.ts'
import { asApp } from '../setup/as-app.ts'
import { freshDatabase, type FreshDatabase, monday, waitingForALock } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
let admin: Party
beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
  admin = await c.colleague(c.parties.debts, { roles: ['administrator'], desks: [] })
})
beforeEach(async () => {
  house.setNow(monday)
  await sql`delete from account.attempt`.execute(house.db)
})
afterAll(() => house.close())

const all: KeyCommand[] = ['copy', 'plan_contact', 'confirm_contact', 'start', 'close']
async function key(commands = all, days = 90, by = admin): Promise<KeyMade> {
  const made = await c.call<KeyMade>(by, 'POST', '/partners/keys', { name: 'Dossiersysteem', commands, days })
  if (made.status !== 201) throw new Error(JSON.stringify(made))
  return made.body
}
/** As a system would: no cookie, no origin, a key. */
async function asSystem<Body = Moved>(
  secret: string,
  method: string,
  path: string,
  body?: unknown,
  once: string = randomUUID(),
): Promise<Answer<Body> & { text: string }> {
  const headers = new Headers({
    authorization: `Bearer ${secret}`,
    ...(method !== 'GET' && { 'content-type': 'application/json', 'idempotency-key': once }),
  })
  const socket = { remoteAddress: '198.51.100.7', remotePort: 40_000, remoteFamily: 'IPv4' }
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
  const response = await c.app.request(`/api/v1${path}`, init, { incoming: { socket } })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : {}, text }
}
const present = { present: ['resident', 'sender', 'receiver'] }
const closing = { outcome: 'helped', feedback: 'De schulden zijn op orde.', next: 'close' }

describe('a key', () => {
  test('is shown once, kept as a hash, and listed without its secret', async () => {
    const made = await key()
    expect(made.secret).toMatch(/^vdk_[A-Za-z0-9_-]{43}$/)
    const listed = await c.call<KeysView>(admin, 'GET', '/partners/keys')
    expect(listed.body.keys[0]).toMatchObject({ id: made.id, name: 'Dossiersysteem', state: 'works', lastUsedAt: null })
    expect(JSON.stringify(listed.body)).not.toContain(made.secret)
    const { rows } = await sql<{ row: string }>`select to_jsonb(k)::text as row from account.api_key k
      union all select to_jsonb(m)::text from account.member m union all select to_jsonb(a)::text from audit.event a`.execute(
      house.db,
    )
    expect(rows.filter(({ row }) => row.includes(made.secret))).toEqual([])
  })

  test('carries a family from accepted to closed, and nobody types twice', async () => {
    const { team, debts } = c.parties
    const { secret } = await key()
    const { id, matterId } = await c.transfers.accepted()
    const { transfers } = (await asSystem<ReceivedView>(secret, 'GET', '/partner/transfers')).body
    expect(transfers).toContainEqual(expect.objectContaining({ id, status: 'accepted' }))
    const copy = (await asSystem<TransferCopy>(secret, 'GET', `/partner/transfers/${id}/copy`)).body
    expect(copy).toMatchObject({ form: 'voordeur.transfer/1', person: { name: 'Gezin aan de Veenlaan' } })

    const on = new Date(house.deps.now().getTime() + 86_400_000).toISOString()
    const steps: [string, unknown][] = [
      ['plan-contact', { on, how: 'visit' }],
      ['confirm-contact', present],
    ]
    for (const [step, body] of steps)
      expect((await asSystem(secret, 'POST', `/partner/transfers/${id}/${step}`, body)).status).toBe(200)
    expect(await c.holderOf(matterId)).toBe(team.org)
    await c.confirm(team, id)
    expect(await c.holderOf(matterId)).toBe(debts.org)
    await asSystem(secret, 'POST', `/partner/transfers/${id}/start`, {})
    const closed = await asSystem(secret, 'POST', `/partner/transfers/${id}/close`, closing)
    expect(closed.body).toMatchObject({ status: 'closed' })
    const { body } = await c.call<{ feedbackLines: { body: string | null }[] }>(team, 'GET', `/matters/${matterId}`)
    expect(body.feedbackLines.map((line) => line.body)).toContain(closing.feedback)
    const { lines } = (await c.call<SeenView>(team, 'GET', `/transfers/${id}/seen`)).body
    expect(lines.map(({ what }) => what)).toEqual(expect.arrayContaining(['list', 'copy']))
  })

  test('is in the log at every use, right or refused, in a name of its own', async () => {
    const { id: keyId, secret } = await key(['start'])
    const { id } = await c.transfers.handedOver()
    await asSystem(secret, 'POST', `/partner/transfers/${randomUUID()}/start`, {})
    await asSystem(secret, 'POST', `/partner/transfers/${id}/start`, {})
    const { rows } = await sql<{ result: string; object_ids: string[] }>`
      select e.result, e.object_ids from audit.event e join account.api_key k on k.member_id = e.actor
      where k.id = ${keyId} order by e.at`.execute(house.db)
    expect(rows.map(({ result }) => result)).toEqual(['transfer.not_found', 'ok'])
    expect(rows[1]?.object_ids).toContain(id)
    expect(
      (await c.call<KeysView>(admin, 'GET', '/partners/keys')).body.keys.find((k) => k.id === keyId),
    ).toMatchObject({ lastUsedAt: monday.toISOString() })
  })

  test('does what it was made for and no more, whatever its organisation may', async () => {
    const { debts, welfare } = c.parties
    const { secret } = await key(['copy'])
    const { id, matterId } = await c.transfers.handedOver()
    expect((await asSystem(secret, 'POST', `/partner/transfers/${id}/start`, {})).body.code).toBe('viewer.not_allowed')
    for (const path of ['/work', `/matters/${matterId}`, `/transfers/${id}/copy`, '/partners/keys', '/session']) {
      expect([path, (await asSystem(secret, 'GET', path)).body.code]).toEqual([path, 'viewer.unknown'])
    }
    // What its organisation itself handed on is not there for a key.
    const wide = await key()
    const onward = await c.step(debts, '/transfers', c.transferDraft(welfare, { matterId }))
    await c.step(debts, `/transfers/${onward.id}/offer`)
    await c.step(welfare, `/transfers/${onward.id}/accept`)
    const sent = await asSystem(wide.secret, 'POST', `/partner/transfers/${onward.id}/confirm-contact`, present)
    const missing = await asSystem(wide.secret, 'POST', `/partner/transfers/${randomUUID()}/confirm-contact`, present)
    expect([sent.status, sent.text]).toEqual([404, missing.text])
  })

  test('opens nothing once it is revoked, over, or its organisation has left', async () => {
    const answer = async (secret: string) => (await asSystem(secret, 'GET', '/partner/transfers')).body.code
    const revoked = await key()
    expect((await c.post(admin, `/partners/keys/${revoked.id}/revoke`)).status).toBe(204)
    expect((await c.post(admin, `/partners/keys/${revoked.id}/revoke`)).status).toBe(204)
    expect(await answer(revoked.secret)).toBe('viewer.unknown')

    const short = await key(all, 30)
    house.setNow(new Date(monday.getTime() + 30 * 86_400_000))
    expect(await answer(short.secret)).toBe('viewer.unknown')
    house.setNow(monday)
    expect(await answer(short.secret)).toBeUndefined()
    await sql`update directory.participant set left_on = '2026-11-01' where organization_id = ${admin.org}`.execute(
      house.db,
    )
    expect(await answer(short.secret)).toBe('viewer.unknown')
    await sql`update directory.participant set left_on = null where organization_id = ${admin.org}`.execute(house.db)
    expect(await answer(`${short.secret.slice(0, -1)}!`)).toBe('viewer.unknown')
  })

  test('is nobody: no colleague, nobody to assign to, nobody who signs in', async () => {
    await key()
    const { debts } = c.parties
    const { colleagues } = (await c.call<ColleaguesView>(debts, 'GET', '/colleagues')).body
    expect(colleagues.filter(({ name }) => name.startsWith('Koppeling'))).toEqual([])
    const { rows } = await sql<{ id: string; email: string }>`
      select id, email from account.member where by_key limit 1`.execute(house.db)
    const { id } = await c.transfers.accepted()
    const assigned = await c.post(debts, `/transfers/${id}/assign`, { caseworker: rows[0]?.id })
    expect(assigned.body.code).toBe('colleague.not_found')
    const login = await c.ask('POST', '/api/v1/session', { body: { email: rows[0]?.email, password: 'none' } })
    expect(login.status).toBe(401)
  })

  test('may ask a hundred and twenty times a minute; without one a network is refused after sixty times', async () => {
    const { secret } = await key()
    const codes = new Set<string | undefined>()
    for (let n = 0; n < 121; n += 1) codes.add((await asSystem(secret, 'GET', '/partner/transfers')).body.code)
    expect([...codes]).toEqual([undefined, 'too_many_attempts'])
    const without = new Set<string | undefined>()
    for (let n = 0; n < 61; n += 1) without.add((await asSystem('none', 'GET', '/partner/transfers')).body.code)
    expect([...without]).toEqual(['viewer.unknown', 'too_many_attempts'])
  })

  test('the database itself lets a key make nothing, and somebody who is no administrator make no key', async () => {
    const { debts } = c.parties
    const { id } = await key()
    const { rows } = await sql<{ member_id: string }>`
      select member_id from account.api_key where id = ${id}`.execute(house.db)
    const asKey = { org: debts.org, member: rows[0]?.member_id ?? '', key: id }
    const made = (who: { org: string; member: string; key?: string }) =>
      asApp(house, who, sql`insert into care.signpost (theme, desk_id) values ('geld', ${debts.desk})`)
    expect(await made(asKey)).toContain('row-level security')
    expect(await made({ org: debts.org, member: debts.member })).toBe(1)

    const attempt = sql`select from sec.make_key('Stiekem', '{copy}', ${Buffer.alloc(32, 7)}, now() + interval '1 day') k where k is not null`
    expect(await asApp(house, { org: debts.org, member: debts.member }, attempt)).toBe(0)
    expect(await asApp(house, { org: c.parties.team.org, member: admin.member }, attempt)).toBe(0)
    expect(await asApp(house, { ...asKey, member: admin.member }, attempt)).toBe(0)
  })
})

describe('the same command twice', () => {
  test('is one, and hears the same answer; the same number for something else is refused', async () => {
    const { secret } = await key()
    const { id } = await c.transfers.handedOver()
    const once = randomUUID()
    const start = () => asSystem(secret, 'POST', `/partner/transfers/${id}/start`, {}, once)
    const [first, again] = [await start(), await start()]
    expect([first.status, first.body.status]).toEqual([200, 'started'])
    expect(again.text).toBe(first.text)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from care.event
      where transfer_id = ${id} and type = 'transfer.start'`.execute(house.db)
    expect(rows).toEqual([{ n: 1 }])
    const other = await asSystem(secret, 'POST', `/partner/transfers/${id}/close`, closing, once)
    expect([other.status, other.body.code]).toEqual([422, 'request.other_content'])
    const without = await c.app.request(`/api/v1/partner/transfers/${id}/close`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(closing),
    })
    expect(without.status).toBe(400)
  })

  test('also when both come at once; and another key’s number is another number', async () => {
    const [mine, other] = [await key(), await key()]
    const { id } = await c.transfers.handedOver()
    const once = randomUUID()
    const start = (secret: string) => asSystem(secret, 'POST', `/partner/transfers/${id}/start`, {}, once)
    const racing = await house.db.transaction().execute(async (tx) => {
      await sql`select from care.matter m join care.transfer t on t.matter_id = m.id where t.id = ${id} for update of m`.execute(
        tx,
      )
      const both = [start(mine.secret), start(mine.secret)]
      await waitingForALock(house.db, both.length)
      return both
    })
    expect((await Promise.all(racing)).map(({ status }) => status)).toEqual([200, 200])
    expect((await start(other.secret)).body.code).toBe('transfer.not_possible_now')
  })

  test('what was refused may be tried again, and what was answered is forgotten after a week', async () => {
    const { secret } = await key()
    const { id } = await c.transfers.accepted()
    const once = randomUUID()
    const start = () => asSystem(secret, 'POST', `/partner/transfers/${id}/start`, {}, once)
    expect((await start()).body.code).toBe('transfer.not_possible_now')
    await c.confirm(c.parties.team, id)
    await c.confirm(c.parties.debts, id)
    expect((await start()).status).toBe(200)
    house.setNow(new Date(monday.getTime() + 8 * 86_400_000))
    const forget = stepsOf(house.deps, { send: async () => undefined, close: () => undefined }).find(
      ({ name }) => name === 'forget requests',
    )
    expect(await forget?.run(() => false)).toBeGreaterThan(0)
    const { rows } = await sql`select from account.api_request where once = ${once}`.execute(house.db)
    expect(rows).toEqual([])
  })
})

/** A partner's own system is told what happened to what it received: signed, without content, again until it answers. */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tellSystems } from '../../api/partners/deliver.ts'
import { post } from '../../api/partners/post.ts'
import type { WebhookMade, WebhookView } from '../../api/partners/schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { type Heard, System } from '../factories/partner-system.ts'
import { asApp } from '../setup/as-app.ts'
import { freshDatabase, type FreshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
let admin: Party
let system: System
beforeAll(async () => {
  house = await freshDatabase()
  house.deps.insideWebhooks = true
  house.setNow(new Date())
  c = await care(house)
  admin = await c.colleague(c.parties.debts, { roles: ['administrator'], desks: [] })
  system = await new System().open()
})
beforeEach(async () => {
  house.setNow(new Date())
  await sql`delete from account.webhook`.execute(house.db)
  Object.assign(system, { heard: [], answer: 204 })
})
afterAll(async () => {
  system.close()
  await house.close()
})

const connect = async (url = system.url, by = admin) =>
  (await c.call<WebhookMade>(by, 'POST', '/partners/webhook', { url })).body.secret
const page = async () => (await c.call<WebhookView>(admin, 'GET', '/partners/webhook')).body
const told = () => system.heard.map(({ body }) => (JSON.parse(body) as { type: string }).type)
/** Time passes for what waits to be told. */
const later = () => sql`update outbox.delivery set next_at = now(), leased_until = null`.execute(house.db)

/** As the specification has a receiver do it, with five minutes of patience. */
function verifies(secret: string, { headers, body }: Heard, now = Date.now()): boolean {
  const [id, moment] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])]
  if (Math.abs(now / 1000 - Number(moment)) > 300) return false
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${moment}.${body}`).digest('base64')
  return String(headers['webhook-signature']).split(' ').includes(`v1,${expected}`)
}

describe('what is told', () => {
  test('is which transfer and what kind of thing, signed, and nothing of anybody', async () => {
    const secret = await connect()
    const { id } = await c.transfers.accepted()
    expect(await tellSystems(house.deps)).toBe(2)
    expect(told()).toEqual(['transfer.offer', 'transfer.accept'])
    for (const heard of system.heard) {
      const body = JSON.parse(heard.body) as Record<string, unknown>
      expect(Object.keys(body)).toEqual(['type', 'timestamp', 'data'])
      expect(body.data).toEqual({ transferId: id })
      expect(verifies(secret, heard)).toBe(true)
      expect(verifies(secret, { ...heard, body: heard.body.replace(id, admin.org) })).toBe(false)
      expect(verifies(secret, heard, Date.now() + 301_000)).toBe(false)
      for (const moved of ['webhook-id', 'webhook-timestamp'])
        expect(verifies(secret, { ...heard, headers: { ...heard.headers, [moved]: '1' } })).toBe(false)
    }
    expect((await page()).deliveries).toMatchObject([
      { kind: 'transfer.accept', state: 'delivered', answer: '204', attempts: 1 },
      { kind: 'transfer.offer', state: 'delivered' },
    ])
  })

  test('is what the organisation received: no drafts, not what it sends itself, nothing to others', async () => {
    const other = await c.colleague(c.parties.welfare, { roles: ['administrator'], desks: [] })
    const theirs = await new System().open()
    await connect()
    await connect(theirs.url, other)
    await c.transfers.draft()
    const { matterId } = await c.transfers.handedOver()
    await tellSystems(house.deps)
    system.heard = []
    const onward = await c.step(c.parties.debts, '/transfers', c.transferDraft(c.parties.welfare, { matterId }))
    await c.step(c.parties.debts, `/transfers/${onward.id}/offer`)
    await tellSystems(house.deps)
    expect([told(), theirs.heard.length]).toEqual([[], 1])
    theirs.close()
  })

  test('also what the clock does, and a test that a person asked for', async () => {
    await connect()
    expect((await c.post(admin, '/partners/webhook/test')).status).toBe(201)
    await tellSystems(house.deps)
    expect([told(), JSON.parse(system.heard[0]?.body ?? '{}')]).toMatchObject([['test'], { data: {} }])
  })
})

describe('what is not taken over', () => {
  test('is told again, ever later, and given up in the end; the administrator hears of it without content', async () => {
    await connect()
    system.answer = 500
    await c.post(admin, '/partners/webhook/test')
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(await tellSystems(house.deps)).toBe(0)
      expect(system.heard).toHaveLength(attempt)
      // Not at once: it waits.
      await tellSystems(house.deps)
      expect(system.heard).toHaveLength(attempt)
      await later()
    }
    expect((await page()).deliveries[0]).toMatchObject({ state: 'given_up', answer: '500', attempts: 8 })
    const { rows } = await sql<{ topic: string }>`
      select topic from account.notification where member_id = ${admin.member}`.execute(house.db)
    expect(rows).toEqual([{ topic: 'webhook.given_up' }])
    await later()
    await tellSystems(house.deps)
    expect(system.heard).toHaveLength(8)
  })

  test('of one system holds up nobody else, and every attempt has a moment of its own', async () => {
    const other = await c.colleague(c.parties.welfare, { roles: ['administrator'], desks: [] })
    const theirs = await new System().open()
    const secret = await connect()
    await connect(theirs.url, other)
    system.answer = 503
    await c.post(admin, '/partners/webhook/test')
    await c.post(admin, '/partners/webhook/test')
    await c.post(other, '/partners/webhook/test')
    expect(await tellSystems(house.deps)).toBe(1)
    expect([system.heard.length, theirs.heard.length]).toEqual([1, 1])
    house.setNow(new Date(Date.now() + 3_600_000))
    system.answer = 200
    await later()
    expect(await tellSystems(house.deps)).toBe(2)
    const again = system.heard.find(({ headers }) => headers['webhook-id'] === system.heard[0]?.headers['webhook-id'])
    expect(again && verifies(secret, again)).toBe(true)
    const last = system.heard.at(-1)
    expect(last && verifies(secret, last, Date.now() + 3_600_000)).toBe(true)
    theirs.close()
  })

  test('two processes tell each thing once', async () => {
    await connect()
    for (let n = 0; n < 6; n += 1) await c.post(admin, '/partners/webhook/test')
    await Promise.all([tellSystems(house.deps), tellSystems(house.deps)])
    const ids = system.heard.map(({ headers }) => headers['webhook-id'])
    expect([ids.length, new Set(ids).size]).toEqual([6, 6])
  })

  test('a redirect is an answer like any other, and who never answers is not waited for', async () => {
    await connect()
    system.answer = 302
    await c.post(admin, '/partners/webhook/test')
    await tellSystems(house.deps)
    expect(system.heard.map(({ path }) => path)).toEqual(['/voordeur'])
    expect((await page()).deliveries[0]).toMatchObject({ state: 'waiting', answer: '302' })
    system.answer = 0
    const asked = post(new URL(system.url), { body: '{}', headers: {} }, { inside: true, waitMs: 100 })
    await expect(asked).rejects.toMatchObject({ code: 'SLOW' })
  })
})

describe('an address', () => {
  test('inside our own network is not asked, also not by a name that leads there', async () => {
    await connect()
    await c.post(admin, '/partners/webhook/test')
    await tellSystems({ ...house.deps, insideWebhooks: false })
    expect(system.heard).toEqual([])
    expect((await page()).deliveries[0]).toMatchObject({ answer: 'INSIDE', state: 'waiting' })
  })

  test('is refused at the door with what is wrong, where nothing inside is allowed', async () => {
    house.deps.insideWebhooks = false
    for (const [url, code] of [
      ['http://dossier.example.nl/', 'url.not_https'],
      ['https://10.0.0.1/', 'url.inside'],
      ['dossier', 'url.malformed'],
      ['', 'text.required'],
    ]) {
      const answer = await c.post(admin, '/partners/webhook', { url })
      expect([url, answer.body.errors]).toEqual([url, [expect.objectContaining({ pointer: '/url', code })]])
    }
    house.deps.insideWebhooks = true
  })

  test('that takes the place of another has a secret of its own; what waited there is not told any more', async () => {
    const first = await connect()
    await c.post(admin, '/partners/webhook/test')
    const second = await connect()
    expect(first).not.toBe(second)
    await tellSystems(house.deps)
    expect(system.heard).toEqual([])
    expect((await page()).deliveries[0]).toMatchObject({ state: 'given_up', answer: 'stopped' })
    expect((await c.post(admin, '/partners/webhook/stop')).status).toBe(204)
    expect((await page()).webhook).toBeNull()
    expect((await c.post(admin, '/partners/webhook/test')).body.code).toBe('webhook.none')
    await c.transfers.offered()
    await tellSystems(house.deps)
    expect(system.heard).toEqual([])
  })

  test('keeps no secret in the database, and only an administrator’s own arranges anything', async () => {
    const secret = await connect()
    const { rows } = await sql<{ row: string }>`select to_jsonb(w)::text as row from account.webhook w`.execute(
      house.db,
    )
    expect(rows.map(({ row }) => row).join()).not.toContain(secret.slice('whsec_'.length, 30))
    const { debts, team } = c.parties
    const attempts = [
      sql`select from sec.make_webhook('https://elders.example/') m where m is not null`,
      sql`select from sec.end_webhook() e where e`,
      sql`select from sec.test_webhook() t where t is not null`,
    ]
    for (const who of [debts, { org: team.org, member: admin.member }])
      for (const attempt of attempts) expect(await asApp(house, who, attempt)).toBe(0)
    expect((await page()).webhook?.url).toBe(system.url)
    expect(await asApp(house, team, sql`select id from account.webhook`)).toBe(0)
    expect(await asApp(house, debts, sql`select id from account.webhook`)).toBe(1)
  })
})

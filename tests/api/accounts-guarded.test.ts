import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashPassword } from '../../api/accounts/password.ts'
import { limits } from '../../api/accounts/actions.ts'
import { createApp } from '../../api/app.ts'
import { unseal } from '../../api/db.ts'
import { type Account, accounts, browser } from '../factories/accounts.ts'
import { type FreshDatabase, freshDatabase, monday } from '../setup/database.ts'

const PASSWORD = 'vier losse woorden samen'
const WRONG = 'vier andere woorden samen'

let house: FreshDatabase
let ask: ReturnType<typeof browser>
let teams: string
let desk: string
let worker: Account
let disabled: Account
let hash: string

beforeAll(async () => {
  house = await freshDatabase()
  ask = browser(createApp(house.deps))
  hash = await hashPassword(PASSWORD)
  const make = accounts(house)
  teams = await make.organization('Sociale Teams')
  desk = await make.desk(teams, 'Team Noord')
  worker = await make.member(teams, { desks: [desk], email: 'noord@voorbeeld.example', passwordHash: hash })
  disabled = await make.member(teams, { passwordHash: hash })
  await house.db.updateTable('account.member').set({ disabled_at: monday }).where('id', '=', disabled.id).execute()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.setNow(monday)
  await house.db.deleteFrom('account.session').execute()
  await sql`delete from account.attempt`.execute(house.db)
})

const signIn = (email: string, password: string, given: Parameters<typeof ask>[2] = {}) =>
  ask('POST', '/api/v1/session', { body: { email, password }, ...given })

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code
const after = (minutes: number) => house.setNow(new Date(monday.getTime() + minutes * 60_000))

describe('guessing', () => {
  const { account, network } = limits
  /** Attempts as if they had been made a minute ago. */
  const tried = async (count: number, attempt: () => Promise<Response>) => {
    await attempt()
    await sql`insert into account.attempt (key, at) select key, ${monday}::timestamptz - interval '1 minute'
      from account.attempt, generate_series(2, ${count})`.execute(house.db)
  }

  test('one account stops for a while at its limit, also for the right password, and says until when', async () => {
    await tried(account.most, () => signIn(worker.email, WRONG))
    const refused = await signIn(worker.email, PASSWORD, { from: '198.51.100.7' })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBe(account.seconds - 60)
    expect(await codeOf(refused)).toBe('too_many_attempts')
    expect(await house.db.selectFrom('account.session').selectAll().execute()).toEqual([])
  })

  test('and never for good: trying on does not prolong it', async () => {
    await tried(account.most, () => signIn(worker.email, WRONG))
    after(10)
    for (let i = 0; i < account.most; i += 1)
      expect((await signIn(worker.email, WRONG, { from: '198.51.100.7' })).status).toBe(429)
    after(account.seconds / 60 + 0.1)
    expect((await signIn(worker.email, PASSWORD)).status).toBe(201)
  })

  test('a hundred guesses at once are a hundred: no more are looked at than the limit allows', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        signIn('niemand@voorbeeld.example', `${WRONG} ${i}`, { from: `203.0.113.${i}` }),
      ),
    )
    const statuses = answers.map((answer) => answer.status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(account.most)
    expect(statuses.filter((status) => status === 429)).toHaveLength(100 - account.most)
  }, 120_000)

  test('an unknown account is limited like a known one', async () => {
    await tried(account.most, () => signIn('niemand@voorbeeld.example', WRONG))
    expect((await signIn('niemand@voorbeeld.example', WRONG, { from: '198.51.100.7' })).status).toBe(429)
  })

  test('one network that tries many accounts stops, and another network does not', async () => {
    await tried(network.most, () => signIn('niemand@voorbeeld.example', WRONG, { from: '2001:db8:1:2::1' }))
    expect((await signIn(worker.email, PASSWORD, { from: '2001:db8:1:2:ffff::9' })).status).toBe(429)
    expect((await signIn(worker.email, PASSWORD, { from: '2001:db8:1:3::1' })).status).toBe(201)
  })

  test('a header that says one is someone else changes nothing', async () => {
    await tried(network.most, () => signIn('niemand@voorbeeld.example', WRONG))
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'true-client-ip']) {
      expect((await signIn(worker.email, PASSWORD, { headers: { [header]: '203.0.113.77' } })).status).toBe(429)
    }
  })

  test('who gets in starts with a clean sheet', async () => {
    await tried(account.most - 1, () => signIn(worker.email, WRONG))
    expect((await signIn(worker.email, PASSWORD, { from: '198.51.100.7' })).status).toBe(201)
    expect((await signIn(worker.email, WRONG, { from: '198.51.100.7' })).status).toBe(401)
    expect((await signIn(worker.email, WRONG, { from: '198.51.100.7' })).status).toBe(401)
  })

  test('the table of attempts holds no address and no network', async () => {
    await signIn(worker.email, WRONG, { from: '198.51.100.7' })
    const { rows } = await sql<{ key: Buffer }>`select key from account.attempt`.execute(house.db)
    expect(rows).toHaveLength(2)
    expect(rows.every(({ key }) => key.length === 32)).toBe(true)
  })
})

describe('what the database itself refuses', () => {
  const asApp = <T>(
    settings: Record<string, string>,
    work: (
      tx: Parameters<Parameters<ReturnType<ReturnType<typeof unseal>['transaction']>['execute']>[0]>[0],
    ) => Promise<T>,
  ) =>
    unseal(house.deps.care)
      .transaction()
      .execute(async (tx) => {
        for (const [name, value] of Object.entries(settings))
          await sql`select set_config(${name}, ${value}, true)`.execute(tx)
        return work(tx)
      })

  test('a colleague reads no hash of a password, not one own and not another', async () => {
    const reading = asApp({ 'app.org': teams, 'app.user': worker.id }, (tx) =>
      sql`select password_hash from account.member`.execute(tx),
    )
    await expect(reading).rejects.toMatchObject({ code: '42501' })
    const { rows } = await asApp({ 'app.org': teams, 'app.user': worker.id }, (tx) =>
      sql<{ hash: string | null }>`select sec.password_of_login() as hash`.execute(tx),
    )
    expect(rows).toEqual([{ hash: null }])
  })

  test.each([
    ['another account', () => ({ login: worker.email, member: disabled.id })],
    ['a disabled account', () => ({ login: disabled.email, member: disabled.id })],
    ['an account without signing in', () => ({ login: '', member: worker.id })],
  ])('no session opens for %s', async (_, who) => {
    const { login, member } = who()
    const id = 'a'.repeat(64)
    const opening = asApp({ 'app.login': login, 'app.session': id }, (tx) =>
      tx
        .insertInto('account.session')
        .values({
          id,
          member_id: member,
          expires_at: new Date(monday.getTime() + 60_000),
          ends_at: new Date(monday.getTime() + 60_000),
        })
        .execute(),
    )
    await expect(opening).rejects.toMatchObject({ code: '42501' })
  })

  test('without a context there are no accounts, sessions or desks of people', async () => {
    for (const table of ['account.member', 'account.session', 'account.desk_member'] as const) {
      const rows = await asApp({}, (tx) =>
        tx
          .selectFrom(table)
          .select(sql`1`.as('one'))
          .execute(),
      )
      expect(rows).toEqual([])
    }
  })
})

describe('colleagues', () => {
  test('are the active accounts of the own organisation, and no others', async () => {
    const make = accounts(house)
    const elsewhere = await make.organization()
    await make.member(elsewhere)
    const other = await make.organization()
    const colleague = await make.member(other, { name: 'Balie', desks: [await make.desk(other)] })
    const asking = await make.member(other, { name: 'Aanmelding' })
    const gone = await make.member(other, { name: 'Vertrokken' })
    await house.db.updateTable('account.member').set({ disabled_at: monday }).where('id', '=', gone.id).execute()

    const response = await ask('GET', '/api/v1/colleagues', { cookie: await make.session(asking) })
    const { colleagues } = (await response.json()) as { colleagues: { id: string; name: string; desks: string[] }[] }
    expect(colleagues.map(({ id, name }) => ({ id, name }))).toEqual([
      { id: asking.id, name: 'Aanmelding' },
      { id: colleague.id, name: 'Balie' },
    ])
    expect(Object.keys(colleagues[0] ?? {})).toEqual(['id', 'name', 'desks'])
  })

  test('are nobody else’s business', async () => {
    expect((await ask('GET', '/api/v1/colleagues')).status).toBe(401)
    const make = accounts(house)
    const policy = await make.member(teams, { roles: ['policy_officer'] })
    expect((await ask('GET', '/api/v1/colleagues', { cookie: await make.session(policy) })).status).toBe(403)
  })
})

test('signing in and out from another site is refused', async () => {
  for (const method of ['POST', 'DELETE']) {
    const response = await ask(method, '/api/v1/session', {
      headers: { 'sec-fetch-site': 'cross-site' },
      body: { email: worker.email, password: PASSWORD },
    })
    expect(response.status).toBe(403)
    expect(response.headers.get('set-cookie')).toBeNull()
  }
})

test('keys for systems are arranged from our own pages only: what a system itself asks goes by another path', async () => {
  const foreign = { body: {}, headers: { 'sec-fetch-site': 'cross-site' } }
  expect(await codeOf(await ask('POST', '/api/v1/partners/keys', foreign))).toBe('origin.foreign')
  expect(await codeOf(await ask('POST', '/api/v1/partner/transfers', foreign))).not.toBe('origin.foreign')
})

import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashPassword } from '../../api/accounts/password.ts'
import { createApp } from '../../api/app.ts'
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

const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
const sessions = () => house.db.selectFrom('account.session').selectAll().execute()
const after = (minutes: number) => house.setNow(new Date(monday.getTime() + minutes * 60_000))

describe('signing in', () => {
  test('with the right password gives who one is and a cookie that only our pages send', async () => {
    const response = await signIn(' Noord@Voorbeeld.example ', PASSWORD)
    expect(response.status).toBe(201)
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-sessie=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const who = {
      userId: worker.id,
      name: 'Team Noord, aanmelding',
      organization: { id: teams, name: 'Sociale Teams' },
      roles: ['worker'],
      may: expect.arrayContaining(['work.read', 'transfer.send']),
      desks: [{ id: desk, name: 'Team Noord' }],
      byLink: false,
      secondsLeft: 1800,
    }
    expect(await response.json()).toEqual(who)
    const again = await ask('GET', '/api/v1/session', { cookie: cookieOf(response) })
    expect(await again.json()).toEqual(who)
    expect(again.headers.get('cache-control')).toBe('no-store')
  })

  test('the table of sessions holds the hash of the token and nothing to sign in with', async () => {
    const token = cookieOf(await signIn(worker.email, PASSWORD)).split('=')[1] ?? ''
    const rows = await sessions()
    expect(rows.map((row) => row.id)).toEqual([createHash('sha256').update(token).digest('hex')])
    expect(JSON.stringify(rows)).not.toContain(token)
    // The hash itself opens nothing.
    expect((await ask('GET', '/api/v1/session', { cookie: `__Host-sessie=${rows[0]?.id}` })).status).toBe(401)
  })

  test('a wrong password, an unknown address and a disabled account get the same answer', async () => {
    const answers = await Promise.all([
      signIn(worker.email, WRONG),
      signIn('niemand@voorbeeld.example', PASSWORD),
      signIn(disabled.email, PASSWORD),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401])
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
    const headers = answers.map((answer) => [...answer.headers].filter(([name]) => name !== 'x-request-id'))
    expect(headers[1]).toEqual(headers[0])
    expect(headers[2]).toEqual(headers[0])
    expect(await sessions()).toEqual([])
  })

  test('after the same work: an unknown address is hashed as well', async () => {
    // In time of the processor, which other work on this machine does not change.
    const work = async (email: string) => {
      const before = process.cpuUsage()
      for (let i = 0; i < 3; i += 1) await signIn(email, WRONG, { from: `192.0.2.${10 + i}` })
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    await signIn('eerste@voorbeeld.example', WRONG)
    const [known, unknown] = [await work(worker.email), await work('niemand@voorbeeld.example')]
    expect(unknown).toBeGreaterThan(known / 2)
    expect(unknown).toBeLessThan(known * 2)
  })

  test('gives a new token, and the one the browser had before is worth nothing any more', async () => {
    const first = cookieOf(await signIn(worker.email, PASSWORD))
    const second = cookieOf(await signIn(worker.email, PASSWORD, { cookie: first }))
    expect(second).not.toBe(first)
    expect((await ask('GET', '/api/v1/session', { cookie: first })).status).toBe(401)
    expect((await ask('GET', '/api/v1/session', { cookie: second })).status).toBe(200)
  })

  test('a token that somebody chose beforehand is not taken over', async () => {
    const planted = `__Host-sessie=${randomBytes(32).toString('base64url')}`
    expect(cookieOf(await signIn(worker.email, PASSWORD, { cookie: planted }))).not.toBe(planted)
    expect((await ask('GET', '/api/v1/session', { cookie: planted })).status).toBe(401)
  })

  test('is in the log with its outcome, and without the address', async () => {
    await house.db.deleteFrom('audit.event').execute()
    await signIn('niemand@voorbeeld.example', WRONG)
    await signIn(worker.email, WRONG)
    await signIn(worker.email, PASSWORD)
    const log = await house.db.selectFrom('audit.event').selectAll().orderBy('at').execute()
    expect(log.map(({ actor, action, result }) => ({ actor, action, result }))).toEqual([
      { actor: null, action: 'POST /session', result: 'account.wrong_credentials' },
      { actor: worker.id, action: 'POST /session', result: 'account.wrong_credentials' },
      { actor: worker.id, action: 'POST /session', result: 'ok' },
    ])
    expect(JSON.stringify(log)).not.toContain('@')
  })

  test.each([
    [{}, ['/email', '/password']],
    [{ email: 'geen adres', password: 'x' }, ['/email']],
    [{ email: 'a@b', password: '' }, ['/password']],
    [{ email: 'a@b', password: 'x', roles: ['administrator'] }, ['/roles']],
    [{ email: 'a\u0000@b', password: 'x' }, ['/email']],
    [{ email: ['a@b'], password: { $ne: 1 } }, ['/email', '/password']],
  ])('%j is refused with every fault', async (body, pointers) => {
    const response = await ask('POST', '/api/v1/session', { body })
    expect(response.status).toBe(400)
    const { errors } = (await response.json()) as { errors: { pointer: string }[] }
    expect(errors.map((fault) => fault.pointer)).toEqual(pointers)
  })
})

describe('a session ends', () => {
  const stillIn = async (cookie: string) => (await ask('GET', '/api/v1/session', { cookie })).status === 200

  test('half an hour after the last request', async () => {
    const cookie = cookieOf(await signIn(worker.email, PASSWORD))
    after(29)
    expect(await stillIn(cookie)).toBe(true)
    after(58)
    expect(await stillIn(cookie)).toBe(true)
    after(89)
    expect(await stillIn(cookie)).toBe(false)
    expect(await sessions()).toEqual([])
  })

  test('also when the last request came soon after the one before', async () => {
    const cookie = cookieOf(await signIn(worker.email, PASSWORD))
    after(10)
    expect(await stillIn(cookie)).toBe(true)
    after(39)
    expect(await stillIn(cookie)).toBe(true)
  })

  test('what a page asks by itself does not keep it, and says how long is left', async () => {
    const cookie = cookieOf(await signIn(worker.email, PASSWORD))
    const byItself = { 'Voordeur-Background': '1' }
    const left = async (headers: Record<string, string> = {}) => {
      const response = await ask('GET', '/api/v1/session', { cookie, headers })
      return response.status === 200
        ? ((await response.json()) as { secondsLeft: number }).secondsLeft
        : response.status
    }
    after(20)
    expect(await left(byItself)).toBe(600)
    after(29)
    expect(await left(byItself)).toBe(60)
    expect(await left()).toBe(1800)
    after(58)
    expect(await left(byItself)).toBe(60)
    after(60)
    expect(await left(byItself)).toBe(401)
  })

  test('twelve hours after signing in, however busy', async () => {
    const cookie = cookieOf(await signIn(worker.email, PASSWORD))
    for (let minutes = 20; minutes < 720; minutes += 20) {
      after(minutes)
      expect(await stillIn(cookie)).toBe(true)
    }
    after(720)
    expect(await stillIn(cookie)).toBe(false)
  })

  test('at signing out: the session is gone and the browser is told to forget', async () => {
    const cookie = cookieOf(await signIn(worker.email, PASSWORD))
    const out = await ask('DELETE', '/api/v1/session', { cookie })
    expect(out.status).toBe(204)
    expect(out.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"')
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-sessie=; Max-Age=0;.* Secure/)
    expect(await stillIn(cookie)).toBe(false)
    expect(await sessions()).toEqual([])
    expect((await ask('DELETE', '/api/v1/session', { cookie })).status).toBe(204)
  })

  test('at the next request when the account is disabled', async () => {
    const make = accounts(house)
    const leaving = await make.member(teams)
    const cookie = await make.session(leaving)
    expect(await stillIn(cookie)).toBe(true)
    await house.db.updateTable('account.member').set({ disabled_at: monday }).where('id', '=', leaving.id).execute()
    expect(await stillIn(cookie)).toBe(false)
    expect(await sessions()).toEqual([])
  })

  test('for one browser, and not for another of the same account', async () => {
    const [here, there] = [
      cookieOf(await signIn(worker.email, PASSWORD)),
      cookieOf(await signIn(worker.email, PASSWORD)),
    ]
    await ask('DELETE', '/api/v1/session', { cookie: here })
    expect(await stillIn(there)).toBe(true)
  })

  test.each(['', 'x', '%zz', `${'a'.repeat(43)}`, `'; drop table account.session; --`, 'é'.repeat(43)])(
    'a cookie that holds %j opens nothing',
    async (token) => {
      expect((await ask('GET', '/api/v1/session', { cookie: `__Host-sessie=${encodeURI(token)}` })).status).toBe(401)
      expect((await ask('GET', '/api/v1/session', { headers: { cookie: '__Host-sessie=%zz' } })).status).toBe(401)
    },
  )
})

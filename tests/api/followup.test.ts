import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { limits } from '../../api/followup/actions.ts'
import { hashCode, makeCode } from '../../api/followup/code.ts'
import { publishShell, typeCode } from '../factories/follow-page.ts'
import { monday } from '../setup/database.ts'
import { type RawHouse, rawHouse } from '../setup/raw-sql.ts'

const folder = mkdtempSync(join(tmpdir(), 'voordeur-follow-'))
let raw: RawHouse
let app: ReturnType<typeof createApp>
const logged: unknown[] = []

beforeAll(async () => {
  raw = await rawHouse()
  const { house, school, team, debts } = raw
  publishShell(folder)
  house.setSite(folder)
  house.setNow(new Date())
  const log = { info: (...all: unknown[]) => logged.push(all), error: (...all: unknown[]) => logged.push(all) }
  app = createApp({ ...house.deps, log })
  for (const [party, name] of [
    [school, 'De Linde'],
    [team, 'Teams'],
    [debts, 'Schuld & Hulp <b>'],
  ] as const) {
    await house.db.updateTable('directory.organization').set({ name }).where('id', '=', party.org).execute()
    await house.db.updateTable('directory.desk').set({ phone: '0500 555 010' }).where('id', '=', party.desk).execute()
  }
})
afterAll(async () => {
  await raw.house.close()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  raw.house.setNow(new Date())
  await sql`delete from account.attempt`.execute(raw.house.db)
})

const ask = (typed: string, given: Parameters<typeof typeCode>[2] = {}) => typeCode(app, typed, given)

/** A matter with a code, at its first transfer. */
async function followed() {
  const made = await raw.offered()
  const code = makeCode()
  const hash = hashCode(raw.house.deps.secret, code)
  await raw.run(raw.team, sql`insert into care.follow_code (matter_id, hash) values (${made.matter}, ${hash})`)
  return { ...made, code }
}
const inDutch = (at: Date) =>
  new Intl.DateTimeFormat('nl-NL', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'Europe/Amsterdam',
  }).format(at)

describe('with the code of the card somebody sees', () => {
  test('who has the ball, since when, until when and whom to call', async () => {
    const { code } = await followed()
    const { response, status, text } = await ask(code)
    expect(status).toBe(200)
    expect(text).toContain('[transfer_offered]')
    const until = inDutch(new Date(Date.now() + 3 * 86_400_000 - 1_000))
    expect(text).toContain(
      `Teams | Aanmelding | ${inDutch(new Date())} | ${until} | <a href="tel:0500555010">0500 555 010</a>`,
    )
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  test('however it was typed', async () => {
    const { code } = await followed()
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]) {
      expect((await ask(typed)).text).toContain('[transfer_offered]')
    }
  })

  test('that the ball moves when both have confirmed, and a name stays text', async () => {
    const { code, transfer } = await followed()
    const { debts, team } = raw
    await raw.run(
      debts,
      sql`update care.transfer set status = 'accepted', caseworker = ${debts.member}, contact_by = now() where id = ${transfer}`,
    )
    expect((await ask(code)).text).toContain('[transfer_accepted]Teams')
    await raw.run(debts, sql`update care.transfer set receiver_confirmed_at = now() where id = ${transfer}`)
    await raw.run(
      team,
      sql`update care.transfer set sender_confirmed_at = now(), status = 'handed_over' where id = ${transfer}`,
    )
    expect((await ask(code)).text).toContain('[transfer_handed_over]Schuld &amp; Hulp &lt;b&gt; | Aanmelding')
  })

  test('no content: not the theme, not the place, not what was noticed or asked, no name of a person', async () => {
    const { code } = await followed()
    const { text } = await ask(code)
    for (const word of ['geld', 'lindeveen', 'tekst', 'vraag', 'Huishouden', 'Wgs']) expect(text).not.toContain(word)
  })
})

describe('the same answer for', () => {
  test('an unknown code, one that was switched off, one that has ended and what is no code at all', async () => {
    const [off, ended, closed] = [await followed(), await followed(), await followed()]
    const { team, debts, house } = raw
    await raw.run(
      team,
      sql`update care.follow_code set ended_at = now() - interval '1 second' where matter_id = ${off.matter}`,
    )
    await raw.run(
      team,
      sql`update care.follow_code set ended_at = now() - interval '40 days' where matter_id = ${ended.matter}`,
    )
    for (const step of [
      sql<{
        id: string
      }>`update care.transfer set status = 'declined', reason = 'no_capacity', sender_due_on = current_date + 2
        where id = ${closed.transfer}`,
    ])
      await raw.run(debts, step)
    await raw.run(
      team,
      sql`update care.matter set closed_at = now() - interval '31 days', outcome = 'no_action', feedback = 'x', next_act = null,
        next_act_on = null where id = ${closed.matter}`,
    )
    house.setNow(new Date())
    const answers = []
    for (const typed of [
      off.code,
      ended.code,
      closed.code,
      makeCode(),
      'geen code',
      '',
      'x'.repeat(500),
      `' or 1=1 --`,
    ]) {
      answers.push(await ask(typed, { from: `192.0.2.${answers.length + 10}` }))
    }
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 404))
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
    expect(answers[0]?.text).toContain('[unknown]')
    const headers = answers.map(({ response }) => JSON.stringify([...response.headers]))
    expect(new Set(headers).size).toBe(1)
  })

  test('and both take the same time', async () => {
    const off = await followed()
    await raw.run(
      raw.team,
      sql`update care.follow_code set ended_at = now() - interval '1 day' where matter_id = ${off.matter}`,
    )
    const times: Record<'off' | 'unknown', number[]> = { off: [], unknown: [] }
    const ways = [
      ['off', () => off.code],
      ['unknown', makeCode],
    ] as const
    // In turn, so that other work on this machine slows both.
    for (let i = 0; i < 60; i += 1) {
      for (const [way, typed] of ways) {
        const start = performance.now()
        await ask(typed(), { from: `10.${times[way].length}.${way.length}.1` })
        times[way].push(performance.now() - start)
      }
    }
    const quickest = (list: number[]) => list.sort((a, b) => a - b)[3] ?? 0
    expect(Math.abs(quickest(times.off) - quickest(times.unknown))).toBeLessThan(5)
  })
})

describe('guessing', () => {
  test('is slowed down and then refused for a while, per network, with a page that says so', async () => {
    const { code } = await followed()
    await ask(makeCode())
    await sql`insert into account.attempt (key, at) select key, at from account.attempt,
      generate_series(2, ${limits.network.free})`.execute(raw.house.db)
    const start = performance.now()
    await ask(makeCode())
    expect(performance.now() - start).toBeGreaterThan(limits.network.stepMs - 1)
    await sql`insert into account.attempt (key, at) select key, min(at) from account.attempt,
      generate_series(1, ${limits.network.most}) group by key, generate_series`.execute(raw.house.db)
    const refused = await ask(code)
    expect(refused.status).toBe(429)
    expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.text).toContain('[too many] een kwartier')
    expect((await ask(code, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(429)
    expect((await ask(code, { from: '198.51.100.9' })).status).toBe(200)
    raw.house.setNow(new Date(Date.now() + 16 * 60_000))
    expect((await ask(code)).status).toBe(200)
  })
})

test('the login of the follow page reads no table and executes nothing else', async () => {
  const { follow } = raw.house.deps
  const { rows } = await sql<{ name: string }>`select c.oid::regclass::text as name from pg_class c
    where c.relkind in ('r', 'v', 'm', 'p') and c.relnamespace::regnamespace::text in
      ('directory', 'account', 'care', 'audit', 'outbox') and has_table_privilege(c.oid, 'select')`.execute(follow)
  expect(rows).toEqual([])
  const functions = await sql<{ name: string }>`select p.proname as name from pg_proc p
    where p.pronamespace = 'sec'::regnamespace and has_function_privilege(p.oid, 'execute') order by 1`.execute(follow)
  expect(functions.rows.map(({ name }) => name)).toEqual([
    'attempt',
    'follow_answer',
    'follow_file',
    'follow_say',
    'follow_view',
  ])
})

test('each question is in the log by its outcome, and the code is nowhere: not in the log, not in the database', async () => {
  const { code, matter } = await followed()
  await raw.house.db.deleteFrom('audit.event').execute()
  await ask(code)
  const unknown = makeCode()
  await ask(unknown)
  const log = await raw.house.db.selectFrom('audit.event').selectAll().orderBy('at').execute()
  expect(log.map(({ action, result, object_ids }) => ({ action, result, object_ids }))).toEqual([
    { action: 'follow.read', result: 'ok', object_ids: [matter] },
    { action: 'follow.read', result: 'not_found', object_ids: [] },
  ])
  const codes = await sql`select * from care.follow_code`.execute(raw.house.db)
  const everything = JSON.stringify([log, codes.rows, logged])
  for (const each of [code, unknown, code.replaceAll('-', '')]) expect(everything).not.toContain(each)
})

test('a form of another site is refused, and so is a code in the address', async () => {
  const { code } = await followed()
  expect((await ask(code, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  const read = await app.request(`/volgen/?code=${code}`)
  expect(await read.text()).not.toContain('[transfer_offered]')
})

test('before anything is published the answer says to try again', async () => {
  raw.house.setSite(null)
  expect((await ask(makeCode())).status).toBe(503)
  raw.house.setSite(folder)
  raw.house.setNow(monday)
})

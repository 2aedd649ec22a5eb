/** Reporting an error: what is kept, who may read it, what is refused. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { connect } from '../../api/db.ts'
import { limits } from '../../api/reports/actions.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
const folder = mkdtempSync(join(tmpdir(), 'voordeur-reports-'))

beforeAll(async () => {
  house = await freshDatabase()
  mkdirSync(join(folder, 'shells'), { recursive: true })
  const states = ['thanks', 'invalid', 'bsn', 'too_many_attempts']
  writeFileSync(join(folder, 'shells/fout-melden.html'), states.map((s) => `<!--if:${s}-->[${s}]<!--/if-->`).join(''))
  house.setSite(folder)
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await house.close()
})

const asOwner = <T>(work: (tx: FreshDatabase['db']) => Promise<T>) =>
  house.migrator.transaction().execute(async (tx) => {
    await sql`set local role voordeur_own`.execute(tx)
    await sql`set local row_security = off`.execute(tx).catch(() => undefined)
    return work(tx)
  })

beforeEach(() => asOwner((tx) => sql`alter table care.error_report no force row level security`.execute(tx)))

const kept = () =>
  asOwner(
    async (tx) =>
      (
        await sql<{ about: string; kind: string; words: string; answer_to: string | null }>`
          select about, kind, words, answer_to from care.error_report order by reported_at`.execute(tx)
      ).rows,
  )

async function send(fields: Record<string, string>, given: { from?: string; headers?: Record<string, string> } = {}) {
  const app = createApp(house.deps)
  const socket = { remoteAddress: given.from ?? '192.0.2.7', remotePort: 40_000, remoteFamily: 'IPv4' }
  const headers = {
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
    ...given.headers,
  }
  const body = new URLSearchParams(fields).toString()
  const response = await app.request('/fout-melden/', { method: 'POST', headers, body }, { incoming: { socket } })
  return { status: response.status, text: await response.text(), headers: response.headers }
}
const report = { over: '/aanbod/hulp-bij-schulden/', soort: 'phone', tekst: 'Het is nu 0500-550199.', antwoord: '' }

test('what somebody found is kept as it was said, an address only when they left one', async () => {
  expect(await send(report)).toMatchObject({ status: 200, text: '[thanks]' })
  await send({ ...report, soort: 'stopped', tekst: '', antwoord: 'lezer@voorbeeld.example' })
  await send({ ...report, soort: 'hours', tekst: '', telefoon: '0500 55 01 99' })
  await send({ ...report, soort: 'text', tekst: '', antwoord: 'lezer@voorbeeld.example', telefoon: '0500 55 01 99' })
  expect(await kept()).toEqual([
    { about: report.over, kind: 'phone', words: report.tekst, answer_to: null },
    { about: report.over, kind: 'stopped', words: '', answer_to: 'lezer@voorbeeld.example' },
    { about: report.over, kind: 'hours', words: '', answer_to: '0500 55 01 99' },
    // Of two ways one is kept, as the form says.
    { about: report.over, kind: 'text', words: '', answer_to: 'lezer@voorbeeld.example' },
  ])
})

test('who writes one reads none, and no login but that of the clock sees the table', async () => {
  await asOwner((tx) => sql`alter table care.error_report force row level security`.execute(tx))
  const app = connect(house.urls.app, 1)
  const { rows } = await sql`select * from care.error_report`.execute(app).finally(() => app.destroy())
  expect(rows).toEqual([])
  for (const login of ['public', 'publisher', 'follow'] as const) {
    const pool = connect(house.urls[login], 1)
    await expect(sql`select 1 from care.error_report`.execute(pool).finally(() => pool.destroy())).rejects.toThrow(
      /permission denied/,
    )
  }
})

describe('refused, and nothing is kept', () => {
  test.each<[string, Record<string, string>, string]>([
    ['nothing it is about', { ...report, over: ' ' }, '[invalid]'],
    ['an unknown kind', { ...report, soort: 'grap' }, '[invalid]'],
    ['something else, without saying what', { ...report, soort: 'other', tekst: ' ' }, '[invalid]'],
    ['more than a thousand signs', { ...report, tekst: 'x'.repeat(1001) }, '[invalid]'],
    ['a field of their own', { ...report, rol: 'beheerder' }, '[invalid]'],
    ['a sign that no person types', { ...report, tekst: 'a\u0000b' }, '[invalid]'],
    ['a BSN', { ...report, tekst: 'mijn nummer is 111222333' }, '[bsn]'],
  ])('%s', async (_, fields, text) => {
    const before = (await kept()).length
    expect(await send(fields)).toMatchObject({ status: 400, text })
    expect(await kept()).toHaveLength(before)
  })

  test('from another site, or as something that no form sends', async () => {
    expect((await send(report, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect((await send(report, { headers: { 'content-type': 'application/json' } })).status).toBe(415)
  })

  test('more than a body may be', async () => {
    expect((await send({ ...report, tekst: 'x'.repeat(30_000) })).status).toBe(413)
  })

  test('too many from one network; another network goes on', async () => {
    const most = limits.network.most
    const answers = await Promise.all(Array.from({ length: most + 3 }, () => send(report, { from: '198.51.100.9' })))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3)
    expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/)
    expect((await send(report, { from: '203.0.113.5' })).status).toBe(200)
  })
})

/** What a partner's own system may take over, in pages that hold their place while the list changes. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSecret, makeSecret } from '../../api/partners/key.ts'
import { readCursor, writeCursor } from '../../api/transfers/cursor.ts'
import type { ReceivedView } from '../../api/transfers/schema.ts'
import { knowKey } from '../factories/accounts.ts'
import { type Answer, type Care, care } from '../factories/care.ts'
import { freshDatabase, type FreshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
let secret: string
/** Seven that were accepted, in the order in which they were made; the last three at the same moment. */
const made: string[] = []

beforeAll(async () => {
  house = await freshDatabase()
  house.setNow(new Date())
  c = await care(house)
  for (let n = 0; n < 7; n += 1) made.push((await c.transfers.accepted()).id)
  await sql`alter table care.transfer disable trigger user`.execute(house.db)
  for (const [index, id] of made.entries()) {
    // Closer together than a date of JavaScript can tell.
    const after = Math.min(index, 4)
    await sql`update care.transfer set created_at = timestamptz '2026-11-20 10:00Z' + ${after} * interval '1 microsecond'
      where id = ${id}`.execute(house.db)
  }
  await sql`alter table care.transfer enable trigger user`.execute(house.db)
  made.push(...made.splice(4).toSorted())
  secret = makeSecret()
  await knowKey(
    house,
    { organization: c.parties.debts.org, member: c.parties.debts.member },
    ['copy'],
    hashSecret(secret),
  )
})
afterAll(() => house.close())

async function page(query: string): Promise<Answer<ReceivedView>> {
  const response = await c.ask('GET', `/api/v1/partner/transfers${query}`, {
    headers: { authorization: `Bearer ${secret}` },
  })
  return { status: response.status, body: (await response.json()) as Answer<ReceivedView>['body'] }
}
const ids = ({ body }: Answer<ReceivedView>) => body.transfers.map(({ id }) => id)

test.each([1, 2, 3, 6, 7, 100])('pages of %i hold all of it once, in order, and end', async (limit) => {
  const read: string[] = []
  let after = ''
  for (let pages = 0; ; pages += 1) {
    expect(pages).toBeLessThan(8)
    const answer = await page(`?limit=${limit}${after && `&after=${after}`}`)
    expect(ids(answer).length).toBeLessThanOrEqual(limit)
    read.push(...ids(answer))
    if (!answer.body.next) break
    after = answer.body.next
  }
  expect(read).toEqual(made)
})

test('without a word it is a page of a hundred', async () => {
  expect((await page('')).body).toMatchObject({ transfers: made.map((id) => ({ id })), next: null })
})

test('what leaves the list between two pages, also the last one that was read, moves nothing', async () => {
  const first = await page('?limit=3')
  await c.step(c.parties.debts, `/transfers/${made[2]}/return`, { reason: 'no_capacity' })
  await c.step(c.parties.debts, `/transfers/${made[3]}/return`, { reason: 'no_capacity' })
  expect(ids(await page(`?after=${first.body.next}`))).toEqual(made.slice(4))
})

test.each([
  ['?limit=0', '/limit', 'limit.invalid'],
  ['?limit=201', '/limit', 'limit.invalid'],
  ['?limit=x', '/limit', 'limit.invalid'],
  ['?after=x', '/after', 'cursor.invalid'],
  [`?after=${Buffer.from("1.'; drop table").toString('base64url')}`, '/after', 'cursor.invalid'],
  [`?after=${'A'.repeat(300)}`, '/after', 'cursor.invalid'],
])('%s is refused at the door', async (query, pointer, code) => {
  expect((await page(query)).body.errors).toContainEqual(expect.objectContaining({ pointer, code }))
})

test('a cursor of another leads to nothing of theirs', async () => {
  const at = { at: '0', id: '00000000-0000-4000-8000-000000000000' }
  expect(readCursor(writeCursor(at))).toEqual(at)
  const other = await c.transfers.accepted({ to: c.parties.welfare })
  expect(ids(await page(`?after=${writeCursor(at)}`))).not.toContain(other.id)
})

/** Every forgery of `cases/forgeries.ts` is refused, and leaves things as they were. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attemptForgery, forgeries } from '../cases/forgeries.ts'
import { type RawHouse, rawHouse } from '../setup/raw-sql.ts'

let raw: RawHouse
beforeAll(async () => {
  raw = await rawHouse()
})
afterAll(() => raw.house.close())

describe('forgeries of the app’s login', () => {
  test.each(forgeries)('$name: refused, and nothing moved', async (forgery) => {
    const { held, why } = await attemptForgery(raw, forgery)
    expect(held, why).toBe(true)
  })

  test('a second open offer: refused by the table itself', async () => {
    const { team, stranger, basis, run } = raw
    const { matter } = await raw.offered()
    await basis(team, matter, stranger)
    const { rows } = await run(
      team,
      sql`insert into care.transfer (matter_id, receiver_org, receiver_desk, urgency, request)
        values (${matter}, ${stranger.org}, ${stranger.desk}, 'normal', 'x') returning id`,
    )
    const offer = run(
      team,
      sql`update care.transfer set status = 'offered', answer_by = now() where id = ${rows[0]!.id}`,
    )
    await expect(offer).rejects.toThrow('transfer_one_open_per_matter')
  })
})

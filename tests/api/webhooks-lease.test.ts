/** What is being told is nobody else's until its lease is over; whoever is killed while telling is missed after it. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LEASE_SECONDS } from '../../api/outbox/queries.ts'
import { tellSystems } from '../../api/partners/deliver.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { System } from '../factories/partner-system.ts'
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
  await c.post(admin, '/partners/webhook', { url: system.url })
})
afterAll(async () => {
  system.close()
  await house.close()
})

const heardOf = () => system.heard.map(({ headers }) => headers['webhook-id'])
async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 20) {
    if (waited > 10_000) throw new Error('it did not come to that')
    await pause(20)
  }
}
/** Moves the moment at which the lease is over. */
const leaseEndsIn = (seconds: number) =>
  sql`update outbox.delivery set leased_until = now() + make_interval(secs => ${seconds}) where sent_at is null`.execute(
    house.db,
  )
const row = async () =>
  (
    await sql<{ attempts: number; sent: boolean; lease: number | null }>`
      select attempts, sent_at is not null as sent, extract(epoch from leased_until - now())::float as lease
      from outbox.delivery order by seq desc limit 1`.execute(house.db)
  ).rows[0]

test('a runner that is killed while it tells: nobody tells it within the lease, one of two does after it', async () => {
  system.answer = 0
  await c.post(admin, '/partners/webhook/test')
  const runner = fork(new URL('../faults/tell-process.ts', import.meta.url), [
    house.urls.jobs,
    Buffer.from(house.deps.secret).toString('base64'),
  ])
  await until(() => system.heard.length === 1)
  // It is telling now: no other takes it.
  expect(await tellSystems(house.deps)).toBe(0)
  runner.kill('SIGKILL')
  await once(runner, 'exit')

  system.answer = 204
  const left = await row()
  expect(left).toMatchObject({ attempts: 1, sent: false })
  expect(left?.lease).toBeGreaterThan(LEASE_SECONDS - 30)
  expect(left?.lease).toBeLessThanOrEqual(LEASE_SECONDS)
  await leaseEndsIn(5)
  expect(await tellSystems(house.deps)).toBe(0)
  expect(system.heard).toHaveLength(1)

  await leaseEndsIn(0)
  await pause(5)
  const told = await Promise.all([tellSystems(house.deps), tellSystems(house.deps)])
  expect(told.toSorted()).toEqual([0, 1])
  expect(heardOf(), 'the same thing, by its name').toEqual([heardOf()[0], heardOf()[0]])
  expect(await row()).toMatchObject({ attempts: 2, sent: true, lease: null })
})

test('what waits for a slow answer is told by nobody else; what is beside it is', async () => {
  system.heard = []
  system.answer = 0
  await c.post(admin, '/partners/webhook/test')
  const slow = fork(new URL('../faults/tell-process.ts', import.meta.url), [
    house.urls.jobs,
    Buffer.from(house.deps.secret).toString('base64'),
  ])
  await until(() => system.heard.length === 1)
  system.answer = 204
  await c.post(admin, '/partners/webhook/test')
  expect((await Promise.all([tellSystems(house.deps), tellSystems(house.deps)])).toSorted()).toEqual([0, 1])
  expect([heardOf().length, new Set(heardOf()).size]).toEqual([2, 2])
  slow.kill('SIGKILL')
  await once(slow, 'exit')
})

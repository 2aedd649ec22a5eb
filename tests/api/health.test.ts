import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { connect, type DirectoryTables, type JobsTables } from '../../api/db.ts'
import { type HealthView, healthSchema } from '../../api/health/schema.ts'
import { promise } from '../../api/outbox/queries.ts'
import { browser } from '../factories/accounts.ts'
import { type FreshDatabase, freshDatabase, monday } from '../setup/database.ts'

let house: FreshDatabase
beforeAll(async () => {
  house = await freshDatabase()
})
afterAll(() => house.close())
beforeEach(() => house.db.deleteFrom('outbox.message').execute())

const promised = () =>
  house.deps.jobs
    .transaction()
    .execute((tx) =>
      promise(tx, 'signal.send', randomUUID(), { organizationId: randomUUID(), memberId: randomUUID() }, 1),
    )

describe('the health report', () => {
  const health = async (deps = house.deps) => {
    const response = await browser(createApp(deps))('GET', '/api/v1/health')
    return { status: response.status, body: healthSchema.strict().parse(await response.json()) as HealthView }
  }

  test('says that all is well, with the backlog of the mail', async () => {
    expect(await health()).toEqual({
      status: 200,
      body: {
        status: 'ok',
        database: 'ok',
        search: 'embedded',
        searchTrouble: null,
        outbox: { waiting: 0, givenUp: 0, oldestSeconds: 0 },
        stuckJobs: 0,
        revision: null,
      },
    })
    await promised()
    expect((await health()).body.outbox).toMatchObject({ waiting: 1 })
  })

  test('shows what waits too long and what was given up', async () => {
    await promised()
    await sql`update outbox.message set created_at = now() - interval '1 hour'`.execute(house.db)
    expect((await health()).body).toMatchObject({
      status: 'degraded',
      outbox: { oldestSeconds: expect.closeTo(3600, -1) },
    })
    await sql`update outbox.message set failed_at = now()`.execute(house.db)
    expect((await health()).body).toMatchObject({ status: 'degraded', outbox: { waiting: 0, givenUp: 1 } })
  })

  test('says which revision is newest', async () => {
    await house.db
      .insertInto('directory.revision')
      .values({ number: 7, published_at: monday, content_hash: 'x', site_hash: 'x', counts: '{}' })
      .execute()
    expect((await health()).body.revision).toBe(7)
  })

  test('says within seconds that the database is gone', async () => {
    const nowhere = 'postgres://nobody:x@127.0.0.1:1/none'
    const [jobs, publicDb] = [connect<JobsTables>(nowhere, 1), connect<DirectoryTables>(nowhere, 1)]
    const answer = await health({ ...house.deps, jobs, publicDb })
    expect(answer).toMatchObject({ status: 503, body: { status: 'down', database: 'down' } })
    await Promise.all([jobs.destroy(), publicDb.destroy()])
  })
})

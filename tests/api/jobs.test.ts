import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isQuick, runOnce, startJobs } from '../../api/jobs/loop.ts'
import { stepsOf } from '../../api/jobs/steps.ts'
import { openMail } from '../../api/outbox/mail.ts'
import { promise } from '../../api/outbox/queries.ts'
import { type Account, accounts } from '../factories/accounts.ts'
import { type FreshDatabase, freshDatabase, monday } from '../setup/database.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'voordeur-jobs-'))
const mail = openMail({ smtpUrl: null, mailFrom: 'voordeur@voorbeeld.example', dataDir, publicUrl: 'http://localhost' })
let house: FreshDatabase
let member: Account

beforeAll(async () => {
  house = await freshDatabase()
  const make = accounts(house)
  member = await make.member(await make.organization())
})
afterAll(async () => {
  mail.close()
  await house.close()
  rmSync(dataDir, { recursive: true })
})
beforeEach(() => house.db.deleteFrom('outbox.message').execute())

const promised = () =>
  house.deps.jobs
    .transaction()
    .execute((tx) =>
      promise(tx, 'signal.send', randomUUID(), { organizationId: member.organizationId, memberId: member.id }, 1),
    )
const mails = () => readdirSync(join(dataDir, 'mail')).length
const until = async (holds: () => Promise<boolean>) => {
  const end = Date.now() + 5_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not happen')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
const unsent = async () =>
  (await house.db.selectFrom('outbox.message').select('id').where('sent_at', 'is', null).execute()).length

describe('the clock', () => {
  test('delivers what was promised, also when two processes run it, each mail once', async () => {
    for (let i = 0; i < 20; i += 1) await promised()
    const two = [
      startJobs(stepsOf(house.deps, mail).filter(isQuick), house.deps.log),
      startJobs(stepsOf(house.deps, mail).filter(isQuick), house.deps.log),
    ]
    await until(async () => (await unsent()) === 0)
    await Promise.all(two.map((jobs) => jobs.stop()))
    expect(mails()).toBe(20)
    const { rows } = await sql<{ most: number }>`select max(attempts) as most from outbox.message`.execute(house.db)
    expect(rows[0]?.most).toBe(1)
  })

  test('stops at once when it waits, and after what it is doing when it works', async () => {
    let finished = 0
    const slow = {
      name: 'slow',
      everySeconds: 60,
      run: async () => {
        await new Promise((resolve) => setTimeout(resolve, 100))
        return (finished += 1)
      },
    }
    const jobs = startJobs([slow, { name: 'waits', everySeconds: 60, run: async () => 0 }], house.deps.log)
    const start = performance.now()
    await jobs.stop()
    expect(finished).toBe(1)
    expect(performance.now() - start).toBeLessThan(1_000)
  })

  test('goes on with the other steps when one fails, and logs no data', async () => {
    const logged: unknown[] = []
    const log = { info: () => undefined, error: (...all: unknown[]) => void logged.push(all) }
    const failing = {
      name: 'fails',
      everySeconds: 1,
      run: () => Promise.reject(Object.assign(new Error('secret'), { code: '23505' })),
    }
    await promised()
    expect(await runOnce([failing, ...stepsOf(house.deps, mail)], log)).toMatchObject({ fails: 0, deliver: 1 })
    expect(logged).toEqual([[{ step: 'fails', code: '23505' }, 'a job failed']])
  })

  test('removes sessions that have ended and leaves the others', async () => {
    const make = accounts(house)
    await make.session(member)
    house.setNow(new Date(monday.getTime() + 31 * 60_000))
    await make.session(member)
    await runOnce(stepsOf(house.deps, mail), house.deps.log)
    expect(await house.db.selectFrom('account.session').select('id').execute()).toHaveLength(1)
    house.setNow(monday)
  })

  test('reads nothing that a person wrote', async () => {
    for (const column of ['noticed', 'tried', 'feedback', 'withdrawal_asked']) {
      const reading = sql`select ${sql.id(column)} from care.signal`.execute(house.deps.jobs)
      await expect(reading).rejects.toMatchObject({ code: '42501' })
    }
    await expect(sql`select * from care.person`.execute(house.deps.jobs)).rejects.toMatchObject({ code: '42501' })
    await expect(sql`select password_hash from account.member`.execute(house.deps.jobs)).rejects.toMatchObject({
      code: '42501',
    })
  })
})

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asOwner } from '../../api/accounts/create.ts'
import { demoAccounts, demoPassword, loadDemoAccounts } from '../../api/accounts/demo.ts'
import { passwordFault } from '../../api/accounts/password.ts'
import { createApp } from '../../api/app.ts'
import { desks, organizations } from '../../api/demo/ids.ts'
import { accounts, browser } from '../factories/accounts.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let house: FreshDatabase
const dataDir = mkdtempSync(join(tmpdir(), 'voordeur-account-'))

beforeAll(async () => {
  house = await freshDatabase()
  await accounts(house).organization('Gemeente Ergens')
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true })
})

function account(input: string, ...given: string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, DATABASE_URL: house.url, DATA_DIR: dataDir, SECRET_KEY: inject('cluster').secret }
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['api/accounts/account-cli.ts', ...given],
      { env },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), out: stdout + stderr }),
    )
    child.stdin?.end(input)
  })
}
const beheer = ['--email', 'Beheer@Ergens.example', '--name', 'Beheerder', '--organization', 'gemeente ergens']

test('the first administrator is made from the command line and can sign in', async () => {
  const { code, out } = await account('vier losse woorden samen\n', ...beheer, '--role', 'administrator')
  expect(out).toContain('The account beheer@ergens.example of Gemeente Ergens can sign in as administrator.')
  expect(out).not.toContain('vier losse')
  expect(code).toBe(0)
  const ask = browser(createApp(house.deps))
  const body = { email: 'beheer@ergens.example', password: 'vier losse woorden samen' }
  const response = await ask('POST', '/api/v1/session', { body })
  expect(response.status).toBe(201)
  expect(await response.json()).toMatchObject({ name: 'Beheerder', roles: ['administrator'] })
})

test.each([
  ['an easy password', 'welkom2026!!\n', [...beheer, '--role', 'administrator'], 'tried first'],
  ['no password', '', [...beheer, '--role', 'administrator'], 'No password'],
  ['an unknown role', 'vier losse woorden samen\n', [...beheer, '--role', 'koning'], 'Roles: worker'],
  ['no role', 'vier losse woorden samen\n', beheer, 'Roles: worker'],
  [
    'an organisation that is not there',
    'vier losse woorden samen\n',
    ['--email', 'a@b.example', '--name', 'X', '--organization', 'Nergens', '--role', 'worker'],
    'no organisation of that name',
  ],
  ['a password as argument', 'x\n', [...beheer, '--role', 'worker', '--password', 'x'], 'Usage'],
])('%s is refused with one sentence', async (_, input, given, sentence) => {
  const { code, out } = await account(input, ...given)
  expect(out).toContain(sentence)
  expect(out).not.toMatch(/^\s+at /m)
  expect(code).toBe(1)
})

test('the demo accounts can sign in with the password of the installation, at desks that are theirs', async () => {
  for (const { id, name } of Object.values(organizations)) {
    await sql`insert into directory.organization (id, name, description, slug)
      values (${id}, ${name}, 'x', ${id})`.execute(house.db)
  }
  for (const { id, organizationId, name } of Object.values(desks)) {
    await house.db.insertInto('directory.desk').values({ id, organization_id: organizationId, name }).execute()
  }
  const secret = house.deps.secret
  expect(await asOwner(house.url, (tx) => loadDemoAccounts(tx, secret))).toBe(Object.keys(demoAccounts).length)
  expect(await asOwner(house.url, (tx) => loadDemoAccounts(tx, secret))).toBe(0)

  const ask = browser(createApp(house.deps))
  const body = { email: demoAccounts.school.email, password: demoPassword(secret) }
  expect(await (await ask('POST', '/api/v1/session', { body })).json()).toMatchObject({
    name: 'Zorgteam basisschool De Linde',
    organization: { name: 'OBS De Linde' },
    roles: ['school_team'],
    desks: [{ name: 'Zorgteam basisschool' }],
  })
  expect(passwordFault(demoPassword(secret), demoAccounts.school)).toBeNull()
  expect(demoPassword(Buffer.alloc(32, 9))).not.toBe(demoPassword(secret))

  const { rows } = await sql<{
    count: number
  }>`select count(distinct desk_id)::int as count from account.desk_member`.execute(house.db)
  expect(rows[0]?.count).toBe(Object.keys(desks).length)
})

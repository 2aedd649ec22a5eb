import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliverDue } from '../../api/outbox/deliver.ts'
import { openMail } from '../../api/outbox/mail.ts'
import { backlog, promise } from '../../api/outbox/queries.ts'
import { type Account, accounts } from '../factories/accounts.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import { openMailServer } from '../setup/smtp.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'voordeur-mail-'))
const envelope = { mailFrom: 'Voordeur <voordeur@lindeveen.example>', dataDir, publicUrl: 'https://voordeur.example' }

let house: FreshDatabase
let account: Account

beforeAll(async () => {
  house = await freshDatabase()
  const make = accounts(house)
  account = await make.member(await make.organization())
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true })
})

describe('a mail', () => {
  const letter = {
    id: 'abc123',
    to: 'noord@voorbeeld.example',
    subject: 'Er staat een bericht klaar',
    text: 'Café: log in.\n',
  }

  test('is a file when no mail server is set', async () => {
    const mail = openMail({ ...envelope, smtpUrl: null })
    await mail.send(letter)
    await mail.send(letter)
    expect(readdirSync(join(dataDir, 'mail'))).toEqual(['abc123.eml'])
    expect(statSync(join(dataDir, 'mail', 'abc123.eml')).mode & 0o777).toBe(0o600)
    const eml = readFileSync(join(dataDir, 'mail', 'abc123.eml'), 'utf8')
    expect(eml).toContain('To: noord@voorbeeld.example')
    expect(eml).toContain('Message-ID: <abc123@voordeur.example>')
    expect(eml).toContain('Auto-Submitted: auto-generated')
  })

  test('goes over SMTP when one is set; a server that refuses is a failure without the mail being lost', async () => {
    const server = await openMailServer()
    const mail = openMail({ ...envelope, smtpUrl: server.url })
    await mail.send(letter)
    expect(server.letters).toMatchObject([{ id: 'abc123', to: letter.to }])
    expect(server.letters[0]?.text).toContain('Message-ID: <abc123@voordeur.example>')
    server.mishap = () => 'refused'
    await house.deps.jobs
      .transaction()
      .execute((tx) =>
        promise(tx, 'signal.take', randomUUID(), { organizationId: account.organizationId, memberId: account.id }, 1),
      )
    expect(await deliverDue(house.deps, mail)).toBe(0)
    expect(await backlog(house.deps.jobs)).toMatchObject({ waiting: 1, givenUp: 0 })
    mail.close()
    await server.close()
  })
})

import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliverDue } from '../../api/outbox/deliver.ts'
import { openMail } from '../../api/outbox/mail.ts'
import { backlog, promise } from '../../api/outbox/queries.ts'
import { type Account, accounts } from '../factories/accounts.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

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
    const server = await smtpServer()
    const mail = openMail({ ...envelope, smtpUrl: `smtp://127.0.0.1:${server.port}` })
    await mail.send(letter)
    expect(server.received.join('')).toContain('Message-ID: <abc123@voordeur.example>')
    server.refuse()
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

/** As little SMTP as a client needs, on a free port. */
async function smtpServer() {
  const received: string[] = []
  const sockets = new Set<Socket>()
  let refusing = false
  const server = createServer((socket) => {
    sockets.add(socket)
    let inData = false
    socket.on('error', () => undefined)
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      const text = chunk.toString()
      if (inData) {
        received.push(text)
        if (text.endsWith('\r\n.\r\n')) {
          inData = false
          socket.write('250 taken\r\n')
        }
      } else if (/^RCPT/i.test(text) && refusing) socket.write('450 try later\r\n')
      else if (/^DATA/i.test(text)) {
        inData = true
        socket.write('354 go on\r\n')
      } else socket.write('250 ok\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    received,
    refuse: () => {
      refusing = true
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

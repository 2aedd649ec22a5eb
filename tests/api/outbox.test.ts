import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withContext } from '../../api/audit/context.ts'
import { deliverDue } from '../../api/outbox/deliver.ts'
import type { Letter, Mail } from '../../api/outbox/mail.ts'
import { backlog, promise, type Recipient, takeNext } from '../../api/outbox/queries.ts'
import type { Viewer } from '../../api/viewer.ts'
import { type Account, accounts } from '../factories/accounts.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

const PUBLIC_URL = 'https://voordeur.example'

let house: FreshDatabase
let organization: string
let desk: string
let [first, second, lead]: Account[] = []
let viewer: Viewer
const logged: unknown[] = []

beforeAll(async () => {
  house = await freshDatabase()
  const make = accounts(house)
  organization = await make.organization()
  desk = await make.desk(organization)
  first = await make.member(organization, { desks: [desk] })
  second = await make.member(organization, { desks: [desk] })
  lead = await make.member(organization, { roles: ['team_lead'] })
  viewer = {
    userId: first.id,
    name: '',
    organizationId: organization,
    roles: ['worker'],
    deskIds: [desk],
    only: null,
    key: null,
  }
})
afterAll(() => house.close())
beforeEach(async () => {
  logged.length = 0
  await house.db.deleteFrom('outbox.message').execute()
})

const reason = () => ({ action: 'test', purpose: 'test', requestId: randomUUID() })
const promised = (topic: string, to: Recipient, objectId: string = randomUUID(), once = 1) =>
  withContext(house.deps, viewer, reason(), (tx) => promise(tx, topic, objectId, to, once))
const toDesk = () => ({ organizationId: organization, deskId: desk })
const deps = () => ({
  ...house.deps,
  publicUrl: PUBLIC_URL,
  log: { info: () => undefined, error: (...all: unknown[]) => void logged.push(all) },
})

/** A mail server's answer, without a server: what it was given, and failing on demand. */
function pigeonHole(fails: () => boolean = () => false): Mail & { letters: Letter[] } {
  const letters: Letter[] = []
  return {
    letters,
    send: async (letter) => {
      if (fails()) throw Object.assign(new Error(`550 no such mailbox ${letter.to}`), { code: 'EENVELOPE' })
      letters.push(letter)
    },
    close: () => undefined,
  }
}
const rows = () => house.db.selectFrom('outbox.message').selectAll().execute()
const makeDue = () =>
  sql`update outbox.message set next_at = now() - interval '1 second', leased_until = null`.execute(house.db)

describe('a promise', () => {
  test('is made with what happened, or not at all', async () => {
    const failing = withContext(house.deps, viewer, reason(), async (tx) => {
      await promise(tx, 'signal.sent', randomUUID(), toDesk(), 1)
      throw new Error('afterwards it went wrong')
    })
    await expect(failing).rejects.toThrow('afterwards')
    expect(await rows()).toEqual([])
  })

  test('twice the same is one, and another version is another', async () => {
    const id = randomUUID()
    await promised('signal.sent', toDesk(), id, 1)
    await promised('signal.sent', toDesk(), id, 1)
    expect(await rows()).toHaveLength(1)
    await promised('signal.sent', toDesk(), id, 2)
    expect(await rows()).toHaveLength(2)
  })

  test('can be written by the app and not be read, changed or marked as sent', async () => {
    await promised('signal.sent', toDesk())
    const trying = (statement: ReturnType<typeof sql>) =>
      withContext(house.deps, viewer, reason(), (tx) => statement.execute(tx))
    for (const statement of [
      sql`select * from outbox.message`,
      sql`update outbox.message set sent_at = now()`,
      sql`delete from outbox.message`,
      sql`insert into outbox.message (topic, object_id, to_org, dedupe_key, sent_at) values ('x', gen_random_uuid(), gen_random_uuid(), 'x', now())`,
    ]) {
      await expect(trying(statement)).rejects.toMatchObject({ code: '42501' })
    }
  })
})

describe('delivering', () => {
  test('goes to those at the desk who are active, once', async () => {
    await promised('signal.sent', toDesk())
    const mail = pigeonHole()
    expect(await deliverDue(deps(), mail)).toBe(1)
    expect(await deliverDue(deps(), mail)).toBe(0)
    expect(mail.letters.map(({ to }) => to).sort()).toEqual([first!.email, second!.email].sort())
    await house.db.updateTable('account.member').set({ disabled_at: new Date() }).where('id', '=', second!.id).execute()
    await promised('signal.sent', toDesk())
    await deliverDue(deps(), mail)
    expect(mail.letters.slice(2).map(({ to }) => to)).toEqual([first!.email])
    await house.db.updateTable('account.member').set({ disabled_at: null }).where('id', '=', second!.id).execute()
  })

  test('goes to one account, or to those with a role, and to the team lead where nobody is left', async () => {
    const mail = pigeonHole()
    await promised('signal.taken', { organizationId: organization, memberId: first!.id })
    await deliverDue(deps(), mail)
    await promised('transfer.overdue', { organizationId: organization, role: 'team_lead' })
    await deliverDue(deps(), mail)
    await promised('signal.sent', { organizationId: organization, deskId: randomUUID() })
    await deliverDue(deps(), mail)
    expect(mail.letters.map(({ to }) => to)).toEqual([first!.email, lead!.email, lead!.email])
  })

  test('says nothing but that something is there: no name, theme, organisation or id', async () => {
    const mail = pigeonHole()
    const objectId = randomUUID()
    for (const topic of ['signal.sent', 'transfer.remind', 'transfer.overdue'])
      await promised(topic, toDesk(), objectId)
    await deliverDue(deps(), mail)
    const said = new Set(mail.letters.map(({ subject, text }) => `${subject}\n${text}`))
    expect(said.size).toBe(3)
    const { name } = await house.db
      .selectFrom('directory.organization')
      .select('name')
      .where('id', '=', organization)
      .executeTakeFirstOrThrow()
    for (const text of said) {
      for (const secret of [objectId, organization, name, 'Aanmelding', 'Team', 'signal', 'transfer'])
        expect(text).not.toContain(secret)
      expect(text).toContain('https://voordeur.example/werk/\n')
    }
  })

  test('that fails is tried again later, ever later, and then given up and shown', async () => {
    await promised('signal.sent', toDesk())
    const mail = pigeonHole(() => true)
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(await deliverDue(deps(), mail)).toBe(0)
      expect(await deliverDue(deps(), mail)).toBe(0)
      expect(await rows()).toMatchObject([{ attempts: attempt, sent_at: null }])
      await makeDue()
    }
    expect(await deliverDue(deps(), mail)).toBe(0)
    expect(await rows()).toMatchObject([{ attempts: 8, failed_at: expect.any(Date) }])
    expect(await backlog(house.deps.jobs)).toMatchObject({ waiting: 0, givenUp: 1 })
    // Never an address in the log.
    expect(logged).toHaveLength(8)
    expect(JSON.stringify(logged)).toContain('EENVELOPE')
    expect(JSON.stringify(logged)).not.toContain('@')
  })

  test('whose process was killed is taken over when its lease has ended, and not before', async () => {
    await promised('signal.sent', toDesk())
    expect(await takeNext(house.deps.jobs)).not.toBeNull()
    const mail = pigeonHole()
    expect(await deliverDue(deps(), mail)).toBe(0)
    await sql`update outbox.message set leased_until = now() - interval '1 second'`.execute(house.db)
    expect(await deliverDue(deps(), mail)).toBe(1)
  })

  test('passes by what another process is just taking, and does not wait for it', async () => {
    const toFirst = { organizationId: organization, memberId: first!.id }
    await promised('signal.take', toFirst)
    await promised('signal.take', toFirst)
    const mail = pigeonHole()
    await house.db.transaction().execute(async (tx) => {
      await sql`select id from outbox.message order by next_at, id limit 1 for update`.execute(tx)
      expect(await deliverDue(deps(), mail)).toBe(1)
    })
    expect(await deliverDue(deps(), mail)).toBe(1)
    expect(new Set(mail.letters.map(({ id }) => id)).size).toBe(2)
  })

  test('by several processes at once is done once', async () => {
    for (let i = 0; i < 40; i += 1)
      await promised('signal.taken', { organizationId: organization, memberId: first!.id })
    const mail = pigeonHole()
    const sent = await Promise.all(Array.from({ length: 4 }, () => deliverDue(deps(), mail)))
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(40)
    expect(new Set(mail.letters.map(({ id }) => id)).size).toBe(40)
    expect(mail.letters).toHaveLength(40)
  })

  test('once more is the same mail: its id does not change', async () => {
    await promised('signal.taken', { organizationId: organization, memberId: first!.id })
    const mail = pigeonHole()
    await deliverDue(deps(), mail)
    await sql`update outbox.message set sent_at = null, next_at = now()`.execute(house.db)
    await deliverDue(deps(), mail)
    expect(mail.letters[1]).toEqual(mail.letters[0])
  })
})

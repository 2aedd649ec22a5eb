/** The bell and the mail: at once in the app, when one wishes by mail, and never any content. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { NotificationsView, Settings, UnreadView } from '../../api/notifications/schema.ts'
import { deliverDue, sendDigests } from '../../api/outbox/deliver.ts'
import type { Letter, Mail } from '../../api/outbox/mail.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { freshDatabase, type FreshDatabase, monday } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
let letters: Letter[] = []
let fails = false
const mail: Mail = {
  send: async (letter) => {
    if (fails) throw Object.assign(new Error('no'), { code: 'ECONNECTION' })
    letters.push(letter)
  },
  close: () => undefined,
}
beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
})
beforeEach(async () => {
  house.setNow(monday)
  letters = []
  fails = false
  for (const table of ['outbox.message', 'outbox.held_mail', 'account.notification', 'account.preference'])
    await sql`delete from ${sql.raw(table)}`.execute(house.db)
})
afterAll(() => house.close())

const listOf = async (who: Party, page = 1) =>
  (await c.call<NotificationsView>(who, 'GET', `/notifications?page=${page}`)).body
const unread = async (who: Party) => (await c.call<UnreadView>(who, 'GET', '/notifications/unread')).body.unread
const again = async (who: Party) => ({ ...who, cookie: await c.make.session({ id: who.member }) })
const choose = (who: Party, more: Partial<Settings>) =>
  c.call(who, 'PUT', '/notifications/settings', {
    mail: 'at_once',
    digestHour: 8,
    quietFrom: 0,
    quietUntil: 0,
    shortcuts: true,
    ...more,
  })
const addressOf = async (who: Party) => {
  const { rows } = await sql<{ email: string }>`select email from account.member where id = ${who.member}`.execute(
    house.db,
  )
  return rows[0]!.email
}

describe('the bell', () => {
  test('rings in the transaction of what happened, for each at the desk, and not for who did it', async () => {
    const { team, school } = c.parties
    const colleague = await c.colleague(team)
    const { id, matterId } = await c.signals.sent()
    for (const who of [team, colleague]) {
      expect(await unread(who)).toBe(1)
      const { notifications } = await listOf(who)
      expect(notifications).toMatchObject([{ topic: 'signal.send', unread: true, matter: { id: matterId } }])
    }
    expect(await unread(school)).toBe(0)
    await c.step(team, `/signals/${id}/take`)
    expect((await listOf(school)).notifications.map(({ topic }) => topic)).toEqual(['signal.take'])
    // Two processes that promise the same make one.
    await sql`insert into account.notification (member_id, message_id, topic, object_id)
      select member_id, message_id, topic, object_id from account.notification on conflict do nothing`.execute(house.db)
    expect(await unread(colleague)).toBe(1)
  })

  test('counts what the list holds, read or not, over all its pages', async () => {
    const { team } = c.parties
    for (let i = 0; i < 33; i += 1) await c.signals.sent()
    const [first, second] = [await listOf(team), await listOf(team, 2)]
    const all = [...first.notifications, ...second.notifications]
    expect(all).toHaveLength(33)
    expect(new Set(all.map(({ id }) => id)).size).toBe(first.total)
    const ids = all.slice(0, 3).map(({ id }) => id)
    expect((await c.call<UnreadView>(team, 'POST', '/notifications/read', { ids })).body.unread).toBe(30)
    expect(await unread(team)).toBe(30)
    expect((await listOf(team)).notifications.filter((each) => !each.unread)).toHaveLength(3)
    expect((await c.call<UnreadView>(team, 'POST', '/notifications/read', {})).body.unread).toBe(0)
    expect((await listOf(team)).unread).toBe(0)
  })

  test('is nobody else’s: a colleague neither reads nor marks it', async () => {
    const { team, school } = c.parties
    await c.signals.sent()
    const [{ id } = { id: '' }] = (await listOf(team)).notifications
    await c.post(school, '/notifications/read', { ids: [id] })
    await c.post(await c.colleague(team), '/notifications/read', { ids: [id] })
    expect(await unread(team)).toBe(1)
    expect((await listOf(school)).notifications).toEqual([])
  })

  test('names no matter once the relation has ended', async () => {
    const { debts } = c.parties
    const { id } = await c.transfers.offered()
    expect((await listOf(debts)).notifications[0]).toMatchObject({ topic: 'transfer.offer', matter: expect.anything() })
    await c.step(debts, `/transfers/${id}/decline`, { reason: 'no_capacity' })
    expect((await listOf(debts)).notifications[0]).toMatchObject({ topic: 'transfer.offer', matter: null })
  })
})

describe('mail', () => {
  test('of a digest waits for its hour on a working day, and is one for everything', async () => {
    const { team } = c.parties
    await choose(team, { mail: 'digest', digestHour: 8 })
    for (let i = 0; i < 3; i += 1) await c.signals.sent()
    await deliverDue(house.deps, mail)
    await sendDigests(house.deps, mail)
    const address = await addressOf(team)
    expect(letters.filter(({ to }) => to === address)).toEqual([])
    letters = []
    house.setNow(new Date('2026-11-24T07:59:00+01:00'))
    expect(await sendDigests(house.deps, mail)).toBe(0)
    house.setNow(new Date('2026-11-24T08:00:00+01:00'))
    expect(await sendDigests(house.deps, mail)).toBe(1)
    expect(await sendDigests(house.deps, mail)).toBe(0)
    expect(letters.map(({ to }) => to)).toEqual([address])
    expect(letters[0]!.text).toContain('Er staan 3 berichten voor u klaar')
  })

  test('that fails stays held and goes a quarter of an hour later, and holds nobody else up', async () => {
    const { team } = c.parties
    await choose(team, { mail: 'digest' })
    await c.signals.sent()
    await deliverDue(house.deps, mail)
    house.setNow(new Date('2026-11-24T08:00:00+01:00'))
    fails = true
    expect(await sendDigests(house.deps, mail)).toBe(0)
    fails = false
    expect(await sendDigests(house.deps, mail)).toBe(0)
    house.setNow(new Date('2026-11-24T08:15:00+01:00'))
    expect(await sendDigests(house.deps, mail)).toBe(1)
  })

  test('waits for the end of the quiet hours; an acute signal waits for nothing', async () => {
    const { school } = c.parties
    const crisis = await c.party('Crisis', ['worker', 'crisis_manager'])
    await choose(crisis, { quietFrom: 18, quietUntil: 7 })
    house.setNow(new Date('2026-11-23T22:00:00+01:00'))
    const late = await again(school)
    const draft = await c.step(late, '/signals', { ...c.signalDraft(crisis), urgency: 'acute' })
    await c.step(late, `/signals/${draft.id}/send`)
    await deliverDue(house.deps, mail)
    // The acute one at once; the ordinary notice of the same signal in the morning.
    expect(letters).toHaveLength(1)
    house.setNow(new Date('2026-11-24T07:00:00+01:00'))
    expect(await sendDigests(house.deps, mail)).toBe(1)
    expect(letters[1]!.text).toContain('Er staat 1 bericht')
  })

  test('to a worker whose account was disabled goes to the desk, and is not given up', async () => {
    const { school, team } = c.parties
    const gone = await c.colleague(team)
    const { id } = await c.signals.sent()
    await c.step(gone, `/signals/${id}/take`)
    await c.step(gone, `/signals/${id}/ask`, { question: 'Sinds wanneer?' })
    await sql`delete from outbox.message`.execute(house.db)
    // Promised to the account, and then it went.
    await sql`insert into outbox.message (topic, object_id, to_org, to_member, dedupe_key)
      values ('signal.assign', ${id}, ${team.org}, ${gone.member}, 'one')`.execute(house.db)
    await sql`update account.member set disabled_at = now() where id = ${gone.member}`.execute(house.db)
    await sql`delete from outbox.message where topic like '%.to_queue'`.execute(house.db)
    expect(await deliverDue(house.deps, mail)).toBe(1)
    expect(letters.map(({ to }) => to)).toContain(await addressOf(team))
    expect(letters.map(({ to }) => to)).not.toContain(await addressOf(gone))
    const { rows } = await sql`select 1 from outbox.message where failed_at is not null or sent_at is null`.execute(
      house.db,
    )
    expect(rows).toEqual([])
    expect(school.member).not.toBe(team.member)
  })

  test('never holds a name, a theme, a reference or a place', async () => {
    const { team } = c.parties
    await choose(team, { mail: 'digest' })
    await c.signals.sent()
    await c.transfers.handedOver()
    await deliverDue(house.deps, mail)
    house.setNow(new Date('2026-11-25T08:00:00+01:00'))
    await sendDigests(house.deps, mail)
    const { rows } = await sql<{ reference: string }>`select reference from care.matter`.execute(house.db)
    expect(letters.length).toBeGreaterThan(2)
    for (const { subject, text } of letters)
      for (const secret of [
        'Veenlaan',
        'geld',
        'veenwijk',
        'Noord',
        'Schuldhulp',
        'school',
        ...rows.map((row) => row.reference),
      ])
        expect(`${subject}\n${text}`).not.toContain(secret)
  })
})

test('what one chooses is refused with every fault, and kept otherwise', async () => {
  const { team } = c.parties
  expect((await c.call<Settings>(team, 'GET', '/notifications/settings')).body).toEqual({
    mail: 'at_once',
    digestHour: 8,
    quietFrom: 0,
    quietUntil: 0,
    shortcuts: true,
  })
  expect((await choose(team, { digestHour: 3, quietFrom: 24 })).body.errors).toEqual([
    { pointer: '/digestHour', code: 'hour.invalid' },
    { pointer: '/quietFrom', code: 'hour.invalid', params: { maximum: 23 } },
  ])
  await choose(team, { shortcuts: false, quietFrom: 18, quietUntil: 7 })
  expect((await c.call<Settings>(team, 'GET', '/notifications/settings')).body).toMatchObject({
    shortcuts: false,
    quietFrom: 18,
  })
  expect((await c.call<Settings>(c.parties.school, 'GET', '/notifications/settings')).body.shortcuts).toBe(true)
})

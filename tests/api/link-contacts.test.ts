/** Whom one-time links are mailed to: named by an administrator, where nobody has an account. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContactsView } from '../../api/links/schema.ts'
import { deliverDue } from '../../api/outbox/deliver.ts'
import type { Letter } from '../../api/outbox/mail.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { asApp } from '../setup/as-app.ts'
import { freshDatabase, type FreshDatabase } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
let town: Party
let practice: { org: string; desk: string }
beforeAll(async () => {
  house = await freshDatabase()
  house.setNow(new Date())
  c = await care(house)
  town = await c.party('Gemeente', ['administrator'])
  await sql`insert into directory.municipality (name, language, organization_id) values ('Lindeveen', 'nl', ${town.org})`.execute(
    house.db,
  )
  const org = await c.make.organization('Huisartsenpraktijk')
  practice = { org, desk: await c.make.desk(org, 'Assistente') }
})
afterAll(() => house.close())

const named = { name: 'Assistente', email: ' Assistente@Voorbeeld.example ' }
const name = (by: Party, deskId: string, given: object = named) => c.post(by, '/links/contacts', { deskId, ...given })
const listed = async (by: Party) => (await c.call<ContactsView>(by, 'GET', '/links/contacts')).body
/** What the choice of a desk and every offer ask. */
const choosable = async () =>
  (await sql`select from sec.staffed_desks() d where d = ${practice.desk}`.execute(house.db)).rows.length === 1
const memberOf = async (email: string) =>
  (
    await sql<{ id: string; disabled: boolean }>`
      select id, disabled_at is not null as disabled from account.member where email = ${email}`.execute(house.db)
  ).rows[0]

test('a practice without accounts gets a contact from the municipality, can be chosen, and is mailed the link', async () => {
  expect(await choosable()).toBe(false)
  expect(await listed(town)).toMatchObject({
    desks: [{ desk: { id: practice.desk }, organization: { name: 'Huisartsenpraktijk' }, contact: null }],
    withAccounts: 6,
  })
  expect((await name(town, practice.desk)).status).toBe(200)
  expect((await listed(town)).desks[0]?.contact).toEqual({ name: 'Assistente', email: 'assistente@voorbeeld.example' })
  expect(await choosable()).toBe(true)

  const to: Party = { ...practice, member: '', cookie: '', name: '' }
  const { id } = await c.transfers.offered({ to })
  await c.step(c.parties.team, `/transfers/${id}/link`)
  const letters: Letter[] = []
  await deliverDue(house.deps, { send: async (letter) => void letters.push(letter), close: () => undefined })
  expect(letters.filter(({ text }) => text.includes('/inzien/')).map((letter) => letter.to)).toEqual([
    'assistente@voorbeeld.example',
  ])
  const { rows } = await sql<{ actor: string; object_ids: string[] }>`
    select actor, object_ids from audit.event where action = 'POST /links/contacts' and result = 'ok'`.execute(house.db)
  expect(rows).toEqual([{ actor: town.member, object_ids: [practice.desk] }])
})

test('another takes the place of the former, who is out; named again, it is the same account', async () => {
  await name(town, practice.desk)
  const former = await memberOf('assistente@voorbeeld.example')
  expect((await name(town, practice.desk, { name: 'Praktijk', email: 'praktijk@voorbeeld.example' })).status).toBe(200)
  expect(await memberOf('assistente@voorbeeld.example')).toEqual({ id: former?.id, disabled: true })
  expect((await listed(town)).desks[0]?.contact).toMatchObject({ name: 'Praktijk' })
  await name(town, practice.desk)
  expect(await memberOf('assistente@voorbeeld.example')).toEqual({ id: former?.id, disabled: false })
})

test('called otherwise, it keeps what it has in hand', async () => {
  await name(town, practice.desk)
  const to: Party = { ...practice, member: '', cookie: '', name: '' }
  const { id } = await c.transfers.offered({ to })
  const { id: contact } = (await memberOf('assistente@voorbeeld.example')) ?? { id: '' }
  await house.db.transaction().execute(async (tx) => {
    await sql`set local role voordeur_own`.execute(tx)
    await sql`update care.transfer set status = 'accepted', caseworker = ${contact} where id = ${id}`.execute(tx)
  })
  expect((await name(town, practice.desk, { ...named, name: 'Praktijkassistente' })).status).toBe(200)
  const { rows } = await sql`select from care.transfer where id = ${id} and caseworker = ${contact}`.execute(house.db)
  expect([rows.length, (await listed(town)).desks[0]?.contact?.name]).toEqual([1, 'Praktijkassistente'])
})

test('one address may be the contact of two desks of the same organisation, and leaves one without the other', async () => {
  const second = await c.make.desk(practice.org, 'Praktijkondersteuner')
  await name(town, practice.desk)
  await name(town, second)
  expect((await listed(town)).desks.map(({ contact }) => contact?.name)).toEqual(['Assistente', 'Assistente'])
  await c.post(town, '/links/contacts/remove', { deskId: second })
  expect((await memberOf('assistente@voorbeeld.example'))?.disabled).toBe(false)
  expect(await choosable()).toBe(true)
  await c.post(town, '/links/contacts/remove', { deskId: practice.desk })
  expect((await memberOf('assistente@voorbeeld.example'))?.disabled).toBe(true)
  expect(await choosable()).toBe(false)
})

test('is for the own organisation, or the municipality; not for a desk with accounts, nor an address that signs in', async () => {
  const { team, debts } = c.parties
  const admin = await c.colleague(debts, { roles: ['administrator'], desks: [] })
  const bare = await c.make.desk(debts.org, 'Spreekuur')
  expect((await listed(admin)).desks.map(({ desk }) => desk.id)).toEqual([bare])
  expect((await name(admin, bare, { name: 'Spreekuur', email: 'spreekuur@voorbeeld.example' })).status).toBe(200)
  const [theirs, missing] = [await name(admin, practice.desk), await name(admin, town.member)]
  expect([theirs.body.code, JSON.stringify(theirs)]).toEqual(['desk.not_found', JSON.stringify(missing)])
  expect((await name(admin, debts.desk)).body.code).toBe('link.not_needed')
  const { rows } = await sql<{ email: string }>`select email from account.member where id = ${team.member}`.execute(
    house.db,
  )
  for (const email of [rows[0]?.email, 'spreekuur@voorbeeld.example'])
    expect((await name(town, practice.desk, { name: 'x', email })).body.errors).toMatchObject([
      { pointer: '/email', code: 'email.taken' },
    ])
  expect((await name(team, bare)).body.code).toBe('viewer.not_allowed')

  // And where the code above would let it pass, the database does not.
  const attempts = [
    sql`select 1 where sec.name_contact(${bare}, 'x', 'x@voorbeeld.example') = 'ok'`,
    sql`select 1 where sec.remove_contact(${bare})`,
    sql`select 1 from sec.link_contacts()`,
  ]
  for (const who of [team, { org: town.org, member: admin.member }])
    for (const attempt of attempts) expect(await asApp(house, who, attempt)).toBe(0)
})

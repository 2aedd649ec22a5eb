import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import type { DesksView } from '../../api/desks/schema.ts'
import type { PublishedService, Snapshot } from '../../api/publish/schema.ts'
import { accounts, browser } from '../factories/accounts.ts'
import { type FreshDatabase, freshDatabase, monday } from '../setup/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'voordeur-desks-'))
const example = JSON.parse(readFileSync(new URL('../fixtures/snapshot.json', import.meta.url), 'utf8')) as Snapshot
const [template] = example.services as [PublishedService]

let house: FreshDatabase
let ask: ReturnType<typeof browser>
let make: ReturnType<typeof accounts>
let cookie: string
let own: { organization: string; desk: string }
const published: PublishedService[] = []

beforeAll(async () => {
  house = await freshDatabase()
  ask = browser(createApp(house.deps))
  make = accounts(house)
  const organization = await make.organization('Aaa Sociale Teams')
  own = { organization, desk: await make.desk(organization, 'Team Noord') }
  cookie = await make.session(await make.member(organization, { desks: [own.desk] }))
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

/** A desk that may be chosen: covenant, somebody who works there, one published service confirmed last month. */
async function openDesk(
  given: { verifiedOn?: string | null; published?: boolean; staffed?: boolean; status?: 'inactive' } = {},
) {
  const organization = await make.organization()
  const desk = await make.desk(organization)
  if (given.staffed ?? true) await make.member(organization, { desks: [desk] })
  const id = crypto.randomUUID()
  await house.db
    .insertInto('directory.service')
    .values({ id, organization_id: organization, name: 'Hulp', description: 'x', status: 'active', slug: `hulp-${id}` })
    .execute()
  await house.db.insertInto('directory.desk_service').values({ desk_id: desk, service_id: id }).execute()
  const on = given.verifiedOn === undefined ? '2026-10-23' : given.verifiedOn
  if (given.published ?? true) {
    const verified = on === null ? null : { on, by: 'Redactie', how: 'gebeld' }
    published.push({
      ...template,
      id,
      organization_id: organization,
      slug: `hulp-${id}`,
      name: 'Hulp',
      verified,
      status: given.status ?? 'active',
    })
  }
  return { organization, desk, service: id }
}

let revision = 0
/** Publishes what was made, and asks as a worker. */
async function chosen(): Promise<DesksView['desks']> {
  revision += 1
  const site = join(folder, String(revision), 'site')
  mkdirSync(site, { recursive: true })
  writeFileSync(
    join(folder, String(revision), 'snapshot.json'),
    JSON.stringify({ ...example, revision, services: published }),
  )
  house.setSite(site)
  const response = await ask('GET', '/api/v1/desks', { cookie })
  expect(response.status).toBe(200)
  return ((await response.json()) as DesksView).desks
}
const ids = async () => (await chosen()).map((desk) => desk.id)

describe('a desk can be chosen', () => {
  test('with what is asked for there, where and when it is closed', async () => {
    const { organization, desk, service } = await openDesk()
    await house.db
      .insertInto('directory.desk_closing')
      .values([
        { desk_id: desk, from_on: '2026-12-24', until_on: '2027-01-01' },
        { desk_id: desk, from_on: '2026-07-01', until_on: '2026-07-14' },
        { desk_id: desk, from_on: '2026-11-20', until_on: '2026-11-23' },
      ])
      .execute()
    const found = (await chosen()).find((each) => each.id === desk)
    expect(found).toMatchObject({
      name: 'Aanmelding',
      organization: { id: organization },
      own: false,
      closings: [
        { from: '2026-11-20', until: '2026-11-23' },
        { from: '2026-12-24', until: '2027-01-01' },
      ],
      services: [{ id: service, name: 'Hulp', themes: template.themes, places: template.places }],
    })
    expect(Object.keys(found?.services[0] ?? {})).not.toContain('verifiedOn')
  })

  test('with what was agreed with it, in the direction that counts', async () => {
    const [agreed, plain] = [await openDesk(), await openDesk()]
    const lead = (organization: string) => make.member(organization, { roles: ['team_lead'] })
    const [ours, theirs] = [
      await make.session(await lead(own.organization)),
      await make.session(await lead(agreed.organization)),
    ]
    const proposal = await ask('POST', '/api/v1/agreements', {
      cookie: ours,
      body: {
        from: { organizationId: own.organization },
        to: { organizationId: agreed.organization, deskId: agreed.desk },
        purpose: 'Hulp',
        criteria: 'Vanaf 18 jaar',
        needed: 'Een overzicht',
        contactRoute: 'Bellen',
        answerDays: 2,
        contactDays: 4,
        startDays: 7,
        validFrom: '2026-11-23',
      },
    })
    const { id } = (await proposal.json()) as { id: string }
    const shown = async () => (await chosen()).find((desk) => desk.id === agreed.desk)?.agreement
    expect(await shown(), 'only proposed').toBeNull()
    expect((await ask('POST', `/api/v1/agreements/${id}/agree`, { cookie: theirs, body: {} })).status).toBe(200)
    expect(await shown()).toEqual({
      id,
      answerDays: 2,
      contactDays: 4,
      startDays: 7,
      criteria: 'Vanaf 18 jaar',
      needed: 'Een overzicht',
      fromKind: null,
      toKind: null,
    })
    expect((await chosen()).find((desk) => desk.id === plain.desk)?.agreement).toBeNull()
  })

  test('with what was agreed for all of our kind, where the two have nothing themselves', async () => {
    const there = await openDesk()
    const town = await make.organization('Gemeente')
    await sql`insert into directory.municipality (name, language, organization_id) values ('Lindeveen', 'nl', ${town})`.execute(
      house.db,
    )
    await sql`update directory.participant set kind = 'social_team' where organization_id = ${own.organization}`.execute(
      house.db,
    )
    const administrator = await make.session(await make.member(town, { roles: ['administrator'] }))
    const lead = await make.session(await make.member(there.organization, { roles: ['team_lead'] }))
    const words = { purpose: 'Hulp', criteria: 'Vanaf 18 jaar', needed: 'Een overzicht', contactRoute: 'Bellen' }
    const terms = { answerDays: 1, contactDays: 4, startDays: 7, validFrom: '2026-11-23' }
    const proposal = await ask('POST', '/api/v1/agreements', {
      cookie: administrator,
      body: { from: { kind: 'social_team' }, to: { organizationId: there.organization }, ...words, ...terms },
    })
    const { id } = (await proposal.json()) as { id: string }
    const shown = async () => (await chosen()).find((desk) => desk.id === there.desk)?.agreement
    expect(await shown(), 'only proposed').toBeNull()
    expect((await ask('POST', `/api/v1/agreements/${id}/agree`, { cookie: lead, body: {} })).status).toBe(200)
    expect(await shown()).toMatchObject({ id, answerDays: 1, fromKind: 'social_team', toKind: null })
    await sql`update directory.participant set kind = 'housing' where organization_id = ${own.organization}`.execute(
      house.db,
    )
    expect(await shown(), 'of another kind').toBeNull()
  })

  test('of the own organisation is marked, and needs no service: work is passed on inside', async () => {
    expect((await chosen()).find((desk) => desk.id === own.desk)).toMatchObject({ own: true, services: [] })
  })
})

describe('a desk cannot be chosen', () => {
  test('when its organisation has no covenant yet, or has left', async () => {
    const [soon, left] = [await openDesk(), await openDesk()]
    const participant = house.db.updateTable('directory.participant')
    await participant.set({ covenant_on: '2026-11-24' }).where('organization_id', '=', soon.organization).execute()
    await participant.set({ left_on: '2026-11-23' }).where('organization_id', '=', left.organization).execute()
    const list = await ids()
    expect(list).not.toContain(soon.desk)
    expect(list).not.toContain(left.desk)
    house.setNow(new Date('2026-11-24T09:00:00+01:00'))
    cookie = await make.session(await make.member(own.organization))
    expect(await ids()).toContain(soon.desk)
    house.setNow(monday)
  })

  test('when nobody works there, or nobody any more', async () => {
    const empty = await openDesk({ staffed: false })
    const left = await openDesk()
    await house.db
      .updateTable('account.member')
      .set({ disabled_at: monday })
      .where('organization_id', '=', left.organization)
      .execute()
    const list = await ids()
    expect(list).not.toContain(empty.desk)
    expect(list).not.toContain(left.desk)
  })

  test.each([
    ['was confirmed more than a year ago', { verifiedOn: '2025-11-22' }, false],
    ['was confirmed a year ago to the day', { verifiedOn: '2025-11-23' }, true],
    ['was never confirmed', { verifiedOn: null }, false],
    ['is not published', { published: false }, false],
    ['is published as inactive', { status: 'inactive' as const }, false],
  ])('its only service %s: %j, chosen %s', async (_, given, yes) => {
    const { desk } = await openDesk(given)
    expect((await ids()).includes(desk)).toBe(yes)
  })

  test('before anything was published: only the own ones are there', async () => {
    await openDesk()
    house.setSite(null)
    const response = await ask('GET', '/api/v1/desks', { cookie })
    expect(((await response.json()) as DesksView).desks.map((desk) => desk.id)).toEqual([own.desk])
  })
})

test('who is not signed in, or has nothing to send, gets no list', async () => {
  expect((await ask('GET', '/api/v1/desks')).status).toBe(401)
  const policy = await make.session(await make.member(own.organization, { roles: ['policy_officer'] }))
  expect((await ask('GET', '/api/v1/desks', { cookie: policy })).status).toBe(403)
})

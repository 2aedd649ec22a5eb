/** Transfers through the API: what each state allows to whom, and where the holder moves. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { MatterView } from '../../api/matters/schema.ts'
import { type Care, care, type Party } from '../factories/care.ts'
import { commands, transferCommands } from '../factories/commands.ts'
import { freshDatabase, type FreshDatabase, monday } from '../setup/database.ts'

let house: FreshDatabase
let c: Care
beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
})
beforeEach(() => house.setNow(monday))
afterAll(() => house.close())

const look = async (who: Party, id: string) => (await c.call<MatterView>(who, 'GET', `/matters/${id}`)).body
const again = async (who: Party): Promise<Party> => ({ ...who, cookie: await c.make.session({ id: who.member }) })

const given = () => commands(c, c.parties.team.desk)

test('expire, lapse and passing on are nobody’s to command', async () => {
  const { id } = await c.transfers.offered()
  for (const path of ['expire', 'lapse', 'pass-on']) {
    expect((await c.post(c.parties.team, `/transfers/${id}/${path}`)).body.code).toBe('not_found')
  }
})

test.each(['draft', 'offered', 'accepted', 'handedOver', 'started', 'closed', 'declined', 'withdrawn'] as const)(
  'a transfer that is %s: what is not open is refused and changes nothing',
  async (state) => {
    const { id, matterId } = await c.transfers[state]()
    const row = () => sql`select * from care.transfer where id = ${id}`.execute(house.db).then(({ rows }) => rows)
    const before = await row()
    for (const who of [c.parties.team, c.parties.debts]) {
      const seen = (await look(who, matterId)).transfers?.find((transfer) => transfer.id === id)?.commands ?? []
      for (const type of transferCommands.filter((each) => !(seen as string[]).includes(each))) {
        const { status } = await given().giveTransfer(who, id, type)
        expect([type, status, [403, 404, 409].includes(status)]).toEqual([type, status, true])
      }
    }
    expect(await row()).toEqual(before)
  },
)

test('from a signal in hand the offer concludes it, with feedback or not at all', async () => {
  const { team, school } = c.parties
  const { id, matterId } = await c.transfers.draft()
  expect((await c.post(team, `/transfers/${id}/offer`)).body.errors).toEqual([
    { pointer: '/feedback', code: 'text.required' },
  ])
  expect((await look(school, matterId)).signals).toMatchObject([{ status: 'taken' }])
  await c.step(team, `/transfers/${id}/offer`, { feedback: 'Schuldhulp is gevraagd' })
  expect((await look(school, matterId)).signals).toMatchObject([
    { status: 'concluded', outcome: 'became_transfer', feedback: 'Schuldhulp is gevraagd' },
  ])
})

test('a transfer without a signal opens a matter of its own', async () => {
  const { team, debts } = c.parties
  const { matter } = c.signalDraft()
  const { id, matterId } = await c.step(team, '/transfers', c.transferDraft(debts, { matter }))
  expect(await look(team, matterId)).toMatchObject({ state: 'draft', commands: [] })
  await c.step(team, `/transfers/${id}/offer`)
  expect(await look(team, matterId)).toMatchObject({ state: 'open', sender: { id: team.org } })
})

test('who it is shows from accepted on, not at offered, and to nobody who declined', async () => {
  const { debts } = c.parties
  const { id, matterId } = await c.transfers.offered()
  expect(await look(debts, matterId)).toMatchObject({ person: null, transfers: [{ status: 'offered' }] })
  await c.step(debts, `/transfers/${id}/accept`)
  expect((await look(debts, matterId)).person).toMatchObject({ name: 'Gezin aan de Veenlaan', interpreter: 'Pools' })
  await c.step(debts, `/transfers/${id}/return`, { reason: 'resident_refuses' })
  expect((await c.call(debts, 'GET', `/matters/${matterId}`)).body.code).toBe('matter.not_found')
})

test.each(['declined', 'withdrawn'] as const)('%s: in the sender’s list, due in two working days', async (state) => {
  const { team } = c.parties
  const { matterId } = await c.transfers[state]()
  expect(await c.holderOf(matterId)).toBe(team.org)
  expect(await look(team, matterId)).toMatchObject({ state: 'open', nextAct: 'offer_again', nextActOn: '2026-11-25' })
  expect((await look(team, matterId)).commands).toEqual(['close', 'plan', 'issue_follow_code'])
})

test('handed over without a talk: the holder moves at accept, and only then it shows who it is', async () => {
  const { debts } = c.parties
  const { id, matterId } = await c.transfers.offered({ cold: true })
  expect((await look(debts, matterId)).person).toBeNull()
  expect(await c.step(debts, `/transfers/${id}/accept`)).toMatchObject({ status: 'handed_over' })
  expect(await c.holderOf(matterId)).toBe(debts.org)
  expect((await look(debts, matterId)).person).not.toBeNull()
})

test('an accepted one becomes a handover without a talk, by the sender and for a reason', async () => {
  const { team, debts } = c.parties
  const { id, matterId } = await c.transfers.accepted()
  expect((await c.post(debts, `/transfers/${id}/make-cold`, { reason: 'unsafe' })).body.code).toBe('transfer.not_yours')
  expect(await c.step(team, `/transfers/${id}/make-cold`, { reason: 'unsafe' })).toMatchObject({
    status: 'handed_over',
  })
  expect(await c.holderOf(matterId)).toBe(debts.org)
})

test('a confirmation taken back moves nothing, and the contact without the resident is explained', async () => {
  const { team, debts } = c.parties
  const { id, matterId } = await c.transfers.accepted()
  await c.confirm(team, id)
  await c.step(team, `/transfers/${id}/take-back-confirmation`)
  expect(await c.confirm(debts, id)).toMatchObject({ status: 'accepted' })
  expect(await c.holderOf(matterId)).toBe(team.org)
  const alone = { present: ['sender', 'receiver'] }
  expect((await c.post(team, `/transfers/${id}/confirm-contact`, alone)).body.errors).toEqual([
    expect.objectContaining({ pointer: '/absentReason', code: 'absence.unexplained' }),
  ])
  const explained = { ...alone, absentReason: 'ill' }
  expect(await c.step(team, `/transfers/${id}/confirm-contact`, explained)).toMatchObject({ status: 'handed_over' })
})

test('passed on: when the next is handed over the former closes in the same transaction, and the holder moves on', async () => {
  const { team, debts, welfare } = c.parties
  const { id: former, matterId } = await c.transfers.started()
  house.setNow(new Date(monday.getTime() + 60_000))
  const next = await c.transfers.again(matterId, welfare, debts)
  await c.step(debts, `/transfers/${next.id}/offer`)
  await c.step(welfare, `/transfers/${next.id}/accept`)
  await c.confirm(debts, next.id)
  expect((await look(debts, matterId)).transfers.map(({ status }) => status)).toEqual(['started', 'accepted'])
  await c.confirm(welfare, next.id)
  expect(await c.holderOf(matterId)).toBe(welfare.org)
  const seen = await look(debts, matterId)
  expect(seen.transfers).toMatchObject([{ status: 'closed', outcome: 'passed_on' }, { status: 'handed_over' }])
  expect(seen.timeline.filter(({ type }) => type === 'transfer.pass_on')).toHaveLength(1)
  expect((await look(team, matterId)).feedbackLines.at(-1)).toMatchObject({ code: 'transfer.closed' })
  expect((await c.post(debts, `/transfers/${former}/reopen`, { reason: 'Terug' })).body.code).toBe(
    'transfer.not_possible_now',
  )
})

test('reopening opens the matter again, within thirty days', async () => {
  const { debts } = c.parties
  const early = await c.transfers.closed()
  const late = await c.transfers.closed()
  expect((await look(debts, early.matterId)).state).toBe('closed')
  house.setNow(new Date(monday.getTime() + 30 * 86_400_000))
  const back = await again(debts)
  expect(await c.step(back, `/transfers/${early.id}/reopen`, { reason: 'Terugval' })).toMatchObject({
    status: 'started',
  })
  expect(await look(back, early.matterId)).toMatchObject({ state: 'open', outcome: null })
  house.setNow(new Date(monday.getTime() + 30 * 86_400_000 + 1))
  expect((await c.post(back, `/transfers/${late.id}/reopen`, { reason: 'Terugval' })).body.code).toBe(
    'transfer.reopen_too_late',
  )
})

test('support that ends last asks what comes next; a day keeps the matter open with its holder', async () => {
  const { debts } = c.parties
  const { id, matterId } = await c.transfers.started()
  const close = { outcome: 'helped', feedback: 'Op orde' }
  expect((await c.post(debts, `/transfers/${id}/close`, close)).body.code).toBe('matter.needs_next_step')
  expect((await c.post(debts, `/transfers/${id}/close`, { ...close, outcome: 'passed_on' })).status).toBe(400)
  await c.step(debts, `/transfers/${id}/close`, { ...close, next: { on: '2027-01-04', act: 'evaluate' } })
  expect(await look(debts, matterId)).toMatchObject({ state: 'open', nextActOn: '2027-01-04', nextAct: 'evaluate' })
})

test('a second offer while one waits for an answer is refused', async () => {
  const { team, welfare } = c.parties
  const { matterId } = await c.transfers.offered()
  const second = await c.transfers.again(matterId, welfare)
  expect((await c.post(team, `/transfers/${second.id}/offer`)).body.code).toBe('transfer.already_open')
})

test('who waits is not late before the day that was told', async () => {
  const { debts } = c.parties
  const { id, matterId } = await c.transfers.handedOver()
  await c.step(debts, `/transfers/${id}/report-waiting`, { until: '2027-02-01' })
  expect((await look(debts, matterId)).transfers).toMatchObject([{ waitingUntil: '2027-02-01', overdue: false }])
  expect((await look(debts, matterId)).transfers[0]!.dueBy).toBe('2027-02-01T23:00:00.000Z')
})

test('a school sends signals and offers no transfers', async () => {
  const { school, debts } = c.parties
  const { matter } = c.signalDraft()
  expect((await c.post(school, '/transfers', c.transferDraft(debts, { matter }))).body.code).toBe('viewer.not_allowed')
})

test('an organisation that is no party gets the same answer as for a transfer that does not exist', async () => {
  const { id } = await c.transfers.offered()
  for (const type of transferCommands.filter((each) => each !== 'discard')) {
    const ask = (transfer: string) =>
      c.ask('POST', `/api/v1/transfers/${transfer}/${type.replaceAll('_', '-')}`, {
        cookie: c.parties.stranger.cookie,
        body: given().transfer[type],
      })
    const [theirs, missing] = await Promise.all([ask(id), ask(randomUUID())])
    expect(theirs.status).toBe(404)
    expect(await theirs.text()).toEqual(await missing.text())
  }
})

/**
 * A term that has passed is in the list of who must act within one minute of the clock, and in nobody else's; the steps
 * of that minute tell them, and a working day later the next one. Deadlines by an independent calculation (Done 3).
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPlanned, runOnce } from '../../api/jobs/loop.ts'
import { stepsOf } from '../../api/jobs/steps.ts'
import type { WorkView } from '../../api/matters/work-schema.ts'
import { deadline } from '../cases/deadlines.ts'
import { type Care, care, type Moved, type Party } from '../factories/care.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

const MINUTE = 60_000
const noMail = { send: async () => undefined, close: () => undefined }

let house: FreshDatabase
let c: Care
let everybody: [string, Party][]
beforeAll(async () => {
  house = await freshDatabase()
  c = await care(house)
  const lead = (of: Party) => c.colleague(of, { roles: ['team_lead'], desks: [] })
  everybody = [
    ...Object.entries(c.parties).filter(([name]) => ['school', 'team', 'debts', 'stranger'].includes(name)),
    ['lead of the team', await lead(c.parties.team)],
    ['lead of debts', await lead(c.parties.debts)],
  ]
})
afterAll(() => house.close())

/** In whose list this stands as overdue and theirs to do; who waits for it sees it too. Sessions end within twelve hours. */
async function lateWith(matterId: string): Promise<string[]> {
  const names: string[] = []
  for (const [name, who] of everybody) {
    const here = { ...who, cookie: await c.make.session({ id: who.member }) }
    const { items } = (await c.call<WorkView>(here, 'GET', '/work?list=overdue')).body
    if (items.some((item) => item.matterId === matterId && item.overdue && item.waitingFor === 'us')) names.push(name)
  }
  return names
}
/** Who was told in the app that this is late, in the order in which they were. */
async function toldOf(id: string): Promise<string[]> {
  const { rows } = await sql<{ member: string }>`select member_id as member from account.notification
    where object_id = ${id} and topic ~ '(remind|overdue|expire|lapse)$' order by at, topic`.execute(house.db)
  return rows.map(({ member }) => everybody.find(([, who]) => who.member === member)?.[0] ?? member)
}
const minute = () => runOnce(stepsOf(house.deps, noMail).filter(isPlanned), house.deps.log)
const at = (moment: number) => house.setNow(new Date(moment))
const asOf = async (moment: number, make: () => Promise<Moved>): Promise<Moved> => {
  at(moment)
  for (const [, who] of everybody) who.cookie = await c.make.session({ id: who.member })
  return make()
}

/** `late`: who must act, and is told. A team lead has the work of the team in the list, and is told a working day later. */
type Term = { what: string; make: () => Promise<Moved>; days: number; late: string[]; leads: string[] }
const terms = (): Term[] => [
  {
    what: 'a signal that nobody took',
    make: () => c.signals.sent(),
    days: 3,
    late: ['team'],
    leads: ['lead of the team'],
  },
  { what: 'a question that was not answered', make: () => c.signals.waiting(), days: 3, late: ['school'], leads: [] },
  {
    what: 'a contact that was not made',
    make: () => c.transfers.accepted(),
    days: 5,
    late: ['team', 'debts'],
    leads: ['lead of the team', 'lead of debts'],
  },
  {
    what: 'help that did not start',
    make: () => c.transfers.handedOver(),
    days: 10,
    late: ['debts'],
    leads: ['lead of debts'],
  },
]
/** An ordinary Monday, late on a Friday, before Christmas, and before the night on which the clock goes forward. */
const moments = ['2026-11-23T09:00:00Z', '2026-11-27T22:30:00Z', '2026-12-23T16:00:00Z', '2027-03-25T12:00:00Z']

test.each(moments)(
  'what began at %s stands in the right list within a minute of its term, and not before',
  async (moment) => {
    const begun = Date.parse(moment)
    for (const { what, make, days, late, leads } of terms()) {
      const { id, matterId } = await asOf(begun, make)
      const due = deadline(begun, days, [])
      at(due - MINUTE)
      await minute()
      expect([what, await lateWith(matterId), await toldOf(id)]).toEqual([what, [], []])
      at(due + MINUTE)
      await minute()
      expect([what, await lateWith(matterId)]).toEqual([what, [...late, ...leads]])
      expect([what, new Set(await toldOf(id))]).toEqual([what, new Set(late)])
    }
  },
)

test('an offer that nobody answered is back in the list of its sender in that minute', async () => {
  const begun = Date.parse(moments[0] ?? '')
  const { id, matterId } = await asOf(begun, () => c.transfers.offered())
  at(deadline(begun, 3, []) + MINUTE)
  await minute()
  const team = { ...c.parties.team, cookie: await c.make.session({ id: c.parties.team.member }) }
  const { items } = (await c.call<WorkView>(team, 'GET', '/work?list=mine')).body
  expect(items.find((item) => item.matterId === matterId)).toMatchObject({ kind: 'matter', waitingFor: 'us' })
  expect(new Set(await toldOf(id))).toEqual(new Set(['team', 'debts']))
})

test('a working day later the team lead is told, in the minute that day has passed', async () => {
  const begun = Date.parse(moments[1] ?? '')
  const { id } = await asOf(begun, () => c.signals.sent())
  for (const [days, told] of [
    [3, ['team']],
    [4, ['team', 'lead of the team']],
  ] as const) {
    at(deadline(begun, days, []) - MINUTE)
    await minute()
    expect(await toldOf(id)).toEqual(told.slice(0, -1))
    at(deadline(begun, days, []) + MINUTE)
    await minute()
    expect(await toldOf(id)).toEqual(told)
  }
})

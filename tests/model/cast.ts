/** Five organisations with everybody who may ask something, and how each asks it of the real house. */
import { sql } from 'kysely'
import { createApp } from '../../api/app.ts'
import type { Role } from '../../api/viewer.ts'
import { addressOf, signalDraft, transferDraft } from '../cases/walk.ts'
import { accounts, browser } from '../factories/accounts.ts'
import { knowTheme } from '../factories/directory.ts'
import type { FreshDatabase } from '../setup/database.ts'
import type { Ask } from './law.ts'
import { type Kind, type Org, orgs, type Persona } from './world.ts'

const roles: Record<Kind, Role[]> = {
  desk: ['worker', 'desk_member'],
  desk2: ['worker'],
  lead: ['team_lead'],
  outside: ['worker'],
  policy: ['policy_officer'],
  school: ['school_team'],
  consultant: ['consultant'],
}
const kindsOf = (org: Org): Kind[] =>
  org === 'school'
    ? ['school']
    : [
        'desk',
        'desk2',
        'lead',
        'outside',
        'policy',
        ...(org === 'welfare' || org === 'debts' ? (['consultant'] as const) : []),
      ]

export const personas: Persona[] = orgs.flatMap((org) => kindsOf(org).map((kind) => ({ org, kind })))

export type Cast = Awaited<ReturnType<typeof openCast>>
/** The ids of a run: its matter, and the rows by the key the model gave them. */
export type Ids = { matter: string; items: Map<number, string> }

const later = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()

export async function openCast(house: FreshDatabase) {
  await knowTheme(house, 'opgroeien')
  const ask = browser(createApp(house.deps))
  const make = accounts(house)
  const organization = {} as Record<Org, string>
  const desks = {} as Record<Org, Record<'desk' | 'desk2', string>>
  const people = new Map<string, { id: string; cookie: string }>()
  for (const org of orgs) {
    organization[org] = await make.organization(org)
    desks[org] = { desk: await make.desk(organization[org], 'Een'), desk2: await make.desk(organization[org], 'Twee') }
    for (const kind of kindsOf(org)) {
      const at =
        kind === 'desk' || kind === 'school'
          ? [desks[org].desk]
          : kind === 'desk2' || kind === 'consultant'
            ? [desks[org].desk2]
            : []
      const account = await make.member(organization[org], { roles: roles[kind], desks: at })
      people.set(`${org}/${kind}`, { id: account.id, cookie: await make.session(account) })
    }
  }
  /** The model turns the clock by days: nobody signs in again for it. */
  await sql`update account.session set expires_at = '2100-01-01', ends_at = '2100-01-01'`.execute(house.db)

  const personOf = ({ org, kind }: Persona) => {
    const person = people.get(`${org}/${kind}`)
    if (!person) throw new Error(`Nobody is ${org}/${kind}`)
    return person
  }

  async function send(who: Persona, method: string, path: string, body?: unknown) {
    const response = await ask(method, `/api/v1${path}`, {
      cookie: personOf(who).cookie,
      ...(body !== undefined && { body }),
    })
    const text = await response.text()
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> }
  }

  /** Asks it. Gives the status, the code of a refusal, and the id of what was made. */
  async function give(who: Persona, ids: Ids, given: Ask) {
    const { method, path, body } = request(ids, given)
    const answer = await send(who, method, path, body)
    return {
      status: answer.status,
      code: String(answer.body.code ?? ''),
      id: String(answer.body.id ?? ''),
      matter: String(answer.body.matterId ?? ''),
    }
  }

  function request(ids: Ids, given: Ask) {
    const { command, item, to, from } = given
    const desk = to ? desks[to.org][to.desk] : ''
    const on = { ...(ids.matter && { matterId: ids.matter }) }
    if (command === 'signal.draft') return { method: 'POST', path: '/signals', body: signalDraft(desk, on) }
    if (command === 'transfer.draft') {
      const signalId = from === null || from === undefined ? undefined : ids.items.get(from)
      const cold = given.warm === false
      return {
        method: 'POST',
        path: '/transfers',
        body: transferDraft(desk, { ...on, cold, ...(signalId && { signalId }) }),
      }
    }
    const id = command.startsWith('matter.') ? ids.matter : (ids.items.get(item ?? -1) ?? ids.matter)
    const { method, path } = addressOf(command, id)
    return { method, path: path.replace('/api/v1', ''), ...(method !== 'DELETE' && { body: bodyOf(given, desk) }) }
  }

  function bodyOf({ command, next, colleague }: Ask, desk: string): unknown {
    const now = house.deps.now()
    const day = (days: number) => later(now, days).slice(0, 10)
    const nextStep = next === 'close' ? { next } : next === 'plan' ? { next: { on: day(5), act: 'evaluate' } } : {}
    const assignee = personOf(colleague ?? personas[0]!).id
    const bodies: Record<string, unknown> = {
      'signal.withdraw': { reason: 'Het is al geregeld.' },
      'signal.redirect': { receiverDesk: desk, reason: 'Dit hoort bij de collega’s.' },
      'signal.send_back': { reason: 'wrong_service', betterAddress: null },
      'signal.ask': { question: 'Hoe vaak gebeurt dit?' },
      'signal.answer': { text: 'Twee keer per week.' },
      'signal.conclude': { outcome: 'line0_answered', feedback: 'Het gezin is geholpen.', ...nextStep },
      'signal.ask_to_withdraw': { reason: 'De ouders willen eerst zelf praten.' },
      'signal.assign': { assignee },
      'transfer.offer': { feedback: 'Wij vragen een ander om verder te helpen.' },
      'transfer.decline': { reason: 'no_capacity', betterAddress: null },
      'transfer.withdraw': { reason: 'Het gezin wil dit niet.' },
      'transfer.plan_contact': { on: later(now, 2), how: 'visit' },
      'transfer.contact_failed': { reason: 'no_answer', on: later(now, 3) },
      'transfer.confirm_contact': { present: ['resident', 'sender', 'receiver'] },
      'transfer.make_cold': { reason: 'own_wish' },
      'transfer.return': { reason: 'outside_target_group', betterAddress: null },
      'transfer.report_waiting': { until: day(20) },
      'transfer.close': { outcome: 'helped', feedback: 'Het gaat goed met het gezin.', ...nextStep },
      'transfer.reopen': { reason: 'Het is toch weer nodig.' },
      'transfer.assign': { caseworker: assignee },
      'matter.close': { outcome: 'helped', feedback: 'Het is klaar.' },
      'matter.plan': { on: day(5), act: 'evaluate' },
    }
    return bodies[command] ?? {}
  }

  /** Whether this organisation may read the matter. */
  const reads = async (who: Persona, ids: Ids) => (await send(who, 'GET', `/matters/${ids.matter}`)).status === 200

  const orgOf = (id: string): Org | null => orgs.find((org) => organization[org] === id) ?? null

  /** Where a consult is sent: the second desk, where the consultants stand. */
  const consultantsOf = (org: Org) => ({ organizationId: organization[org], deskId: desks[org].desk2 })

  return { give, reads, orgOf, send, consultantsOf }
}

/**
 * A small municipality and the states of its signals and transfers, by name. Every state is reached through the API, as
 * people reach it: a factory cannot make what the house would refuse.
 */
import { sql } from 'kysely'
import { createApp } from '../../api/app.ts'
import type { Role } from '../../api/viewer.ts'
import type { FreshDatabase } from '../setup/database.ts'
import { accounts, browser } from './accounts.ts'

export type Party = { org: string; desk: string; member: string; cookie: string; name: string }
export type Moved = { id: string; matterId: string; status: string; version: number; commands: string[] }
export type Answer<Body = Moved> = {
  status: number
  body: Body & { code?: string; errors?: { pointer: string; code: string }[] }
}
export type Care = Awaited<ReturnType<typeof care>>

export const basis = {
  ground: 'task_wmo',
  article: 'Wmo 2015, artikel 2.1.1',
  purpose: 'Hulp bij de administratie van het huishouden',
  necessity: 'Zonder deze gegevens kan niemand contact opnemen',
}
export const household = {
  subject: 'household',
  theme: 'geld',
  place: 'veenwijk',
  person: { name: 'Gezin aan de Veenlaan', phone: '06 00000000', callWhen: 'na vier uur', interpreter: 'Pools' },
  involvement: 'agrees',
}
export const noticed = 'Het kind komt zonder eten op school.'
export const request = 'Overzicht van de schulden en rust in huis.'

export async function care(house: FreshDatabase) {
  const app = createApp(house.deps)
  const ask = browser(app)
  const make = accounts(house)

  async function party(name: string, roles: Role[]): Promise<Party> {
    const org = await make.organization(name)
    const desk = await make.desk(org, `${name}, aanmelding`)
    const account = await make.member(org, { roles, desks: [desk], name: `${name}, aanmelding` })
    return { org, desk, member: account.id, cookie: await make.session(account), name }
  }
  /** Another account of the same organisation. */
  async function colleague(of: Party, given: { roles?: Role[]; desks?: string[] } = {}): Promise<Party> {
    const account = await make.member(of.org, { roles: given.roles ?? ['worker'], desks: given.desks ?? [of.desk] })
    return { ...of, member: account.id, cookie: await make.session(account) }
  }

  const school = await party('Zorgteam basisschool', ['school_team'])
  const team = await party('Team Noord', ['worker', 'desk_member'])
  const debts = await party('Schuldhulp', ['worker'])
  const welfare = await party('Welzijn', ['worker'])
  const stranger = await party('Huisarts', ['worker'])

  /** As a page would: the answer with its body read. */
  async function call<Body = Moved>(
    who: Party | null,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer<Body>> {
    const response = await ask(method, `/api/v1${path}`, {
      ...(who && { cookie: who.cookie }),
      ...(body !== undefined && { body }),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : {} }
  }
  const post = (who: Party, path: string, body: unknown = {}) => call(who, 'POST', path, body)
  /** A step of a story: what does not answer 200 or 201 stops the test here. */
  async function step(who: Party, path: string, body: unknown = {}): Promise<Moved> {
    const answer = await post(who, path, body)
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  const signalDraft = (to: Party = team) => ({
    matter: household,
    basis,
    receiverDesk: to.desk,
    setting: 'zat',
    lifeDomains: ['finances'],
    complexity: 'multiple',
    urgency: 'normal',
    noticed,
  })
  const transferDraft = (to: Party, more: Record<string, unknown> = {}) => ({
    basis: { ...basis, purpose: 'Schuldhulp' },
    receiverDesk: to.desk,
    urgency: 'normal',
    request,
    ...more,
  })

  const signals = {
    draft: () => step(school, '/signals', signalDraft()),
    sent: async () => step(school, `/signals/${(await signals.draft()).id}/send`),
    taken: async () => step(team, `/signals/${(await signals.sent()).id}/take`),
    waiting: async () => step(team, `/signals/${(await signals.taken()).id}/ask`, { question: 'Sinds wanneer?' }),
    returned: async () =>
      step(team, `/signals/${(await signals.sent()).id}/send-back`, { reason: 'outside_area', betterAddress: null }),
    withdrawn: async () => step(school, `/signals/${(await signals.sent()).id}/withdraw`, { reason: 'Opgelost' }),
    concluded: async () =>
      step(team, `/signals/${(await signals.taken()).id}/conclude`, {
        outcome: 'line0_answered',
        feedback: 'Het gezin is bezocht.',
        next: 'close',
      }),
  }

  type Way = { to?: Party; cold?: boolean }
  const transfers = {
    /** From a signal that the team has in hand. */
    draft: async ({ to = debts, cold }: Way = {}) => {
      const { id: signalId, matterId } = await signals.taken()
      const warmth = cold ? { warm: false, coldReason: 'own_wish' } : {}
      return step(team, '/transfers', transferDraft(to, { matterId, signalId, ...warmth }))
    },
    /** On a matter the team holds already, with nothing open in it. */
    again: (matterId: string, to: Party, by: Party = team) => step(by, '/transfers', transferDraft(to, { matterId })),
    offered: async (way: Way = {}) => {
      const { id } = await transfers.draft(way)
      return step(team, `/transfers/${id}/offer`, { feedback: 'Wij vragen schuldhulp om mee te doen.' })
    },
    declined: async ({ to = debts }: Way = {}) =>
      step(to, `/transfers/${(await transfers.offered({ to })).id}/decline`, { reason: 'no_capacity' }),
    withdrawn: async () =>
      step(team, `/transfers/${(await transfers.offered()).id}/withdraw`, { reason: 'Het gezin wil niet' }),
    accepted: async ({ to = debts }: Way = {}) => step(to, `/transfers/${(await transfers.offered({ to })).id}/accept`),
    handedOver: async ({ to = debts }: Way = {}) => {
      const { id } = await transfers.accepted({ to })
      await confirm(team, id)
      return confirm(to, id)
    },
    cold: async ({ to = debts }: Way = {}) =>
      step(to, `/transfers/${(await transfers.offered({ to, cold: true })).id}/accept`),
    started: async (way: Way = {}) => step(way.to ?? debts, `/transfers/${(await transfers.handedOver(way)).id}/start`),
    closed: async ({ to = debts }: Way = {}) =>
      step(to, `/transfers/${(await transfers.started({ to })).id}/close`, {
        outcome: 'helped',
        feedback: 'De schulden zijn op orde.',
        next: 'close',
      }),
  }
  const confirm = (who: Party, id: string) =>
    step(who, `/transfers/${id}/confirm-contact`, { present: ['resident', 'sender', 'receiver'] })

  const holderOf = async (matterId: string) => {
    const { rows } = await sql<{ holder_org: string }>`
      select holder_org from care.matter where id = ${matterId}`.execute(house.db)
    return rows[0]?.holder_org
  }

  return {
    app,
    ask,
    make,
    parties: { school, team, debts, welfare, stranger },
    party,
    colleague,
    call,
    post,
    step,
    signalDraft,
    transferDraft,
    signals,
    transfers,
    confirm,
    holderOf,
  }
}

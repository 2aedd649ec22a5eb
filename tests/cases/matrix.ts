/** Tries every line of the permission matrix on the real API and database. */
import { randomUUID } from 'node:crypto'
import { createApp, pages, rooms } from '../../api/app.ts'
import type { RouteLine } from '../../api/http/room.ts'
import { type Role, roles } from '../../api/viewer.ts'
import { type BetweenLine, type ItemLine, type Line, type MakingLine, type OwnLine } from '../api/permission-lines.ts'
import { matrix } from '../api/permission-matrix.ts'
import { accounts, browser } from '../factories/accounts.ts'
import type { FreshDatabase } from '../setup/database.ts'
import { raiseAlarm } from '../factories/follow-page.ts'
import { between } from './between.ts'
import { tryByKey } from './by-key.ts'
import { tryCommon } from './common.ts'
import { bytesOf, codeOf, type Found, judge, split } from './judge.ts'
import {
  type Person,
  type Send,
  type TransferState,
  type Walked,
  bodyOf,
  signalDraft,
  transferDraft,
  walker,
} from './walk.ts'

type Organization = Record<Role, Person>

export const keyOf = ({ method, path }: RouteLine): string => `${method.toUpperCase()} ${path}`
export const routesOf = (deps: FreshDatabase['deps']): string[] =>
  [...rooms(deps), ...pages(deps)].flatMap(({ lines }) => lines.map(keyOf))

/** Five organisations with an account of every role at their desk, and a matter to compare with. */
export async function openMatrix(house: FreshDatabase) {
  const make = accounts(house)
  const ask = browser(createApp(house.deps))
  const send: Send = async (who, method, path, body) => {
    const response = await ask(method, path, {
      ...(who && { cookie: who.cookie }),
      ...(who?.secret && { headers: { authorization: `Bearer ${who.secret}`, 'idempotency-key': randomUUID() } }),
      ...(body !== undefined && { body }),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  async function organization(): Promise<Organization> {
    const id = await make.organization()
    const [desk, otherDesk] = [await make.desk(id), await make.desk(id, 'Tweede team')]
    const people: [Role, Person][] = []
    for (const role of roles) {
      const account = await make.member(id, { roles: [role], desks: [desk, otherDesk] })
      const cookie = await make.session(account)
      people.push([role, { member: account.id, organization: id, desk, otherDesk, cookie }])
    }
    return Object.fromEntries(people) as Organization
  }
  const [school, team, first, partner, stranger] = [
    await organization(),
    await organization(),
    await organization(),
    await organization(),
    await organization(),
  ]
  const parties = { school, team, first, partner }
  const workers = { school: school.worker, team: team.worker, first: first.worker, partner: partner.worker }
  const walk = walker(send, house.deps.now, workers)

  const reach = async (line: ItemLine): Promise<Walked> => {
    if (line.on === 'signal') return walk.signalIn(line.state as Parameters<typeof walk.signalIn>[0])
    const walked = await walk.transferIn(line.state === 'alarmed' ? 'declined' : (line.state as TransferState))
    if (line.state === 'alarmed') await raiseAlarm(house, walked.matter)
    return walked
  }

  /** A matter whose relation with one organisation has ended; by that organisation nothing may be reached. */
  const formers = {
    signal: { walked: await walk.signalIn('returned'), by: team },
    transfer: { walked: await walk.transferIn('declined'), by: first },
    matter: { walked: await walk.transferIn('declined'), by: first },
  }
  return { send, house, parties, stranger, walk, reach, formers, beside: await between(send, house, { school, team }) }
}
export type Matrix = Awaited<ReturnType<typeof openMatrix>>

/** Everything the line of one route says, tried. */
export async function* tryRoute(at: Matrix, route: string): AsyncGenerator<Found> {
  const line = matrix[route]
  if (!line) yield { name: route, held: false, why: 'has no line in the matrix' }
  else if (line.on === 'open') yield await tryOpen(at, route)
  else if (line.on === 'own') yield* tryOwn(at, route, line)
  else if (line.on === 'key') yield* tryByKey(at, route, line)
  else if (line.on === 'concept') yield* tryCommon(at, route, line)
  else if (line.on === 'making') yield* tryMaking(at, route, line)
  else if ('missing' in line) yield* tryBetween(at, route, line)
  else yield* tryItem(at, route, line)
}

/** A route without a line, and a line without a route. */
export function unmatched(routes: readonly string[]): string[] {
  const named = Object.keys(matrix)
  return [...routes.filter((route) => !matrix[route]), ...named.filter((name) => !routes.includes(name))]
}

async function tryOpen({ send }: Matrix, route: string): Promise<Found> {
  const { method, path } = split(route)
  const answer = await send(null, method, path, method === 'POST' ? {} : undefined)
  return judge(`${route} anonymous`, answer.text.includes('viewer.unknown') ? 'closed' : 'open', 'open')
}

async function* tryItem(at: Matrix, route: string, line: ItemLine): AsyncGenerator<Found> {
  const { send, parties, stranger, formers, reach } = at
  const kept = await reach(line)
  const own = parties[line.own]
  const body = (person: Person, walked: Walked) => bodyFor(at, route, line, person, walked)
  const call = (person: Person | null, walked: Walked, id = walked[line.on]) => {
    const { method, path } = split(route, id)
    return send(person, method, path, body(person ?? own.worker, walked))
  }

  for (const role of roles) {
    const allowed = line.roles.includes(role)
    const about = (relation: string) => `${route} as ${role}, ${relation}`
    const refusal = 'viewer.not_allowed'
    yield judge(
      about('own'),
      codeOf(await call(own[role], allowed ? await reach(line) : kept)),
      allowed ? (line.answer ?? 'ok') : refusal,
    )

    const [other, hears] = line.shared
    const shared = allowed && hears === 'ok' ? await reach(line) : kept
    yield judge(about('shared'), codeOf(await call(parties[other][role], shared)), allowed ? hears : refusal)

    const nowhere = allowed ? `${line.on}.not_found` : refusal
    const ended = formers[line.on]
    for (const [relation, person, walked] of [
      ['other', stranger[role], kept],
      ['ended', ended.by[role], ended.walked],
    ] as const) {
      const theirs = await call(person, walked)
      yield judge(about(relation), codeOf(theirs), nowhere)
      const missing = await call(person, walked, randomUUID())
      yield judge(`${about(relation)}, like a missing one`, bytesOf(theirs), bytesOf(missing))
    }
  }
  const [theirs, missing] = [await call(null, kept), await call(null, kept, randomUUID())]
  yield judge(`${route} anonymous`, codeOf(theirs), 'viewer.unknown')
  yield judge(`${route} anonymous, like a missing one`, bytesOf(theirs), bytesOf(missing))
}

async function* tryBetween(at: Matrix, route: string, line: BetweenLine): AsyncGenerator<Found> {
  const { send, parties, stranger, beside } = at
  const kept = await beside.reach(line.on, line.state)
  const call = (person: Person | null, id: string) => {
    const { method, path } = split(route, id)
    return send(person, method, path, method === 'GET' ? undefined : beside.bodyOf(route))
  }
  const refusal = 'viewer.not_allowed'
  for (const role of roles) {
    const allowed = line.roles.includes(role)
    const about = (relation: string) => `${route} as ${role}, ${relation}`
    const own = allowed ? await beside.reach(line.on, line.state) : kept
    yield judge(about('own'), codeOf(await call(parties[line.own][role], own)), allowed ? 'ok' : refusal)
    const [other, hears] = line.shared
    const shared = allowed && hears === 'ok' ? await beside.reach(line.on, line.state) : kept
    yield judge(about('shared'), codeOf(await call(parties[other][role], shared)), allowed ? hears : refusal)
    const [theirs, missing] = [await call(stranger[role], kept), await call(stranger[role], randomUUID())]
    yield judge(about('other'), codeOf(theirs), allowed ? line.missing : refusal)
    yield judge(`${about('other')}, like a missing one`, bytesOf(theirs), bytesOf(missing))
  }
  yield judge(`${route} anonymous`, codeOf(await call(null, kept)), 'viewer.unknown')
}

async function* tryMaking({ send, parties, beside }: Matrix, route: string, line: MakingLine): AsyncGenerator<Found> {
  const { method, path } = split(route)
  for (const role of roles) {
    await beside.settle()
    const answer = await send(parties.school[role], method, path, beside.bodyOf(route))
    beside.made(route, answer.text)
    const expected = line.roles.includes(role) ? 'ok' : 'viewer.not_allowed'
    yield judge(`${route} as ${role}`, codeOf(answer), expected)
  }
  yield judge(`${route} anonymous`, codeOf(await send(null, method, path, beside.bodyOf(route))), 'viewer.unknown')
}

async function* tryOwn(at: Matrix, route: string, line: OwnLine): AsyncGenerator<Found> {
  const { send, parties, stranger, formers, walk } = at
  const { method, path } = split(route)
  const noun = path.includes('signals') ? 'signal' : 'transfer'
  const draft = (desk: string, on: { matterId?: string }) =>
    noun === 'signal' ? signalDraft(desk, on) : transferDraft(desk, on)
  const call = (person: Person | null, on: { matterId?: string } = {}) =>
    send(person, method, path, method === 'POST' ? draft(parties.partner.worker.desk, on) : undefined)
  const { matter, signal, transfer } = await walk.transferIn('accepted')

  for (const role of roles) {
    const allowed = line.roles.includes(role)
    const about = (relation: string) => `${route} as ${role}, ${relation}`
    const refusal = 'viewer.not_allowed'
    yield judge(about('own'), codeOf(await call(parties.team[role])), allowed ? 'ok' : refusal)
    if (method === 'GET') {
      // What a list shows of matters of others: nothing, also of a matter one was a party in.
      for (const [relation, person] of [
        ['other', stranger[role]],
        ['ended', parties.first[role]],
      ] as const) {
        const { text } = await call(person)
        const seen = [matter, signal, transfer].filter((id) => text.includes(id))
        yield judge(about(relation), seen.join(), '')
      }
      continue
    }
    const shared = await call(parties.school[role], { matterId: matter })
    yield judge(about('shared'), codeOf(shared), allowed ? 'matter.not_yours' : refusal)
    for (const [relation, person, matterId] of [
      ['other', stranger[role], matter],
      ['ended', formers.transfer.by[role], formers.transfer.walked.matter],
    ] as const) {
      const [theirs, missing] = [await call(person, { matterId }), await call(person, { matterId: randomUUID() })]
      yield judge(about(relation), codeOf(theirs), allowed ? 'matter.not_found' : refusal)
      yield judge(`${about(relation)}, like a missing one`, bytesOf(theirs), bytesOf(missing))
    }
  }
  yield judge(`${route} anonymous`, codeOf(await call(null)), 'viewer.unknown')
}

/** A body that is right for the route, so that only who asks can be wrong. */
export function bodyFor(
  { house, parties }: Matrix,
  route: string,
  line: ItemLine,
  person: Person,
  walked: Walked,
): unknown {
  const { method, path } = split(route)
  if (method === 'GET') return undefined
  if (method === 'PUT') {
    const { desk } = line.on === 'signal' ? parties.team.worker : parties.partner.worker
    const on = { matterId: walked.matter }
    return line.on === 'signal' ? signalDraft(desk, on) : transferDraft(desk, on)
  }
  const verb = path.split('/').at(-1) ?? ''
  const name = `${line.on}.${method === 'DELETE' ? 'discard' : verb.replaceAll('-', '_')}`
  return bodyOf(name, house.deps.now(), { colleague: person.member, otherDesk: person.otherDesk })
}

export type { Found, Line }

/**
 * Several organisations at work at once on a server over HTTP: seeded chance chooses who does what, from what the server
 * itself says is open to them. What was acknowledged is remembered, to be asked for later.
 */
import { desks } from '../../api/demo/ids.ts'
import type { DemoDatabase, DemoKey } from '../setup/house.ts'
import {
  type Answer,
  type Moved,
  type Person,
  addressOf,
  bodyOf,
  signalDraft,
  transferDraft,
  walker,
} from '../cases/walk.ts'

export type Acknowledged = { request: string; command: string; id: string; matter: string }
type Actor = { key: DemoKey; member: string; organization: string; desk: string; cookie: string }
type Open = { id: string; commands: string[] }
type View = Open & {
  state: 'draft' | 'open' | 'closed'
  holder: { id: string; isUs: boolean }
  signals: (Open & { status: string })[]
  transfers: (Open & { status: string })[]
}

const players = {
  school: 'zorgteam',
  teamNoord: 'teamNoord',
  jeugdhulp: 'jeugdhulp',
  opvoedhulp: 'opvoedhulp',
  schuldhulp: 'schuldhulp',
  welzijn: 'welzijn',
} as const satisfies Partial<Record<DemoKey, keyof typeof desks>>

/** The server lives, and what it needs was taken away from under it. */
class CutOff extends Error {}

/** A small generator (mulberry32): the same seed gives the same choices. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Driver = Awaited<ReturnType<typeof openDriver>>

export async function openDriver(
  house: Pick<DemoDatabase, 'account' | 'password'>,
  origin: string,
  random: () => number,
  /** Whether something was killed just now: an answer of failure is no answer then. */
  isDown: () => boolean = () => false,
) {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const acknowledged: Acknowledged[] = []
  const matters: string[] = []
  /** Answers no command should give: the server was there, and did not know what to say. */
  const broken: string[] = []
  /** Requests that went out and were never answered. */
  let unanswered = 0

  async function send(cookie: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie }
    const response = await fetch(`${origin}${path}`, {
      method,
      headers,
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  const signIn = async (key: DemoKey, desk: keyof typeof desks): Promise<Actor> => {
    const { id, email } = house.account(key)
    const answer = await send('', 'POST', '/api/v1/session', { email, password: house.password })
    if (answer.status !== 201) throw new Error(`Sign in of ${key}: ${answer.status} ${answer.text}`)
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    return { key, member: id, organization: desks[desk].organizationId, desk: desks[desk].id, cookie }
  }
  const actors = await Promise.all(
    Object.entries(players).map(([key, desk]) => signIn(key as DemoKey, desk as keyof typeof desks)),
  )
  const [school, team] = actors
  if (!school || !team) throw new Error('Nobody to play')

  const asPerson = (of: Actor): Person => ({ ...of, otherDesk: desks.teamZuid.id })

  /** Sends a command; an answer that says yes is remembered with the request it was. */
  async function give(who: Actor, command: string, method: string, path: string, body: unknown): Promise<void> {
    const answer = await send(who.cookie, method, path, body)
    if (answer.status >= 500 && isDown()) throw new CutOff()
    if (answer.status >= 500) broken.push(`${command}: ${answer.status} ${answer.text}`)
    if (answer.status >= 300) return
    const made = answer.text ? (JSON.parse(answer.text) as { id?: string; matterId?: string }) : {}
    const matter = made.matterId ?? made.id ?? ''
    if (command === 'signal.draft') matters.push(matter)
    const request = answer.headers.get('x-request-id') ?? ''
    acknowledged.push({ request, command, id: made.id ?? '', matter })
  }

  async function must(who: Actor, method: string, path: string, body?: unknown): Promise<Moved> {
    const answer = await send(who.cookie, method, path, body)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
    return JSON.parse(answer.text) as Moved
  }

  async function step(): Promise<void> {
    const matter = matters.length < 4 || random() < 0.1 ? undefined : pick(matters.slice(-12))
    if (!matter) return give(school!, 'signal.draft', 'POST', '/api/v1/signals', signalDraft(team!.desk))
    const who = random() < 0.5 ? (random() < 0.5 ? school! : team!) : (pick(actors) ?? school!)
    const read = await send(who.cookie, 'GET', `/api/v1/matters/${matter}`)
    if (read.status !== 200) return
    const view = JSON.parse(read.text) as View
    const open = [
      ...view.signals.flatMap(({ id, commands }) => commands.map((each) => ({ id, command: `signal.${each}` }))),
      ...view.transfers.flatMap(({ id, commands }) => commands.map((each) => ({ id, command: `transfer.${each}` }))),
      ...view.commands.map((each) => ({ id: view.id, command: `matter.${each}` })),
    ].filter(({ command }) => !/discard$|redirect$/.test(command) || random() < 0.1)

    const mayOffer = view.state === 'open' && view.holder.isUs && who !== school
    const drafts = view.transfers.some(({ status }) => status === 'draft')
    if (mayOffer && !drafts && random() < 0.4) {
      const to = pick(actors.filter((each) => each !== who && each !== school))
      const taken = view.signals.find(({ status }) => status === 'taken' || status === 'waiting')
      const body = transferDraft(to?.desk ?? '', { matterId: matter, ...(taken && { signalId: taken.id }) })
      return give(who, 'transfer.draft', 'POST', '/api/v1/transfers', body)
    }
    const chosen = pick(open)
    if (!chosen) return
    const { method, path } = addressOf(chosen.command, chosen.id)
    const body = bodyOf(chosen.command, new Date(), { colleague: who.member, otherDesk: desks.teamZuid.id })
    await give(who, chosen.command, method, path, body)
  }

  return {
    acknowledged,
    matters,
    unanswered: () => unanswered,
    /** What broke since this was last asked. */
    broken: () => broken.splice(0),
    /** Works with `hands` at once until told to stop, or until the server is gone. */
    work(hands: number): { stop: () => Promise<void> } {
      let stopped = false
      const hand = async () => {
        while (!stopped) {
          try {
            await step()
          } catch (error) {
            // The server was killed under this request: whether it was done, nobody was told.
            if (!(error instanceof TypeError || error instanceof CutOff)) throw error
            unanswered += 1
            stopped = true
          }
        }
      }
      const all = Promise.all(Array.from({ length: hands }, hand))
      // Who stops them hears of it; until then nobody is listening.
      all.catch(() => undefined)
      return {
        stop: async () => {
          stopped = true
          await all
        },
      }
    },
    /** Two signals that nobody took yet, and two offers that nobody answered. */
    async prepare(): Promise<void> {
      const [first, partner] = actors.slice(2).map(asPerson)
      const parties = { school: asPerson(school), team: asPerson(team), first: first!, partner: partner! }
      const walk = walker(
        (who, ...asked) => send(who?.cookie ?? '', ...asked),
        () => new Date(),
        parties,
      )
      for (let n = 0; n < 2; n += 1) {
        matters.push((await walk.signalIn('sent')).matter)
        matters.push((await walk.transferIn('offered')).matter)
      }
    },
    /** An offer to a desk without an account, and a link to it that is promised by mail. */
    async promiseLink(desk: string): Promise<void> {
      const signal = await must(school!, 'POST', '/api/v1/signals', signalDraft(team!.desk))
      await must(school!, 'POST', `/api/v1/signals/${signal.id}/send`)
      await must(team!, 'POST', `/api/v1/signals/${signal.id}/take`)
      const body = transferDraft(desk, { matterId: signal.matterId, signalId: signal.id })
      const { id } = await must(team!, 'POST', '/api/v1/transfers', body)
      await must(team!, 'POST', `/api/v1/transfers/${id}/offer`, { feedback: 'Wij vragen hulp.' })
      await must(team!, 'POST', `/api/v1/transfers/${id}/link`)
    },
    /** Who says they hold this matter: exactly one of those who see it. */
    async holdersOf(matter: string): Promise<string[]> {
      const holders: string[] = []
      for (const { cookie, key } of actors) {
        const { status, text } = await send(cookie, 'GET', `/api/v1/matters/${matter}`)
        if (status === 200 && (JSON.parse(text) as View).holder.isUs) holders.push(key)
      }
      return holders
    },
  }
}

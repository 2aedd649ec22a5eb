/** What each command must do to a matter, or that it must be refused (domain.md section 4). The model's own law. */
import {
  change,
  isOpen,
  maySend,
  offers,
  openItems,
  openSignals,
  type Org,
  type Persona,
  seesItem,
  sees,
  type Signal,
  sidesOf,
  supports,
  type Transfer,
  type World,
} from './world.ts'

/** What somebody asks for. `next` is what they say comes after the last open thing ended. */
export type Ask = {
  command: string
  item: number | null
  next?: 'close' | 'plan' | undefined
  to?: { org: Org; desk: 'desk' | 'desk2' } | undefined
  colleague?: Persona | undefined
  warm?: boolean | undefined
  from?: number | null | undefined
}

/** `unseen`: the answer of a thing that does not exist. Else the world after it. */
export type Verdict = 'unseen' | 'refused' | World

type Row = [from: string, by: string, to: string | null]

/** From where, by whom, to where; null: the status stays. */
const signalMoves: Record<string, Row> = {
  send: ['draft', 'sender', 'sent'],
  discard: ['draft', 'sender', 'gone'],
  take: ['sent', 'receiver', 'taken'],
  withdraw: ['sent', 'sender', 'withdrawn'],
  redirect: ['sent taken', 'receiver', 'sent'],
  send_back: ['sent taken', 'receiver', 'returned'],
  ask: ['taken', 'receiver', 'waiting'],
  answer: ['waiting', 'sender', 'taken'],
  resume: ['waiting', 'receiver', 'taken'],
  conclude: ['taken waiting', 'receiver', 'concluded'],
  ask_to_withdraw: ['taken waiting', 'sender', null],
  assign: ['taken waiting', 'receiver lead', null],
}
const transferMoves: Record<string, Row> = {
  offer: ['draft', 'sender', 'offered'],
  discard: ['draft', 'sender', 'gone'],
  accept: ['offered', 'receiver', 'accepted'],
  decline: ['offered', 'receiver', 'declined'],
  withdraw: ['offered accepted', 'sender', 'withdrawn'],
  plan_contact: ['accepted', 'sender receiver', null],
  contact_failed: ['accepted', 'sender receiver', null],
  confirm_contact: ['accepted', 'sender receiver', null],
  take_back_confirmation: ['accepted', 'sender receiver', null],
  make_cold: ['accepted', 'sender', 'handed_over'],
  return: ['accepted', 'receiver', 'declined'],
  report_waiting: ['handed_over', 'receiver', null],
  start: ['handed_over', 'receiver', 'started'],
  close: ['handed_over started', 'receiver', 'closed'],
  reopen: ['closed', 'receiver', 'started'],
  assign: ['offered accepted handed_over started', 'receiver lead', null],
}

export const commands = [
  ...Object.keys(signalMoves).map((verb) => `signal.${verb}`),
  ...Object.keys(transferMoves).map((verb) => `transfer.${verb}`),
  'matter.close',
  'matter.plan',
  'signal.draft',
  'transfer.draft',
]

/** What must come of it. */
export function verdict(world: World, who: Persona, ask: Ask): Verdict {
  const [noun = '', verb = ''] = ask.command.split('.')
  if (who.kind === 'policy') return 'refused'
  if (noun === 'matter') return ofMatter(world, who, verb)
  if (verb === 'draft') return drafted(world, who, noun as 'signal' | 'transfer', ask)
  const moves = noun === 'signal' ? signalMoves : transferMoves
  const [from = '', by = '', to = null] = moves[verb] ?? []
  // A route for a role that one does not have answers before it looks.
  if (who.kind === 'school' && (noun === 'transfer' || !by.includes('sender'))) return 'refused'
  const item = world.items.find(({ key }) => key === ask.item)
  if (!item || item.is !== noun || !seesItem(world, item, who.org)) return 'unseen'
  if (!sidesOf(item, who).some((side) => by.split(' ').includes(side))) return 'refused'
  if (!from.split(' ').includes(item.status)) return 'refused'
  const status = to ?? item.status
  return item.is === 'signal'
    ? signalAfter(world, who, item, verb, status as Signal['status'], ask)
    : transferAfter(world, who, item, verb, status as Transfer['status'], ask)
}

function signalAfter(world: World, who: Persona, item: Signal, verb: string, status: Signal['status'], ask: Ask) {
  const moved = change(world, item, { status })
  const back = { nextAct: true, holder: item.sender, relations: without(moved, item.key) }
  switch (verb) {
    case 'send':
      if (!mayHandOut(world, who.org, 'signal', 0)) return 'refused'
      return opened(moved, item)
    case 'discard':
      return discarded(moved)
    case 'take':
      return { ...change(world, item, { status, worker: who }), holder: item.receiver }
    case 'redirect':
      if (ask.to?.desk === item.desk) return 'refused'
      return change(world, item, { status, desk: ask.to?.desk ?? 'desk', worker: null })
    case 'withdraw':
    case 'send_back':
      return { ...moved, ...back }
    case 'conclude':
      return settled(moved, ask.next)
    case 'assign':
      return change(world, item, { worker: ask.colleague ?? null })
    default:
      return moved
  }
}

function transferAfter(world: World, who: Persona, item: Transfer, verb: string, status: Transfer['status'], ask: Ask) {
  const moved = change(world, item, { status })
  switch (verb) {
    case 'offer': {
      const grown = world.items.find(({ key }) => key === item.from)
      const ends = grown && isOpen(grown) && grown.status !== 'sent' && grown.receiver === who.org ? grown : null
      if (!mayHandOut(world, who.org, 'transfer', ends ? 1 : 0)) return 'refused'
      return opened(ends ? change(moved, ends, { status: 'concluded' }) : moved, item)
    }
    case 'discard':
      return discarded(moved)
    case 'accept':
      return item.warm ? change(moved, item, { worker: who }) : handedOver(world, item, { worker: who })
    case 'decline':
    case 'return':
    case 'withdraw':
      return { ...moved, nextAct: true, relations: without(moved, item.key) }
    case 'confirm_contact': {
      if (item.confirmed.includes(who.org)) return 'refused'
      const confirmed = [...item.confirmed, who.org]
      return confirmed.length === 2 ? handedOver(world, item, { confirmed }) : change(moved, item, { confirmed })
    }
    case 'take_back_confirmation':
      return item.confirmed.includes(who.org) ? change(moved, item, { confirmed: [] }) : 'refused'
    case 'make_cold':
      return handedOver(world, item, { warm: false })
    case 'close':
      return settled(moved, ask.next)
    case 'reopen':
      // Only where it still holds the matter, and nobody else was asked to take it meanwhile.
      if (item.passedOn || world.holder !== who.org || openSignals(world).length > 0) return 'refused'
      return { ...moved, state: 'open' as const, nextAct: false }
    case 'assign':
      return change(world, item, { worker: ask.colleague ?? null })
    default:
      return moved
  }
}

/** A matter waits for one answer at a time; support that runs is passed on by a transfer and never by a signal. */
function mayHandOut(world: World, org: Org, what: 'signal' | 'transfer', ends: number): boolean {
  if (world.holder !== org || world.state === 'closed') return false
  if (openSignals(world).length > ends || offers(world).length > 0) return false
  return what === 'transfer' || supports(world).length === 0
}

const opened = (world: World, { key, receiver }: Signal | Transfer): World => ({
  ...world,
  state: 'open',
  nextAct: false,
  relations: [...world.relations, { org: receiver, via: key }],
})

function handedOver(world: World, item: Transfer, more: Partial<Transfer>): World {
  const items = world.items.map((each) =>
    each.is === 'transfer' && each.key !== item.key && each.receiver === item.sender && supports(world).includes(each)
      ? { ...each, status: 'closed' as const, passedOn: true }
      : each,
  )
  const moved = change({ ...world, items }, item, { ...more, status: 'handed_over' })
  return { ...moved, holder: item.receiver, nextAct: false }
}

const without = (world: World, key: number) => world.relations.filter(({ via }) => via !== key)

/** The last open thing ended: close, or say what comes next. */
function settled(world: World, next: Ask['next']): Verdict {
  const busy = openItems(world).length > 0
  if (next === 'close') return busy ? 'refused' : closed(world)
  if (next === 'plan') return { ...world, nextAct: true }
  return busy ? world : 'refused'
}

/** What was never sent goes with it. */
const closed = (world: World): World => ({
  ...world,
  state: 'closed',
  nextAct: false,
  items: world.items.map((item) => (item.status === 'draft' ? { ...item, status: 'gone' } : item)),
})

/** The last draft takes along a matter that was never opened. */
function discarded(world: World): World {
  const left = world.items.some(({ status }) => status !== 'gone')
  return world.state === 'draft' && !left ? { ...world, state: 'gone' } : world
}

function ofMatter(world: World, who: Persona, verb: string): Verdict {
  if (!sees(world, who.org)) return 'unseen'
  if (world.holder !== who.org || world.state !== 'open') return 'refused'
  if (verb === 'plan') return { ...world, nextAct: true }
  return openItems(world).length > 0 ? 'refused' : closed(world)
}

function drafted(world: World, who: Persona, is: 'signal' | 'transfer', ask: Ask): Verdict {
  if (!maySend(who, is)) return 'refused'
  if (!ask.to || ask.to.org === who.org) return 'refused'
  if (!sees(world, who.org)) return 'unseen'
  if (world.holder !== who.org || world.state === 'closed') return 'refused'
  const key = Math.max(...world.items.map((item) => item.key)) + 1
  const base = { key, sender: who.org, receiver: ask.to.org, desk: ask.to.desk, worker: null, status: 'draft' as const }
  const item: Signal | Transfer =
    is === 'signal'
      ? { ...base, is }
      : { ...base, is, warm: ask.warm ?? true, from: ask.from ?? null, confirmed: [], passedOn: false }
  return { ...world, items: [...world.items, item] }
}

/** Nobody answered: what the clock ends. Nothing when it may not. */
export function silence(world: World, key: number): World {
  const item = world.items.find((each) => each.key === key)
  if (!item || offers(world).every((each) => each.key !== key)) return world
  const ended = change(world, item, { status: 'expired' })
  return { ...ended, nextAct: true, relations: without(ended, key) }
}

/**
 * One matter as the domain describes it, with everything that hangs on it: what the house must agree with, written
 * after domain.md section 4 and sharing no line with api/. It knows organisations, not tables.
 */
export const orgs = ['school', 'team', 'debts', 'welfare', 'stranger'] as const
export type Org = (typeof orgs)[number]

/** `desk`, and `desk2` and the consultant, stand at the first and the second desk; `outside` and the lead at none. */
export const kinds = ['desk', 'desk2', 'lead', 'outside', 'policy', 'school', 'consultant'] as const
export type Kind = (typeof kinds)[number]
export type Persona = { org: Org; kind: Kind }
const name = ({ org, kind }: Persona) => `${org}/${kind}`
export const same = (a: Persona | null, b: Persona | null): boolean => a !== null && b !== null && name(a) === name(b)

type Item = { key: number; sender: Org; receiver: Org; desk: 'desk' | 'desk2'; worker: Persona | null }
export type Signal = Item & {
  is: 'signal'
  status: 'draft' | 'sent' | 'taken' | 'waiting' | 'returned' | 'concluded' | 'withdrawn' | 'gone'
}
export type Transfer = Item & {
  is: 'transfer'
  status:
    | 'draft'
    | 'offered'
    | 'accepted'
    | 'handed_over'
    | 'started'
    | 'closed'
    | 'declined'
    | 'expired'
    | 'withdrawn'
    | 'gone'
  warm: boolean
  /** The signal it grew from, which ends by its offer. */
  from: number | null
  confirmed: readonly Org[]
  passedOn: boolean
}

export type World = {
  state: 'draft' | 'open' | 'closed' | 'gone'
  holder: Org
  first: Org
  nextAct: boolean
  items: readonly (Signal | Transfer)[]
  /** Who sees the matter, and through which item; null is the one who opened it. */
  relations: readonly { org: Org; via: number | null }[]
}

/** A matter as it is with its first draft: nobody else knows of it. */
export const begin = (first: Org, item: Signal | Transfer): World => ({
  state: 'draft',
  holder: first,
  first,
  nextAct: false,
  items: [item],
  relations: [{ org: first, via: null }],
})

export const isOpen = ({ is, status }: Signal | Transfer): boolean =>
  (is === 'signal' ? ['sent', 'taken', 'waiting'] : ['offered', 'accepted', 'handed_over', 'started']).includes(status)

export const openItems = (world: World) => world.items.filter(isOpen)
export const offers = (world: World) =>
  world.items.filter(({ is, status }) => is === 'transfer' && (status === 'offered' || status === 'accepted'))
export const supports = (world: World) =>
  world.items.filter(({ status }) => status === 'handed_over' || status === 'started')
export const openSignals = (world: World) => world.items.filter((item) => item.is === 'signal' && isOpen(item))

export const sees = (world: World, org: Org): boolean =>
  world.state !== 'gone' && world.relations.some((relation) => relation.org === org)

/** A draft is its maker's alone; the rest both parties' as long as they see the matter. */
export const seesItem = (world: World, item: Signal | Transfer, org: Org): boolean =>
  item.status !== 'gone' &&
  sees(world, org) &&
  (org === item.sender || (org === item.receiver && item.status !== 'draft'))

/** Frontline roles send and receive; a school team sends signals and no transfers; a policy officer neither. */
export const maySend = ({ kind }: Persona, what: 'signal' | 'transfer'): boolean =>
  kind !== 'policy' && (kind !== 'school' || what === 'signal')
export const mayReceive = ({ kind }: Persona): boolean => kind !== 'policy' && kind !== 'school'

/** The sides on which somebody stands: commands of the receiver belong to the desk, or to who has it in hand. */
export function sidesOf(item: Signal | Transfer, who: Persona): ('sender' | 'receiver' | 'lead')[] {
  if (who.org === item.sender) return maySend(who, item.is) ? ['sender'] : []
  if (who.org !== item.receiver || !mayReceive(who)) return []
  const stands = who.kind === 'consultant' ? 'desk2' : who.kind
  const atDesk = stands === item.desk || same(item.worker, who)
  return [...(atDesk ? (['receiver'] as const) : []), ...(who.kind === 'lead' ? (['lead'] as const) : [])]
}

export const change = (world: World, item: Signal | Transfer, to: Partial<Signal> | Partial<Transfer>): World => ({
  ...world,
  items: world.items.map((each) => (each.key === item.key ? ({ ...each, ...to } as Signal | Transfer) : each)),
})

/**
 * Plays a matter on the real house and in the model at once: after every command both must say the same, of the answer
 * and of what is in the database then.
 */
import { sql } from 'kysely'
import { endSilentTransfers } from '../../api/transfers/clock.ts'
import { type FreshDatabase, monday } from '../setup/database.ts'
import { type Cast, type Ids, personas } from './cast.ts'
import { anyAsk, type Chance, openAsk } from './choose.ts'
import { type Ask, silence, type Verdict, verdict } from './law.ts'
import { begin, offers, type Persona, sees, type World } from './world.ts'

export type Tally = { runs: number; tried: number; refused: number }

/** What the house must be like: one line each, to compare as text. */
export const told = (world: World): string[] =>
  world.state === 'gone'
    ? ['gone']
    : [
        `${world.state}, ${world.holder} holds${world.state === 'open' && world.nextAct ? ', next act' : ''}`,
        ...world.items
          .filter(({ status }) => status !== 'gone')
          .map(({ key, is, status }) => `${is} ${key} ${status}`)
          .toSorted(),
      ]

type Row = {
  state: 'draft' | 'open' | 'closed'
  holder_org: string
  next_act: boolean
  items: { is: string; id: string; status: string; due: string | null; missed: number }[]
}

async function look(house: FreshDatabase, { matter }: Ids): Promise<Row | null> {
  const { rows } = await sql<Row>`
    select case when m.closed_at is not null then 'closed' when m.opened_at is null then 'draft' else 'open' end as state,
      m.holder_org, m.next_act_on is not null as next_act,
      coalesce((select jsonb_agg(x) from (
        select 'signal' as is, id, status, null::timestamptz as due, 0 as missed from care.signal where matter_id = m.id
        union all select 'transfer', id, status, coalesce(case status when 'offered' then answer_by end, contact_by),
          contacts_missed from care.transfer where matter_id = m.id) x), '[]') as items
    from care.matter m where m.id = ${matter}`.execute(house.db)
  return rows[0] ?? null
}

export async function seen(house: FreshDatabase, cast: Cast, ids: Ids): Promise<string[]> {
  const row = await look(house, ids)
  if (!row) return ['gone']
  const keys = new Map([...ids.items].map(([key, id]) => [id, key]))
  return [
    `${row.state}, ${cast.orgOf(row.holder_org)} holds${row.state === 'open' && row.next_act ? ', next act' : ''}`,
    ...row.items.map(({ is, id, status }) => `${is} ${keys.get(id)} ${status}`).toSorted(),
  ]
}

/** What the model says of an answer. Anything but the three classes is a fault. */
export const classOf = (status: number): 'ok' | 'refused' | 'unseen' | 'broken' =>
  status < 300 ? 'ok' : status === 404 ? 'unseen' : [400, 403, 409].includes(status) ? 'refused' : 'broken'
export const expected = (verdict: Verdict): 'ok' | 'refused' | 'unseen' =>
  typeof verdict === 'string' ? verdict : 'ok'

/** The first draft: of the school's signal, or of a team's transfer. */
export async function open(cast: Cast, chance: Chance): Promise<{ world: World; ids: Ids }> {
  const bySchool = chance.below(3) > 0
  const first: Persona = bySchool ? { org: 'school', kind: 'school' } : { org: 'team', kind: 'desk' }
  const to = { org: bySchool ? ('team' as const) : ('debts' as const), desk: 'desk' as const }
  const base = { key: 0, sender: first.org, receiver: to.org, desk: to.desk, worker: null, status: 'draft' as const }
  const warm = chance.below(3) > 0
  const item = bySchool
    ? ({ ...base, is: 'signal' } as const)
    : ({ ...base, is: 'transfer', warm, from: null, confirmed: [], passedOn: false } as const)
  const made = await cast.give(
    first,
    { matter: '', items: new Map() },
    { command: `${item.is}.draft`, item: null, to, warm },
  )
  if (made.status !== 201) throw new Error(`The first draft: ${made.status} ${made.code}`)
  return { world: begin(first.org, item), ids: { matter: made.matter, items: new Map([[0, made.id]]) } }
}

/** One command in both; gives the world after it, and what did not agree. */
export async function step(house: FreshDatabase, cast: Cast, world: World, ids: Ids, who: Persona, ask: Ask) {
  const must = verdict(world, who, ask)
  const answer = await cast.give(who, ids, ask)
  const after = typeof must === 'string' ? world : must
  const made = after.items.at(-1)
  if (classOf(answer.status) === 'ok' && ask.command.endsWith('.draft') && made) ids.items.set(made.key, answer.id)
  const [want, got] = [told(after), await seen(house, cast, ids)]
  const line = `${who.org}/${who.kind} ${ask.command} ${ask.item ?? ''} ${ask.next ?? ''}`
  const wrong: string[] = []
  if (expected(must) !== classOf(answer.status))
    wrong.push(`${line}: ${expected(must)} expected, ${answer.status} ${answer.code}`)
  if (want.join('; ') !== got.join('; ')) wrong.push(`${line}: ${want.join('; ')} expected, ${got.join('; ')} found`)
  return { after, refused: typeof must === 'string', wrong }
}

/** Days go by; what nobody answered ends, and nothing else does. */
async function days(house: FreshDatabase, cast: Cast, world: World, ids: Ids, many: number) {
  house.setNow(new Date(house.deps.now().getTime() + many * 86_400_000))
  const before = await look(house, ids)
  await endSilentTransfers(house.deps)
  const after = await look(house, ids)
  let next = world
  for (const { key } of offers(world)) {
    const was = before?.items.find(({ id }) => id === ids.items.get(key))
    const is = after?.items.find(({ id }) => id === ids.items.get(key))
    const late = was?.due !== null && was?.due !== undefined && new Date(was.due) <= house.deps.now()
    // A contact that was missed once or not at all may have a second term: whether it has passed is the calendar's.
    const must = late && (was?.status === 'offered' || (was?.missed ?? 0) > 0)
    if (must || (late && is?.status === 'expired')) next = silence(next, key)
  }
  const [want, got] = [told(next), await seen(house, cast, ids)]
  const same = want.join('; ') === got.join('; ')
  return { after: next, wrong: same ? [] : [`${many} days: ${want.join('; ')} expected, ${got.join('; ')} found`] }
}

/** One run of up to `most` commands, drawn by chance: two in three may succeed, the rest is anything at all. */
export async function play(
  house: FreshDatabase,
  cast: Cast,
  chance: Chance,
  most: number,
  tally: Tally,
): Promise<string[]> {
  house.setNow(monday)
  let { world, ids } = await open(cast, chance)
  tally.runs += 1
  for (let turn = 0; turn < most; turn += 1) {
    if (world.state === 'gone') break
    if (chance.below(12) === 0) {
      const { after, wrong } = await days(house, cast, world, ids, 1 + chance.below(12))
      if (wrong.length > 0) return wrong
      world = after
      continue
    }
    const drawn = (chance.below(3) > 0 ? openAsk(world, chance) : null) ?? anyAsk(world, chance)
    const { after, refused, wrong } = await step(house, cast, world, ids, drawn.who, drawn.ask)
    tally.tried += 1
    if (refused) tally.refused += 1
    if (wrong.length > 0) return wrong
    world = after
    if (chance.below(4) === 0 && world.state !== 'gone') {
      const who = chance.pick(personas.filter(({ kind }) => kind === 'desk' || kind === 'school'))
      if ((await cast.reads(who, ids)) !== sees(world, who.org))
        return [`${who.org} ${sees(world, who.org) ? 'must' : 'may not'} read it`]
    }
  }
  return []
}

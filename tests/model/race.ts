/**
 * Two commands on one matter at the same moment. Both stand at the lock before either goes on; what comes of it must be
 * what comes of one after the other, in one of the two orders.
 */
import { sql } from 'kysely'
import { type FreshDatabase, monday, waitingForALock } from '../setup/database.ts'
import type { Cast } from './cast.ts'
import { type Chance, openAsk } from './choose.ts'
import { type Ask, verdict } from './law.ts'
import { classOf, expected, open, seen, step, told } from './play.ts'
import type { Persona, World } from './world.ts'

type Drawn = { who: Persona; ask: Ask }

/** Walks to a state by chance, then lets two race there. Gives what did not agree, or null when no race came about. */
export async function race(house: FreshDatabase, cast: Cast, chance: Chance): Promise<string[] | null> {
  house.setNow(monday)
  let { world, ids } = await open(cast, chance)
  for (let turn = chance.below(10); turn > 0; turn -= 1) {
    const drawn = openAsk(world, chance)
    if (!drawn) return null
    const { after, wrong } = await step(house, cast, world, ids, drawn.who, drawn.ask)
    if (wrong.length > 0) return wrong
    if (after.state === 'gone') return null
    world = after
  }
  const [one, two] = [openAsk(world, chance, true), openAsk(world, chance, true)]
  if (!one || !two) return null

  const answers = await house.db.transaction().execute(async (tx) => {
    await sql`select 1 from care.matter where id = ${ids.matter} for update`.execute(tx)
    const both = [one, two].map(({ who, ask }) => cast.give(who, ids, ask))
    await waitingForALock(house.db, both.length)
    return { both }
  })
  const [first, second] = await Promise.all(answers.both)
  if (!first || !second) return null
  const line = [one, two]
    .map(({ who, ask }) => `${who.org}/${who.kind} ${ask.command} ${ask.next ?? ''}`)
    .join(' with ')
  const got = `${won(classOf(first.status))} ${won(classOf(second.status))}: ${(await seen(house, cast, ids)).join('; ')}`
  const orders = [inOrder(world, one, two), inOrder(world, two, one)]
  const [forward, backward] = orders
  const may = [
    `${forward?.[0]} ${forward?.[1]}: ${forward?.[2]}`,
    `${backward?.[1]} ${backward?.[0]}: ${backward?.[2]}`,
  ]
  return may.includes(got) ? [] : [`${line}: ${may.join(' | or | ')} expected, ${got} found`]
}

/** What comes of one and then the other. */
function inOrder(world: World, first: Drawn, then: Drawn): [string, string, string] {
  const one = verdict(world, first.who, first.ask)
  const between = typeof one === 'string' ? world : one
  const two = verdict(between, then.who, then.ask)
  const after = typeof two === 'string' ? between : two
  return [won(expected(one)), won(expected(two)), told(after).join('; ')]
}

/** Who asked while access was still there may hear that it is too late, or that there is nothing: both are a no. */
const won = (heard: string) => (heard === 'ok' || heard === 'broken' ? heard : 'no')

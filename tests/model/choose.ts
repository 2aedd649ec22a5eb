/** Chance, and what it may choose: a seed gives the same choices again. */
import { chance } from '../faults/driver.ts'
import { commands, type Ask, verdict } from './law.ts'
import { personas } from './cast.ts'
import { isOpen, orgs, type Persona, type World } from './world.ts'

export type Chance = {
  below: (most: number) => number
  pick: <T>(from: readonly T[]) => T
}

/** Draws from a seed. */
export function chanceFrom(seed: number): Chance {
  const random = chance(seed)
  return {
    below: (most) => Math.floor(random() * most),
    pick: (from) => {
      if (from.length === 0) throw new Error('Nothing to choose from')
      return from[Math.floor(random() * from.length)] as (typeof from)[number]
    },
  }
}

/** Receivers: the school sends and does not receive. */
const receivers = orgs.filter((org) => org !== 'school')

export function anyAsk(world: World, { below, pick }: Chance): { who: Persona; ask: Ask } {
  const who = pick(personas)
  const command = pick(commands)
  const noun = command.split('.')[0]
  const items = world.items.filter(({ is }) => is === noun)
  const item = items.length > 0 ? pick(items) : null
  const elsewhere = receivers.filter((org) => org !== who.org)
  const to = command.endsWith('.redirect') && item ? item.receiver : pick(elsewhere)
  const grown = world.items.filter((each) => each.is === 'signal' && isOpen(each) && each.receiver === who.org)
  const colleagues = personas.filter(({ org, kind }) => org === item?.receiver && kind !== 'policy' && kind !== 'lead')
  return {
    who,
    ask: {
      command,
      item: item?.key ?? null,
      next: pick(['close', 'plan', undefined] as const),
      to: { org: to, desk: pick(['desk', 'desk2'] as const) },
      colleague: colleagues.length > 0 ? pick(colleagues) : undefined,
      warm: below(4) > 0,
      from: grown.length > 0 && below(3) > 0 ? pick(grown).key : null,
    },
  }
}

/**
 * One that must succeed, if chance finds one in so many draws. What ends everything, and one more draft, are drawn less
 * often; `draftless` draws no draft at all.
 */
export function openAsk(world: World, draw: Chance, draftless = false): { who: Persona; ask: Ask } | null {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const drawn = anyAsk(world, draw)
    const isDraft = drawn.ask.command.endsWith('.draft')
    if (isDraft && (draftless || draw.below(3) > 0)) continue
    const after = verdict(world, drawn.who, drawn.ask)
    if (typeof after === 'string') continue
    if ((after.state === 'closed' || after.state === 'gone') && draw.below(4) > 0) continue
    return drawn
  }
  return null
}

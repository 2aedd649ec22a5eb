import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { chance } from '../faults/driver.ts'
import { type KillRun, killRun, takenOver } from '../faults/kill.ts'
import { points } from '../faults/points.ts'
import { type Victim, type World, openWorld } from '../faults/world.ts'
import { type Count, type Figure, counting } from './figure.ts'

const victims = ['api', 'runner', 'postgres'] as const

function countKills(run: KillRun, seed: number): ReturnType<typeof counting> & { more: string } {
  const count = counting()
  for (const { victim, where, wrong } of run.killed) {
    count.hold(wrong.length === 0, `${victim}, ${where}: ${wrong.slice(0, 5).join('; ')}`)
  }
  count.hold(run.lost.length === 0, `promised and never mailed: ${run.lost.slice(0, 5).join('; ')}`)
  const { acknowledged, unanswered, matters, jobs, letters, duplicates } = run
  const more = `${acknowledged} commands acknowledged, ${unanswered} cut off, ${matters} matters, ${jobs} acts of the clock, ${letters} mails of which ${duplicates} twice, seed ${seed}`
  return Object.assign(count, { more })
}

/** The control goes on where the run ended: what was made is enough for both. */
let made: { world: World; random: () => number } | null = null

/** The log loses every third row of what was done, which eight commands cannot miss, and a holder does not move. */
const sabotage = ({ db }: World) =>
  sql`
    create sequence sec.swallowed;
    create function sec.swallow() returns trigger language plpgsql security definer as $$
      begin return case when nextval('sec.swallowed') % 3 = 0 then null else new end; end $$;
    create trigger swallow before insert on audit.event for each row
      when (new.result = 'ok' and new.action not like 'GET %') execute function sec.swallow();
    create function sec.stay() returns trigger language plpgsql as $$
      begin new.holder_org := old.holder_org; return new; end $$;
    create trigger stay before update of holder_org on care.matter for each row execute function sec.stay()
  `.execute(db)

async function runIn(world: World, random: () => number, seed: number, full: boolean): Promise<Count> {
  const turns = full ? 200 : victims.length
  const asked = Array.from({ length: turns }, (_, n): Victim => victims[n % victims.length] ?? 'api')
  const named = full ? points : points.filter(({ name }) => name === 'committed, not answered')
  const run = await killRun(world, { kills: asked, points: named, random })
  const count = countKills(run, seed)
  made = { world, random }
  if (!full) return count
  const seconds = await takenOver(world)
  count.hold(seconds < 60, `what a killed runner left was taken over after ${seconds} s`)
  return { ...count, more: `${count.more}; a job of a killed runner done by the next after ${seconds} s` }
}

export const kills: Figure = {
  id: 'kills',
  what: 'kill -9 of the API, the job runner and PostgreSQL, at any moment and at each named point: one holder, nothing acknowledged lost, nothing twice in the app, what ends is told or still promised',
  run: async (bench): Promise<Count> => {
    const seed = randomInt(1_000_000)
    const random = chance(seed)
    const world = await openWorld(random)
    return runIn(world, random, seed, bench.full).catch(async (error: unknown) => {
      await world.close()
      throw error
    })
  },
  control: async () => {
    const { world, random } = made ?? { world: await openWorld(chance(1)), random: chance(1) }
    try {
      await sabotage(world)
      const count = countKills(await killRun(world, { kills: ['api'], points: [], random }), 1)
      return { broke: 'log rows swallowed one in three and the holder nailed down, by triggers', ...count }
    } finally {
      made = null
      await world.close()
    }
  },
}

/** What is acknowledged before it is on disk is lost with the server: the durable settings are what holds. */
export const durable: Figure = {
  id: 'durable',
  what: 'kill -9 of PostgreSQL under work: every acknowledged command is there afterwards',
  onlyFull: true,
  run: async () => killed(1 + randomInt(1_000_000)),
  control: async () => ({ broke: 'synchronous_commit off', ...(await killed(1, 'off')) }),
}

async function killed(seed: number, committing: 'on' | 'off' = 'on'): Promise<Count> {
  const random = chance(seed)
  const world = await openWorld(random)
  try {
    await sql`alter role voordeur_app set synchronous_commit = ${sql.raw(committing)}`.execute(world.db)
    await world.kill('api')
    await world.recover('api')
    return countKills(await killRun(world, { kills: Array<Victim>(6).fill('postgres'), points: [], random }), seed)
  } finally {
    await world.close()
  }
}

/** The life cycles against a model of their own, by chance and in arranged races; a seed tells a run again. */
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { wrongs } from '../faults/whole.ts'
import { openCast, personas } from '../model/cast.ts'
import { chanceFrom } from '../model/choose.ts'
import { playConsult } from '../model/consult.ts'
import { play, type Tally } from '../model/play.ts'
import { race } from '../model/race.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import type { Bench } from './bench.ts'
import { type Count, type Figure, counting } from './figure.ts'

type Sabotage = (house: FreshDatabase) => Promise<unknown>
type Run = (house: FreshDatabase, cast: Awaited<ReturnType<typeof openCast>>, seed: number) => Promise<string[] | null>

/**
 * As many runs as asked, in two databases at once; a run that came to nothing is not counted. With something broken it
 * ends at the first that shows it: a control needs no more.
 */
async function manyRuns(bench: Bench, runs: number, seed: number, run: Run, sabotage?: Sabotage): Promise<Count> {
  const count = counting()
  let next = seed
  const lane = async () => {
    const house = await freshDatabase(await bench.cluster())
    try {
      const cast = await openCast(house)
      await sabotage?.(house)
      while (count.tried < runs && next < seed + runs * 5 && !(sabotage && count.lost.length > 0)) {
        const own = next++
        const wrong = await run(house, cast, own).catch((error: unknown) => [String(error)])
        if (wrong) count.hold(wrong.length === 0, `seed ${own}: ${wrong.join('; ')}`)
      }
      const left = sabotage ? [] : await wrongs(house.db as never, [])
      for (const each of left) count.hold(false, each)
    } finally {
      await house.close()
    }
  }
  await Promise.all([lane(), lane()])
  return count
}

/** Three in four are matters with their signals and transfers, the rest consults. */
const plays = (bench: Bench, runs: number, seed: number, sabotage?: Sabotage) => {
  const tally: Tally = { runs: 0, tried: 0, refused: 0 }
  return manyRuns(
    bench,
    runs,
    seed,
    (house, cast, own) => {
      const chance = chanceFrom(own)
      const most = 1 + chance.below(40)
      return own % 4 === 3
        ? playConsult(house, cast, personas, chance, most, tally)
        : play(house, cast, chance, most, tally)
    },
    sabotage,
  ).then((count) => ({ ...count, more: `${tally.tried} commands, ${tally.refused} of them refused, seed ${seed}` }))
}

/** A guard of the database gone and the first sender's access kept short: what a hole in the law would look like. */
const holes: Sabotage = (house) =>
  sql`
    create function sec.forget() returns trigger language plpgsql as $$
      begin new.holder_org := old.holder_org; return new; end $$;
    create trigger forget before update of holder_org on care.matter for each row execute function sec.forget()
  `.execute(house.db)

export const model: Figure = {
  id: 'model',
  what: 'matters, signals, transfers and consults by chance, each command as a model of its own says, of the answer and of the database',
  run: (bench) => plays(bench, bench.full ? 2000 : 60, randomInt(1_000_000_000)),
  control: async (bench) => ({ broke: 'the holder nailed down by a trigger', ...(await plays(bench, 40, 1, holes)) }),
}

const races = (bench: Bench, runs: number, seed: number, sabotage?: Sabotage) =>
  manyRuns(bench, runs, seed, (house, cast, own) => race(house, cast, chanceFrom(own)), sabotage).then((count) => ({
    ...count,
    more: `seed ${seed}`,
  }))

/** The lock of the matter takes nothing any more: two go on with what they read before. */
const noLock: Sabotage = (house) =>
  sql`
    create or replace function sec.lock_matter(matter uuid) returns boolean language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
    begin
      -- It waits as before, so that the race is one, and lets go at once.
      begin
        perform 1 from care.matter m where m.id = matter for update;
        raise exception 'let go';
      exception when raise_exception then null;
      end;
      perform pg_sleep(0.15);
      return exists (select 1 from care.relation r where r.matter_id = matter and r.org_id = sec.org()
        and now() between r.valid_from and r.valid_until);
    end $$
  `.execute(house.db)

/** Few races are of two commands that overtake each other: from the first seed on some five of sixty, all from this one on. */
const firstLost = 52

export const raced: Figure = {
  id: 'races',
  what: 'two commands on one matter at the same lock: what comes of one after the other, in one of the two orders',
  run: (bench) => races(bench, bench.full ? 500 : 40, randomInt(1_000_000_000)),
  control: async (bench) => ({
    broke: 'the lock of the matter let go at once',
    ...(await races(bench, 60, firstLost, noLock)),
  }),
}

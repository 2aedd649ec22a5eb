import { randomInt } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { type KillRun, killRun } from '../faults/kill.ts'
import { type Count, type Figure, counting } from './figure.ts'

function countKills(run: KillRun, seed: number): Count {
  const count = counting()
  for (const { kind, wrong } of run.killed) count.hold(wrong.length === 0, `${kind}: ${wrong.slice(0, 5).join('; ')}`)
  const { acknowledged, unanswered, matters } = run
  const more = `${acknowledged} commands acknowledged, ${unanswered} cut off, ${matters} matters, seed ${seed}`
  return { tried: count.tried, held: count.held, lost: count.lost, more }
}

/** The log loses every third row, and a holder does not move: what a transaction that is not one would leave behind. */
const sabotage = (db: Kysely<never>) =>
  sql`
    create function sec.swallow() returns trigger language plpgsql as $$
      begin return case when new.action like 'POST /%/:id/%' and random() < 0.34 then null else new end; end $$;
    create trigger swallow before insert on audit.event for each row execute function sec.swallow();
    create function sec.stay() returns trigger language plpgsql as $$
      begin new.holder_org := old.holder_org; return new; end $$;
    create trigger stay before update of holder_org on care.matter for each row execute function sec.stay()
  `.execute(db)

export const kills: Figure = {
  id: 'kills',
  what: 'kill -9 of the API, between and inside commands: one holder, nothing acknowledged lost, no event without its log row',
  run: async (bench) => {
    const seed = randomInt(1_000_000)
    return countKills(await killRun(await bench.cluster(), { kills: bench.full ? 40 : 8, seed }), seed)
  },
  control: async (bench) => {
    const count = countKills(await killRun(await bench.cluster(), { kills: 2, seed: 1, sabotage }), 1)
    return { broke: 'log rows swallowed one in three and the holder nailed down, by triggers', ...count }
  },
}

/**
 * Kills the API, the job runner and PostgreSQL with SIGKILL while several organisations work: at any moment, and at each
 * named point (points.ts). After each: what was killed comes back, and everything is asked whether it is whole.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Driver } from './driver.ts'
import { type Point, points } from './points.ts'
import { wrongs } from './whole.ts'
import { type Post, countPost, makeMailDue, makeOverdue } from './work.ts'
import type { Victim, World } from './world.ts'

export type Killed = { victim: Victim; where: string; wrong: string[] }
export type KillRun = Post & {
  killed: Killed[]
  acknowledged: number
  unanswered: number
  matters: number
  jobs: number
}

const HANDS = 4
/** At least so many are acknowledged between two kills. */
const COMMANDS = 8

type Asked = { kills: readonly Victim[]; points: readonly Point[]; random: () => number; tell?: (line: string) => void }

export async function killRun(world: World, { kills, points: named, random, tell }: Asked): Promise<KillRun> {
  const { driver, db } = world
  const killed: Killed[] = []
  const judge = async (victim: Victim, where: string, also: string[] = []) => {
    const wrong = [also, driver.broken(), await wrongs(db, driver.acknowledged), await twoHolders(db, driver)].flat()
    killed.push({ victim, where, wrong })
    tell?.(`${killed.length} ${victim}: ${where} ${wrong.join('; ')}`)
  }
  await oneByDigest(db)
  world.mails.mishap = () => (random() < 0.05 ? 'refused' : random() < 0.05 ? 'cut off' : null)

  for (const victim of kills) {
    await killWhile(victim, world, random)
    await judge(victim, 'at any moment')
  }
  for (const { name, victim, reach } of named) {
    try {
      const then = await reach(world)
      await world.kill(victim)
      world.gates.api.open()
      world.gates.runner.open()
      world.gates.publisher.open()
      world.mails.goOn()
      await world.recover(victim)
      await judge(victim, name, (await then?.()) ?? [])
    } catch (error) {
      throw new Error(`At "${name}"`, { cause: error })
    }
  }
  if (world.runs()) await world.kill('runner')
  await world.recover('runner')
  const post = await countPost(world)
  await judge('runner', 'after everything was delivered')
  const { rows } = await sql<{
    jobs: number
  }>`select count(*)::int as jobs from care.event where org_id is null`.execute(db)
  return {
    ...post,
    killed,
    acknowledged: driver.acknowledged.length,
    unanswered: driver.unanswered(),
    matters: driver.matters.length,
    jobs: rows[0]?.jobs ?? 0,
  }
}

/**
 * The runner killed in the midst of a step, with nobody to help: how many seconds until the next one, started at once,
 * has done that step. What the dead one had is missed by itself.
 */
export async function takenOver(world: World): Promise<number> {
  const ended = points.find(({ name }) => name === 'an offer ended, no line on the time line')
  await ended?.reach(world)
  await world.kill('runner')
  world.gates.runner.open()
  const begun = performance.now()
  await world.recover('runner', { later: false })
  world.startRunner()
  const waits = async () =>
    (await sql`select 1 from care.transfer where status = 'offered' and answer_by < now()`.execute(world.db)).rows
      .length
  while ((await waits()) > 0 && performance.now() - begun < 180_000) await sleep(100)
  return Math.round((performance.now() - begun) / 1000)
}

async function killWhile(victim: Victim, world: World, random: () => number): Promise<void> {
  const { driver, db } = world
  const work = driver.work(HANDS)
  // Some commands first, however slow the machine; then any moment.
  const enough = driver.acknowledged.length + COMMANDS
  for (const until = Date.now() + 20_000; driver.acknowledged.length < enough && Date.now() < until;) await sleep(20)
  if (victim === 'runner') {
    // Begun anew it has everything to do at once: it is killed on the way to it, in the midst of it or after it.
    await work.stop()
    await makeOverdue(db)
    if (world.runs()) await world.kill('runner')
    await world.recover('runner')
    await makeMailDue(db)
    world.startRunner()
    if (random() < 0.8) await world.ready()
    await sleep(random() * 1_000)
  } else {
    if (!world.runs()) world.startRunner()
    await sleep(random() * 200)
  }
  await world.kill(victim)
  await work.stop()
  await world.recover(victim)
}

/** One of those who work wants mail once a day. */
async function oneByDigest(db: Kysely<never>): Promise<void> {
  await sql`insert into account.preference (member_id, mail, digest_hour, quiet_from, quiet_until, shortcuts)
    select m.id, 'digest', 8, 0, 0, true from account.member m
    join account.desk_member d on d.member_id = m.id join directory.desk k on k.id = d.desk_id
    where k.name = 'Zorgteam basisschool' order by m.email limit 1 on conflict do nothing`.execute(db)
}

/** As the parties themselves see it, for the matters made last: exactly one says that it holds it. */
async function twoHolders(db: Kysely<never>, driver: Driver): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from care.matter order by created_at desc limit 6`.execute(db)
  const wrong: string[] = []
  for (const { id } of rows) {
    const holders = await driver.holdersOf(id)
    if (holders.length !== 1) wrong.push(`${holders.length} say they hold ${id}: ${holders.join(', ')}`)
  }
  return wrong
}

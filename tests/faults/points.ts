/**
 * The named points at which a process is killed. Each is arranged so that the process is known to stand there: its
 * connection is stopped at those words by a gate, or its mail server does not answer.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { desks } from '../../api/demo/ids.ts'
import { makeMailDue, makeOverdue } from './work.ts'
import type { Victim, World } from './world.ts'

export type Point = {
  name: string
  victim: Victim
  /** Resolves when somebody stands at the point; what it gives is asked after the recovery: what is wrong there. */
  reach: (world: World) => Promise<(() => Promise<string[]>) | void>
}

const EVENT = 'insert into care.event'
const PROMISE = 'insert into outbox.message'
const LOG = 'insert into "audit"."event"'
const REVISION = 'insert into "directory"."revision"'
const END = 'update "care"."transfer" set "status"'

/** Commands of people, until one of them stands at these words. */
const command =
  (words: readonly string[], when: 'before' | 'after' = 'before') =>
  async ({ gates, driver }: World) => {
    const reached = gates.api.stopAt({ words, when })
    const work = driver.work(2)
    await reached
    // The others are not waited for: they are cut off with the one that stands still.
    void work.stop().catch(() => undefined)
  }

/** The runner begins, with enough to do, and stands at these words. */
const job =
  (words: readonly string[], when: 'before' | 'after' = 'before', prepare = prepared) =>
  async (world: World) => {
    await prepare(world)
    await restarted(world, world.gates.runner.stopAt({ words, when }))
  }

async function restarted(world: World, reached: Promise<void>): Promise<void> {
  // Whoever waits below hears of it.
  reached.catch(() => undefined)
  if (world.runs()) await world.kill('runner')
  await world.recover('runner')
  world.startRunner()
  await reached
}

/** Work in every state, some of it overdue, and mail that is due. */
async function prepared({ driver, db }: World): Promise<void> {
  await driver.prepare()
  await makeOverdue(db)
  await makeMailDue(db)
}

/** Everything that happened up to now must still have happened. */
async function kept({ db }: World): Promise<() => Promise<string[]>> {
  const count = async () => (await sql<{ n: string }>`select count(*) as n from care.event`.execute(db)).rows[0]?.n
  const before = Number(await count())
  return async () => {
    const after = Number(await count())
    return after >= before ? [] : [`${before - after} events that were there are gone`]
  }
}

/** A publication, until it stands at these words. */
function publishing(words: readonly string[], when: 'before' | 'after' = 'before'): Point['reach'] {
  return async (world) => {
    const reached = world.gates.publisher.stopAt({ words, when })
    world.startPublisher()
    await reached
  }
}

const mailed = (at: 'greeting' | 'taken') => async (world: World) => {
  await prepared(world)
  await restarted(world, world.mails.standStill(at))
}

/** Of a promise of which the mail server has the letter, and the outbox does not know it yet. */
const MARK = 'update outbox.message set sent_at'

export const points: readonly Point[] = [
  { name: 'the matter not yet locked', victim: 'api', reach: command(['sec.lock_matter']) },
  { name: 'the status saved, no line on the time line', victim: 'api', reach: command([EVENT]) },
  { name: 'the line written, nobody promised to be told', victim: 'api', reach: command([PROMISE]) },
  { name: 'everything written, not in the log', victim: 'api', reach: command([PROMISE, LOG]) },
  { name: 'in the log, not committed', victim: 'api', reach: command([PROMISE, LOG, 'commit']) },
  { name: 'committed, not answered', victim: 'api', reach: command([PROMISE, LOG, 'commit'], 'after') },

  {
    name: 'a job taken from the calendar, not begun',
    victim: 'runner',
    reach: job(["set\n        state = 'active'"], 'after'),
  },
  { name: 'an offer ended, no line on the time line', victim: 'runner', reach: job([END, EVENT]) },
  { name: 'one side promised to be told, the other not', victim: 'runner', reach: job([END, PROMISE, PROMISE]) },
  {
    name: 'ended and in the log, not committed',
    victim: 'runner',
    reach: job([END, 'insert into audit.event', 'commit']),
  },
  {
    name: 'ended and committed, not heard',
    victim: 'runner',
    reach: job([END, 'insert into audit.event', 'commit'], 'after'),
  },
  { name: 'between reminder and escalation', victim: 'runner', reach: job(['signal.overdue'], 'before', reminded) },
  {
    name: 'the escalation promised, not committed',
    victim: 'runner',
    reach: job(['.overdue', 'commit'], 'before', reminded),
  },
  { name: 'a promise taken, the mail not handed over', victim: 'runner', reach: mailed('greeting') },
  { name: 'the mail at the server, its sender not told', victim: 'runner', reach: mailed('taken') },
  { name: 'the mail handed over, not marked as sent', victim: 'runner', reach: job([MARK]) },
  { name: 'marked as sent, not heard', victim: 'runner', reach: job([MARK], 'after') },
  { name: 'a digest handed over, not forgotten', victim: 'runner', reach: job(['delete from outbox.held_mail']) },
  {
    name: 'the token of a link made, its mail not handed over',
    victim: 'runner',
    reach: job(['update care.link set token_hash'], 'after', linked),
  },
  { name: 'a sheet forgotten, not in the log', victim: 'runner', reach: forgetting },
  { name: 'a job done, not reported done', victim: 'runner', reach: job(["state = 'completed'"]) },

  { name: 'the revision laid down, its row not written', victim: 'publisher', reach: publishing([REVISION]) },
  { name: 'the number switched, its row not committed', victim: 'publisher', reach: publishing([REVISION, 'commit']) },
  { name: 'the row committed, not heard', victim: 'publisher', reach: publishing([REVISION, 'commit'], 'after') },

  { name: 'a command before its commit', victim: 'postgres', reach: atPostgres(command([PROMISE, LOG, 'commit'])) },
  {
    name: 'a command after its commit, not heard',
    victim: 'postgres',
    reach: atPostgres(command([PROMISE, LOG, 'commit'], 'after')),
  },
  {
    name: 'a step of a job before its commit',
    victim: 'postgres',
    reach: atPostgres(job([END, 'insert into audit.event', 'commit'])),
  },
  { name: 'a mail handed over that cannot be marked', victim: 'postgres', reach: atPostgres(job([MARK])) },
  { name: 'while it recovers from a kill', victim: 'postgres', reach: whileRecovering },
]

function atPostgres(reach: Point['reach']): Point['reach'] {
  return async (world) => {
    await reach(world)
    return kept(world)
  }
}

/** A receiver without an account: its desk has a contact for links and nobody else. */
async function linked(world: World): Promise<void> {
  const { id } = world.database.account('mantelzorg')
  await sql`update account.member set by_link = true where id = ${id}`.execute(world.db)
  await world.driver.promiseLink(desks.mantelzorg.id)
  await makeMailDue(world.db)
}

/** A sheet that nobody typed in for four months; it is there until its going is in the log. */
async function forgetting(world: World): Promise<() => Promise<string[]>> {
  const { id: writer } = world.database.account('school')
  const { rows } = await sql<{ id: string }>`
    insert into care.sheet (org_id, member_id, typed, kept_at)
    select m.organization_id, m.id, '{}', now() - interval '4 months' from account.member m where m.id = ${writer}
    returning id`.execute(world.db)
  const id = rows[0]?.id ?? ''
  await job(['delete from care.sheet', 'insert into audit.event'])(world)
  return async () => {
    const there = await sql`select 1 from care.sheet where id = ${id}`.execute(world.db)
    return there.rows.length === 1 ? [] : ['a sheet is gone of which the log does not tell']
  }
}

/** A signal of which the desk was reminded, and of which by now the team lead is to hear. */
async function reminded(world: World): Promise<void> {
  await prepared(world)
  await restarted(world, Promise.resolve())
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(50)) {
    const { rows } = await sql`select 1 from care.signal
      where status in ('sent', 'waiting') and reminders = 1 and due_by < now() - interval '10 days'`.execute(world.db)
    if (rows.length > 0) return
  }
  throw new Error('Nobody was reminded')
}

/** Killed at work, started again, and standing in the midst of its recovery. */
async function whileRecovering(world: World): Promise<() => Promise<string[]>> {
  const asked = await kept(world)
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const work = world.driver.work(2)
    await sleep(500)
    await world.kill('postgres')
    await work.stop()
    const starting = world.startPostgres().catch(() => null)
    const isRecovering = await seenStartingUp(world.database.url)
    // Its own start may launch it once more: what lives then is the server that the others join.
    if (isRecovering) return async () => starting.then((one) => one?.stop()).then(asked)
    await (await starting)?.stop()
    await world.recover('postgres')
  }
  throw new Error('It recovers too fast to be seen')
}

/** Whether the server was seen to refuse because it is starting up; false once it lets somebody in. */
async function seenStartingUp(url: string): Promise<boolean> {
  for (const until = Date.now() + 20_000; Date.now() < until;) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return false
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === '57P03') return true
      await sleep(2)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return false
}

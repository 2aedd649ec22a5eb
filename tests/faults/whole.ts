/** What must be true of the database after a crash, asked of it directly. Each question names the rows that are wrong. */
import { type Kysely, sql } from 'kysely'
import type { Acknowledged } from './driver.ts'

type Wrong = { what: string }

const busy = sql`(
  exists (select 1 from care.signal s where s.matter_id = m.id and s.status in ('sent', 'taken', 'waiting'))
  or exists (select 1 from care.transfer t where t.matter_id = m.id and t.status in ('offered', 'accepted', 'handed_over', 'started')))`

/** What an event tells the other side by: its own code, and for whatever moved the holder the code of that. */
const topic = sql`case when e.type like 'transfer.%' and e.to_status = 'handed_over' then 'transfer.handed_over' else e.type end`
/** Events that nobody is told of, or only where somebody is there to be told. */
const untold = sql`(
  'signal.resume', 'signal.screen', 'signal.overdue', 'transfer.overdue', 'transfer.make_link', 'transfer.revoke_link')`
/** How often each thing happened to each object. */
const happenings = sql`
  select ${topic} as topic, coalesce(e.signal_id, e.transfer_id) as object_id, count(*) as times from care.event e
  where e.type ~ '^(signal|transfer)\\.' group by 1, 2`

const questions: { name: string; ask: ReturnType<typeof sql<Wrong>> }[] = [
  {
    name: 'the holder is who the open signal or transfer says',
    ask: sql<Wrong>`
      select m.id::text as what from care.matter m where
        exists (select 1 from care.transfer t where t.matter_id = m.id and m.holder_org <> case
          when t.status in ('handed_over', 'started') then t.receiver_org when t.status in ('offered', 'accepted') then t.sender_org end)
        or exists (select 1 from care.signal s where s.matter_id = m.id and s.status in ('taken', 'waiting') and m.holder_org <> s.receiver_org)`,
  },
  {
    name: 'an open matter has something to do',
    ask: sql<Wrong>`
      select m.id::text as what from care.matter m
      where m.opened_at is not null and m.closed_at is null and m.next_act_on is null and not ${busy}`,
  },
  {
    name: 'a closed matter has nothing open',
    ask: sql<Wrong>`select m.id::text as what from care.matter m where m.closed_at is not null and ${busy}`,
  },
  {
    name: 'what ends reaches the sender as feedback',
    ask: sql<Wrong>`
      select 'signal ' || s.id as what from care.signal s where s.status in ('returned', 'concluded')
        and not exists (select 1 from care.feedback f where f.signal_id = s.id and f.to_org = s.sender_org)
      union all
      select 'transfer ' || t.id from care.transfer t where t.status in ('declined', 'expired', 'closed')
        and not exists (select 1 from care.feedback f where f.transfer_id = t.id and f.to_org = t.sender_org)`,
  },
  {
    name: 'no event without its log row',
    ask: sql<Wrong>`
      select e.type || ' ' || e.request_id as what from care.event e
      where not exists (select 1 from audit.event a where a.request_id = e.request_id and a.result = 'ok')`,
  },
  {
    name: 'no log row of a command without its event',
    ask: sql<Wrong>`
      select a.action || ' ' || a.request_id as what from audit.event a
      where a.result = 'ok' and a.action ~ '^POST /(signals|transfers|matters)/:id/' and a.action !~ 'feedback-read$'
        and not exists (select 1 from care.event e where e.request_id = a.request_id)`,
  },
  {
    name: 'what happened was promised to be told, and no promise was given up',
    ask: sql<Wrong>`
      select h.topic || ' ' || h.object_id as what from (${happenings}) h
      where h.topic not in ${untold} and h.times >
        (select count(*) from outbox.message o where o.topic = h.topic and o.object_id = h.object_id)
      union all select 'given up: ' || o.topic || ' ' || o.object_id from outbox.message o where o.failed_at is not null
        -- Where nobody has the role there is nobody to tell: that is left for a person to see, and is no fault of a crash.
        and exists (select 1 from sec.recipients(o.to_org, o.to_desk, o.to_member, o.to_role, now()))`,
  },
  {
    name: 'nobody is told twice in the app of what happened once',
    ask: sql<Wrong>`
      select n.topic || ' ' || n.object_id as what from account.notification n join (${happenings}) h
        on h.topic = n.topic and h.object_id = n.object_id
      group by n.member_id, n.topic, n.object_id, h.times having count(*) > h.times`,
  },
  {
    name: 'nothing happens twice',
    ask: sql<Wrong>`
      select e.type || ' ' || e.request_id as what from care.event e
      group by e.request_id, e.type, e.signal_id, e.transfer_id having count(*) > 1
      union all select e.type || ' ' || e.transfer_id from care.event e
      where e.type in ('transfer.expire', 'transfer.lapse') group by e.type, e.transfer_id having count(*) > 1`,
  },
  {
    name: 'one log row per request',
    ask: sql<Wrong>`
      select request_id::text as what from audit.event where result = 'ok' group by request_id having count(*) > 1`,
  },
]

/** Everything that is wrong now; of what was acknowledged, everything that is not there. */
export async function wrongs(db: Kysely<never>, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const found: string[] = []
  for (const { name, ask } of questions) {
    const { rows } = await ask.execute(db)
    found.push(...rows.map(({ what }) => `${name}: ${what}`))
  }
  const { rows: logged } = await sql<{ id: string }>`
    select distinct request_id::text as id from audit.event where result = 'ok'`.execute(db)
  const { rows: events } = await sql<{ id: string }>`
    select distinct request_id::text || ' ' || type as id from care.event`.execute(db)
  const [log, happened] = [new Set(logged.map(({ id }) => id)), new Set(events.map(({ id }) => id))]
  for (const { request, command } of acknowledged) {
    if (!log.has(request)) found.push(`acknowledged and not in the log: ${command} ${request}`)
    // A draft opens nothing and has no event; it is in the log.
    const isDraft = /\.(draft|discard)$/.test(command)
    if (!isDraft && !happened.has(`${request} ${command}`)) found.push(`acknowledged and lost: ${command} ${request}`)
  }
  return found
}

/** What must be true of the database after a crash, asked of it directly. Each question names the rows that are wrong. */
import { type Kysely, sql } from 'kysely'
import type { Acknowledged } from './driver.ts'

type Wrong = { what: string }

const busy = sql`(
  exists (select 1 from care.signal s where s.matter_id = m.id and s.status in ('sent', 'taken', 'waiting'))
  or exists (select 1 from care.transfer t where t.matter_id = m.id and t.status in ('offered', 'accepted', 'handed_over', 'started')))`

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

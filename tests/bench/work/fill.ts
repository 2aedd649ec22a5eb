/** A database with as many transfers as asked over 500 organisations, and one organisation whose open list is always the same. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { createApp } from '../../../api/app.ts'
import { accounts, type Account, browser } from '../../factories/accounts.ts'
import type { Cluster } from '../../setup/cluster.ts'
import { freshDatabase } from '../../setup/database.ts'

export const ORGANIZATIONS = 500
/** What is open at the organisation that is measured: to answer, in hand, and waiting for others. */
export const OPEN = { offered: 20, accepted: 20, sent: 10 }

/**
 * Fills a clone of the template. History is closed long ago, save 2 per cent that is open all over; `offers` more wait
 * at another organisation, to be accepted.
 */
export async function filled(cluster: Cluster, transfers: number, offers: number) {
  const house = await freshDatabase(cluster)
  const make = accounts(house)
  const measured = await place(make)
  const accepting = await place(make)
  const sender = await place(make)
  await house.db.connection().execute(async (db) => {
    // As the owner of the tables, with the law asleep: every row is as the law would have left it.
    await sql`set session_replication_role = replica`.execute(db)
    await sql`insert into directory.organization (id, name, description, slug)
      select gen_random_uuid(), 'Organisatie ' || i, 'Voor de meting', 'meting-' || i from generate_series(1, ${ORGANIZATIONS - 3}) i`.execute(
      db,
    )
    await sql`insert into directory.desk (id, organization_id, name)
      select gen_random_uuid(), o.id, 'Aanmelding' from directory.organization o
      where not exists (select 1 from directory.desk d where d.organization_id = o.id)`.execute(db)
    await sql`create temporary table side as
      select row_number() over (order by o.id) - 1 as n, o.id as org, (select d.id from directory.desk d where d.organization_id = o.id limit 1) as desk
      from directory.organization o where o.id not in (${measured.org}, ${accepting.org})`.execute(db)
    const sides = sql`(select count(*) from side)`
    // History of everybody, the measured organisation included: it sent and received its share.
    await insertTransfers(
      db,
      sql`
      select i, case when i % 250 = 0 then ${measured.org}::uuid else a.org end as sender,
        case when i % 250 = 125 then ${measured.org}::uuid else b.org end as receiver,
        case when i % 250 = 125 then ${measured.desk}::uuid else b.desk end as desk,
        case when i % 50 = 7 then 'offered' else 'closed' end as status
      from generate_series(1, ${transfers}) i
      join side a on a.n = i % ${sides} join side b on b.n = (i * 7 + 1) % ${sides} and b.n <> a.n`,
      measured.member.id,
    )
    const open = (count: number, from: string, to: { org: string; desk: string }, status: string) =>
      insertTransfers(
        db,
        sql`select i, ${from}::uuid as sender, ${to.org}::uuid as receiver, ${to.desk}::uuid as desk,
        ${status}::text as status from generate_series(1, ${count}) i`,
        measured.member.id,
      )
    await open(OPEN.offered, sender.org, measured, 'offered')
    await open(OPEN.accepted, sender.org, measured, 'accepted')
    await open(OPEN.sent, measured.org, sender, 'offered')
    await open(offers, sender.org, accepting, 'offered')
    await sql`set session_replication_role = origin`.execute(db)
  })
  await sql`vacuum analyze`.execute(house.db)
  const ask = browser(createApp(house.deps))
  const at = async ({ member, org }: Awaited<ReturnType<typeof place>>) => ({
    org,
    member: member.id,
    cookie: await make.session(member),
  })
  return { house, ask, measured: await at(measured), accepting: await at(accepting) }
}

async function place(make: ReturnType<typeof accounts>): Promise<{ org: string; desk: string; member: Account }> {
  const org = await make.organization()
  const desk = await make.desk(org)
  return { org, desk, member: await make.member(org, { desks: [desk] }) }
}

type Connection = Parameters<
  Parameters<ReturnType<Awaited<ReturnType<typeof freshDatabase>>['db']['connection']>['execute']>[0]
>[0]

/** A matter, a basis, both relations, a read line of feedback and the transfer, for each row of `wanted`. */
async function insertTransfers(db: Connection, wanted: ReturnType<typeof sql>, member: string): Promise<void> {
  const name = `wanted_${randomUUID().replaceAll('-', '')}`
  const table = sql.table(name)
  await sql`create temporary table ${table} as
    select gen_random_uuid() as matter, gen_random_uuid() as id, gen_random_uuid() as basis, w.* from (${wanted}) w`.execute(
    db,
  )
  const ended = sql`status = 'closed'`
  await sql`insert into care.matter (id, subject, theme, place, involvement, sender_org, sender_member, holder_org, created_at, opened_at, closed_at, outcome, feedback)
    select matter, 'household', 'geld', 'veenwijk', 'agrees', sender, ${member}, case when ${ended} then receiver else sender end,
      now() - interval '90 days', now() - interval '90 days', case when ${ended} then now() - interval '60 days' end,
      case when ${ended} then 'helped' end, case when ${ended} then 'Klaar' end from ${table}`.execute(db)
  await sql`insert into care.legal_basis (id, matter_id, org_id, recipient_org, ground, article, purpose, necessity)
    select basis, matter, sender, receiver, 'task_wmo', 'Wmo', 'Hulp', 'Nodig' from ${table}`.execute(db)
  await sql`insert into care.transfer (id, matter_id, sender_org, sender_member, receiver_org, receiver_desk, status, urgency, request,
      answer_by, contact_by, caseworker, sender_confirmed_at, receiver_confirmed_at, closed_at, outcome, feedback, version)
    select id, matter, sender, ${member}, receiver, desk, status, 'normal', 'Hulp bij schulden', '2026-11-26T23:00:00Z',
      case when status = 'accepted' then '2026-11-30T23:00:00Z'::timestamptz end, case when status <> 'offered' then ${member}::uuid end,
      case when ${ended} then now() end, case when ${ended} then now() end, case when ${ended} then now() - interval '60 days' end,
      case when ${ended} then 'helped' end, case when ${ended} then 'Klaar' end, 2 from ${table}`.execute(db)
  const until = sql`case when ${ended} then now() - interval '30 days' else 'infinity' end`
  await sql`insert into care.relation (matter_id, org_id, side, sees_person, valid_from, valid_until)
    select matter, sender, 'sender', true, now() - interval '90 days', ${until} from ${table}`.execute(db)
  await sql`insert into care.relation (matter_id, org_id, side, transfer_id, basis_id, valid_from, valid_until)
    select matter, receiver, 'receiver', id, basis, now() - interval '90 days', ${until} from ${table}`.execute(db)
  await sql`insert into care.feedback (matter_id, to_org, transfer_id, code, read_at)
    select matter, sender, id, 'transfer.closed', now() from ${table} where ${ended}`.execute(db)
}

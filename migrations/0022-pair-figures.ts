/**
 * How it goes between two partners, for the two of them: counts and medians over a period, and no number that could
 * point at a family (protection.md 2.7: below ten nothing, above it in fives).
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function sec.protected(n bigint) returns integer immutable language sql set search_path = pg_catalog, pg_temp
      as $$ select case when n >= 10 then (round(n / 5.0) * 5)::integer end $$;

    create function sec.pair_figures(since timestamptz, until timestamptz)
    returns table (from_org uuid, to_org uuid, offered integer, answered_in_time integer, accepted integer, declined integer,
      expired integer, answer_days numeric, contact_days numeric, start_days numeric, reasons jsonb)
    stable language sql security definer set search_path = pg_catalog, pg_temp as $$
      with t as (
        select x.sender_org, x.receiver_org, x.answer_by, x.reason,
          (select min(e.at) from care.event e where e.transfer_id = x.id and e.type = 'transfer.offer') as offered_at,
          (select min(e.at) from care.event e where e.transfer_id = x.id and e.type in ('transfer.accept', 'transfer.decline')) as answered_at,
          (select min(e.at) from care.event e where e.transfer_id = x.id and e.type = 'transfer.accept') as accepted_at,
          (select min(e.at) from care.event e where e.transfer_id = x.id and e.to_status = 'handed_over') as handed_at,
          (select min(e.at) from care.event e where e.transfer_id = x.id and e.type = 'transfer.start') as started_at,
          (select min(e.at) from care.event e where e.transfer_id = x.id and e.type in ('transfer.decline', 'transfer.return')) as declined_at,
          (select min(e.at) from care.event e where e.transfer_id = x.id and e.to_status = 'expired') as expired_at
        from care.transfer x where sec.org() in (x.sender_org, x.receiver_org) and x.status <> 'draft'),
      o as (select * from t where offered_at >= since and offered_at < until),
      days as (select sender_org, receiver_org, 'answer' as step, extract(epoch from answered_at - offered_at) / 86400 as d from o where answered_at is not null
        union all select sender_org, receiver_org, 'contact', extract(epoch from handed_at - accepted_at) / 86400 from o where handed_at > accepted_at
        union all select sender_org, receiver_org, 'start', extract(epoch from started_at - handed_at) / 86400 from o where started_at is not null),
      medians as (select sender_org, receiver_org, step, case when count(*) >= 10
          then round((percentile_cont(0.5) within group (order by d))::numeric, 1) end as median
        from days group by 1, 2, 3)
      select o.sender_org, o.receiver_org, sec.protected(count(*)), sec.protected(count(*) filter (where o.answered_at < o.answer_by)),
        sec.protected(count(o.accepted_at)), sec.protected(count(o.declined_at)), sec.protected(count(o.expired_at)),
        (select m.median from medians m where (m.sender_org, m.receiver_org, m.step) = (o.sender_org, o.receiver_org, 'answer')),
        (select m.median from medians m where (m.sender_org, m.receiver_org, m.step) = (o.sender_org, o.receiver_org, 'contact')),
        (select m.median from medians m where (m.sender_org, m.receiver_org, m.step) = (o.sender_org, o.receiver_org, 'start')),
        coalesce((select jsonb_object_agg(r.reason, sec.protected(r.n)) from (select y.reason, count(*) as n from o y
          where (y.sender_org, y.receiver_org) = (o.sender_org, o.receiver_org) and y.declined_at is not null and y.reason is not null
          group by y.reason having count(*) >= 10) r), '{}')
      from o group by o.sender_org, o.receiver_org
    $$;
    revoke execute on function sec.protected(bigint), sec.pair_figures(timestamptz, timestamptz) from public;
    grant execute on function sec.pair_figures(timestamptz, timestamptz) to voordeur_app
  `.execute(db)
}

/** The team behind a desk. Row-level security shows one's own organisation only. */
import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import type { TeamDesk } from './team-schema.ts'

/** The desks of the viewer (a team lead: all of the organisation) with queue, people, absences and closings. */
export async function readTeams(tx: Tx, viewer: Viewer, today: string, now: Date): Promise<TeamDesk[]> {
  const us = viewer.organizationId
  const all = viewer.roles.includes('team_lead')
  const { rows } = await sql<TeamDesk>`
    with hand as materialized (
      select worker, count(distinct matter_id)::int as matters from (
        select s.assignee as worker, s.matter_id from care.signal s
          where s.receiver_org = ${us} and s.status in ('taken', 'waiting') and s.assignee is not null
        union all select t.caseworker, t.matter_id from care.transfer t
          where t.receiver_org = ${us} and t.status in ('accepted', 'handed_over', 'started') and t.caseworker is not null) w
      group by worker),
    queue as materialized (
      select desk, count(*)::int as waiting, count(*) filter (where due < ${now}::timestamptz)::int as late from (
        select s.receiver_desk as desk, s.due_by as due from care.signal s
          where s.receiver_org = ${us} and s.status in ('sent', 'taken', 'waiting') and s.assignee is null
        union all select t.receiver_desk, coalesce(t.answer_by, t.contact_by, t.start_by) from care.transfer t
          where t.receiver_org = ${us} and t.status in ('offered', 'accepted', 'handed_over', 'started')
            and t.caseworker is null) w
      group by desk)
    select d.id, d.name, (select x.norm from account.desk_setting x where x.desk_id = d.id) as norm,
      coalesce((select json_agg(json_build_object('from', c.from_on, 'until', c.until_on) order by c.from_on)
        from directory.desk_closing c where c.desk_id = d.id and c.until_on >= ${today}::date), '[]') as closings,
      json_build_object('waiting', coalesce(q.waiting, 0), 'late', coalesce(q.late, 0)) as queue,
      coalesce((
        select json_agg(json_build_object('id', m.id, 'name', m.name, 'isMe', m.id = ${viewer.userId}::uuid,
          'inHand', coalesce(h.matters, 0), 'awayNow', coalesce(a.now, false), 'absences', coalesce(a.list, '[]')) order by m.name, m.id)
        from account.desk_member dm join account.member m on m.id = dm.member_id and m.disabled_at is null
        left join hand h on h.worker = m.id
        left join lateral (
          select bool_or(x.from_on <= ${today}::date) as now, json_agg(json_build_object('id', x.id, 'from', x.from_on,
            'until', x.until_on, 'deputy', case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end)
            order by x.from_on) as list
          from account.absence x left join account.member p on p.id = x.deputy_id
          where x.member_id = m.id and x.until_on >= ${today}::date) a on true
        where dm.desk_id = d.id), '[]') as members
    from directory.desk d left join queue q on q.desk = d.id
    where d.organization_id = ${us} and (${all} or d.id = any(${viewer.deskIds}::uuid[]))
    order by d.name, d.id
  `.execute(tx)
  return rows
}

/** Whether these two accounts are active and share a desk: a deputy must be able to do the work. */
export async function shareDesk(tx: Tx, member: string, deputy: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from account.desk_member a join account.desk_member b on b.desk_id = a.desk_id
      join account.member m on m.id = b.member_id and m.disabled_at is null
    where a.member_id = ${member} and b.member_id = ${deputy} limit 1
  `.execute(tx)
  return rows.length > 0
}

export async function insertAbsence(
  tx: Tx,
  absence: { memberId: string; from: string; until: string; deputyId: string | null },
): Promise<void> {
  await sql`
    insert into account.absence (member_id, from_on, until_on, deputy_id)
    values (${absence.memberId}, ${absence.from}, ${absence.until}, ${absence.deputyId})
  `.execute(tx)
}

/** Of whom an absence of the own organisation is; null when there is none (any more). */
export async function absentMember(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ member_id: string }>`select member_id from account.absence where id = ${id}`.execute(tx)
  return rows[0]?.member_id ?? null
}

export async function deleteAbsence(tx: Tx, id: string): Promise<void> {
  await sql`delete from account.absence where id = ${id}`.execute(tx)
}

/** False for a desk of another organisation. A period that begins on the same day is replaced. */
export async function closeDesk(tx: Tx, deskId: string, from: string, until: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select sec.close_desk(${deskId}, ${from}, ${until}) as done`.execute(tx)
  return rows[0]?.done === true
}

export async function openDesk(tx: Tx, deskId: string, from: string): Promise<void> {
  await sql`select sec.open_desk(${deskId}, ${from})`.execute(tx)
}

/** False for a desk of another organisation. */
export async function setNorm(tx: Tx, organizationId: string, deskId: string, norm: number | null): Promise<boolean> {
  const { rows } = await sql`
    insert into account.desk_setting (desk_id, norm)
    select d.id, ${norm}::smallint from directory.desk d where d.id = ${deskId} and d.organization_id = ${organizationId}
    on conflict (desk_id) do update set norm = excluded.norm returning 1
  `.execute(tx)
  return rows.length > 0
}

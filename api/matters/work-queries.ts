/**
 * The work list: what is open, drafted, due or unread for an organisation, which of the four lists it stands in, and how
 * many stand in each. Lists and counters are read by one statement from the same rows, so they cannot differ.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import type { NextAct } from './matter.ts'
import type { SignalRow, TransferRow } from './read-queries.ts'

/** How many stand on one page: a desk's morning of forty is one. */
export const PAGE_SIZE = 50

/** `finished`: what has ended and is still ours to see. `found`: whatever a reference number leads to. */
export type WorkList = 'mine' | 'team' | 'others' | 'overdue' | 'finished' | 'found'
export type WorkFilter = {
  list: WorkList
  status?: string | undefined
  /** A desk of our own. */
  desk?: string | undefined
  /** A colleague whose work it is. */
  worker?: string | undefined
  /** The organisation at the other side. */
  organization?: string | undefined
  /** Days on which it came to stand as it stands, both included. */
  from?: string | undefined
  until?: string | undefined
  /** The beginning of a reference number; finds what is finished too. */
  reference?: string | undefined
}

/** One line of the list, as the database read it; moments as ISO text. */
export type WorkRow = {
  kind: 'signal' | 'transfer' | 'matter'
  id: string
  matter_id: string
  version: number
  reference: string
  status: string
  next_act: NextAct | null
  theme: string
  place: string | null
  urgency: 'normal' | 'urgent' | 'acute' | null
  from_org: string
  from_desk: string | null
  to_org: string
  to_desk: string | null
  since: string
  due_at: string | null
  due_on: string | null
  overdue: boolean
  /** 0: an alarm of a resident, acute, late or due today. 1: due tomorrow. 2: later. */
  bucket: 0 | 1 | 2
  acts: boolean
  mine: boolean
  worker: string | null
  /** The colleague for whom the viewer stands in. */
  stands_in_for: string | null
  alarm: boolean
  unread: number
}

export type WorkPage = {
  counts: Record<'mine' | 'team' | 'others' | 'overdue', number>
  total: number
  rows: WorkRow[]
}

type Asking = { viewer: Viewer; now: Date; today: string }

/**
 * One page of a list in the order of what must be done first, and how many each list holds under the same filter.
 * `size` null gives every row, for an export.
 */
export async function readWork(
  tx: Tx,
  asking: Asking,
  filter: WorkFilter,
  { page, size }: { page: number; size: number | null },
): Promise<WorkPage> {
  const inList = lists[filter.list]
  const cut = size === null ? sql`` : sql`limit ${size} offset ${(page - 1) * size}`
  const { rows } = await sql<WorkPage>`
    with ${itemsOf(asking, filter.list === 'finished' || filter.list === 'found')},
    shown as materialized (select * from item where concerns ${filteredBy(filter)})
    select
      (select json_build_object('mine', count(*) filter (where ${lists.mine}), 'team', count(*) filter (where ${lists.team}),
        'others', count(*) filter (where ${lists.others}), 'overdue', count(*) filter (where ${lists.overdue})) from shown) as counts,
      (select count(*)::int from shown where ${inList}) as total,
      (select coalesce(json_agg(row_to_json(each)), '[]') from (
        select * from shown where ${inList}
        order by bucket, alarm desc, (urgency is not distinct from 'acute') desc, due_at nulls last,
          case urgency when 'acute' then 0 when 'urgent' then 1 else 2 end, since, id ${cut}) each) as rows
  `.execute(tx)
  return rows[0] ?? { counts: { mine: 0, team: 0, others: 0, overdue: 0 }, total: 0, rows: [] }
}

const lists: Record<WorkList, RawBuilder<unknown>> = {
  mine: sql`acts and mine`,
  team: sql`acts and not mine`,
  others: sql`not acts and not finished`,
  overdue: sql`overdue`,
  finished: sql`finished`,
  found: sql`true`,
}

function filteredBy({ status, desk, worker, organization, from, until, reference }: WorkFilter): RawBuilder<unknown> {
  const wanted = [
    status === undefined ? null : sql`and status = ${status}`,
    desk === undefined ? null : sql`and our_desk = ${desk}::uuid`,
    worker === undefined ? null : sql`and owner = ${worker}::uuid`,
    organization === undefined ? null : sql`and ${organization}::uuid in (from_org, to_org)`,
    from === undefined ? null : sql`and (since at time zone 'Europe/Amsterdam')::date >= ${from}::date`,
    until === undefined ? null : sql`and (since at time zone 'Europe/Amsterdam')::date <= ${until}::date`,
    reference === undefined ? null : sql`and starts_with(reference, ${reference})`,
  ]
  return sql.join(
    wanted.filter((each) => each !== null),
    sql` `,
  )
}

/**
 * Every line that row-level security shows. It begins at the open sides of the organisation and what it has not read,
 * so that a long history costs nothing; `everything` also looks at what is finished and still visible.
 */
function itemsOf({ viewer, now, today }: Asking, everything: boolean): RawBuilder<unknown> {
  const [us, me] = [sql`${viewer.organizationId}::uuid`, sql`${viewer.userId}::uuid`]
  const isLead = viewer.roles.includes('team_lead')
  const signalStates = everything ? sql`` : sql`and s.status in ('draft', 'sent', 'taken', 'waiting')`
  const transferStates = everything
    ? sql``
    : sql`and t.status in ('draft', 'offered', 'accepted', 'handed_over', 'started')`
  const ended = everything ? sql`true` : sql`m.closed_at is null or u.lines > 0 or x.matter_id is not null`
  /** Work goes to a desk: another desk of the same organisation does not have it in its lists; the team lead sees all. */
  const atDesk = (desk: RawBuilder<unknown>, worker: RawBuilder<unknown>) =>
    sql`(${isLead} or ${desk} is null or ${desk} = any(${viewer.deskIds}::uuid[]) or ${worker} in (select id from me))`
  return sql`
    me as materialized (
      select ${me} as id union all
      select a.member_id from account.absence a
        where a.deputy_id = ${me} and ${today}::date between a.from_on and a.until_on),
    unread as materialized (
      select f.matter_id, count(*)::int as lines from care.feedback f
      where f.to_org = ${us} and f.read_at is null group by f.matter_id),
    -- What residents said in matters we hold, and nobody answered yet.
    alarmed as materialized (select distinct a.matter_id from care.alarm a where a.answered_at is null),
    near as materialized (
      select r.matter_id from care.relation r where r.org_id = ${us} ${everything ? sql`` : sql`and r.valid_until = 'infinity'`}
      union select matter_id from unread union select matter_id from alarmed),
    placed as (
      select 'signal' as kind, s.id, s.matter_id, s.version, s.status, null::text as next_act, s.urgency,
        s.sender_org as from_org, s.sender_desk as from_desk, s.receiver_org as to_org, s.receiver_desk as to_desk, s.since,
        case when s.status in ('sent', 'waiting') then s.due_by end as due_at, null::date as due_on,
        s.status in ('draft', 'sent', 'taken', 'waiting') and (s.status in ('draft', 'waiting')) = (s.sender_org = ${us}) as acts,
        s.status not in ('draft', 'sent', 'taken', 'waiting') as finished,
        case when s.sender_org = ${us} then s.sender_member else s.assignee end as owner, s.assignee as worker,
        case when s.sender_org = ${us} then s.sender_desk else s.receiver_desk end as our_desk,
        s.sender_member, s.assignee as hand
      from near n join care.signal s on s.matter_id = n.matter_id ${signalStates}
      union all
      select 'transfer', t.id, t.matter_id, t.version, t.status, null, t.urgency,
        t.sender_org, t.sender_desk, t.receiver_org, t.receiver_desk, t.since,
        case t.status when 'offered' then t.answer_by when 'accepted' then t.contact_by when 'handed_over' then t.start_by end, null,
        -- The contact is owed by both, until one's own side has confirmed it.
        case when t.status = 'accepted'
          then case when t.sender_org = ${us} then t.sender_confirmed_at else t.receiver_confirmed_at end is null
          when t.status in ('draft', 'offered', 'handed_over', 'started') then (t.status = 'draft') = (t.sender_org = ${us})
          else false end,
        t.status not in ('draft', 'offered', 'accepted', 'handed_over', 'started'),
        case when t.sender_org = ${us} then t.sender_member else t.caseworker end, t.caseworker,
        case when t.sender_org = ${us} then t.sender_desk else t.receiver_desk end, t.sender_member, t.caseworker
      from near n join care.transfer t on t.matter_id = n.matter_id ${transferStates}
      union all
      -- Matters with nothing open that we see: a next act, others at work, or feedback to read.
      select 'matter', m.id, m.id, m.version,
        case when m.closed_at is not null then 'closed' when w.ours then 'next_act' else 'with_others' end,
        case when w.ours then m.next_act end, null, ${us}, null, m.holder_org, null,
        coalesce(m.closed_at, m.opened_at), null, case when w.ours then m.next_act_on end,
        w.ours or u.lines > 0, m.closed_at is not null and coalesce(u.lines, 0) = 0, last.sender_member, null, last.sender_desk, null, last.sender_member
      from near n join care.matter m on m.id = n.matter_id
      left join unread u on u.matter_id = m.id
      left join alarmed x on x.matter_id = m.id
      cross join lateral (select m.closed_at is null and m.holder_org = ${us} and m.next_act_on is not null as ours) w
      -- Who of us handed it out last, from which desk.
      left join lateral (
        select * from (
          select x.sender_member, x.sender_desk, x.created_at from care.transfer x
            where x.matter_id = m.id and x.sender_org = ${us} and x.status <> 'draft'
          union all select x.sender_member, x.sender_desk, x.created_at from care.signal x
            where x.matter_id = m.id and x.sender_org = ${us} and x.status <> 'draft') handed
        order by created_at desc limit 1
      ) last on true
      where m.opened_at is not null and (${ended})
        and not exists (select 1 from care.signal x where x.matter_id = m.id and x.status in ('sent', 'taken', 'waiting'))
        and not exists (select 1 from care.transfer x where x.matter_id = m.id
          and x.status in ('offered', 'accepted', 'handed_over', 'started'))),
    item as (
      select p.kind, p.id, p.matter_id, p.version, m.reference, p.status, p.next_act, m.theme, m.place, p.urgency,
        p.from_org, p.from_desk, p.to_org, p.to_desk, p.since, p.due_on, p.our_desk, p.worker, p.owner,
        coalesce(p.acts, false) or x.matter_id is not null as acts, p.finished and x.matter_id is null as finished,
        x.matter_id is not null as alarm,
        coalesce(p.due_at, (p.due_on + 1)::timestamp at time zone 'Europe/Amsterdam') as due_at, late.overdue,
        case when x.matter_id is not null or late.overdue or p.urgency = 'acute' or late.last_day <= ${today}::date then 0
          when late.last_day = ${today}::date + 1 then 1 else 2 end as bucket,
        coalesce(p.owner in (select id from me), false) as mine,
        case when p.owner in (select id from me) and p.owner <> ${me} then p.owner end as stands_in_for,
        coalesce(u.lines, 0) as unread,
        coalesce(p.sender_member in (select id from me), false) or ${atDesk(sql`p.our_desk`, sql`p.hand`)} as concerns
      from placed p join care.matter m on m.id = p.matter_id
      left join unread u on u.matter_id = p.matter_id
      left join alarmed x on x.matter_id = p.matter_id
      cross join lateral (select
        coalesce(p.due_at < ${now}::timestamptz, p.due_on < ${today}::date, false) as overdue,
        coalesce(((p.due_at - interval '1 millisecond') at time zone 'Europe/Amsterdam')::date, p.due_on) as last_day) late)`
}

/** The signals and transfers of one page, whole: which commands are open is the law's to say. */
export async function readShown(
  tx: Tx,
  rows: readonly Pick<WorkRow, 'kind' | 'id'>[],
): Promise<{ signals: Map<string, SignalRow>; transfers: Map<string, TransferRow> }> {
  const idsOf = (kind: WorkRow['kind']) => rows.filter((row) => row.kind === kind).map(({ id }) => id)
  const signals = await tx
    .selectFrom('care.signal')
    .selectAll()
    .where('id', '=', sql<string>`any(${idsOf('signal')}::uuid[])`)
    .execute()
  const transfers = await tx
    .selectFrom('care.transfer')
    .selectAll()
    .where('id', '=', sql<string>`any(${idsOf('transfer')}::uuid[])`)
    .execute()
  return {
    signals: new Map(signals.map((row) => [row.id, row])),
    transfers: new Map(transfers.map((row) => [row.id, row])),
  }
}

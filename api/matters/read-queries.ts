/** What the screens read: one matter with everything this organisation may see of it, and the work list. */
import { type Selectable, sql } from 'kysely'
import type { AlarmTable } from '../alarms/table.ts'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { SignalTable } from '../signals/table.ts'
import type { TransferTable } from '../transfers/table.ts'
import type { EventTable, FeedbackTable, MatterTable, MessageTable, PersonTable } from './table.ts'

export type SignalRow = Selectable<SignalTable>
export type TransferRow = Selectable<TransferTable>
export type MatterRow = Selectable<MatterTable>
export type BasisRow = { recipient_org: string; ground: string; article: string; purpose: string; necessity: string }

export type MatterFile = {
  matter: MatterRow
  person: Selectable<PersonTable> | null
  signals: SignalRow[]
  transfers: TransferRow[]
  messages: Selectable<MessageTable>[]
  events: Selectable<EventTable>[]
  feedback: Selectable<FeedbackTable>[]
  /** Valid now and recorded by ourselves, the newest first. */
  bases: BasisRow[]
  followCodeIssuedAt: Date | null
  /** What the resident said, the newest first; shown to the holder only. */
  alarms: Selectable<AlarmTable>[]
}

/** Everything row-level security shows of one matter. Refuses `matter.not_found`. */
export async function readFile(tx: Tx, matterId: string): Promise<MatterFile> {
  const matter = await tx.selectFrom('care.matter').selectAll().where('id', '=', matterId).executeTakeFirst()
  if (!matter) throw new Refusal('matter.not_found')
  const person = await tx.selectFrom('care.person').selectAll().where('matter_id', '=', matterId).executeTakeFirst()
  const signals = await tx
    .selectFrom('care.signal')
    .selectAll()
    .where('matter_id', '=', matterId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const transfers = await tx
    .selectFrom('care.transfer')
    .selectAll()
    .where('matter_id', '=', matterId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const messages = await tx
    .selectFrom('care.message')
    .selectAll()
    .where('matter_id', '=', matterId)
    .orderBy('at')
    .orderBy('seq')
    .execute()
  const events = await tx
    .selectFrom('care.event')
    .selectAll()
    .where('matter_id', '=', matterId)
    .orderBy('at')
    .orderBy('seq')
    .execute()
  const feedback = await tx
    .selectFrom('care.feedback')
    .selectAll()
    .where('matter_id', '=', matterId)
    .orderBy('at')
    .orderBy('seq')
    .execute()
  const { rows: bases } = await sql<BasisRow>`
    select recipient_org, ground, article, purpose, necessity from care.legal_basis
    where matter_id = ${matterId} and org_id = sec.org() and valid @> now() order by lower(valid) desc
  `.execute(tx)
  const code = await tx
    .selectFrom('care.follow_code')
    .select('issued_at')
    .where('matter_id', '=', matterId)
    .where('ended_at', 'is', null)
    .orderBy('issued_at', 'desc')
    .executeTakeFirst()
  const alarms = await tx
    .selectFrom('care.alarm')
    .selectAll()
    .where('matter_id', '=', matterId)
    .orderBy('raised_at', 'desc')
    .execute()
  return {
    matter,
    person: person ?? null,
    signals,
    transfers,
    messages,
    events,
    feedback,
    bases,
    followCodeIssuedAt: code?.issued_at ?? null,
    alarms,
  }
}

export type NameRows = {
  organizations: { id: string; name: string }[]
  desks: { id: string; name: string; phone: string | null }[]
  /** Colleagues of one's own organisation only. */
  members: { id: string; name: string }[]
}

/** Names for the ids on a screen. */
export async function readNames(
  tx: Tx,
  ids: { organizations: Iterable<string>; desks: Iterable<string>; members: Iterable<string> },
): Promise<NameRows> {
  const [organizations, desks, members] = [[...ids.organizations], [...ids.desks], [...ids.members]]
  return {
    organizations: await tx
      .selectFrom('directory.organization')
      .select(['id', 'name'])
      .where('id', '=', sql<string>`any(${organizations}::uuid[])`)
      .execute(),
    desks: await tx
      .selectFrom('directory.desk')
      .select(['id', 'name', 'phone'])
      .where('id', '=', sql<string>`any(${desks}::uuid[])`)
      .execute(),
    members: await tx
      .selectFrom('account.member')
      .select(['id', 'name'])
      .where('id', '=', sql<string>`any(${members}::uuid[])`)
      .execute(),
  }
}

/** A matter with nothing open in it, and who of this organisation handed it out last, from which desk. */
export type RestingMatter = MatterRow & { last_member: string | null; last_desk: string | null }

export type WorkRows = {
  signals: SignalRow[]
  transfers: TransferRow[]
  /** Matters without anything open of our own: a next act, others at work, or feedback to read. */
  matters: RestingMatter[]
  /** Every matter named above, by id. */
  about: Map<string, MatterRow>
  unread: Map<string, number>
  /** Matters we hold in which a resident waits for an answer. */
  alarmed: Set<string>
}

/** Most rows of each kind on a work list; a desk with more has another problem than the list. */
const MOST = 500

/** What is open, drafted, due or unread for this organisation. */
export async function readWork(tx: Tx, organizationId: string): Promise<WorkRows> {
  const signals = await tx
    .selectFrom('care.signal')
    .selectAll()
    .where((eb) => eb.or([eb('sender_org', '=', organizationId), eb('receiver_org', '=', organizationId)]))
    .where('status', 'in', ['draft', 'sent', 'taken', 'waiting'])
    .orderBy('created_at')
    .limit(MOST)
    .execute()
  const transfers = await tx
    .selectFrom('care.transfer')
    .selectAll()
    .where((eb) => eb.or([eb('sender_org', '=', organizationId), eb('receiver_org', '=', organizationId)]))
    .where('status', 'in', ['draft', 'offered', 'accepted', 'handed_over', 'started'])
    .orderBy('created_at')
    .limit(MOST)
    .execute()
  const { rows: counts } = await sql<{ matter_id: string; lines: number }>`
    select matter_id, count(*)::int as lines from care.feedback
    where to_org = ${organizationId} and read_at is null group by matter_id
  `.execute(tx)
  const alarmed = await tx.selectFrom('care.alarm').select('matter_id').where('answered_at', 'is', null).execute()
  const { rows: matters } = await sql<RestingMatter>`
    select m.*, last.sender_member as last_member, last.sender_desk as last_desk from care.matter m
    left join lateral (
      select sender_member, sender_desk, created_at from care.transfer
        where matter_id = m.id and sender_org = ${organizationId} and status <> 'draft'
      union all select sender_member, sender_desk, created_at from care.signal
        where matter_id = m.id and sender_org = ${organizationId} and status <> 'draft'
      order by created_at desc limit 1
    ) last on true
    where m.opened_at is not null
      and (m.closed_at is null or exists (select 1 from care.feedback f
        where f.matter_id = m.id and f.to_org = ${organizationId} and f.read_at is null)
        or exists (select 1 from care.alarm a where a.matter_id = m.id and a.answered_at is null))
      and not exists (select 1 from care.signal s where s.matter_id = m.id and s.status in ('sent', 'taken', 'waiting'))
      and not exists (select 1 from care.transfer t where t.matter_id = m.id
        and t.status in ('offered', 'accepted', 'handed_over', 'started'))
    order by m.next_act_on nulls last, m.created_at limit ${MOST}
  `.execute(tx)
  const hung = [...new Set([...signals, ...transfers].map((row) => row.matter_id))]
  const named = await tx
    .selectFrom('care.matter')
    .selectAll()
    .where('id', '=', sql<string>`any(${hung}::uuid[])`)
    .execute()
  return {
    signals,
    transfers,
    matters,
    about: new Map([...named, ...matters].map((matter) => [matter.id, matter])),
    alarmed: new Set(alarmed.map(({ matter_id }) => matter_id)),
    unread: new Map(counts.map(({ matter_id, lines }) => [matter_id, lines])),
  }
}

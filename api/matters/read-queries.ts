/** What the screens read: one matter with everything this organisation may see of it, and the work list. */
import { type Selectable, sql } from 'kysely'
import type { AlarmTable } from '../alarms/table.ts'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { LinkTable } from '../links/table.ts'
import type { ScreeningRow, SignalTable } from '../signals/table.ts'
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
  /** What our own meetings found of its signals, the newest first. */
  screenings: ScreeningRow[]
  /** What the resident said, the newest first; shown to the holder only. */
  alarms: Selectable<AlarmTable>[]
  /** Links we made for transfers of this matter, the newest first; and desks that have no account of their own. */
  links: Omit<Selectable<LinkTable>, 'code_hash'>[]
  linkDesks: Set<string>
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
  const { rows: screenings } = await sql<ScreeningRow>`
    select signal_id as "signalId", at, complete, nature, severity, urgency, right_place as "rightPlace", outcome
    from care.screening where matter_id = ${matterId} order by at desc, id
  `.execute(tx)
  const ids = transfers.map(({ id }) => id)
  const links = await tx
    .selectFrom('care.link')
    .select(['id', 'transfer_id', 'member_id', 'made_org', 'made_member', 'made_at', 'expires_at'])
    .select(['wrong_codes', 'opened_at', 'revoked_at'])
    .where('transfer_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('made_at', 'desc')
    .execute()
  const { rows: contacts } = await sql<{ desk_id: string }>`
    select desk_id from sec.link_desks() where desk_id = any(${transfers.map((row) => row.receiver_desk)}::uuid[])
  `.execute(tx)
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
    screenings,
    alarms,
    links,
    linkDesks: new Set(contacts.map(({ desk_id }) => desk_id)),
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

/** The statements of sheets, and of the question whether something runs already about the same person. */
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { Status } from './signal.ts'
import type { SheetTable } from './sheet-table.ts'

export type SheetRow = Selectable<SheetTable>

/** What this person is still writing, in the order it was begun; of a meeting also what colleagues wrote. */
export const listSheets = (tx: Tx): Promise<SheetRow[]> =>
  tx.selectFrom('care.sheet').selectAll().orderBy('seq').execute()

/** Somebody else's sheet gets the same answer as one that does not exist. */
export async function readSheet(tx: Tx, id: string): Promise<SheetRow> {
  const row = await tx.selectFrom('care.sheet').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('sheet.not_found')
  return row
}

/** Takes the sheet for this transaction: sent twice at once it goes out once. */
export async function lockSheet(tx: Tx, id: string): Promise<SheetRow> {
  const row = await tx.selectFrom('care.sheet').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('sheet.not_found')
  return row
}

export const insertSheet = (
  tx: Tx,
  sheet: { typed: unknown; meetingId: string | null; matterId: string | null },
): Promise<SheetRow> =>
  tx
    .insertInto('care.sheet')
    .values({ typed: JSON.stringify(sheet.typed), meeting_id: sheet.meetingId, matter_id: sheet.matterId })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateSheet = (tx: Tx, id: string, typed: unknown): Promise<SheetRow> =>
  tx
    .updateTable('care.sheet')
    .set({ typed: JSON.stringify(typed) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export async function deleteSheet(tx: Tx, id: string): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom('care.sheet').where('id', '=', id).executeTakeFirst()
  if (numDeletedRows !== 1n) throw new Refusal('sheet.not_found')
}

export type NamedMatter = {
  id: string
  reference: string
  theme: string
  name: string
  opened_at: Date
  status: Status | null
  receiver_org: string | null
  receiver_desk: string | null
}

/**
 * Open matters that this organisation sent, with the name it may still see in them. Row-level security hides the person
 * after a hand-over, so what is no longer ours to know warns of nothing. Source: domain.md invariant 3.
 */
export async function namesOfOpenMatters(tx: Tx, organizationId: string): Promise<NamedMatter[]> {
  const { rows } = await sql<NamedMatter>`
    select m.id, m.reference, m.theme, p.name, m.opened_at, s.status, s.receiver_org, s.receiver_desk
    from care.matter m join care.person p on p.matter_id = m.id
    left join lateral (select status, receiver_org, receiver_desk from care.signal
      where matter_id = m.id and sender_org = ${organizationId} and status <> 'draft'
      order by created_at desc limit 1) s on true
    where m.sender_org = ${organizationId} and m.opened_at is not null and m.closed_at is null
    order by m.opened_at desc
  `.execute(tx)
  return rows
}

/** The names in the sheets that this person sees. */
export async function namesInSheets(tx: Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, coalesce(typed ->> 'name', '') as name from care.sheet where typed ->> 'subject' <> 'group'
  `.execute(tx)
  return rows
}

/** A line of the meeting: what left it, without anything about a person. */
export async function recordLine(
  tx: Tx,
  line: { meetingId: string; theme: string; urgency: string; collective: boolean; receiverDesk: string },
): Promise<void> {
  await tx
    .insertInto('care.meeting_line')
    .values({
      meeting_id: line.meetingId,
      theme: line.theme,
      urgency: line.urgency,
      collective: line.collective,
      receiver_desk: line.receiverDesk,
    })
    .execute()
}

import { type Selectable, sql } from 'kysely'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { GuestRole, Kind } from './codes.ts'
import type { MeetingGuestTable, MeetingLineTable, MeetingTable } from './table.ts'

export type MeetingRow = Selectable<MeetingTable>
export type GuestRow = Selectable<MeetingGuestTable>
export type LineRow = Selectable<MeetingLineTable>

/** How many days back a list of held meetings goes: a school year. */
const YEAR = 366

/** Meetings of this organisation and those it joins, from a year ago on, the first day first. */
export const listMeetings = (tx: Tx, today: string): Promise<MeetingRow[]> =>
  tx
    .selectFrom('care.meeting')
    .selectAll()
    .where('on_day', '>=', sql<string>`${today}::date - ${YEAR}::int`)
    .orderBy('on_day')
    .orderBy('starts_at')
    .orderBy('id')
    .execute()

/** One who does not join gets the same answer as for a meeting that does not exist. */
export async function readMeeting(tx: Tx, id: string): Promise<MeetingRow> {
  const row = await tx.selectFrom('care.meeting').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('meeting.not_found')
  return row
}

/** Takes a meeting of one's own for this transaction; a guest's is not there to change. */
export async function lockOwnMeeting(tx: Tx, id: string, organizationId: string): Promise<MeetingRow> {
  const row = await tx
    .selectFrom('care.meeting')
    .selectAll()
    .where('id', '=', id)
    .where('org_id', '=', organizationId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('meeting.not_found')
  return row
}

/** Refuses `meeting.not_found` (also for a guest) and `meeting.not_possible_now` (it was held). */
export async function mustBePlanned(tx: Tx, id: string, organizationId: string): Promise<MeetingRow> {
  const row = await lockOwnMeeting(tx, id, organizationId)
  if (row.held_at) throw new Refusal('meeting.not_possible_now')
  return row
}

const among = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`

export const guestsOf = (tx: Tx, meetingIds: readonly string[]): Promise<GuestRow[]> =>
  tx
    .selectFrom('care.meeting_guest')
    .selectAll()
    .where('meeting_id', '=', among(meetingIds))
    .orderBy('role')
    .orderBy('desk_id')
    .execute()

export const linesOf = (tx: Tx, meetingIds: readonly string[]): Promise<LineRow[]> =>
  tx
    .selectFrom('care.meeting_line')
    .selectAll()
    .where('meeting_id', '=', among(meetingIds))
    .orderBy('sent_at')
    .orderBy('id')
    .execute()

/** How many sheets of this meeting wait to be sent. */
export async function sheetsOf(tx: Tx, meetingIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ meeting_id: string; sheets: number }>`
    select meeting_id, count(*)::int as sheets from care.sheet
    where meeting_id = any(${[...meetingIds]}::uuid[]) group by meeting_id
  `.execute(tx)
  return new Map(rows.map(({ meeting_id, sheets }) => [meeting_id, sheets]))
}

export type PlannedDay = { kind: Kind; day: string; at: string; room: string | null }
export type Guest = { organizationId: string; deskId: string; role: GuestRole }

export async function insertMeeting(tx: Tx, { kind, day, at, room }: PlannedDay): Promise<string> {
  const { id } = await tx
    .insertInto('care.meeting')
    .values({ kind, on_day: day, starts_at: at, room })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function inviteGuests(tx: Tx, meetingId: string, school: string, guests: readonly Guest[]): Promise<void> {
  if (guests.length === 0) return
  await tx
    .insertInto('care.meeting_guest')
    .values(
      guests.map((guest) => ({
        meeting_id: meetingId,
        school_org: school,
        org_id: guest.organizationId,
        desk_id: guest.deskId,
        role: guest.role,
      })),
    )
    .execute()
}

/** Another day, hour or room, and who joins. */
export async function changeMeeting(tx: Tx, id: string, { day, at, room }: Omit<PlannedDay, 'kind'>): Promise<void> {
  await tx.updateTable('care.meeting').set({ on_day: day, starts_at: at, room }).where('id', '=', id).execute()
  await tx.deleteFrom('care.meeting_guest').where('meeting_id', '=', id).execute()
}

export async function deleteMeeting(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('care.meeting').where('id', '=', id).execute()
}

/** It was held: who was there, and what who was not may read. */
export async function saveHeld(
  tx: Tx,
  id: string,
  held: { at: Date; report: string | null; present: readonly string[] },
): Promise<void> {
  await sql`
    update care.meeting_guest set present = desk_id = any(${[...held.present]}::uuid[]) where meeting_id = ${id}
  `.execute(tx)
  await tx.updateTable('care.meeting').set({ held_at: held.at, report: held.report }).where('id', '=', id).execute()
}

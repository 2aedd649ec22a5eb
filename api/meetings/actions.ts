/** What can happen to a meeting of a school support team. Each is one transaction with its log row. */
import { type Reason, withContext } from '../audit/context.ts'
import { dateIn } from '../calendar.ts'
import type { Tx } from '../db.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { receivingDesk } from '../matters/desk-queries.ts'
import { mustBeAhead } from '../matters/matter.ts'
import { type NameRows, readNames } from '../matters/read-queries.ts'
import { promise } from '../outbox/queries.ts'
import type { Viewer } from '../viewer.ts'
import {
  changeMeeting,
  deleteMeeting,
  type Guest,
  type GuestRow,
  guestsOf,
  insertMeeting,
  inviteGuests,
  type LineRow,
  linesOf,
  listMeetings,
  type MeetingRow,
  mustBePlanned,
  readMeeting,
  saveHeld,
  sheetsOf,
} from './queries.ts'
import type { MeetingChanged, MeetingHeld, MeetingMoved, MeetingsMade, MeetingsPlanned } from './schema.ts'

type Asker = { viewer: Viewer; reason: Reason }
/** Meetings with everything that is shown of them, as row-level security gave it. */
export type Told = {
  meetings: MeetingRow[]
  guests: GuestRow[]
  lines: LineRow[]
  sheets: Map<string, number>
  names: NameRows
}

/** The meetings of the viewer's school, and those that the viewer's team joins: planned, and held in the last year. */
export function listOwnMeetings(deps: Deps, { viewer, reason }: Asker): Promise<Told> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const told = await tell(tx, await listMeetings(tx, dateIn(deps.now())))
    note(
      'meeting',
      told.meetings.map(({ id }) => id),
    )
    return told
  })
}

/** One meeting. Refuses `meeting.not_found` to who does not join it. */
export function openMeeting(deps: Deps, { viewer, reason }: Asker, id: string): Promise<Told> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const row = await readMeeting(tx, id)
    note('meeting', [row.id])
    return tell(tx, [row])
  })
}

/**
 * Plans meetings, one per day, with the same guests. Refuses a day that has passed or is more than a year ahead, and
 * `desk.not_found` or `desk.not_open` for a guest's team that cannot be asked.
 */
export function planMeetings(deps: Deps, { viewer, reason }: Asker, input: MeetingsPlanned): Promise<MeetingsMade> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const today = dateIn(deps.now())
    const guests = await invited(tx, viewer, input.guests, today)
    const ids: string[] = []
    for (const [index, day] of [...new Set(input.days)].toSorted().entries()) {
      mustBeAhead(day, today, `/days/${index}`)
      const id = await insertMeeting(tx, { kind: input.kind, day, at: input.at, room: input.room })
      await inviteGuests(tx, id, viewer.organizationId, guests)
      ids.push(id)
    }
    note('meeting', ids)
    // One message for the whole year: the list has the days.
    for (const desk of new Set(guests.map(({ deskId }) => deskId)))
      await tellGuest(tx, 'meeting.plan', ids[0], guests, desk)
    return { ids }
  })
}

/** Another day, hour, room or other guests. Refuses `meeting.not_found` (also for a guest), `meeting.not_possible_now`. */
export function replanMeeting(
  deps: Deps,
  { viewer, reason }: Asker,
  id: string,
  input: MeetingChanged,
): Promise<MeetingMoved> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const today = dateIn(deps.now())
    const meeting = await mustBePlanned(tx, id, viewer.organizationId)
    note('meeting', [id])
    mustBeAhead(input.day, today, '/day')
    const guests = await invited(tx, viewer, input.guests, today)
    await changeMeeting(tx, id, input)
    await inviteGuests(tx, id, viewer.organizationId, guests)
    for (const desk of new Set(guests.map(({ deskId }) => deskId))) {
      await tellGuest(tx, 'meeting.change', id, guests, desk, meeting.version + 1)
    }
    return { id }
  })
}

/** A planned meeting does not take place; what was written in it stays its writer's. */
export function cancelMeeting(deps: Deps, { viewer, reason }: Asker, id: string): Promise<void> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    await mustBePlanned(tx, id, viewer.organizationId)
    note('meeting', [id])
    await deleteMeeting(tx, id)
  })
}

/** It was held: who joined is written down, and who did not is told that there is a report. */
export function holdMeeting(
  deps: Deps,
  { viewer, reason }: Asker,
  id: string,
  input: MeetingHeld,
): Promise<MeetingMoved> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const meeting = await mustBePlanned(tx, id, viewer.organizationId)
    note('meeting', [id])
    await saveHeld(tx, id, { at: deps.now(), report: input.report, present: input.present })
    const guests = await guestsOf(tx, [id])
    for (const guest of guests.filter(({ present }) => present === false)) {
      const to = { organizationId: guest.org_id, deskId: guest.desk_id }
      await promise(tx, 'meeting.report', id, to, `${meeting.version + 1}/${guest.desk_id}`)
    }
    return { id }
  })
}

/** The teams that are asked to join: each can receive today, and none is one's own. */
async function invited(tx: Tx, viewer: Viewer, asked: MeetingChanged['guests'], today: string): Promise<Guest[]> {
  const guests: Guest[] = []
  for (const { deskId, role } of asked) {
    const desk = await receivingDesk(tx, deskId, today)
    if (desk.organizationId === viewer.organizationId) throw new Refusal('desk.not_open')
    if (!guests.some((each) => each.deskId === deskId && each.role === role)) {
      guests.push({ organizationId: desk.organizationId, deskId, role })
    }
  }
  return guests
}

async function tellGuest(tx: Tx, topic: string, meetingId = '', guests: readonly Guest[], deskId: string, version = 1) {
  const guest = guests.find((each) => each.deskId === deskId)
  if (!guest) return
  await promise(tx, topic, meetingId, { organizationId: guest.organizationId, deskId }, `${version}/${deskId}`)
}

async function tell(tx: Tx, meetings: MeetingRow[]): Promise<Told> {
  const ids = meetings.map(({ id }) => id)
  const [guests, lines, sheets] = [await guestsOf(tx, ids), await linesOf(tx, ids), await sheetsOf(tx, ids)]
  const names = await readNames(tx, {
    organizations: new Set([...meetings, ...guests].map(({ org_id }) => org_id)),
    desks: new Set([...guests.map(({ desk_id }) => desk_id), ...lines.map(({ receiver_desk }) => receiver_desk)]),
    members: [],
  })
  return { meetings, guests, lines, sheets, names }
}

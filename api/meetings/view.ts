/** What the school and its guests read of a meeting. */
import { namesFor } from '../matters/names.ts'
import { may } from '../permissions.ts'
import type { Urgency } from '../signals/signal.ts'
import type { Viewer } from '../viewer.ts'
import type { Told } from './actions.ts'
import type { MeetingRow } from './queries.ts'
import type { MeetingsView, MeetingView } from './schema.ts'

/** What comes first is on top: the next meeting, and the last one held. */
export function meetingsView(told: Told, viewer: Viewer): MeetingsView {
  const all = told.meetings.map((row) => meetingView(row, told, viewer))
  return {
    planned: all.filter(({ state }) => state === 'planned'),
    held: all.filter(({ state }) => state === 'held').toReversed(),
  }
}

/** One meeting, the first of what was told. */
export function oneMeetingView(told: Told, viewer: Viewer): MeetingView {
  const [row] = told.meetings
  if (!row) throw new Error('No meeting was read')
  return meetingView(row, told, viewer)
}

function meetingView(row: MeetingRow, told: Told, viewer: Viewer): MeetingView {
  const names = namesFor(viewer, told.names)
  const ours = row.org_id === viewer.organizationId
  const guests = told.guests.filter(({ meeting_id }) => meeting_id === row.id)
  return {
    id: row.id,
    kind: row.kind,
    day: row.on_day,
    at: row.starts_at,
    room: row.room,
    school: names.side(row.org_id, null),
    weAre: ours ? 'school' : 'guest',
    state: row.held_at ? 'held' : 'planned',
    heldAt: row.held_at?.toISOString() ?? null,
    guests: guests.map((guest) => ({
      ...names.side(guest.org_id, guest.desk_id),
      role: guest.role,
      present: guest.present,
    })),
    lines: told.lines
      .filter(({ meeting_id }) => meeting_id === row.id)
      .map((line) => ({
        theme: line.theme,
        urgency: line.urgency as Urgency,
        collective: line.collective,
        team: names.desk(line.receiver_desk)?.name ?? '',
      })),
    sheets: told.sheets.get(row.id) ?? 0,
    report: row.report,
    missed: guests.some(({ org_id, present }) => org_id === viewer.organizationId && present === false),
    commands: ours && !row.held_at && may(viewer, 'meeting.plan') ? ['change', 'cancel', 'hold'] : [],
  }
}

import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { cancelMeeting, holdMeeting, listOwnMeetings, openMeeting, planMeetings, replanMeeting } from './actions.ts'
import { meetingChanged, meetingHeld, meetingsPlanned } from './schema.ts'
import { meetingsView, oneMeetingView } from './view.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const missing = 'meeting.not_found'
  const plan = { may: 'meeting.plan', missing } as const

  on('get', '/meetings', { may: 'meeting.read' }, async (asked) =>
    meetingsView(await listOwnMeetings(deps, asked), asked.viewer),
  )
  on('get', '/meetings/:id', { may: 'meeting.read', missing }, async (asked) =>
    oneMeetingView(await openMeeting(deps, asked, asked.id), asked.viewer),
  )
  on('post', '/meetings', { ...plan, input: meetingsPlanned, status: 201 }, (asked) =>
    planMeetings(deps, asked, asked.input),
  )
  on('put', '/meetings/:id', { ...plan, input: meetingChanged }, (asked) =>
    replanMeeting(deps, asked, asked.id, asked.input),
  )
  on('delete', '/meetings/:id', plan, (asked) => cancelMeeting(deps, asked, asked.id))
  on('post', '/meetings/:id/hold', { ...plan, input: meetingHeld }, (asked) =>
    holdMeeting(deps, asked, asked.id, asked.input),
  )

  return rest
}

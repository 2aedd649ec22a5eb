import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { answerAlarm } from './actions.ts'
import { answerAlarm as answerInput } from './schema.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  on(
    'post',
    '/matters/:id/answer-alarm',
    { may: 'matter.hold', missing: 'matter.not_found', input: answerInput },
    (asked) => answerAlarm(deps, asked, asked.id, asked.input),
  )
  return rest
}

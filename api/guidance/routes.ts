import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { checkGuidance, proposeGuidance, readGuidance, refuseGuidance } from './actions.ts'
import { guidanceChecked, guidanceRefused, guidanceWritten } from './schema.ts'
import { guidanceView } from './view.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const check = { may: 'guidance.check', missing: 'guidance.not_found' } as const

  on('get', '/guidance', { may: 'consult.ask' }, async (asked) =>
    guidanceView(await readGuidance(deps, asked), asked.viewer),
  )
  on(
    'post',
    '/consults/:id/guidance',
    { may: 'consult.answer', missing: 'consult.not_found', input: guidanceWritten, status: 201 },
    (asked) => proposeGuidance(deps, asked, asked.id, asked.input),
  )
  on('post', '/guidance/:id/check', { ...check, input: guidanceChecked }, (asked) =>
    checkGuidance(deps, asked, asked.id, asked.input),
  )
  on('post', '/guidance/:id/refuse', { ...check, input: guidanceRefused }, (asked) =>
    refuseGuidance(deps, asked, asked.id, asked.input),
  )

  return rest
}

import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { countSignposts, giveAddress } from './actions.ts'
import { signpostGiven, type SignpostsView } from './schema.ts'
import { LEAST_SHOWN } from './signpost.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)

  on('get', '/signposts', { may: 'signpost.give' }, async (asked): Promise<SignpostsView> => {
    return { leastShown: LEAST_SHOWN, months: await countSignposts(deps, asked) }
  })
  on('post', '/signposts', { may: 'signpost.give', input: signpostGiven, status: 204 }, (asked) =>
    giveAddress(deps, asked, asked.input),
  )

  return rest
}

import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { checkHealth } from './actions.ts'
import { searchHealth } from './search.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const searching = searchHealth(deps)

  on('get', '/health', { may: 'anyone' }, async ({ c }) => {
    const health = await checkHealth(deps, searching)
    return c.json(health, health.status === 'down' ? 503 : 200)
  })

  return rest
}

import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { checkHealth } from './actions.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)

  on('get', '/health', { may: 'anyone' }, async ({ c }) => {
    const health = await checkHealth(deps)
    return c.json(health, health.status === 'down' ? 503 : 200)
  })

  return rest
}

import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { listDesks } from './actions.ts'
import { publishedServices } from './published.ts'
import { desksView } from './view.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const published = publishedServices(deps.siteFolder)

  on('get', '/desks', { may: 'desk.choose' }, async ({ viewer, reason }) =>
    desksView(await listDesks(deps, viewer, reason, published)),
  )

  return rest
}

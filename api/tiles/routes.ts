import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { type Room, room } from '../http/room.ts'
import { tileOf, tileSource } from './actions.ts'

/** Pictures for the map under our own address. An installation without them says so in `tegels.json`, as the site does. */
export function routes(deps: Deps): Room {
  const { app, lines, on } = room(deps)
  on('get', '/kaart/tegels.json', { may: 'anyone' }, async () => await tileSource(deps))

  on('get', '/kaart/tegels/:z/:x/:file', { may: 'anyone' }, async ({ c }) => {
    const bytes = await tileOf(deps, c.req.param('z') ?? '', c.req.param('x') ?? '', c.req.param('file') ?? '')
    if (!bytes) throw new Refusal('not_found')
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=604800',
    })
  })

  return { app, lines }
}

import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { directorySearch } from './actions.ts'
import { searchQuerySchema } from './schema.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const search = directorySearch(deps)

  on('get', '/search', { may: 'anyone', input: searchQuerySchema }, async ({ input, c }) => {
    const { answer, engine, fallback } = await search(input)
    c.header('Search-Engine', engine)
    if (fallback) c.header('Search-Fallback', fallback)
    return answer
  })

  return rest
}

import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { chooseSettings, listOwn, ownSettings, readOwn, unreadOwn } from './actions.ts'
import { listQuery, readInput, settings } from './schema.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)

  on('get', '/notifications', { may: 'session.own', input: listQuery }, (asked) => listOwn(deps, asked, asked.input))
  on('get', '/notifications/unread', { may: 'session.own' }, (asked) => unreadOwn(deps, asked))
  on('post', '/notifications/read', { may: 'session.own', input: readInput }, (asked) =>
    readOwn(deps, asked, asked.input),
  )
  on('get', '/notifications/settings', { may: 'session.own' }, (asked) => ownSettings(deps, asked))
  on('put', '/notifications/settings', { may: 'settings.choose', input: settings }, (asked) =>
    chooseSettings(deps, asked, asked.input),
  )

  return rest
}

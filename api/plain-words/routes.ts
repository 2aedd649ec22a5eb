import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { readPlainWords } from './actions.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  on('get', '/plain-words', { may: 'plain_words.read' }, () => readPlainWords(deps))
  return rest
}

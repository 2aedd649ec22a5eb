import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { clientAddress } from '../http/client-address.ts'
import { directorySearch } from './actions.ts'
import {
  addConcept,
  changeConcept,
  gapReader,
  queryTrier,
  readConcepts,
  readCounting,
  removeConcept,
  restoreConcept,
  setCounting,
} from './editors-actions.ts'
import { missCounter } from './misses.ts'
import {
  conceptChange,
  conceptInput,
  conceptVersion,
  countingInput,
  missInput,
  searchQuerySchema,
  tryQuery,
} from './schema.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const search = directorySearch(deps)

  on('get', '/search', { may: 'anyone', input: searchQuerySchema }, async ({ input, c }) => {
    const { answer, engine, fallback } = await search(input)
    c.header('Search-Engine', engine)
    if (fallback) c.header('Search-Fallback', fallback)
    return answer
  })

  const count = missCounter(deps)
  on('post', '/search/misses', { may: 'anyone', input: missInput, status: 204 }, ({ input, c }) =>
    count(input, clientAddress(c, deps.trustedProxies)),
  )

  const gaps = gapReader(deps)
  const tryIt = queryTrier(deps)
  on('get', '/search/misses', { may: 'search.words' }, (asked) => gaps(asked))
  on('get', '/search/try', { may: 'search.words', input: tryQuery }, (asked) => tryIt(asked, asked.input.text))
  on('get', '/search/concepts', { may: 'search.words' }, (asked) => readConcepts(deps, asked))
  on('post', '/search/concepts', { may: 'search.words', input: conceptInput, status: 201 }, (asked) =>
    addConcept(deps, asked, asked.input),
  )
  on(
    'put',
    '/search/concepts/:id',
    { may: 'search.words', input: conceptChange, missing: 'concept.not_found' },
    (asked) => changeConcept(deps, asked, asked.id, asked.input),
  )
  on(
    'post',
    '/search/concepts/:id/remove',
    { may: 'search.words', input: conceptVersion, missing: 'concept.not_found' },
    (asked) => removeConcept(deps, asked, asked.id, asked.input.version),
  )
  on(
    'post',
    '/search/concepts/:id/restore',
    { may: 'search.words', input: conceptVersion, missing: 'concept.not_found' },
    (asked) => restoreConcept(deps, asked, asked.id, asked.input.version),
  )
  on('get', '/search/counting', { may: 'search.counting' }, (asked) => readCounting(deps, asked))
  on('post', '/search/counting', { may: 'search.counting', input: countingInput }, (asked) =>
    setCounting(deps, asked, asked.input.on),
  )

  return rest
}

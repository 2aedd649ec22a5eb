import type { SearchAnswer, SearchQuery } from '../../search/engine.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { publishedEngine } from './published.ts'
import type { SearchInput } from './schema.ts'

/**
 * Searches the published directory; what somebody asks is neither kept nor logged.
 * Refuses `service.unavailable` while nothing is published, or when the published index cannot be read.
 */
export function directorySearch(deps: Pick<Deps, 'siteFolder' | 'log'>): (input: SearchInput) => Promise<SearchAnswer> {
  const engineOf = publishedEngine()
  return async (input) => {
    const folder = deps.siteFolder()
    if (folder === null) throw new Refusal('service.unavailable')
    const engine = await engineOf(folder).catch((error: unknown) => {
      deps.log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'the search index cannot be read')
      throw new Refusal('service.unavailable')
    })
    return engine.search(toQuery(input))
  }
}

function toQuery({ lines, free, bbox, near, ...rest }: SearchInput): SearchQuery {
  const [west, south, east, north] = bbox ?? []
  const [latitude, longitude] = near ?? []
  return {
    ...rest,
    ...(lines && { lines: lines.map((line) => Number(line) as 0 | 1 | 2) }),
    ...(free && { free: true }),
    ...(west !== undefined && south !== undefined && east !== undefined && north !== undefined
      ? { bbox: [west, south, east, north] as [number, number, number, number] }
      : {}),
    ...(latitude !== undefined && longitude !== undefined ? { near: { latitude, longitude } } : {}),
  }
}

import type { SearchQuery } from '../../search/engine.ts'
import type { Deps } from '../deps.ts'
import { type Answered, engines } from './engines.ts'
import type { SearchInput } from './schema.ts'

/**
 * Searches the published directory and says which engine answered; what somebody asks is neither kept nor logged.
 * Refuses `service.unavailable` while nothing is published, or when the published index cannot be read.
 */
export function directorySearch(
  deps: Pick<Deps, 'siteFolder' | 'log' | 'publicDb' | 'meili'>,
): (input: SearchInput) => Promise<Answered> {
  const search = engines(deps)
  return (input) => search(toQuery(input))
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

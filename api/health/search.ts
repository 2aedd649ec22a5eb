/** How search fares: who answers, and when that is not who should, why. */
import { connect, troubleOf } from '../../search/meili/client.ts'
import type { Deps } from '../deps.ts'
import { readIndexState } from '../search/queries.ts'
import { sourceName } from '../search/source.ts'
import type { HealthView } from './schema.ts'

/** Health answers within seconds; so does this part of it, in milliseconds. */
const patience = 1_000
/** Whoever asks health often does not ask Meilisearch as often. */
const believed = 5_000

export type SearchHealth = Pick<HealthView, 'search' | 'searchTrouble'>

/** Gives the function that looks. It never throws. */
export function searchHealth(deps: Pick<Deps, 'meili' | 'publicDb' | 'siteFolder'>): () => Promise<SearchHealth> {
  let last: { at: number; found: Promise<SearchHealth> } | null = null
  return () => {
    if (!deps.meili) return Promise.resolve({ search: 'embedded', searchTrouble: null })
    if (last === null || Date.now() - last.at > believed) last = { at: Date.now(), found: look(deps, deps.meili) }
    return last.found
  }
}

async function look(
  deps: Pick<Deps, 'publicDb' | 'siteFolder'>,
  address: NonNullable<Deps['meili']>,
): Promise<SearchHealth> {
  const fallback = (searchTrouble: string): SearchHealth => ({ search: 'fallback', searchTrouble })
  try {
    const client = connect(address, patience)
    // A question that needs the key: /health would answer anyone.
    await client.getRawIndexes({ limit: 1 })
  } catch (error) {
    return fallback(troubleOf(error))
  }
  const folder = deps.siteFolder()
  const [state, content] = await Promise.all([
    readIndexState(deps.publicDb).catch(() => null),
    folder === null ? null : sourceName(folder),
  ])
  if (content !== null && state?.content !== content) return fallback(state?.trouble ?? 'behind')
  return { search: 'meilisearch', searchTrouble: null }
}

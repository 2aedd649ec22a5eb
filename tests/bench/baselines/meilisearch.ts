/** Meilisearch behind our own client, in an index of its own; it lives in its server, so that it has no bytes of ours. */
import { openMeili } from '../../../search/meili/engine.ts'
import { remoteIndex } from '../../../search/meili/rebuild.ts'
import type { SearchSettings } from '../../../search/settings.ts'
import { bringInLine } from '../../../search/sync.ts'
import type { Contender } from '../search/contender.ts'

/** The one at `url`; the index of an installation there is not touched. */
export function meilisearch(url: string, key: string | null): Contender {
  const address = { url, key, index: 'voordeur_bench' }
  let stored: SearchSettings | null = null
  return {
    name: 'Meilisearch',
    every: 10,
    async build({ documents, settings }) {
      await bringInLine(remoteIndex(address), { documents, settings })
      stored = settings
      return []
    },
    open() {
      if (stored === null) throw new Error('open before build')
      const engine = openMeili(address, stored)
      return {
        async search(query) {
          const { hits, total } = await engine.search(query)
          return { ids: hits.map(({ id }) => Number(id)), total }
        },
      }
    },
  }
}

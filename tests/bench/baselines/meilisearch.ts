/** Meilisearch behind our own client, in an index of its own; it lives in its server, so that it has no bytes of ours. */
import { openMeili } from '../../../search/meili/engine.ts'
import { remoteIndex } from '../../../search/meili/rebuild.ts'
import type { SearchSettings } from '../../../search/settings.ts'
import type { Contender } from '../search/contender.ts'

type Environment = { MEILI_URL?: string | undefined; MEILI_KEY?: string | undefined }

/** The one the environment leads to; without it, it is left out, and said to be. */
export function meilisearchOf({ MEILI_URL, MEILI_KEY }: Environment, say: (line: string) => void): Contender[] {
  if (MEILI_URL) return [meilisearch(MEILI_URL, MEILI_KEY ?? null)]
  say('Meilisearch is left out: MEILI_URL is not set')
  return []
}

/** The one at `url`; the index of an installation there is not touched. */
function meilisearch(url: string, key: string | null): Contender {
  const address = { url, key, index: 'voordeur_bench' }
  let stored: SearchSettings | null = null
  return {
    name: 'Meilisearch',
    every: 10,
    async build({ documents, settings }) {
      // Anew each time: brought in line, the second round would find nothing to do.
      await remoteIndex(address).wanted(documents, settings).rebuild()
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

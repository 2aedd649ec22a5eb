/** Our own engine, whole and with its first stage only. Counts are read, as the page reads them at every key. */
import { buildIndex } from '../../../search/embedded/build.ts'
import { openIndex } from '../../../search/embedded/open.ts'
import type { Contender } from '../search/contender.ts'

const contender = (name: string, stages: number): Contender => ({
  name,
  build: ({ documents, settings }) => buildIndex(documents, settings).slice(0, stages),
  open(files) {
    const engine = openIndex(files)
    return {
      search(query) {
        const { hits, total } = engine.search(query)
        return { ids: hits.map((hit) => Number(hit.id)), total }
      },
    }
  },
})

export const ours = contender('Voordeur', 2)
export const oursFirst = contender('Voordeur, first stage', 1)

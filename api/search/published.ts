/** The engine over the index of the published revision: the very files that travel with the page. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openIndex } from '../../search/embedded/open.ts'
import type { EmbeddedEngine } from '../../search/embedded/open.ts'

type Searcher = Pick<EmbeddedEngine, 'search'>

/** In which order the stages are read stands in their header. */
const stageOf = (file: Uint8Array) => (file[6] ?? 0) | ((file[7] ?? 0) << 8)

/** Opens the index when a site is first asked for and keeps it until another one is published. Throws on a damaged one. */
export function publishedEngine(): (siteFolder: string) => Promise<Searcher> {
  let kept: { folder: string; engine: Promise<Searcher> } | null = null
  return async (folder) => {
    if (kept?.folder === folder) return kept.engine
    const opened = { folder, engine: open(join(folder, 'zoek')) }
    kept = opened
    // What failed is tried again by the next one who asks.
    opened.engine.catch(() => {
      if (kept === opened) kept = null
    })
    return opened.engine
  }
}

async function open(folder: string): Promise<Searcher> {
  const names = (await readdir(folder)).filter((name) => /^index-[\da-f]+\.bin$/.test(name))
  const stages = await Promise.all(names.map((name) => readFile(join(folder, name))))
  const engine = openIndex(stages.sort((a, b) => stageOf(a) - stageOf(b)))
  const list = (await readdir(folder)).find((name) => /^ids-[\da-f]+\.json$/.test(name))
  const ids = list ? (JSON.parse(await readFile(join(folder, list), 'utf8')) as string[]) : []
  return withIds(engine, ids)
}

/** In the published index services are numbers, which pack; to the world they have their own ids. */
function withIds(engine: EmbeddedEngine, ids: readonly string[]): Searcher {
  return {
    search(query) {
      const { hits, total, facets, suggestion } = engine.search(query)
      const named = hits.map(({ id, score, highlights, reasons }) => {
        return { id: ids[Number(id)] ?? id, score, highlights, reasons }
      })
      return { hits: named, total, facets, ...(suggestion === undefined ? {} : { suggestion }) }
    },
  }
}

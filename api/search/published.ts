/** The engine over the index of the published revision: the very files that travel with the page. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openIndex } from '../../search/embedded/open.ts'
import type { EmbeddedEngine } from '../../search/embedded/open.ts'

/** In which order the stages are read stands in their header. */
const stageOf = (file: Uint8Array) => (file[6] ?? 0) | ((file[7] ?? 0) << 8)

/** Opens the index when a site is first asked for and keeps it until another one is published. Throws on a damaged one. */
export function publishedEngine(): (siteFolder: string) => Promise<EmbeddedEngine> {
  let kept: { folder: string; engine: Promise<EmbeddedEngine> } | null = null
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

async function open(folder: string): Promise<EmbeddedEngine> {
  const names = (await readdir(folder)).filter((name) => /^index-[\da-f]+\.bin$/.test(name))
  const stages = await Promise.all(names.map((name) => readFile(join(folder, name))))
  return openIndex(stages.sort((a, b) => stageOf(a) - stageOf(b)))
}

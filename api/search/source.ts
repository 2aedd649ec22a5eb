/** What search knows of the published revision, whole: the file from which an index elsewhere is made. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Published } from '../../search/sync.ts'

/** `name` follows from the content: equal content has an equal name in every process. */
export type Source = Published & { name: string }

/** The name of the source file of a published site; null where it has none. */
export async function sourceName(siteFolder: string): Promise<string | null> {
  const names = await readdir(join(siteFolder, 'zoek')).catch((): string[] => [])
  return names.find((name) => /^source-[\da-f]+\.json$/.test(name)) ?? null
}

/** Reads it. Throws on a file that cannot be read. */
export async function readSource(siteFolder: string, name: string): Promise<Source> {
  const text = await readFile(join(siteFolder, 'zoek', name), 'utf8')
  return { ...(JSON.parse(text) as Published), name }
}

/** Keeps what was read last, until another revision is asked for. Gives null where a site has no source. */
export function sourceKeeper(): (siteFolder: string) => Promise<Source | null> {
  let kept: { folder: string; source: Promise<Source | null> } | null = null
  return (folder) => {
    if (kept?.folder !== folder) {
      const asked = {
        folder,
        source: sourceName(folder).then((name) => (name === null ? null : readSource(folder, name))),
      }
      kept = asked
      // What failed is tried again by the next one who asks.
      asked.source.catch(() => {
        if (kept === asked) kept = null
      })
    }
    return kept.source
  }
}

/** The pages of a published site, by what is in its folder. */
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { snapshotSchema } from '../../api/publish/schema.ts'

/** Every page as people ask for it. Shells are parts of answers and no pages. */
export function sitePages(siteFolder: string): string[] {
  return readdirSync(siteFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(siteFolder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('shells/'))
    .map((path) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`)
    .toSorted()
}

/** At most `most` pages of each kind: `/aanbod/…` is one kind, `/aanbod/` itself another. */
export function someOfEach(paths: readonly string[], most: number): string[] {
  const seen = new Map<string, number>()
  return paths.filter((path) => {
    const kind = path.split('/').slice(1, -2).join('/') || path
    const count = (seen.get(kind) ?? 0) + 1
    seen.set(kind, count)
    return count <= most
  })
}

export const isPublic = (path: string): boolean => !path.startsWith('/werk/')

/** What was published: the content every page is made of. */
export const readSnapshot = (siteFolder: string) =>
  snapshotSchema.parse(JSON.parse(readFileSync(join(siteFolder, '..', 'snapshot.json'), 'utf8')))

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

const kindOf = (path: string) => path.split('/').slice(1, -2).join('/') || path
const longestWord = (path: string) => Math.max(...path.split(/[/-]/).map((word) => word.length))

/**
 * At most `most` pages of each kind: `/aanbod/…` is one kind, `/aanbod/` itself another. The page with the longest word
 * in its name is among them: that is the one a telephone is too narrow for.
 */
export function someOfEach(paths: readonly string[], most: number): string[] {
  const kinds = Map.groupBy(paths, kindOf)
  const chosen = new Set(
    [...kinds.values()].flatMap((pages) => {
      const [widest = '', ...others] = pages.toSorted((a, b) => longestWord(b) - longestWord(a))
      return [widest, ...others.toSorted().slice(0, most - 1)]
    }),
  )
  return paths.filter((path) => chosen.has(path))
}

export const isPublic = (path: string): boolean => !path.startsWith('/werk/')

/** What was published: the content every page is made of. */
export const readSnapshot = (siteFolder: string) =>
  snapshotSchema.parse(JSON.parse(readFileSync(join(siteFolder, '..', 'snapshot.json'), 'utf8')))

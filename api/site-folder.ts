import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where the live revision's site is. `revisions/current` holds its number and is switched by a rename, also by a
 * publication in another process, so it is looked at again on each call (one stat).
 */
export function liveSite(dataDir: string): () => string | null {
  const pointer = join(dataDir, 'revisions', 'current')
  let seen = ''
  let folder: string | null = null
  return () => {
    const found = statSync(pointer, { throwIfNoEntry: false })
    const mark = found ? `${found.ino}:${found.mtimeMs}` : ''
    if (mark !== seen) {
      const number = found ? readFileSync(pointer, 'utf8').trim() : ''
      folder = /^\d+$/.test(number) ? join(dataDir, 'revisions', number, 'site') : null
      seen = mark
    }
    return folder
  }
}

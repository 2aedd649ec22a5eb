/** Published revisions on disk: `revisions/<number>/`, and `revisions/current` with the number that people see. */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The current one, and two to go back to. */
const KEPT = 3

export type Revisions = ReturnType<typeof revisionsIn>

export function revisionsIn(dataDir: string) {
  const folder = join(dataDir, 'revisions')
  const pointer = join(folder, 'current')

  const numbers = (): number[] =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => /^\d+$/.test(name))
          .map(Number)
          .toSorted((a, b) => a - b)
      : []

  /** The revision people see; null before the first, and where its folder is gone. */
  const current = (): number | null => {
    const text = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : ''
    return /^\d+$/.test(text) && existsSync(siteOf(Number(text))) ? Number(text) : null
  }
  const of = (number: number) => join(folder, String(number))
  const siteOf = (number: number) => join(of(number), 'site')

  return {
    folder,
    current,
    of,
    siteOf,
    last: () => numbers().at(-1) ?? 0,
    /** A rename is whole or not at all: nobody ever reads half a number. */
    switchTo: async (number: number): Promise<void> => {
      const next = join(folder, `.current-${randomUUID()}`)
      await writeFile(next, `${number}\n`)
      await rename(next, pointer)
    },
    /** Removes the oldest, and what a publication that broke off left behind. Never the current one. */
    prune: async (): Promise<void> => {
      const keep = new Set([...numbers().slice(-KEPT), current()])
      const strays = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('.current-')) : []
      const gone = [
        ...numbers()
          .filter((number) => !keep.has(number))
          .map(String),
        ...strays,
      ]
      await Promise.all(gone.map((name) => rm(join(folder, name), { recursive: true, force: true })))
    },
  }
}

/** The folder of the site people see, read anew at each call; null until something was published. */
export function currentSite(dataDir: string): () => string | null {
  const revisions = revisionsIn(dataDir)
  return () => {
    const number = revisions.current()
    return number === null ? null : revisions.siteOf(number)
  }
}

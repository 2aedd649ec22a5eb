/**
 * Tiles on disk, at most so many bytes of them: the ones asked for longest ago make room. Which there are is read once
 * from the folder, so that a restart finds them again.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tile } from './tile.ts'

export type Kept = { bytes: Uint8Array; fetchedAt: number }
export type Store = {
  get(tile: Tile): Promise<Kept | null>
  put(tile: Tile, bytes: Uint8Array, now: number): Promise<void>
  size(): number
}

const nameOf = ({ z, x, y }: Tile) => `${z}-${x}-${y}.png`

export function openStore(folder: string, mostBytes: number): Store {
  mkdirSync(folder, { recursive: true })
  /** In the order of last use: a Map keeps it. */
  const files = new Map<string, { size: number; fetchedAt: number }>()
  let total = 0
  for (const { name, size, mtimeMs } of found(folder)) {
    files.set(name, { size, fetchedAt: mtimeMs })
    total += size
  }

  const forget = async (name: string): Promise<void> => {
    total -= files.get(name)?.size ?? 0
    files.delete(name)
    await rm(join(folder, name), { force: true })
  }

  return {
    async get(tile) {
      const name = nameOf(tile)
      const known = files.get(name)
      if (!known) return null
      files.delete(name)
      files.set(name, known)
      try {
        return { bytes: await readFile(join(folder, name)), fetchedAt: known.fetchedAt }
      } catch {
        // Somebody emptied the folder.
        await forget(name)
        return null
      }
    },
    async put(tile, bytes, now) {
      const name = nameOf(tile)
      const making = join(folder, `.${randomUUID()}`)
      await writeFile(making, bytes)
      await utimes(making, now / 1000, now / 1000)
      await rename(making, join(folder, name))
      total += bytes.byteLength - (files.get(name)?.size ?? 0)
      files.delete(name)
      files.set(name, { size: bytes.byteLength, fetchedAt: now })
      for (const oldest of files.keys()) {
        if (total <= mostBytes) break
        await forget(oldest)
      }
    },
    size: () => total,
  }
}

/** What is there, oldest first. Half a file of a process that was killed has another name and is not listed. */
const found = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /^\d+-\d+-\d+\.png$/.test(name))
    .map((name) => ({ name, ...sizeAndTime(join(folder, name)) }))
    .toSorted((a, b) => a.mtimeMs - b.mtimeMs)

const sizeAndTime = (path: string) => {
  const { size, mtimeMs } = statSync(path)
  return { size, mtimeMs }
}

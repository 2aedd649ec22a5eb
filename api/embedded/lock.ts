/** The lock a running PostgreSQL leaves in its data folder, and whether it still means something. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type Lock = { pid: number; socketFolder: string }

/** Reads `postmaster.pid`; null when there is none, or it is cut off. */
export function readLock(data: string): Lock | null {
  const path = join(data, 'postmaster.pid')
  if (!existsSync(path)) return null
  const lines = readFileSync(path, 'utf8').split('\n')
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0 ? { pid, socketFolder: lines[4] ?? '' } : null
}

/** Alive, also when it belongs to another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether this process is the PostgreSQL of this data folder, and not another one that got its number later. */
export function isOurs(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  const proc = `/proc/${pid}/cmdline`
  const command = existsSync('/proc/self')
    ? readIfThere(proc).replaceAll('\0', ' ')
    : spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout
  return command.includes('postgres') && command.includes(data)
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** A lock this old that is still cut off is not being written any more. */
const WRITTEN_MS = 5000

/**
 * PostgreSQL itself clears the lock of a dead process, but not one whose number another program has got since (common
 * in containers, where numbers start over), nor one that was cut off. Those we clear. Without a lock nothing is touched:
 * another start may be making its socket at this moment.
 */
export function clearStaleLock(data: string, socketFolder: string): void {
  const path = join(data, 'postmaster.pid')
  const found = readIfThere(path)
  const lock = readLock(data)
  if (lock ? isOurs(lock.pid, data) : isYoung(path)) return
  // Taken away under another name first: what another start wrote meanwhile is put back.
  const taken = join(data, `postmaster.pid.${process.pid}`)
  try {
    renameSync(path, taken)
  } catch {
    return
  }
  if (readIfThere(taken) !== found) return renameSync(taken, path)
  rmSync(taken, { force: true })
  rmSync(join(socketFolder, '.s.PGSQL.5432.lock'), { force: true })
  rmSync(join(socketFolder, '.s.PGSQL.5432'), { force: true })
}

/** Absent, or written just now. */
const isYoung = (path: string) => {
  const made = statSync(path, { throwIfNoEntry: false })
  return !made || Date.now() - made.mtimeMs < WRITTEN_MS
}

/** Asks for a fast shutdown and waits; after `patience` it insists. Nothing happens when it is not ours. */
export async function stopServer(data: string, patience = 8000): Promise<void> {
  const lock = readLock(data)
  if (!lock || !isOurs(lock.pid, data)) return
  process.kill(lock.pid, 'SIGINT')
  if (await gone(lock.pid, patience)) return
  process.kill(lock.pid, 'SIGQUIT')
  await gone(lock.pid, 2000)
}

async function gone(pid: number, patience: number): Promise<boolean> {
  const until = Date.now() + patience
  while (isAlive(pid)) {
    if (Date.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  return true
}

/**
 * Outlives the process that started it by a moment: when its standard input closes (however the other ended, kill -9
 * included) it stops the PostgreSQL of a data folder and removes the folder. So a test run leaves nothing behind.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isOurs, readLock, stopServer } from '../../api/embedded/lock.ts'

/** Starts a watchdog over `dataDir`, a folder made for tests. `dismiss` waits until everything is gone. */
export function watchOver(dataDir: string): { dismiss: () => Promise<void> } {
  // Its own session, so that Ctrl-C does not reach it before it has done its work.
  const dog = spawn(process.execPath, [fileURLToPath(import.meta.url), dataDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  dog.unref()
  const ended = once(dog, 'exit')
  return {
    dismiss: async () => {
      // Waited for from here on: outside a test runner nothing else keeps the process until it is done.
      dog.ref()
      dog.stdin?.end()
      await ended
    },
  }
}

async function clearAway(dataDir: string): Promise<void> {
  const data = join(dataDir, 'pg')
  const lock = readLock(data)
  if (lock && isOurs(lock.pid, data)) await stopServer(data, 3000)
  await endServersIn(dataDir)
  if (lock?.socketFolder) rmSync(lock.socketFolder, { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}

/** A server that was only just starting has no lock yet. */
async function endServersIn(dataDir: string): Promise<void> {
  for (const entry of process.platform === 'linux' ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8')
      if (command.includes('postgres') && command.includes(`${dataDir}/pg`)) process.kill(Number(entry), 'SIGQUIT')
    } catch {
      // Ended meanwhile.
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dataDir = process.argv[2]
  if (!dataDir) throw new Error('Which data folder?')
  process.stdin.resume()
  process.stdin.on('close', () => void clearAway(dataDir))
}

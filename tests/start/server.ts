/** The real server as a child process, with what it says. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export type Server = {
  port: number
  said: () => string
  /** Milliseconds from the start to the first answer. */
  answered: Promise<number>
  ended: Promise<number | string>
  signal: (name: NodeJS.Signals, group?: boolean) => void
}

const running = new Set<ChildProcess>()

/** `api/main.ts` as a process that answers nobody, or not yet. */
export type Process = Pick<Server, 'said' | 'ended' | 'signal'> & { isOver: () => boolean }

export function startProcess(env: Record<string, string>, as: { uid?: number; gid?: number } = {}): Process {
  const child = spawn(process.execPath, ['api/main.ts'], {
    cwd: root,
    ...as,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, PG_BIN: process.env.PG_BIN, LOG_LEVEL: 'silent', ...env },
  })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (text += piece.toString()))
  let over = false
  const ended = once(child, 'close').then(([code, signal]) => {
    over = true
    running.delete(child)
    return (code ?? signal) as number | string
  })
  return {
    said: () => text,
    ended,
    isOver: () => over,
    signal: (name, group = false) => process.kill(group ? -child.pid! : child.pid!, name),
  }
}

/** Starts `api/main.ts` and waits for its first answer. `as` runs it as another user (root only). */
export function startServer(
  port: number,
  env: Record<string, string>,
  as: { uid?: number; gid?: number } = {},
): Server {
  const begun = performance.now()
  const { isOver, ...started } = startProcess({ PORT: String(port), ...env }, as)
  const answered = (async () => {
    for (;;) {
      if (isOver()) throw new Error(`The server ended: ${started.said()}`)
      const answer = await fetch(`http://localhost:${port}/`).catch(() => null)
      if (answer) return performance.now() - begun
      await new Promise((done) => setTimeout(done, 20))
    }
  })()
  answered.catch(() => undefined)
  return { port, answered, ...started }
}

/** For when a test fails halfway. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

/** The PostgreSQL processes of a data folder (Linux). */
export function serversOf(folder: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        return Boolean(command[0]?.endsWith('/postgres')) && command.some((part) => part.startsWith(folder))
      } catch {
        return false
      }
    })
    .map(Number)
}

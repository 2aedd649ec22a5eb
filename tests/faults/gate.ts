/**
 * A gate between a process and its PostgreSQL: everything passes, until a connection says certain words. There it stands
 * still, before the words arrive or after they were carried out, and whoever waits knows exactly where the process is.
 */
import { once } from 'node:events'
import { type AddressInfo, type Socket, connect, createServer } from 'node:net'
import { join } from 'node:path'

/** Words of one connection, in this order; `before` the last of them arrives, or `after` it was carried out. */
export type Stop = { words: readonly string[]; when: 'before' | 'after' }

export type Gate = {
  /** The same login and database, through the gate. */
  through: (url: string) => string
  /** The next connection that says these words stands still; resolves when it does, fails after `patience` ms. */
  stopAt: (stop: Stop, patience?: number) => Promise<void>
  /** Everybody may go on. */
  open: () => void
  close: () => Promise<void>
}

type Waiting = Stop & { reached: () => void; stands: Socket | null }

/** `url` is of a server on a unix socket, as the embedded one is. */
export async function openGate(url: string): Promise<Gate> {
  const path = join(new URL(url).searchParams.get('host') ?? '', '.s.PGSQL.5432')
  const sockets = new Set<Socket>()
  let waiting: Waiting | null = null
  let release: (() => void)[] = []

  const server = createServer((client) => {
    const upstream = connect(path)
    const kept: Buffer[] = []
    let said = 0
    let of: Waiting | null = null
    let muted = false
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
    client.on('data', (piece) => {
      if (waiting !== of) [of, said] = [waiting, 0]
      if (of && !of.stands) {
        said = heard(piece, of.words, said)
        if (said === of.words.length) {
          of.stands = client
          if (of.when === 'before') {
            release.push(() => upstream.write(piece))
            return of.reached()
          }
          muted = true
          release.push(() => {
            muted = false
            for (const answer of kept.splice(0)) client.write(answer)
          })
        }
      }
      upstream.write(piece)
    })
    upstream.on('data', (piece) => {
      if (!muted) return client.write(piece)
      kept.push(piece)
      of?.reached()
      return true
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const open = () => {
    waiting = null
    for (const each of release.splice(0)) each()
  }
  return {
    through: (address) => {
      const changed = new URL(address)
      changed.searchParams.delete('host')
      changed.hostname = '127.0.0.1'
      changed.port = String(port)
      return changed.href
    },
    stopAt: (stop, patience = 30_000) =>
      new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`Nobody came to ${stop.words.join(' … ')}`)), patience)
        waiting = {
          ...stop,
          words: stop.words.map((word) => word.toLowerCase()),
          stands: null,
          reached: () => {
            clearTimeout(late)
            resolve()
          },
        }
      }),
    open,
    close: async () => {
      release = []
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** How many of the words were heard after this piece. */
function heard(piece: Buffer, words: readonly string[], before: number): number {
  const text = piece.toString('latin1').toLowerCase()
  let at = 0
  let count = before
  for (let word = words[count]; word !== undefined; word = words[count]) {
    const found = text.indexOf(word, at)
    if (found < 0) break
    at = found + word.length
    count += 1
  }
  return count
}

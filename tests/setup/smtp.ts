/** As little SMTP as a client needs, on a free port: it keeps what it was given, and can refuse, drop or stand still. */
import { once } from 'node:events'
import { type AddressInfo, type Socket, createServer } from 'node:net'

/** `greeting`: before the first word. `taken`: a letter is here, and its sender has not been told. */
export type Moment = 'greeting' | 'taken'
export type Kept = { id: string; to: string; text: string }
/** What happens to a letter instead of an answer: refused for now, or the line is cut after it was taken. */
export type Mishap = 'refused' | 'cut off' | null

export type MailServer = {
  url: string
  /** Every letter that was taken, in order; the same one twice is there twice. */
  letters: Kept[]
  /** Decides about the next letter. */
  mishap: () => Mishap
  /** The next sender to come to this moment stands still there; resolves when one does, fails after `patience` ms. */
  standStill: (at: Moment, patience?: number) => Promise<void>
  /** Everybody may go on. */
  goOn: () => void
  close: () => Promise<void>
}

export async function openMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>()
  let still: { at: Moment; reached: () => void } | null = null
  let release: (() => void)[] = []
  const it: Pick<MailServer, 'letters' | 'mishap'> = { letters: [], mishap: () => null }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    const answer = (moment: Moment | null, text: string) => {
      if (still === null || still.at !== moment) return void socket.write(text)
      release.push(() => socket.write(text))
      still.reached()
    }
    let to = ''
    let body: string | null = null
    let mishap: Mishap = null
    const line = (text: string) => {
      if (/^RCPT/i.test(text)) {
        to = /<([^>]*)>/.exec(text)?.[1] ?? ''
        mishap = it.mishap()
        answer(null, mishap === 'refused' ? '450 try later\r\n' : '250 ok\r\n')
      } else if (/^DATA/i.test(text)) {
        body = ''
        answer(null, '354 go on\r\n')
      } else answer(null, '250 ok\r\n')
    }
    const taken = (text: string) => {
      it.letters.push({ id: /^Message-ID: <([^@>]*)/im.exec(text)?.[1] ?? '', to, text })
      if (mishap === 'cut off') socket.destroy()
      else answer('taken', '250 taken\r\n')
    }
    socket.on('data', (piece) => {
      if (body === null) return line(piece.toString())
      body += piece.toString()
      if (body.endsWith('\r\n.\r\n')) {
        const text = body
        body = null
        taken(text)
      }
    })
    answer('greeting', '220 test\r\n')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  return Object.assign(it, {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    standStill: (at: Moment, patience = 30_000) =>
      new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`Nobody came to ${at}`)), patience)
        still = {
          at,
          reached: () => {
            clearTimeout(late)
            resolve()
          },
        }
      }),
    goOn: () => {
      still = null
      for (const each of release.splice(0)) each()
    },
    close: async () => {
      release = []
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  })
}

/** A partner's own system, as it is told things over HTTP. */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = { headers: IncomingHttpHeaders; body: string; path: string }
/** A system of a partner, as it stands on this machine; `answer` is the status it gives, 0 for never. */
export class System {
  heard: Heard[] = []
  answer = 204
  private server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      this.heard.push({ headers: request.headers, body, path: request.url ?? '' })
      if (this.answer === 0) return
      response.writeHead(this.answer, this.answer === 302 ? { Location: '/elders' } : {}).end()
    })
  })
  async open(): Promise<this> {
    this.server.listen(0, '127.0.0.1')
    await once(this.server, 'listening')
    return this
  }
  get url() {
    return `http://localhost:${(this.server.address() as AddressInfo).port}/voordeur`
  }
  close() {
    this.server.closeAllConnections()
    this.server.close()
  }
}

/** Opens the address people use, and says in one sentence why it cannot be opened. */
import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { CannotStart } from '../installation/cannot-start.ts'

type Fetch = (request: Request) => Response | Promise<Response>
type Address = { host: string; port: number }
export type Listening = { url: string; close: () => Promise<void> }

/** Listens until `close`, which lets running answers finish for a moment and then cuts them off. */
export async function listen({ host, port }: Address, fetch: Fetch): Promise<Listening> {
  const handle = getRequestListener(fetch)
  const server = createServer((request, response) => void handle(request, response))
  const given = await opened(server, { host, port })
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${given}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const late = setTimeout(() => server.closeAllConnections(), 3000)
      await closed
      clearTimeout(late)
    },
  }
}

/** Refuses early what `listen` would refuse after the database was started. */
export async function assertFree(address: Address): Promise<void> {
  const probe = createServer()
  await opened(probe, address)
  probe.close()
  await once(probe, 'close')
}

async function opened(server: Server, { host, port }: Address): Promise<number> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new CannotStart(sentence(error, { host, port }))
  }
  return (server.address() as AddressInfo).port
}

function sentence(error: unknown, { host, port }: Address): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const other = `Choose another, for instance: PORT=${port < 65535 ? port + 1 : 4321} npm start`
  if (code === 'EADDRINUSE') return `Port ${port} is in use, perhaps by a Voordeur that already runs. ${other}`
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. ${other}`
  return `HOST=${host} cannot be opened on this machine (${String(code)}).`
}

import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'
import { listen } from './listen.ts'

describe('the address of who asks', () => {
  const ask = async (trustedProxies: number | undefined, forwarded?: string) => {
    const app = new Hono().get('/', (c) => c.text(clientAddress(c, trustedProxies)))
    const headers = new Headers(forwarded === undefined ? [] : [['x-forwarded-for', forwarded]])
    const socket = { remoteAddress: '198.51.100.1', remotePort: 1, remoteFamily: 'IPv4' }
    return (await app.request('/', { headers }, { incoming: { socket } })).text()
  }

  test('is that of the connection, whatever a header says', async () => {
    expect(await ask(undefined, '203.0.113.9')).toBe('198.51.100.1')
  })

  test('is what our own proxy added, and not what was written before it', async () => {
    expect(await ask(1, '10.0.0.1, 203.0.113.9')).toBe('203.0.113.9')
    expect(await ask(1, 'not an address')).toBe('198.51.100.1')
    expect(await ask(1)).toBe('198.51.100.1')
  })

  test('comes from the socket of a real connection', async () => {
    const app = new Hono().get('/', (c) => c.text(clientAddress(c)))
    const server = await listen({ host: '127.0.0.1', port: 0 }, app.fetch)
    expect(await (await fetch(server.url)).text()).toBe('127.0.0.1')
    await server.close()
  })
})

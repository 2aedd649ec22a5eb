import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { clientAddress, limitKey, type Limit, networkOf, slowDown, verdict } from './rate-limit.ts'

const limit: Limit = { name: 'try', seconds: 900, free: 3, most: 6, stepMs: 250 }

describe('trying too often', () => {
  test('is first free, then slower, then refused for a while', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((count) => verdict(count, limit))).toEqual([
      { refused: false, waitMs: 0 },
      { refused: false, waitMs: 0 },
      { refused: false, waitMs: 0 },
      { refused: false, waitMs: 250 },
      { refused: false, waitMs: 500 },
      { refused: false, waitMs: 750 },
      { refused: true, waitMs: 0 },
    ])
    expect(verdict(60, { ...limit, most: 100 }).waitMs).toBe(4_000)
  })

  test('the refusal says after how long it may be tried again', async () => {
    const refused = slowDown([
      { count: 1, limit },
      { count: 7, limit },
    ])
    await expect(refused).rejects.toMatchObject({ code: 'too_many_attempts', facts: { retryAfter: 900 } })
  })

  test('is remembered without the address', () => {
    const key = limitKey(Buffer.alloc(32), limit, '192.0.2.7')
    expect(key).toHaveLength(32)
    expect(key).not.toEqual(limitKey(Buffer.alloc(32, 1), limit, '192.0.2.7'))
    expect(key).not.toEqual(limitKey(Buffer.alloc(32), { ...limit, name: 'other' }, '192.0.2.7'))
  })
})

describe('a network', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s is in %s', (address, network) => expect(networkOf(address)).toBe(network))
})

describe('the address of who asks', () => {
  const ask = async (trustedProxies: number, forwarded?: string) => {
    const app = new Hono().get('/', (c) => c.text(clientAddress(c, trustedProxies)))
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
    const socket = { remoteAddress: '198.51.100.1', remotePort: 1, remoteFamily: 'IPv4' }
    return (await app.request('/', { headers }, { incoming: { socket } })).text()
  }

  test('is that of the connection, whatever a header says', async () => {
    expect(await ask(0, '203.0.113.9')).toBe('198.51.100.1')
  })

  test('is what our own proxy added, and not what was written before it', async () => {
    expect(await ask(1, '10.0.0.1, 203.0.113.9')).toBe('203.0.113.9')
    expect(await ask(1, 'not an address')).toBe('198.51.100.1')
    expect(await ask(1)).toBe('198.51.100.1')
  })
})

import { describe, expect, test } from 'vitest'
import { type Limit, limitKey, networkOf, slowDown, waitFor } from './rate-limit.ts'

const limit: Limit = { name: 'try', seconds: 900, free: 3, most: 6, stepMs: 250 }

describe('trying too often', () => {
  test('is first free, then slower, but never longer than four seconds', () => {
    expect([1, 2, 3, 4, 5, 6].map((attempts) => waitFor(attempts, limit))).toEqual([0, 0, 0, 250, 500, 750])
    expect(waitFor(60, limit)).toBe(4_000)
  })

  test('is refused beyond the limit, and the refusal says until when', async () => {
    await expect(slowDown({ attempts: 7, retryAfterSeconds: 840 }, limit)).rejects.toMatchObject({
      code: 'too_many_attempts',
      facts: { retryAfterSeconds: 840 },
    })
    await expect(slowDown({ attempts: 1, retryAfterSeconds: 0 }, limit)).resolves.toBeUndefined()
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

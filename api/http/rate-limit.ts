/** How often something may be tried: what is counted, and what a count means. Counting itself is the database's. */
import { createHmac } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { Refusal } from '../errors.ts'

/** `free` attempts within `seconds` are answered at once; then each waits longer; after `most` it is refused. */
export type Limit = { name: string; seconds: number; free: number; most: number; stepMs: number }

const LONGEST_WAIT_MS = 4_000

/** What is limited, as a keyed hash: the table of attempts holds no address and no e-mail. */
export const limitKey = (secret: Uint8Array, limit: Limit, what: string): Buffer =>
  createHmac('sha256', secret).update(`limit:${limit.name}:${what}`).digest()

/** What this many attempts within the time of the limit means: how long to wait, or that it is refused for now. */
export function verdict(count: number, limit: Limit): { refused: boolean; waitMs: number } {
  if (count > limit.most) return { refused: true, waitMs: 0 }
  const over = Math.max(0, count - limit.free)
  return { refused: false, waitMs: Math.min(LONGEST_WAIT_MS, over * limit.stepMs) }
}

/**
 * Waits as long as the strictest of these counts asks. Refuses `too_many_attempts` with `retryAfter` in seconds: never
 * for good, the oldest attempts fall out of the count by themselves.
 */
export async function slowDown(counts: readonly { count: number; limit: Limit }[]): Promise<void> {
  const verdicts = counts.map(({ count, limit }) => ({ ...verdict(count, limit), limit }))
  const refused = verdicts.filter((each) => each.refused)
  if (refused.length > 0) {
    throw new Refusal('too_many_attempts', { retryAfter: Math.max(...refused.map(({ limit }) => limit.seconds)) })
  }
  const wait = Math.max(0, ...verdicts.map((each) => each.waitMs))
  if (wait > 0) await pause(wait)
}

/**
 * The address a request came from. `X-Forwarded-For` is what anybody may write, so it counts only for the proxies one
 * runs oneself: with `trustedProxies` 1 the last address in it was written by our own proxy.
 */
export function clientAddress(c: Context, trustedProxies = 0): string {
  if (trustedProxies > 0) {
    const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
    const address = forwarded.at(-trustedProxies)
    if (address && (isIPv4(address) || isIPv6(address))) return address
  }
  // In-process requests have no socket.
  const env: unknown = c.env
  if (!env || typeof env !== 'object' || !('incoming' in env)) return 'unknown'
  return getConnInfo(c).remote.address ?? 'unknown'
}

/** The network of an address: an IPv4 address itself, of an IPv6 address its /64, which one household or firm holds. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

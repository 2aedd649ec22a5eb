/** How often something may be tried: what is counted, and what a count means. Counting itself is the database's. */
import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '../errors.ts'

/** `free` attempts within `seconds` are answered at once; then each waits longer; after `most` it is refused. */
export type Limit = { name: string; seconds: number; free: number; most: number; stepMs: number }

const LONGEST_WAIT_MS = 4_000

/** What is limited, as a keyed hash: the table of attempts holds no address and no e-mail. */
export const limitKey = (secret: Uint8Array, limit: Limit, what: string): Buffer =>
  createHmac('sha256', secret).update(`limit:${limit.name}:${what}`).digest()

/** What the database counted: this attempt included, and when it is over the limit, after how long one is free again. */
export type Count = { attempts: number; retryAfterSeconds: number }

/** How long an attempt waits before it is answered. */
export function waitFor(attempts: number, limit: Limit): number {
  return Math.min(LONGEST_WAIT_MS, Math.max(0, attempts - limit.free) * limit.stepMs)
}

/**
 * Waits as long as this count asks. Refuses `too_many_attempts` with the seconds until it may be tried again: never for
 * good, and what is refused does not count, so that nobody prolongs it by trying.
 */
export async function slowDown(count: Count, limit: Limit): Promise<void> {
  if (count.attempts > limit.most) {
    throw new Refusal('too_many_attempts', { retryAfterSeconds: Math.max(1, count.retryAfterSeconds) })
  }
  const wait = waitFor(count.attempts, limit)
  if (wait > 0) await pause(wait)
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
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

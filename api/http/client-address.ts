import { isIPv4, isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

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

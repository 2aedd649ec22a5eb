/** Who is asking, where a partner's own system asks: the key in `Authorization`, and nothing else. */
import type { Context } from 'hono'
import { countAttempt } from '../accounts/queries.ts'
import { type Reason, withLogin } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { KeyCommand } from '../partners/codes.ts'
import { digestOf, keyIn } from '../partners/key.ts'
import { viewerOfSecret } from '../partners/keys.ts'
import type { Viewer } from '../viewer.ts'
import { clientAddress } from './client-address.ts'
import type { HouseEnv } from './house-env.ts'
import { type Limit, limitKey, networkOf, slowDown } from './rate-limit.ts'

/** A key is not guessed; what is limited is how busy one system, or one network without a key, may keep us. */
export const keyLimits = {
  key: { name: 'key', seconds: 60, free: 120, most: 120, stepMs: 0 },
  network: { name: 'key:network', seconds: 900, free: 60, most: 60, stepMs: 0 },
} as const satisfies Record<string, Limit>

/**
 * The viewer of this request's key, which must hold `command`. Refuses `viewer.unknown` (no key, or not one that works
 * now), `viewer.not_allowed` (not made for this command) and `too_many_attempts`. A session cookie counts for nothing here.
 */
export async function viewerOfKey(deps: Deps, c: Context<HouseEnv>, command: KeyCommand): Promise<Viewer> {
  const secret = keyIn(c.req.header('authorization'))
  const found = secret ? await viewerOfSecret(deps, secret) : null
  if (!found?.viewer.key) {
    await count(deps, keyLimits.network, networkOf(clientAddress(c, deps.trustedProxies)))
    throw new Refusal('viewer.unknown')
  }
  await count(deps, keyLimits.key, found.viewer.key)
  if (!found.commands.includes(command)) throw new Refusal('viewer.not_allowed')
  return found.viewer
}

async function count(deps: Deps, limit: Limit, what: string): Promise<void> {
  const key = limitKey(deps.secret, limit, what)
  await slowDown(await withLogin(deps, {}, (tx) => countAttempt(tx, key, limit, deps.now())), limit)
}

/**
 * What makes a command that comes twice one command: the `Idempotency-Key` its sender gave it, and a digest of what is
 * asked. Refuses `input.invalid` where it is left out.
 */
export function onceOf(c: Context<HouseEnv>, action: string, id: string, input: unknown): NonNullable<Reason['once']> {
  const key = c.req.header('idempotency-key')?.trim() ?? ''
  if (!/^[\x21-\x7e]{8,100}$/.test(key)) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/idempotency-key', code: 'text.required' }])
  }
  return { key, digest: digestOf(action, id, input) }
}

/** What an administrator arranges for the organisation's own case system. Each is one transaction with its log row. */
import { type Reason, withContext } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import {
  type DeliveryRow,
  endWebhook,
  insertTest,
  insertWebhook,
  listDeliveries,
  readWebhook,
  type WebhookRow,
} from './delivery-queries.ts'
import { hashSecret, makeSecret } from './key.ts'
import { insertKey, type KeyRow, listKeys, revokeKeyRow } from './queries.ts'
import type { KeyInput, KeyMade, WebhookInput, WebhookMade } from './schema.ts'
import { secretOf, urlFault } from './webhook.ts'

type Asker = { viewer: Viewer; reason: Reason }

/** The keys of the viewer's organisation, also those that work no more. */
export function readKeys(deps: Deps, { viewer, reason }: Asker): Promise<KeyRow[]> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const keys = await listKeys(tx)
    note(
      'key',
      keys.map(({ id }) => id),
    )
    return keys
  })
}

/**
 * Makes a key for the organisation's own system, for these commands and this many days. The secret is in the answer and
 * nowhere else. Refuses `viewer.not_allowed` to who is no administrator of it (any more).
 */
export function makeKey(deps: Deps, { viewer, reason }: Asker, input: KeyInput): Promise<KeyMade> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const secret = makeSecret()
    const expiresAt = new Date(deps.now().getTime() + input.days * 86_400_000)
    const id = await insertKey(tx, { ...input, hash: hashSecret(secret), expiresAt })
    if (!id) throw new Refusal('viewer.not_allowed')
    note('key', [id])
    return { id, secret, expiresAt: expiresAt.toISOString() }
  })
}

/** From the next request on it opens nothing. One that was revoked stays so. Refuses `key.not_found`. */
export function revokeKey(deps: Deps, { viewer, reason }: Asker, id: string): Promise<void> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    if (!(await revokeKeyRow(tx, id))) throw new Refusal('key.not_found')
    note('key', [id])
  })
}

const LAST_DELIVERIES = 50

/** Where one's own system is told, and the last things it was told. */
export function readTelling(
  deps: Deps,
  { viewer, reason }: Asker,
): Promise<{ webhook: WebhookRow | null; deliveries: DeliveryRow[] }> {
  return withContext(deps, viewer, reason, async (tx) => ({
    webhook: await readWebhook(tx),
    deliveries: await listDeliveries(tx, LAST_DELIVERIES),
  }))
}

/**
 * From now on one's own system is told at this address, in place of the one before, under a secret of its own. Refuses
 * `input.invalid` (no address, not https, or one inside; protection.md names what an address may not reach) and
 * `viewer.not_allowed` to who is no administrator (any more).
 */
export function makeWebhook(deps: Deps, { viewer, reason }: Asker, { url }: WebhookInput): Promise<WebhookMade> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const code = urlFault(url, deps.insideWebhooks ?? false)
    if (code) throw new Refusal('input.invalid', {}, [{ pointer: '/url', code }])
    const id = await insertWebhook(tx, new URL(url).href)
    if (!id) throw new Refusal('viewer.not_allowed')
    note('webhook', [id])
    return { secret: secretOf(deps.secret, id) }
  })
}

/** One's own system is told nothing any more, nor what was still waiting. Where it was told nothing that stays so. */
export const stopWebhook = (deps: Deps, { viewer, reason }: Asker): Promise<void> =>
  withContext(deps, viewer, reason, (tx) => endWebhook(tx))

/** A message without content, to see whether it arrives. Refuses `webhook.none`. */
export function testWebhook(deps: Deps, { viewer, reason }: Asker): Promise<{ id: string }> {
  return withContext(deps, viewer, reason, async (tx, note) => {
    const id = await insertTest(tx)
    if (!id) throw new Refusal('webhook.none')
    note('delivery', [id])
    return { id }
  })
}

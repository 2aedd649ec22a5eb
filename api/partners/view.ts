import type { DeliveryState, KeyState } from './codes.ts'
import type { DeliveryRow, WebhookRow } from './delivery-queries.ts'
import type { KeyRow } from './queries.ts'
import type { KeysView, KeyView, WebhookView } from './schema.ts'

const stateOf = ({ revokedAt, expiresAt }: KeyRow, now: Date): KeyState =>
  revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'works'

const keyView = (row: KeyRow, now: Date): KeyView => ({
  id: row.id,
  name: row.name,
  commands: row.commands,
  madeAt: row.madeAt.toISOString(),
  madeBy: row.madeBy,
  expiresAt: row.expiresAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  state: stateOf(row, now),
})

/** Those that work first; otherwise in the order they came in. */
export function keysView(rows: readonly KeyRow[], now: Date): KeysView {
  const keys = rows.map((row) => keyView(row, now))
  return { keys: [...keys.filter(({ state }) => state === 'works'), ...keys.filter(({ state }) => state !== 'works')] }
}

const deliveryState = ({ sentAt, failedAt }: DeliveryRow): DeliveryState =>
  sentAt ? 'delivered' : failedAt ? 'given_up' : 'waiting'

export const webhookView = ({
  webhook,
  deliveries,
}: {
  webhook: WebhookRow | null
  deliveries: readonly DeliveryRow[]
}): WebhookView => ({
  webhook: webhook && { url: webhook.url, madeAt: webhook.madeAt.toISOString(), madeBy: webhook.madeBy },
  deliveries: deliveries.map((row) => ({
    id: row.id,
    kind: row.kind,
    transferId: row.transferId,
    at: row.at.toISOString(),
    attempts: row.attempts,
    state: deliveryState(row),
    answer: row.answer,
    triedAt: row.triedAt?.toISOString() ?? null,
  })),
})

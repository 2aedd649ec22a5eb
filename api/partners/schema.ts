/** What travels over the wire about a partner's own system: its keys, and where it is told. */
import { z } from 'zod'
import { freeText } from '../text.ts'
import { type DeliveryState, type KeyCommand, keyCommands, keyDays, type KeyState } from './codes.ts'

export const keyMade = z.strictObject({
  name: freeText({ max: 80 }),
  commands: z
    .array(z.enum(keyCommands))
    .min(1, { error: 'field.invalid_value' })
    .max(keyCommands.length)
    .transform((list) => [...new Set(list)]),
  days: z.literal([...keyDays], { error: 'field.invalid_value' }),
})
export type KeyInput = z.infer<typeof keyMade>

/** POST /partners/keys: `secret` is shown here and never again. */
export type KeyMade = { id: string; secret: string; expiresAt: string }

export type KeyView = {
  id: string
  name: string
  commands: KeyCommand[]
  madeAt: string
  madeBy: string | null
  expiresAt: string
  revokedAt: string | null
  /** To the minute; null: never. */
  lastUsedAt: string | null
  state: KeyState
}
/** GET /partners/keys: those that work first, the newest first. */
export type KeysView = { keys: KeyView[] }

/** What is wrong with an address is said by the action, which knows whether addresses inside are allowed. */
export const webhookMade = z.strictObject({
  url: z.string().trim().min(1, { error: 'text.required' }).max(500, { error: 'text.too_long' }),
})
export type WebhookInput = z.infer<typeof webhookMade>
/** POST /partners/webhook: the secret to verify with, shown here and never again. */
export type WebhookMade = { secret: string }

export type DeliveryView = {
  id: string
  /** The type of the event (`transfer.accept`), or `test`. */
  kind: string
  transferId: string | null
  at: string
  attempts: number
  state: DeliveryState
  /** The status or the code of the last attempt. */
  answer: string | null
  triedAt: string | null
}
/** GET /partners/webhook: where one's system is told, and the last fifty things it was told. */
export type WebhookView = {
  webhook: { url: string; madeAt: string; madeBy: string | null } | null
  deliveries: DeliveryView[]
}

/**
 * What a partner's own system is told, and how it knows that we said it: the headers and signature of the Standard
 * Webhooks specification (standardwebhooks.com, 1.0), so that what verifies others verifies us. Pure.
 */
import { createHmac } from 'node:crypto'
import { isPublicAddress } from './address.ts'

/**
 * The secret of a webhook, in the spelling of that specification. It follows from the key of the installation and the id
 * of the webhook: nothing of it is kept, and another address gets another.
 */
export const secretOf = (house: Uint8Array, webhookId: string): string =>
  `whsec_${createHmac('sha256', house).update(`webhook:${webhookId}`).digest('base64')}`

export type Told = { id: string; kind: string; transferId: string | null; at: Date }

/** The body and headers of one attempt, at `now`: ids and a kind, and a signature over id, moment and body. */
export function messageOf({ id, kind, transferId, at }: Told, secret: string, now: Date) {
  const body = JSON.stringify({
    type: kind,
    timestamp: at.toISOString(),
    data: transferId === null ? {} : { transferId },
  })
  const moment = String(Math.floor(now.getTime() / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${moment}.${body}`).digest('base64')
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'Voordeur-Webhook/1',
    'webhook-id': id,
    'webhook-timestamp': moment,
    'webhook-signature': `v1,${signature}`,
  }
  return { body, headers }
}

/** What is wrong with this address to tell a system at, as the code of a fault; null when nothing is. */
export function urlFault(text: string, inside: boolean): 'url.malformed' | 'url.not_https' | 'url.inside' | null {
  if (!URL.canParse(text) || text.length > 500) return 'url.malformed'
  const url = new URL(text)
  if (!['https:', 'http:'].includes(url.protocol) || url.username || url.password || url.hash) return 'url.malformed'
  if (inside) return null
  if (url.protocol !== 'https:') return 'url.not_https'
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '')
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':')
  if (isAddress ? !isPublicAddress(host) : isInsideName(host)) return 'url.inside'
  return null
}

/** Names that never lead outside; what others lead to is looked up, and looked at, at each attempt. */
const isInsideName = (host: string) => !host.includes('.') || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host)

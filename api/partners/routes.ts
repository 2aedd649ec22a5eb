import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { makeKey, makeWebhook, readKeys, readTelling, revokeKey, stopWebhook, testWebhook } from './actions.ts'
import { keyMade, webhookMade } from './schema.ts'
import { keysView, webhookView } from './view.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const manage = { may: 'partner.manage' } as const

  on('get', '/partners/keys', manage, async (asked) => keysView(await readKeys(deps, asked), deps.now()))
  on('post', '/partners/keys', { ...manage, input: keyMade, status: 201 }, (asked) => makeKey(deps, asked, asked.input))
  on('post', '/partners/keys/:id/revoke', { ...manage, missing: 'key.not_found', status: 204 }, (asked) =>
    revokeKey(deps, asked, asked.id),
  )

  on('get', '/partners/webhook', manage, async (asked) => webhookView(await readTelling(deps, asked)))
  on('post', '/partners/webhook', { ...manage, input: webhookMade, status: 201 }, (asked) =>
    makeWebhook(deps, asked, asked.input),
  )
  on('post', '/partners/webhook/test', { ...manage, status: 201 }, (asked) => testWebhook(deps, asked))
  on('post', '/partners/webhook/stop', { ...manage, status: 204 }, (asked) => stopWebhook(deps, asked))

  return rest
}

/** What a partner's own case system may ask with its key: take over what it received, and report back. docs/partners.md */
import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import { closeTransfer, confirmContact, planContact, startSupport } from './actions.ts'
import { copyTransfer, listReceived } from './copy-actions.ts'
import * as input from './schema.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const receive = { may: 'transfer.receive', missing: 'transfer.not_found' } as const

  on('get', '/partner/transfers', { ...receive, key: 'copy', input: input.receivedQuery }, (asked) =>
    listReceived(deps, asked, asked.input),
  )
  on('get', '/partner/transfers/:id/copy', { ...receive, key: 'copy' }, (asked) => copyTransfer(deps, asked, asked.id))
  on(
    'post',
    '/partner/transfers/:id/plan-contact',
    { ...receive, key: 'plan_contact', input: input.planContact },
    (asked) => planContact(deps, asked, asked.id, asked.input),
  )
  on(
    'post',
    '/partner/transfers/:id/confirm-contact',
    { ...receive, key: 'confirm_contact', input: input.confirmContact },
    (asked) => confirmContact(deps, asked, asked.id, asked.input),
  )
  on('post', '/partner/transfers/:id/start', { ...receive, key: 'start', input: input.onlyVersion }, (asked) =>
    startSupport(deps, asked, asked.id, asked.input),
  )
  on('post', '/partner/transfers/:id/close', { ...receive, key: 'close', input: input.close }, (asked) =>
    closeTransfer(deps, asked, asked.id, asked.input),
  )

  return rest
}

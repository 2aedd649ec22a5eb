import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import {
  acceptTransfer,
  assignTransfer,
  closeTransfer,
  confirmContact,
  contactForCalendar,
  declineTransfer,
  discardTransfer,
  draftTransfer,
  editTransfer,
  makeTransferCold,
  offerTransfer,
  planContact,
  reopenTransfer,
  reportFailedContact,
  reportWaiting,
  returnTransfer,
  startSupport,
  takeBackConfirmation,
  whatWasSeen,
  withdrawTransfer,
} from './actions.ts'
import { commandMany } from './bulk-actions.ts'
import { copyTransfer } from './copy-actions.ts'
import * as input from './schema.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const missing = 'transfer.not_found'
  const send = { may: 'transfer.send', missing } as const
  const receive = { may: 'transfer.receive', missing } as const

  on('post', '/transfers', { ...send, input: input.transferDraft, status: 201 }, (asked) =>
    draftTransfer(deps, asked, asked.input),
  )
  on('put', '/transfers/:id', { ...send, input: input.transferDraft }, (asked) =>
    editTransfer(deps, asked, asked.id, asked.input),
  )
  on('delete', '/transfers/:id', { ...send, input: input.onlyVersion }, (asked) =>
    discardTransfer(deps, asked, asked.id, asked.input),
  )

  on('post', '/transfers/:id/offer', { ...send, input: input.offer }, (asked) =>
    offerTransfer(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/:id/withdraw', { ...send, input: input.withdraw }, (asked) =>
    withdrawTransfer(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/:id/make-cold', { ...send, input: input.makeCold }, (asked) =>
    makeTransferCold(deps, asked, asked.id, asked.input),
  )

  on('post', '/transfers/:id/accept', { ...receive, input: input.accept }, (asked) =>
    acceptTransfer(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/:id/decline', { ...receive, input: input.decline }, (asked) =>
    declineTransfer(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/:id/return', { ...receive, input: input.decline }, (asked) =>
    returnTransfer(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/:id/report-waiting', { ...receive, input: input.reportWaiting }, (asked) =>
    reportWaiting(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/:id/start', { ...receive, input: input.onlyVersion }, (asked) =>
    startSupport(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/:id/close', { ...receive, input: input.close }, (asked) =>
    closeTransfer(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/:id/reopen', { ...receive, input: input.reopen }, (asked) =>
    reopenTransfer(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/:id/assign', { ...receive, input: input.assign }, (asked) =>
    assignTransfer(deps, asked, asked.id, asked.input),
  )

  on('get', '/transfers/:id/copy', receive, async (asked) => {
    const copy = await copyTransfer(deps, asked, asked.id)
    return asked.c.body(JSON.stringify(copy, null, 2), 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${copy.reference}.json"`,
    })
  })
  on('get', '/transfers/:id/seen', send, (asked) => whatWasSeen(deps, asked, asked.id))
  on('get', '/transfers/:id/contact.ics', receive, async (asked) => {
    const file = await contactForCalendar(deps, asked, asked.id)
    return asked.c.body(file, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="gesprek.ics"',
    })
  })

  // Both sides plan and confirm the contact; the roles that may send and receive are the same.
  on('post', '/transfers/:id/plan-contact', { ...receive, input: input.planContact }, (asked) =>
    planContact(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/:id/contact-failed', { ...receive, input: input.contactFailed }, (asked) =>
    reportFailedContact(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/:id/confirm-contact', { ...receive, input: input.confirmContact }, (asked) =>
    confirmContact(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/:id/take-back-confirmation', { ...receive, input: input.onlyVersion }, (asked) =>
    takeBackConfirmation(deps, asked, asked.id, asked.input),
  )
  on('post', '/transfers/bulk', { may: 'transfer.receive', input: input.bulk }, (asked) =>
    commandMany(deps, asked, asked.input),
  )

  return rest
}

import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import {
  answerReceiver,
  askSender,
  askToWithdrawSignal,
  assignSignal,
  concludeSignal,
  discardSheet,
  discardSignal,
  draftSignal,
  editSignal,
  keepSheet,
  listOwnSheets,
  openSheet,
  redirectSignal,
  resumeSignal,
  sendBackSignal,
  sendSheet,
  sendSignal,
  startSheet,
  takeSignal,
  whoIsAlike,
  withdrawSignal,
} from './actions.ts'
import { commandMany } from './bulk-actions.ts'
import { screenSignal } from './screening-actions.ts'
import {
  answer,
  ask,
  assign,
  bulk,
  conclude,
  onlyVersion,
  redirect,
  sendBack,
  screening,
  signalDraft,
  withdraw,
} from './schema.ts'
import { listSentSignals } from './sent-actions.ts'
import { keptSheet, nameAsked, newSheet, sentSheet } from './sheet-schema.ts'
import { alikeView } from './sheet-view.ts'
import { sentView } from './view.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const missing = 'signal.not_found'
  const send = { may: 'signal.send', missing } as const
  const sheet = { may: 'signal.send', missing: 'sheet.not_found' } as const
  const receive = { may: 'signal.receive', missing } as const

  on('get', '/sheets', sheet, (asked) => listOwnSheets(deps, asked))
  on('post', '/sheets', { ...sheet, input: newSheet, status: 201 }, (asked) => startSheet(deps, asked, asked.input))
  on('get', '/sheets/:id', sheet, (asked) => openSheet(deps, asked, asked.id))
  on('put', '/sheets/:id', { ...sheet, input: keptSheet }, (asked) => keepSheet(deps, asked, asked.id, asked.input))
  on('delete', '/sheets/:id', { ...sheet, input: onlyVersion }, (asked) => discardSheet(deps, asked, asked.id))
  on('post', '/sheets/:id/send', { ...sheet, input: sentSheet }, (asked) =>
    sendSheet(deps, asked, asked.id, asked.input),
  )
  on('get', '/signals/sent', send, async (asked) =>
    sentView(await listSentSignals(deps, asked), asked.viewer, deps.now()),
  )
  // The name of a person goes in a body, never in an address.
  on('post', '/signals/alike', { ...send, input: nameAsked }, async (asked) =>
    alikeView(await whoIsAlike(deps, asked, asked.input), asked.viewer),
  )

  on('post', '/signals', { ...send, input: signalDraft, status: 201 }, (asked) => draftSignal(deps, asked, asked.input))
  on('put', '/signals/:id', { ...send, input: signalDraft }, (asked) => editSignal(deps, asked, asked.id, asked.input))
  on('delete', '/signals/:id', { ...send, input: onlyVersion }, (asked) =>
    discardSignal(deps, asked, asked.id, asked.input),
  )

  on('post', '/signals/:id/send', { ...send, input: onlyVersion }, (asked) =>
    sendSignal(deps, asked, asked.id, asked.input),
  )
  on('post', '/signals/:id/withdraw', { ...send, input: withdraw }, (asked) =>
    withdrawSignal(deps, asked, asked.id, asked.input),
  )
  on('post', '/signals/:id/answer', { ...send, input: answer }, (asked) =>
    answerReceiver(deps, asked, asked.id, asked.input),
  )
  on('post', '/signals/:id/ask-to-withdraw', { ...send, input: withdraw }, (asked) =>
    askToWithdrawSignal(deps, asked, asked.id, asked.input),
  )

  on('post', '/signals/:id/take', { ...receive, input: onlyVersion }, (asked) =>
    takeSignal(deps, asked, asked.id, asked.input),
  )
  on('post', '/signals/:id/redirect', { ...receive, input: redirect }, (asked) =>
    redirectSignal(deps, asked, asked.id, asked.input),
  )
  on('post', '/signals/:id/send-back', { ...receive, input: sendBack }, (asked) =>
    sendBackSignal(deps, asked, asked.id, asked.input),
  )
  on('post', '/signals/:id/ask', { ...receive, input: ask }, (asked) => askSender(deps, asked, asked.id, asked.input))
  on('post', '/signals/:id/resume', { ...receive, input: onlyVersion }, (asked) =>
    resumeSignal(deps, asked, asked.id, asked.input),
  )
  on('post', '/signals/:id/conclude', { ...receive, input: conclude }, (asked) =>
    concludeSignal(deps, asked, asked.id, asked.input),
  )
  on('post', '/signals/:id/assign', { ...receive, input: assign }, (asked) =>
    assignSignal(deps, asked, asked.id, asked.input),
  )
  on('post', '/signals/:id/screen', { ...receive, input: screening }, async (asked) => {
    await screenSignal(deps, asked, asked.id, asked.input)
    return { recorded: true }
  })
  on('post', '/signals/bulk', { may: 'signal.receive', input: bulk }, (asked) => commandMany(deps, asked, asked.input))

  return rest
}

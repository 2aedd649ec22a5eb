import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import {
  answerReceiver,
  askSender,
  askToWithdrawSignal,
  assignSignal,
  concludeSignal,
  discardSignal,
  draftSignal,
  editSignal,
  redirectSignal,
  resumeSignal,
  sendBackSignal,
  sendSignal,
  takeSignal,
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

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const missing = 'signal.not_found'
  const send = { may: 'signal.send', missing } as const
  const receive = { may: 'signal.receive', missing } as const

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

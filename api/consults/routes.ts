import type { Deps } from '../deps.ts'
import { type Room, room } from '../http/room.ts'
import {
  answerConsult,
  askConsultant,
  closeConsult,
  countWaitingConsults,
  listOwnConsults,
  listWhomToAsk,
  openConsult,
} from './actions.ts'
import { consultAnswer, consultAsked, consultClose, type WaitingView } from './schema.ts'
import { addresseesView, consultsView, consultView } from './view.ts'

export function routes(deps: Deps): Room {
  const { on, ...rest } = room(deps)
  const missing = 'consult.not_found'
  const ask = { may: 'consult.ask', missing } as const

  on('get', '/consults', ask, async (asked) => consultsView(await listOwnConsults(deps, asked), asked.viewer))
  on('get', '/consults/waiting', ask, async (asked): Promise<WaitingView> => ({
    waiting: await countWaitingConsults(deps, asked),
  }))
  on('get', '/consults/addressees', ask, async (asked) => addresseesView(await listWhomToAsk(deps, asked)))
  on('get', '/consults/:id', ask, async (asked) => consultView(await openConsult(deps, asked, asked.id), asked.viewer))
  on('post', '/consults', { ...ask, input: consultAsked, status: 201 }, (asked) =>
    askConsultant(deps, asked, asked.input),
  )
  on('post', '/consults/:id/answer', { may: 'consult.answer', missing, input: consultAnswer }, (asked) =>
    answerConsult(deps, asked, asked.id, asked.input),
  )
  on('post', '/consults/:id/close', { ...ask, input: consultClose }, (asked) =>
    closeConsult(deps, asked, asked.id, asked.input),
  )

  return rest
}

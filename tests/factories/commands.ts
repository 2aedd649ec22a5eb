/** A body that is right for each command, and how it is given: what is refused then is refused for state or side. */
import { type Command as SignalCommand, commandTypes as signalTypes } from '../../api/signals/signal.ts'
import { type Command as TransferCommand, commandTypes as transferTypes } from '../../api/transfers/transfer.ts'
import type { Care, Party } from './care.ts'

export type SignalType = SignalCommand['type']
/** `expire`, `lapse` and `pass_on` are nobody's to command. */
export type TransferType = Exclude<TransferCommand['type'], 'expire' | 'lapse' | 'pass_on'>

export const signalCommands = signalTypes
export const transferCommands = transferTypes.filter(
  (type): type is TransferType => !['expire', 'lapse', 'pass_on'].includes(type),
)

/** `otherDesk`: a second desk of the team, where somebody works. */
export function commands(c: Care, otherDesk: string) {
  const signal: Record<SignalType, object> = {
    send: {},
    discard: {},
    take: {},
    withdraw: { reason: 'Opgelost' },
    redirect: { receiverDesk: otherDesk, reason: 'Woont in zuid' },
    send_back: { reason: 'outside_area', betterAddress: 'De buurgemeente' },
    ask: { question: 'Sinds wanneer?' },
    answer: { text: 'Sinds de zomer' },
    resume: {},
    conclude: { outcome: 'line0_answered', feedback: 'Bezocht', next: 'close' },
    ask_to_withdraw: { reason: 'Opgelost' },
    assign: { assignee: c.parties.team.member },
  }
  const transfer: Record<TransferType, object> = {
    offer: { feedback: 'Wij vragen hulp' },
    discard: {},
    accept: {},
    decline: { reason: 'no_capacity' },
    withdraw: { reason: 'Het gezin wil niet' },
    plan_contact: { on: '2026-11-25T14:00:00+01:00', how: 'visit' },
    contact_failed: { reason: 'no_answer', on: '2026-11-26T14:00:00+01:00' },
    confirm_contact: { present: ['resident'] },
    take_back_confirmation: {},
    make_cold: { reason: 'unsafe' },
    return: { reason: 'wrong_service' },
    report_waiting: { until: '2026-12-20' },
    start: {},
    close: { outcome: 'helped', feedback: 'Op orde', next: 'close' },
    reopen: { reason: 'Het gaat weer mis' },
    assign: { caseworker: c.parties.debts.member },
  }
  const path = (room: string, id: string, type: string) => `/${room}/${id}/${type.replaceAll('_', '-')}`
  return {
    signal,
    transfer,
    giveSignal: (who: Party, id: string, type: SignalType) =>
      type === 'discard'
        ? c.call(who, 'DELETE', `/signals/${id}`)
        : c.post(who, path('signals', id, type), signal[type]),
    giveTransfer: (who: Party, id: string, type: TransferType) =>
      type === 'discard'
        ? c.call(who, 'DELETE', `/transfers/${id}`)
        : c.post(who, path('transfers', id, type), transfer[type]),
  }
}

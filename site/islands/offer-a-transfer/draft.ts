/** A transfer while it is being written: what is typed, what the API takes, what is still empty. Pure. */
import type { SessionView } from '../../../api/accounts/schema.ts'
import type { Fault } from '../../../api/errors.ts'
import type { MatterView } from '../../../api/matters/schema.ts'
import type { SignalView } from '../../../api/signals/schema.ts'
import type { TransferView } from '../../../api/transfers/schema.ts'
import { basisFields, type BasisValues, noBasis } from '../../parts/BasisFields.tsx'
import type { FieldRef } from '../../parts/ErrorSummary.tsx'

export type Typed = {
  request: string
  urgency: string
  called: boolean
  warm: string
  coldReason: string
  basis: BasisValues
  senderDesk: string
  receiverDesk: string
  feedback: string
}

export const fields: readonly FieldRef[] = [
  { pointer: '/receiverDesk', id: 'team', label: 'Ontvangend team' },
  { pointer: '/request', id: 'vraag', label: 'Wat vraagt u?' },
  { pointer: '/urgency', id: 'spoed', label: 'Spoed' },
  { pointer: '/called', id: 'gebeld', label: 'Eerst bellen' },
  { pointer: '/warm', id: 'warm', label: 'Met of zonder gesprek' },
  { pointer: '/coldReason', id: 'waarom-koud', label: 'Waarom geen gesprek?' },
  ...basisFields,
  { pointer: '/feedback', id: 'terugkoppeling', label: 'Terugkoppeling aan de verzender' },
]

/** From what the transfer grows: a signal in our hands, or nothing (it came back, or is passed on). */
export type Origin = {
  matter: MatterView
  signal: SignalView | null
  draft: TransferView | null
  before: TransferView | null
}

/** `fromId` names a draft, the signal it grows from, or the transfer that came back. */
export function originOf(matter: MatterView, fromId: string): Origin {
  const transfer = matter.transfers.find((each) => each.id === fromId) ?? null
  const draft = transfer?.status === 'draft' ? transfer : null
  const signalId = draft?.signalId ?? fromId
  const isOurs = (each: SignalView) => each.weAre === 'receiver' && ['taken', 'waiting'].includes(each.status)
  const signal = matter.signals.find((each) => each.id === signalId && isOurs(each)) ?? null
  return { matter, signal, draft, before: draft ? null : transfer }
}

/** What somebody need not write again. The basis is another for each recipient, so it begins empty. */
export function typedFrom({ signal, draft, before }: Origin, who: SessionView, proposed: string): Typed {
  const from = draft ?? before
  const ownDesk = draft?.from.desk?.id ?? signal?.to.desk?.id ?? before?.from.desk?.id
  const senderDesk = who.desks.find((desk) => desk.id === ownDesk) ?? who.desks[0]
  return {
    request: from?.request ?? '',
    urgency: from?.urgency ?? signal?.urgency ?? '',
    called: false,
    warm: draft?.warm === false ? 'cold' : 'warm',
    coldReason: draft?.coldReason ?? '',
    basis: draft?.basis ?? noBasis,
    senderDesk: senderDesk?.id ?? '',
    receiverDesk: draft?.to.desk?.id ?? proposed,
    feedback: '',
  }
}

export function inputOf(typed: Typed, { matter, signal }: Origin, version: number | undefined) {
  const isCold = typed.warm === 'cold'
  return {
    matterId: matter.id,
    signalId: signal?.id ?? null,
    basis: typed.basis,
    senderDesk: typed.senderDesk || null,
    receiverDesk: typed.receiverDesk,
    warm: !isCold,
    coldReason: isCold ? typed.coldReason || null : null,
    urgency: typed.urgency,
    request: typed.request,
    version,
  }
}

export function leftEmpty(typed: Typed, { signal }: Origin, toOffer: boolean): Fault[] {
  const missing: Fault[] = []
  const need = (pointer: string, value: string, code = 'text.required') => {
    if (value.trim() === '') missing.push({ pointer, code })
  }
  need('/receiverDesk', typed.receiverDesk, 'field.invalid_value')
  need('/request', typed.request)
  need('/urgency', typed.urgency, 'field.invalid_value')
  if (toOffer && typed.urgency === 'acute' && !typed.called) missing.push({ pointer: '/called', code: 'called.first' })
  if (typed.warm === 'cold') need('/coldReason', typed.coldReason, 'field.invalid_value')
  need('/basis/ground', typed.basis.ground, 'field.invalid_value')
  need('/basis/article', typed.basis.article)
  need('/basis/purpose', typed.basis.purpose)
  need('/basis/necessity', typed.basis.necessity)
  if (toOffer && signal) need('/feedback', typed.feedback)
  return missing
}

/**
 * A transfer as a structured copy, for the receiver's own case system: what was handed over, in codes, one version of
 * the form. Nobody types it twice. It holds what the receiver sees and nothing of the sender's own.
 */
import type { MatterFile } from '../matters/read-queries.ts'
import type { LockedTransfer } from './queries.ts'
import type { TransferCopy } from './schema.ts'

export function copyOf(
  file: Pick<MatterFile, 'matter' | 'person'>,
  transfer: LockedTransfer,
  names: { from: string; to: string },
  now: Date,
): TransferCopy {
  const { matter, person } = file
  return {
    form: 'voordeur.transfer/1',
    takenAt: now.toISOString(),
    reference: matter.reference,
    transfer: {
      id: transfer.id,
      status: transfer.status,
      from: names.from,
      to: names.to,
      warm: transfer.warm,
      urgency: transfer.urgency,
      request: transfer.request,
      contactOn: transfer.contactOn?.toISOString() ?? null,
      contactHow: transfer.contactHow,
      startBy: transfer.startBy?.toISOString() ?? null,
    },
    about: {
      subject: matter.subject,
      theme: matter.theme,
      place: matter.place,
      involvement: matter.involvement,
      involvementReason: matter.involvement_note,
    },
    person: person && {
      name: person.name,
      phone: person.phone,
      mayCall: person.may_call,
      callWhen: person.call_when,
      voicemail: person.voicemail,
      interpreter: person.interpreter,
      wheelchair: person.wheelchair,
    },
  }
}

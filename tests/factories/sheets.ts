/** The form of a signal as it is before anybody typed. */
import type { Typed } from '../../api/signals/sheet-schema.ts'

export const nothingTyped: Typed = {
  subject: 'person',
  groupSize: '',
  name: '',
  phone: '',
  mayCall: '',
  callWhen: '',
  voicemail: false,
  interpreter: '',
  wheelchair: false,
  involvement: '',
  involvementReason: '',
  theme: '',
  place: '',
  setting: '',
  lifeDomains: [],
  complexity: 'single',
  urgency: '',
  called: false,
  noticed: '',
  tried: '',
  basis: { ground: '', article: '', purpose: '', necessity: '' },
  senderDesk: '',
  receiverDesk: '',
}

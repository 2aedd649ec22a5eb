/** A signal while it is being written: what is typed, what the API takes, what is still empty. Pure. */
import type { Fault } from '../../../api/errors.ts'
import type { MatterView } from '../../../api/matters/schema.ts'
import type { SignalView } from '../../../api/signals/schema.ts'
import { basisFields, type BasisValues, noBasis } from '../../parts/BasisFields.tsx'
import type { FieldRef } from '../../parts/ErrorSummary.tsx'

export type Typed = {
  subject: string
  name: string
  phone: string
  mayCall: string
  callWhen: string
  voicemail: boolean
  interpreter: string
  wheelchair: boolean
  involvement: string
  involvementReason: string
  theme: string
  place: string
  setting: string
  lifeDomains: readonly string[]
  complexity: string
  urgency: string
  called: boolean
  noticed: string
  tried: string
  basis: BasisValues
  senderDesk: string
  receiverDesk: string
}

export const empty: Typed = {
  subject: '',
  name: '',
  phone: '',
  mayCall: 'yes',
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
  complexity: '',
  urgency: '',
  called: false,
  noticed: '',
  tried: '',
  basis: noBasis,
  senderDesk: '',
  receiverDesk: '',
}

/** Where each field is, by the pointer the API names it with, in the order of the form. */
export const fields: readonly FieldRef[] = [
  { pointer: '/setting', id: 'aanleiding', label: 'Waar kwam het op?' },
  { pointer: '/matter/subject', id: 'onderwerp', label: 'Om wie gaat het?' },
  { pointer: '/matter/person/name', id: 'naam', label: 'Naam' },
  { pointer: '/matter/person/phone', id: 'telefoon', label: 'Telefoonnummer' },
  { pointer: '/matter/person/callWhen', id: 'wanneer-bellen', label: 'Wanneer bellen?' },
  { pointer: '/matter/person/interpreter', id: 'tolk', label: 'Tolk' },
  { pointer: '/matter/person', id: 'naam', label: 'Om wie gaat het?' },
  { pointer: '/matter/involvement', id: 'betrokken', label: 'Is het gezin betrokken?' },
  { pointer: '/matter/involvementReason', id: 'betrokken-uitleg-tekst', label: 'Waarom is dat zo?' },
  { pointer: '/matter/theme', id: 'thema', label: 'Thema' },
  { pointer: '/matter/place', id: 'plaats', label: 'Plaats' },
  { pointer: '/lifeDomains', id: 'leefgebieden', label: 'Leefgebieden' },
  { pointer: '/noticed', id: 'gezien', label: 'Wat is er gezien?' },
  { pointer: '/tried', id: 'geprobeerd', label: 'Wat is er al geprobeerd?' },
  { pointer: '/complexity', id: 'ingewikkeld', label: 'Hoe ingewikkeld is het?' },
  { pointer: '/urgency', id: 'spoed', label: 'Spoed' },
  { pointer: '/called', id: 'gebeld', label: 'Eerst bellen' },
  ...basisFields,
  { pointer: '/receiverDesk', id: 'team', label: 'Ontvangend team' },
]

/** What the API takes. On a matter that is open already only the signal goes along. */
export function inputOf(typed: Typed, openMatter: string | null, version: number | undefined) {
  const orNull = (value: string) => (value.trim() === '' ? null : value)
  const isGroup = typed.subject === 'group'
  const person = {
    name: typed.name,
    phone: orNull(typed.phone),
    mayCall: typed.mayCall === 'yes',
    callWhen: orNull(typed.callWhen),
    voicemail: typed.mayCall === 'yes' && typed.voicemail,
    interpreter: orNull(typed.interpreter),
    wheelchair: typed.wheelchair,
  }
  const matter = {
    subject: typed.subject,
    theme: typed.theme,
    place: orNull(typed.place),
    person: isGroup || typed.subject === '' ? null : person,
    involvement: isGroup ? 'no_person' : typed.involvement,
    involvementReason: needsReason(typed) ? orNull(typed.involvementReason) : null,
  }
  return {
    ...(openMatter ? { matterId: openMatter } : { matter }),
    basis: typed.basis,
    senderDesk: orNull(typed.senderDesk),
    receiverDesk: typed.receiverDesk,
    setting: typed.setting,
    lifeDomains: typed.lifeDomains,
    complexity: typed.complexity,
    urgency: typed.urgency,
    noticed: typed.noticed,
    tried: orNull(typed.tried),
    version,
  }
}

/** Not knowing, not agreeing, not reached: each needs a reason. */
export const needsReason = ({ subject, involvement }: Typed) =>
  subject !== 'group' && ['withheld', 'not_reached', 'objects'].includes(involvement)

/** What must still be filled in. The API says the same, but not all at once. */
export function leftEmpty(typed: Typed, openMatter: string | null, toSend: boolean): Fault[] {
  const missing: Fault[] = []
  const need = (pointer: string, value: string, code = 'text.required') => {
    if (value.trim() === '') missing.push({ pointer, code })
  }
  const choose = (pointer: string, value: string) => need(pointer, value, 'field.invalid_value')
  choose('/setting', typed.setting)
  if (!openMatter) {
    choose('/matter/subject', typed.subject)
    if (typed.subject !== 'group') {
      if (typed.subject !== '') need('/matter/person/name', typed.name)
      choose('/matter/involvement', typed.involvement)
      if (needsReason(typed)) need('/matter/involvementReason', typed.involvementReason)
    }
    choose('/matter/theme', typed.theme)
  }
  need('/noticed', typed.noticed)
  choose('/complexity', typed.complexity)
  choose('/urgency', typed.urgency)
  if (toSend && typed.urgency === 'acute' && !typed.called) missing.push({ pointer: '/called', code: 'called.first' })
  choose('/basis/ground', typed.basis.ground)
  need('/basis/article', typed.basis.article)
  need('/basis/purpose', typed.basis.purpose)
  need('/basis/necessity', typed.basis.necessity)
  choose('/receiverDesk', typed.receiverDesk)
  return missing
}

/** A draft as it was kept, back in the form. */
export function typedFrom(matter: MatterView, signal: SignalView | null): Typed {
  const { person } = matter
  return {
    ...empty,
    subject: matter.subject,
    name: person?.name ?? '',
    phone: person?.phone ?? '',
    mayCall: person?.mayCall === false ? 'no' : 'yes',
    callWhen: person?.callWhen ?? '',
    voicemail: person?.voicemail ?? false,
    interpreter: person?.interpreter ?? '',
    wheelchair: person?.wheelchair ?? false,
    involvement: matter.involvement,
    involvementReason: matter.involvementReason ?? '',
    theme: matter.theme,
    place: matter.place ?? '',
    ...(signal && {
      setting: signal.setting,
      lifeDomains: signal.lifeDomains,
      complexity: signal.complexity,
      urgency: signal.urgency,
      noticed: signal.noticed,
      tried: signal.tried ?? '',
      basis: signal.basis ?? noBasis,
      senderDesk: signal.from.desk?.id ?? '',
      receiverDesk: signal.to.desk?.id ?? '',
    }),
  }
}

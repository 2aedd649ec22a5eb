/** A signal while it is being written: what is typed, what the API takes, what is still empty. Pure. */
import type { SessionView } from '../../../api/accounts/schema.ts'
import type { Fault } from '../../../api/errors.ts'
import type { Basis, MatterView } from '../../../api/matters/schema.ts'
import type { SignalView } from '../../../api/signals/schema.ts'
import type { Typed } from '../../../api/signals/sheet-schema.ts'
import { groundOfTheme } from '../../lib/ground-of-theme.ts'
import { basisFields, noBasis, withGround } from '../BasisFields.tsx'
import type { FieldRef } from '../ErrorSummary.tsx'

export type { Typed }

const empty: Typed = {
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
  basis: noBasis,
  senderDesk: '',
  receiverDesk: '',
}

/** What is known before somebody types: their team, and for a school where it came up. All of it can be changed. */
export const beginning = (who: Pick<SessionView, 'desks' | 'roles'>, more: Partial<Typed> = {}): Typed => ({
  ...empty,
  senderDesk: who.desks[0]?.id ?? '',
  setting: who.roles.includes('school_team') ? 'sot' : '',
  ...more,
})

/** Where each field is, by the pointer the API names it with, in the order of the form. */
export const fields: readonly FieldRef[] = [
  { pointer: '/matter/theme', id: 'thema', label: 'Thema' },
  { pointer: '/matter/place', id: 'plaats', label: 'Plaats' },
  { pointer: '/receiverDesk', id: 'team', label: 'Ontvangend team' },
  { pointer: '/matter/subject', id: 'onderwerp', label: 'Om wie gaat het?' },
  { pointer: '/matter/groupSize', id: 'groep', label: 'Hoe groot is de groep?' },
  { pointer: '/matter/person/name', id: 'naam', label: 'Naam' },
  { pointer: '/matter/person/mayCall', id: 'bellen', label: 'Mag er gebeld worden?' },
  { pointer: '/matter/person/phone', id: 'telefoon', label: 'Telefoonnummer' },
  { pointer: '/matter/person/callWhen', id: 'wanneer-bellen', label: 'Wanneer bellen?' },
  { pointer: '/matter/person/interpreter', id: 'tolk', label: 'Tolk' },
  { pointer: '/matter/involvement', id: 'betrokken', label: 'Is het gezin betrokken?' },
  { pointer: '/matter/involvementReason', id: 'betrokken-uitleg-tekst', label: 'Waarom is dat zo?' },
  { pointer: '/urgency', id: 'spoed', label: 'Spoed' },
  { pointer: '/called', id: 'gebeld', label: 'Eerst bellen' },
  { pointer: '/noticed', id: 'gezien', label: 'Wat is er gezien?' },
  { pointer: '/setting', id: 'aanleiding', label: 'Waar kwam het op?' },
  { pointer: '/tried', id: 'geprobeerd', label: 'Wat is er al geprobeerd?' },
  { pointer: '/lifeDomains', id: 'leefgebieden', label: 'Leefgebieden' },
  { pointer: '/complexity', id: 'ingewikkeld', label: 'Hoe ingewikkeld is het?' },
  ...basisFields,
]

/** Where a field stands in a sheet, by the pointer it has in a signal: the form knows one name for it. */
const inSignal: Partial<Record<keyof Typed, string>> = {
  subject: '/matter/subject',
  name: '/matter/person/name',
  phone: '/matter/person/phone',
  callWhen: '/matter/person/callWhen',
  interpreter: '/matter/person/interpreter',
  involvementReason: '/matter/involvementReason',
}

/** The faults of a sheet (`/typed/name`) or of what was sent (`/signal/matter/…`), by the pointers of the form. */
export const byForm = (faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => {
    const pointer = fault.pointer.replace(/^\/signal(?=\/)/, '')
    const typed = /^\/typed\/(.+)$/.exec(pointer)?.[1]
    return { ...fault, pointer: typed ? (inSignal[typed as keyof Typed] ?? `/${typed}`) : pointer }
  })

/** What the API takes. On a matter that is open already only the signal goes along. */
export function inputOf(typed: Typed, openMatter: string | null) {
  const orNull = (value: string) => (value.trim() === '' ? null : value)
  const isGroup = typed.subject === 'group'
  const person = {
    name: typed.name,
    phone: typed.mayCall === 'yes' ? orNull(typed.phone) : null,
    mayCall: typed.mayCall === 'yes',
    callWhen: orNull(typed.callWhen),
    voicemail: typed.mayCall === 'yes' && typed.voicemail,
    interpreter: orNull(typed.interpreter),
    wheelchair: typed.wheelchair,
  }
  const matter = {
    subject: typed.subject,
    groupSize: isGroup ? typed.groupSize : null,
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
  }
}

/** Not knowing, not agreeing, not reached: each needs a reason. */
export const needsReason = ({ subject, involvement }: Pick<Typed, 'subject' | 'involvement'>) =>
  subject !== 'group' && ['withheld', 'not_reached', 'objects'].includes(involvement)

/** What must still be filled in before it can go out, in the order of the form. The API says the same, but not all at once. */
export function leftEmpty(typed: Typed, openMatter: string | null): Fault[] {
  const missing = new Map<string, string>()
  const need = (pointer: string, value: string, code = 'text.required') => {
    if (value.trim() === '') missing.set(pointer, code)
  }
  const choose = (pointer: string, value: string) => need(pointer, value, 'field.invalid_value')
  if (!openMatter) {
    choose('/matter/theme', typed.theme)
    choose('/matter/subject', typed.subject)
    if (typed.subject === 'group') choose('/matter/groupSize', typed.groupSize)
    else {
      need('/matter/person/name', typed.name)
      choose('/matter/person/mayCall', typed.mayCall)
      choose('/matter/involvement', typed.involvement)
      if (needsReason(typed)) need('/matter/involvementReason', typed.involvementReason)
    }
  }
  choose('/receiverDesk', typed.receiverDesk)
  choose('/urgency', typed.urgency)
  if (typed.urgency === 'acute' && !typed.called) missing.set('/called', 'called.first')
  need('/noticed', typed.noticed)
  choose('/setting', typed.setting)
  choose('/complexity', typed.complexity)
  choose('/basis/ground', typed.basis.ground)
  need('/basis/article', typed.basis.article)
  need('/basis/purpose', typed.basis.purpose)
  need('/basis/necessity', typed.basis.necessity)
  return fields.flatMap(({ pointer }) => {
    const code = missing.get(pointer)
    return code ? [{ pointer, code }] : []
  })
}

/** What there is still to ask: a theme mostly brings its ground along, which is no question before there is a theme. */
export function stillToAsk(left: readonly Fault[]): readonly Fault[] {
  if (!left.some(({ pointer }) => pointer === '/matter/theme')) return left
  return left.filter(({ pointer }) => !['/basis/ground', '/basis/article', '/basis/purpose'].includes(pointer))
}

/**
 * What a choice brings along: a theme the ground that fits it, a group the one ground it has and no person. Never over
 * what somebody chose or wrote themselves.
 */
export function settle(typed: Typed, before: Typed): Typed {
  const proposed = groundOfTheme(before.theme)
  const untouched = typed.basis.ground === '' || typed.basis.ground === proposed
  if (typed.subject !== before.subject && typed.subject === 'group') {
    const basis = withGround(typed.basis, 'no_personal_data')
    return { ...typed, basis: { ...basis, necessity: basis.necessity || 'Er staan geen persoonsgegevens in.' } }
  }
  if (typed.subject !== before.subject && before.subject === 'group') {
    return { ...typed, basis: { ...withGround(typed.basis, groundOfTheme(typed.theme)), necessity: '' } }
  }
  if (typed.theme !== before.theme && typed.subject !== 'group' && untouched) {
    return { ...typed, basis: withGround(typed.basis, groundOfTheme(typed.theme)) }
  }
  return typed
}

/** A draft or a matter that came back, in the form. */
export function typedFrom(matter: MatterView, signal: SignalView | null, start: Typed): Typed {
  const { person } = matter
  const basis: Basis | null = signal?.basis ?? null
  return {
    ...start,
    subject: matter.subject,
    groupSize: matter.groupSize ?? '',
    name: person?.name ?? '',
    phone: person?.phone ?? '',
    mayCall: person ? (person.mayCall ? 'yes' : 'no') : '',
    callWhen: person?.callWhen ?? '',
    voicemail: person?.voicemail ?? false,
    interpreter: person?.interpreter ?? '',
    wheelchair: person?.wheelchair ?? false,
    involvement: matter.involvement,
    involvementReason: matter.involvementReason ?? '',
    theme: matter.theme,
    place: matter.place ?? '',
    basis: basis ?? withGround(noBasis, matter.subject === 'group' ? 'no_personal_data' : groundOfTheme(matter.theme)),
    ...(signal && {
      setting: signal.setting,
      lifeDomains: signal.lifeDomains,
      complexity: signal.complexity,
      urgency: signal.urgency,
      noticed: signal.noticed,
      tried: signal.tried ?? '',
      senderDesk: signal.from.desk?.id ?? '',
      receiverDesk: signal.to.desk?.id ?? '',
    }),
  }
}

/** What is typed in a proposal, and what is sent. Pure. */
import type { AgreementSide, AgreementView, PairFigures, PartnersView } from '../../../api/agreements/schema.ts'
import { isKind } from '../../lib/agreement-words.ts'

export type Typed = {
  /** `ours`: we refer to them. `theirs`: they refer to us. */
  way: string
  /** A kind for which the municipality speaks; empty: the own organisation. */
  behalf: string
  /** An organisation, or a kind. */
  partner: string
  ourDesk: string
  theirDesk: string
  purpose: string
  criteria: string
  needed: string
  contactRoute: string
  answerDays: string
  contactDays: string
  startDays: string
  validFrom: string
  validUntil: string
}

/** The terms begin at the defaults: what is changed is what is agreed. */
export const empty: Typed = {
  way: 'ours',
  behalf: '',
  partner: '',
  ourDesk: '',
  theirDesk: '',
  purpose: '',
  criteria: '',
  needed: '',
  contactRoute: '',
  answerDays: '3',
  contactDays: '5',
  startDays: '10',
  validFrom: '',
  validUntil: '',
}

/** The next version begins with the words of the one before; its days are new. */
export function typedFrom(former: AgreementView, { own, speaksForKinds }: PartnersView): Typed {
  // Who may speak for both sides speaks for the kind, as the database has it.
  const rank = ({ kind, organization }: AgreementSide) =>
    kind ? (speaksForKinds ? 2 : 0) : organization?.id === own.id ? 1 : 0
  const weRefer = rank(former.from) >= rank(former.to)
  const [us, them] = weRefer ? [former.from, former.to] : [former.to, former.from]
  return {
    ...empty,
    way: weRefer ? 'ours' : 'theirs',
    behalf: us.kind ?? '',
    partner: them.kind ?? them.organization?.id ?? '',
    ourDesk: us.desk?.id ?? '',
    theirDesk: them.desk?.id ?? '',
    purpose: former.purpose,
    criteria: former.criteria,
    needed: former.needed,
    contactRoute: former.contactRoute,
    answerDays: String(former.answerDays),
    contactDays: String(former.contactDays),
    startDays: String(former.startDays),
  }
}

/** The terms as practice was: the median of the last quarter, in whole days; where there are too few, what stood there. */
export function fromPractice(typed: Typed, pairs: readonly PairFigures[], ownId: string): Partial<Typed> | null {
  const [from, to] = typed.way === 'ours' ? [ownId, typed.partner] : [typed.partner, ownId]
  const pair = typed.behalf ? undefined : pairs.find((each) => each.from.id === from && each.to.id === to)
  const term = (median: number | null) => (median === null ? null : String(Math.max(1, Math.ceil(median))))
  const [answer, contact, start] = [
    term(pair?.answerDays ?? null),
    term(pair?.contactDays ?? null),
    term(pair?.startDays ?? null),
  ]
  if (!answer && !contact && !start) return null
  return {
    ...(answer && { answerDays: answer }),
    ...(contact && { contactDays: contact }),
    ...(start && { startDays: start }),
  }
}

/** A draft from practice: between whom, and the terms as the last quarter was. */
export function begunWith(
  partner: string,
  way: 'ours' | 'theirs',
  pairs: readonly PairFigures[],
  ownId: string,
): Typed {
  const typed = { ...empty, partner, way }
  return { ...typed, ...fromPractice(typed, pairs, ownId) }
}

/** Nothing typed is no number: the API says so at the field. */
const number = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : null)

export function inputOf(typed: Typed, ownId: string) {
  const us = typed.behalf ? { kind: typed.behalf } : { organizationId: ownId, deskId: typed.ourDesk || null }
  const them = isKind(typed.partner)
    ? { kind: typed.partner }
    : { organizationId: typed.partner, deskId: typed.theirDesk || null }
  const [from, to] = typed.way === 'ours' ? [us, them] : [them, us]
  return {
    from,
    to,
    purpose: typed.purpose,
    criteria: typed.criteria,
    needed: typed.needed,
    contactRoute: typed.contactRoute,
    answerDays: number(typed.answerDays),
    contactDays: number(typed.contactDays),
    startDays: number(typed.startDays),
    validFrom: typed.validFrom,
    validUntil: typed.validUntil || null,
  }
}

/** In the order of the form. Which of the two is the partner depends on the way; both lead to the same field. */
export const fields = [
  { pointer: '/to/organizationId', id: 'partner', label: 'Met wie?' },
  { pointer: '/from/organizationId', id: 'partner', label: 'Met wie?' },
  { pointer: '/purpose', id: 'waarvoor', label: 'Waarvoor?' },
  { pointer: '/criteria', id: 'voor-wie', label: 'Voor wie?' },
  { pointer: '/needed', id: 'nodig', label: 'Wat is nodig?' },
  { pointer: '/contactRoute', id: 'contact', label: 'Hoe bereikt u elkaar?' },
  { pointer: '/answerDays', id: 'antwoord', label: 'Antwoord' },
  { pointer: '/contactDays', id: 'gesprek', label: 'Gesprek met drie' },
  { pointer: '/startDays', id: 'start', label: 'Start van de hulp' },
  { pointer: '/validFrom', id: 'vanaf', label: 'Eerste dag' },
  { pointer: '/validUntil', id: 'tot', label: 'Laatste dag' },
]

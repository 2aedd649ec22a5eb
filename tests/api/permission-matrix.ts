/**
 * Who may what, per route: the line a route must have here before it exists. Roles and answers are written out and not
 * taken from the code: this file and the code must agree, or a test says where they do not.
 *
 * - `own`: the party whose command it is, now. Each role of `roles` gets through, every other is refused.
 * - `shared`: the other party of the same signal, transfer or matter; what it is refused with, or `ok`.
 * - `other` (an organisation that is no party) and `ended` (one that was): as if it did not exist, to the byte.
 * - `anonymous`: nobody is signed in.
 *
 * `ended` is the desk that sent the signal back, or the receiver that declined an earlier offer in the matter.
 */
import type { Role } from '../../api/viewer.ts'

const frontLine: Role[] = ['worker', 'desk_member', 'team_lead', 'consultant', 'crisis_manager']
const withSchool: Role[] = [...frontLine, 'school_team']
const everybody: Role[] = [
  ...withSchool,
  'directory_editor',
  'chief_editor',
  'policy_officer',
  'privacy_officer',
  'administrator',
]

export type SignalState = 'draft' | 'sent' | 'taken' | 'waiting'
export type TransferState =
  'draft' | 'offered' | 'accepted' | 'confirmed' | 'handed_over' | 'started' | 'closed' | 'declined' | 'alarmed'
export type PartyName = 'school' | 'team' | 'partner'

/** A route on one signal, transfer or matter. */
export type ItemLine = {
  on: 'signal' | 'transfer' | 'matter'
  roles: readonly Role[]
  /** Whose command it is, and in what state it can be given. */
  own: PartyName
  state: SignalState | TransferState
  /** What it hears once it is let through; `ok` when absent. */
  answer?: string
  /** The other party, and what it hears. */
  shared: [PartyName, string]
}
/** A route on one thing between two organisations, that has no matter: nobody was a party once and is no more. */
export type BetweenLine = {
  on: 'consult' | 'agreement' | 'report'
  roles: readonly Role[]
  own: PartyName
  state: string
  shared: [PartyName, string]
  /** The code for who is no party; a thing that does not exist gives the same. */
  missing: string
}
/** A route that makes something between two organisations. */
export type MakingLine = { on: 'making'; roles: readonly Role[] }
/** A route that reads or makes something of one's own: nothing of another is reached by it. */
export type OwnLine = { on: 'own'; roles: readonly Role[] }
/** A route on a thing of the whole municipality: who has the role reaches it, from any organisation. */
export type CommonLine = { on: 'concept'; roles: readonly Role[]; state: 'kept' | 'removed'; missing: string }
/** A route without a session. */
export type OpenLine = { on: 'open' }
export type Line = ItemLine | BetweenLine | MakingLine | OwnLine | CommonLine | OpenLine

const signal = (own: PartyName, state: SignalState, shared: string, roles: readonly Role[]): ItemLine => ({
  on: 'signal',
  own,
  state,
  shared: [own === 'school' ? 'team' : 'school', shared],
  roles,
})
const transfer = (own: PartyName, state: TransferState, shared: string): ItemLine => ({
  on: 'transfer',
  own,
  state,
  shared: [own === 'team' ? 'partner' : 'team', shared],
  roles: frontLine,
})
const matter = (shared: string): ItemLine => ({
  on: 'matter',
  own: 'team',
  state: 'declined',
  shared: ['school', shared],
  roles: withSchool,
})

const consult = (own: 'school' | 'team', state: string, shared: string, roles: readonly Role[]): BetweenLine => ({
  on: 'consult',
  own,
  state,
  shared: [own === 'school' ? 'team' : 'school', shared],
  roles,
  missing: 'consult.not_found',
})

/** About a page of `team`; another organisation than that and the municipality sees none of it. */
const report = (state: 'new' | 'settled'): BetweenLine => ({
  on: 'report',
  own: 'team',
  state,
  shared: ['school', 'report.not_found'],
  roles: ['directory_editor', 'chief_editor'],
  missing: 'report.not_found',
})

const agreement = (own: 'school' | 'team', state: string, shared: string, roles: readonly Role[]): BetweenLine => ({
  on: 'agreement',
  own,
  state,
  shared: [own === 'school' ? 'team' : 'school', shared],
  roles,
  missing: 'agreement.not_found',
})
const concept = (state: CommonLine['state']): CommonLine => ({
  on: 'concept',
  state,
  roles: ['chief_editor'],
  missing: 'concept.not_found',
})
const agreeing: Role[] = ['team_lead', 'administrator']

const notYours = 'signal.not_yours'
const not = 'transfer.not_yours'
/** A draft is seen by its maker's organisation only. */
const unseen = { signal: 'signal.not_found', transfer: 'transfer.not_found' }

export const matrix: Record<string, Line> = {
  'POST /session': { on: 'open' },
  'DELETE /session': { on: 'open' },
  'GET /health': { on: 'open' },
  'GET /search': { on: 'open' },
  'POST /search/misses': { on: 'open' },
  'GET /search/misses': { on: 'own', roles: ['chief_editor'] },
  'GET /search/try': { on: 'own', roles: ['chief_editor'] },
  'GET /search/concepts': { on: 'own', roles: ['chief_editor'] },
  'POST /search/concepts': { on: 'making', roles: ['chief_editor'] },
  'PUT /search/concepts/:id': concept('kept'),
  'POST /search/concepts/:id/remove': concept('kept'),
  'POST /search/concepts/:id/restore': concept('removed'),
  'GET /search/counting': { on: 'own', roles: ['administrator'] },
  'POST /search/counting': { on: 'making', roles: ['administrator'] },
  'GET /session': { on: 'own', roles: everybody },
  'GET /colleagues': { on: 'own', roles: withSchool },
  'GET /desks': { on: 'own', roles: withSchool },
  'GET /work': { on: 'own', roles: withSchool },
  'GET /work/export': { on: 'own', roles: withSchool },
  'POST /work/find': { on: 'making', roles: withSchool },
  'GET /team': { on: 'own', roles: withSchool },
  'POST /team/absences': { on: 'making', roles: ['team_lead'] },
  'POST /team/absences/end': { on: 'making', roles: withSchool },
  'POST /team/closings': { on: 'making', roles: ['team_lead'] },
  'POST /team/closings/end': { on: 'making', roles: ['team_lead'] },
  'POST /team/norm': { on: 'making', roles: ['team_lead'] },
  'GET /notifications': { on: 'own', roles: everybody },
  'GET /notifications/unread': { on: 'own', roles: everybody },
  'POST /notifications/read': { on: 'making', roles: everybody },
  'GET /notifications/settings': { on: 'own', roles: everybody },
  'PUT /notifications/settings': { on: 'making', roles: everybody },
  'POST /volgen/': { on: 'open' },
  'POST /volgen/zeggen/': { on: 'open' },
  'POST /volgen/antwoorden/': { on: 'open' },
  'POST /fout-melden/': { on: 'open' },
  'POST /en/fout-melden/': { on: 'open' },

  'GET /matters/:id': matter('ok'),
  'POST /matters/:id/feedback-read': matter('ok'),
  'POST /matters/:id/looking': matter('ok'),
  'POST /matters/:id/left': matter('ok'),
  'POST /matters/:id/plan': matter('matter.not_yours'),
  'POST /matters/:id/follow-code': matter('matter.not_yours'),
  'POST /matters/:id/close': matter('matter.not_yours'),
  'POST /matters/:id/answer-alarm': { ...matter('matter.not_yours'), state: 'alarmed' },

  'POST /signals': { on: 'own', roles: withSchool },
  'PUT /signals/:id': signal('school', 'draft', unseen.signal, withSchool),
  'DELETE /signals/:id': signal('school', 'draft', unseen.signal, withSchool),
  'POST /signals/:id/send': signal('school', 'draft', unseen.signal, withSchool),
  'POST /signals/:id/withdraw': signal('school', 'sent', notYours, withSchool),
  'POST /signals/:id/answer': signal('school', 'waiting', notYours, withSchool),
  'POST /signals/:id/ask-to-withdraw': signal('school', 'taken', notYours, withSchool),
  'POST /signals/:id/take': signal('team', 'sent', notYours, frontLine),
  'POST /signals/:id/redirect': signal('team', 'sent', notYours, frontLine),
  'POST /signals/:id/send-back': signal('team', 'sent', notYours, frontLine),
  'POST /signals/:id/ask': signal('team', 'taken', notYours, frontLine),
  'POST /signals/:id/resume': signal('team', 'waiting', notYours, frontLine),
  'POST /signals/:id/conclude': signal('team', 'taken', notYours, frontLine),
  'POST /signals/:id/assign': signal('team', 'taken', notYours, frontLine),
  'POST /signals/:id/screen': signal('team', 'sent', notYours, frontLine),
  'POST /signals/bulk': { on: 'making', roles: frontLine },

  'POST /transfers': { on: 'own', roles: frontLine },
  'PUT /transfers/:id': transfer('team', 'draft', unseen.transfer),
  'DELETE /transfers/:id': transfer('team', 'draft', unseen.transfer),
  'POST /transfers/:id/offer': transfer('team', 'draft', unseen.transfer),
  'POST /transfers/:id/withdraw': transfer('team', 'offered', not),
  'POST /transfers/:id/make-cold': transfer('team', 'accepted', not),
  'POST /transfers/:id/accept': transfer('partner', 'offered', not),
  'POST /transfers/:id/decline': transfer('partner', 'offered', not),
  'POST /transfers/:id/return': transfer('partner', 'accepted', not),
  'POST /transfers/:id/report-waiting': transfer('partner', 'handed_over', not),
  'POST /transfers/:id/start': transfer('partner', 'handed_over', not),
  'POST /transfers/:id/close': transfer('partner', 'started', not),
  'POST /transfers/:id/reopen': transfer('partner', 'closed', not),
  'POST /transfers/:id/assign': transfer('partner', 'accepted', not),
  'GET /transfers/:id/copy': transfer('partner', 'accepted', not),
  'GET /transfers/:id/seen': transfer('team', 'offered', not),
  'POST /transfers/:id/link': { ...transfer('team', 'offered', not), answer: 'link.not_needed' },
  'POST /transfers/:id/revoke-link': transfer('team', 'offered', not),
  'POST /links/open': { on: 'open' },
  'GET /transfers/:id/contact.ics': transfer('partner', 'accepted', 'ok'),
  'POST /transfers/bulk': { on: 'making', roles: frontLine },
  'POST /transfers/:id/plan-contact': transfer('partner', 'accepted', 'ok'),
  'POST /transfers/:id/contact-failed': transfer('partner', 'accepted', 'ok'),
  'POST /transfers/:id/confirm-contact': transfer('partner', 'accepted', 'ok'),
  'POST /transfers/:id/take-back-confirmation': transfer('team', 'confirmed', 'transfer.not_possible_now'),

  'GET /consults': { on: 'own', roles: withSchool },
  'GET /consults/waiting': { on: 'own', roles: withSchool },
  'GET /consults/addressees': { on: 'own', roles: withSchool },
  'POST /consults': { on: 'making', roles: withSchool },
  'GET /consults/:id': consult('school', 'open', 'ok', withSchool),
  'POST /consults/:id/answer': consult('team', 'open', 'consult.not_yours', ['consultant']),
  'POST /consults/:id/close': consult('school', 'answered', 'consult.not_yours', withSchool),

  'GET /signposts': { on: 'own', roles: withSchool },
  'POST /signposts': { on: 'making', roles: withSchool },

  'GET /reports': { on: 'own', roles: ['directory_editor', 'chief_editor'] },
  'POST /reports/:id/take': report('new'),
  'POST /reports/:id/settle': report('new'),
  'POST /reports/:id/reopen': report('settled'),

  'GET /agreements': { on: 'own', roles: [...withSchool, 'administrator'] },
  'GET /agreements/figures': { on: 'own', roles: [...withSchool, 'administrator'] },
  'GET /agreements/partners': { on: 'own', roles: agreeing },
  'POST /agreements': { on: 'making', roles: agreeing },
  'GET /agreements/:id': agreement('school', 'proposed', 'ok', [...withSchool, 'administrator']),
  'POST /agreements/:id/agree': agreement('team', 'proposed', 'agreement.not_yours', agreeing),
  'POST /agreements/:id/end': agreement('team', 'proposed', 'ok', agreeing),
}

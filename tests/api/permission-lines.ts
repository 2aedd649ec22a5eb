/** What a line of the permission matrix can say, and the kinds of lines there are. */
import type { KeyCommand } from '../../api/partners/codes.ts'
import type { Role } from '../../api/viewer.ts'

export const frontLine: Role[] = ['worker', 'desk_member', 'team_lead', 'consultant', 'crisis_manager']
export const withSchool: Role[] = [...frontLine, 'school_team']
export const everybody: Role[] = [
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
  on: 'consult' | 'agreement' | 'report' | 'sheet' | 'meeting' | 'guidance' | 'api_key'
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
/** A route on one transfer, for a key of a partner's own system that holds this command; or on none, for a list. */
export type KeyLine = { on: 'key'; command: KeyCommand; state: TransferState | null }
/** A route without a session. */
export type OpenLine = { on: 'open' }
export type Line = ItemLine | BetweenLine | MakingLine | OwnLine | CommonLine | KeyLine | OpenLine

export const signal = (own: PartyName, state: SignalState, shared: string, roles: readonly Role[]): ItemLine => ({
  on: 'signal',
  own,
  state,
  shared: [own === 'school' ? 'team' : 'school', shared],
  roles,
})
export const transfer = (own: PartyName, state: TransferState, shared: string): ItemLine => ({
  on: 'transfer',
  own,
  state,
  shared: [own === 'team' ? 'partner' : 'team', shared],
  roles: frontLine,
})
export const matter = (shared: string): ItemLine => ({
  on: 'matter',
  own: 'team',
  state: 'declined',
  shared: ['school', shared],
  roles: withSchool,
})

export const consult = (
  own: 'school' | 'team',
  state: string,
  shared: string,
  roles: readonly Role[],
): BetweenLine => ({
  on: 'consult',
  own,
  state,
  shared: [own === 'school' ? 'team' : 'school', shared],
  roles,
  missing: 'consult.not_found',
})

/** About a page of `team`; another organisation than that and the municipality sees none of it. */
export const report = (state: 'new' | 'settled'): BetweenLine => ({
  on: 'report',
  own: 'team',
  state,
  shared: ['school', 'report.not_found'],
  roles: ['directory_editor', 'chief_editor'],
  missing: 'report.not_found',
})

export const agreement = (
  own: 'school' | 'team',
  state: string,
  shared: string,
  roles: readonly Role[],
): BetweenLine => ({
  on: 'agreement',
  own,
  state,
  shared: [own === 'school' ? 'team' : 'school', shared],
  roles,
  missing: 'agreement.not_found',
})
/** What the administrators of an organisation arrange for its own case system; to everybody else it is not there. */
export const partnerKey = (): BetweenLine => ({
  on: 'api_key',
  own: 'team',
  state: 'works',
  shared: ['school', 'key.not_found'],
  roles: ['administrator'],
  missing: 'key.not_found',
})
export const byKey = (command: KeyCommand, state: KeyLine['state']): KeyLine => ({ on: 'key', command, state })
export const concept = (state: CommonLine['state']): CommonLine => ({
  on: 'concept',
  state,
  roles: ['chief_editor'],
  missing: 'concept.not_found',
})
/** The team wrote it; another consultant of the team checks it. To everybody else it is not there to change. */
export const guidance = (): BetweenLine => ({
  on: 'guidance',
  own: 'team',
  state: 'proposed',
  shared: ['school', 'guidance.not_found'],
  roles: ['consultant'],
  missing: 'guidance.not_found',
})
/** Written in a meeting, so that a colleague of the school sees it too; nobody else does. */
export const sheet = (): BetweenLine => ({
  on: 'sheet',
  own: 'school',
  state: 'kept',
  shared: ['team', 'sheet.not_found'],
  roles: withSchool,
  missing: 'sheet.not_found',
})
/** A meeting of the school, which the team joins. */
export const meeting = (shared: string, roles: readonly Role[]): BetweenLine => ({
  on: 'meeting',
  own: 'school',
  state: 'planned',
  shared: ['team', shared],
  roles,
  missing: 'meeting.not_found',
})
export const agreeing: Role[] = ['team_lead', 'administrator']

export const notYours = 'signal.not_yours'
export const not = 'transfer.not_yours'
/** A draft is seen by its maker's organisation only. */
export const unseen = { signal: 'signal.not_found', transfer: 'transfer.not_found' }

/**
 * Which roles may do what (domain.md section 6). A route names one permission; whether a row may be touched is decided
 * by the life cycle and by the database. `tests/api/permissions` holds the matrix of role × route × relation.
 */
import type { Role, Viewer } from './viewer.ts'

const frontLine = ['worker', 'desk_member', 'team_lead', 'consultant', 'crisis_manager'] as const

const everybody = [
  ...frontLine,
  'school_team',
  'directory_editor',
  'chief_editor',
  'policy_officer',
  'privacy_officer',
  'administrator',
] as const

export const permissions = {
  /** One's own session and name. */
  'session.own': everybody,
  /** How one wants to be told. Not who came in by a link: the account is of whoever is mailed next, too. */
  'settings.choose': everybody,
  /** One's own team: who has what, who is away. A team lead arranges it. */
  'team.read': [...frontLine, 'school_team'],
  'team.manage': ['team_lead'],
  'desk.choose': [...frontLine, 'school_team'],
  'colleague.list': [...frontLine, 'school_team'],
  'work.read': [...frontLine, 'school_team'],
  'matter.read': [...frontLine, 'school_team'],
  'matter.hold': [...frontLine, 'school_team'],
  'signal.send': [...frontLine, 'school_team'],
  'signal.receive': frontLine,
  'transfer.send': frontLine,
  'transfer.receive': frontLine,
  'consult.ask': [...frontLine, 'school_team'],
  'consult.answer': ['consultant'],
  'guidance.check': ['consultant'],
  'meeting.read': [...frontLine, 'school_team'],
  'meeting.plan': ['school_team'],
  'signpost.give': [...frontLine, 'school_team'],
  'report.settle': ['directory_editor', 'chief_editor'],
  'plain_words.read': ['directory_editor', 'chief_editor'],
  'search.words': ['chief_editor'],
  'search.counting': ['administrator'],
  'agreement.read': [...frontLine, 'school_team', 'administrator'],
  'agreement.make': ['team_lead', 'administrator'],
  /** Of which kind each organisation is; of the municipality only. */
  'organization.kind': ['administrator'],
  /** Keys of one's own case system, and where it is told that something changed. */
  'partner.manage': ['administrator'],
  /** Whom one-time links are mailed to, where nobody has an account. */
  'link.contact': ['administrator'],
} as const satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof permissions

/** What somebody who came in by a link may do: receive that one transfer. */
const byLink: readonly Permission[] = ['session.own', 'colleague.list', 'matter.read', 'transfer.receive']

/** What a partner's system may do with its key: receive; which commands is written in the key. */
const byKey: readonly Permission[] = ['transfer.receive']

/** Everything this viewer may do: what their screens show the way to. */
export const allThatMay = (viewer: Viewer): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((permission) => may(viewer, permission))

/** Whether one of the viewer's roles holds the permission. */
export const may = (viewer: Viewer, permission: Permission): boolean =>
  (viewer.only === null || byLink.includes(permission)) &&
  (viewer.key === null || byKey.includes(permission)) &&
  permissions[permission].some((role) => viewer.roles.includes(role))

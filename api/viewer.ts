/** The roles of domain.md section 6 that an account can hold; a role never crosses organisations. */
export const roles = [
  'worker',
  'school_team',
  'desk_member',
  'team_lead',
  'consultant',
  'crisis_manager',
  'directory_editor',
  'chief_editor',
  'policy_officer',
  'privacy_officer',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** Who is asking, as the session says it. Accounts are named by function ("Team Lindeveen-Noord"), not by person. */
export type Viewer = {
  userId: string
  name: string
  organizationId: string
  roles: readonly Role[]
  /** Desks of the own organisation this account works at. */
  deskIds: readonly string[]
  /** The one transfer that somebody without an account of their own may see, through a link; null for who signed in. */
  only: string | null
  /** When the session ends if nothing more is asked in it. */
  sessionEnds?: Date
  /** The key of a partner's own system that asks; null for people. */
  key: string | null
}

/** The codes of an agreement that travel, and that the site has words for. */

/** The kinds of organisations an agreement can be for; which one is of which kind, the municipality says. */
export const kinds = [
  'primary_school',
  'secondary_school',
  'vocational_school',
  'social_team',
  'municipality',
  'welfare',
  'volunteers',
  'debt_help',
  'work_and_income',
  'youth_health',
  'youth_care',
  'parenting_support',
  'general_practice',
  'home_care',
  'mental_health',
  'addiction_care',
  'housing',
  'safety',
] as const
export type Kind = (typeof kinds)[number]

export const statuses = ['proposed', 'agreed', 'ended'] as const
export type Status = (typeof statuses)[number]

/** Where an agreement stands on a day: what was agreed may still have to begin, be over, or have a newer one in its place. */
export const standings = ['proposed', 'coming', 'in_force', 'superseded', 'expired', 'ended'] as const
export type Standing = (typeof standings)[number]

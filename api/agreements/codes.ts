/** The codes of an agreement that travel, and that the site has words for. */

export const statuses = ['proposed', 'agreed', 'ended'] as const
export type Status = (typeof statuses)[number]

/** Where an agreement stands on a day: what was agreed may still have to begin, be over, or have a newer one in its place. */
export const standings = ['proposed', 'coming', 'in_force', 'superseded', 'expired', 'ended'] as const
export type Standing = (typeof standings)[number]

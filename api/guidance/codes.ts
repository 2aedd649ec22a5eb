/** The codes of guidance that travel, and that the site has words for. */

export const statuses = ['proposed', 'checked', 'refused'] as const
export type Status = (typeof statuses)[number]

/** The codes of a consult that travel, and that the site has words for. */

export const statuses = ['open', 'answered', 'closed'] as const
export type Status = (typeof statuses)[number]

/** What the asker will do with the answer: solve it at line 0, do it together, or apply for a provision. */
export const decisions = ['line0', 'together', 'apply'] as const
export type Decision = (typeof decisions)[number]

/** What can be wrong with an entry of the directory; the site has the words. */
export const reportKinds = ['phone', 'address', 'hours', 'stopped', 'text', 'other'] as const
export type ReportKind = (typeof reportKinds)[number]

export const reportStatuses = ['new', 'in_hand', 'settled'] as const
export type ReportStatus = (typeof reportStatuses)[number]

/** What became of it: the page was mended, it was right after all, the organisation was told, nobody understood it. */
export const reportOutcomes = ['mended', 'was_right', 'passed_on', 'unclear'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

/** How long what is typed may be: as the fields of the form and the columns of the table have it. */
export const reportLimits = { about: 300, words: 1000, answer: 254, note: 1000 } as const

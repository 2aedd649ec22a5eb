/** What can be wrong with an entry of the directory; the site has the words. */
export const reportKinds = ['phone', 'address', 'hours', 'stopped', 'text', 'other'] as const
export type ReportKind = (typeof reportKinds)[number]

/** How long what is typed may be: as the fields of the form and the columns of the table have it. */
export const reportLimits = { about: 300, words: 1000, answer: 254 } as const

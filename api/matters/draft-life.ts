/** How long what nobody sent is kept. Pure. */

/** Months after it was last written in. Source: protection.md 2.5, an unaccepted signal. */
export const DRAFT_MONTHS = 3

/** The day, as `YYYY-MM-DD`, on which a draft last written in on `keptOn` is erased: the last of a shorter month. */
export function erasedOn(keptOn: string): string {
  const [year = 0, month = 1, day = 1] = keptOn.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + DRAFT_MONTHS, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + DRAFT_MONTHS, Math.min(day, lastOfMonth))).toISOString().slice(0, 10)
}

/** What an organisation reads of the addresses it gave: months, and no number small enough to point at somebody. Pure. */

/** Below this a number could point at somebody. Source: protection.md section 2.7. */
export const LEAST_SHOWN = 10
/** How many months are shown, this one included. */
export const MONTHS_SHOWN = 12

/** `count` is null where it is below ten, none included: that nobody was helped is a small number too. */
export type Month = { month: string; count: number | null }

/** The last months up to the one of `today` (`2026-11-23`), newest first, with what may be shown of each. */
export function monthsUntil(today: string, counted: ReadonlyMap<string, number>): Month[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return Array.from({ length: MONTHS_SHOWN }, (_, back) => {
    const at = new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7)
    const count = counted.get(at) ?? 0
    return { month: at, count: count < LEAST_SHOWN ? null : count }
  })
}

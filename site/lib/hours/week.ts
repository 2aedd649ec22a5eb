/** The ordinary week of a service, for the index: when one of its doors opens in any week. Build time only. */
import type { Rule } from './rules.ts'

const day = 1440
type Opening = [day: number, from: number, until: number]

/**
 * Day (1 is Monday), from and until in minutes. Ordinary hours only: seasons and exceptions are for the page, which
 * reckons with the date; what is open some weeks of the month is not part of every week. What runs past midnight is two
 * openings.
 */
export function regularWeek(doors: readonly (readonly Rule[])[]): Opening[] {
  const openings = doors.flat().flatMap(({ k, d, n, m, i, o, c }): Opening[] => {
    const everyWeek = k === 0 && m === undefined && n === undefined && i === undefined
    if (!everyWeek || o === undefined || c === undefined) return []
    return (d ?? [0, 1, 2, 3, 4, 5, 6]).flatMap((weekday): Opening[] =>
      c <= day
        ? [[weekday + 1, o, c]]
        : [
            [weekday + 1, o, day],
            [((weekday + 1) % 7) + 1, 0, c - day],
          ],
    )
  })
  const different = new Map(openings.map((opening) => [opening.join(' '), opening]))
  return [...different.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
}

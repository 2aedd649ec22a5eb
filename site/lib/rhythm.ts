/** The days of a yearly rhythm: from a first day, every so many weeks, until a last day. Pure; days as `YYYY-MM-DD`. */

const DAY_MS = 86_400_000
const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** Most meetings that are planned at once. */
export const MOST_DAYS = 40

/** At least the first day itself; `weeks` 0 plans that day alone. Empty when a day is not filled in yet. */
export function rhythm(first: string, weeks: number, until: string): string[] {
  if (!/^\d{4}-\d\d-\d\d$/.test(first)) return []
  if (weeks <= 0 || !/^\d{4}-\d\d-\d\d$/.test(until)) return [first]
  const days: string[] = []
  for (
    let at = noon(first).getTime();
    at <= noon(until).getTime() && days.length < MOST_DAYS;
    at += weeks * 7 * DAY_MS
  ) {
    days.push(new Date(at).toISOString().slice(0, 10))
  }
  return days.length > 0 ? days : [first]
}

/**
 * Deadlines worked out a second time, by other means: Easter by Gauss's rule as Butcher wrote it, the Dutch holidays by
 * hand, summer time by the rule of the European directive. Nothing of `api/calendar.ts` or its libraries is used.
 */
const DAY = 86_400_000
const utc = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day)
export const iso = (at: number) => new Date(at).toISOString().slice(0, 10)

function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return utc(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}

/** Days on which desks are closed by custom, of one year. Good Friday and Liberation Day are ordinary working days. */
function holidays(year: number): Set<string> {
  const sunday = easter(year)
  const kings = utc(year, 4, 27)
  return new Set(
    [
      utc(year, 1, 1),
      sunday + DAY,
      sunday + 39 * DAY,
      sunday + 50 * DAY,
      // On a Sunday the King's birthday is kept the day before.
      new Date(kings).getUTCDay() === 0 ? kings - DAY : kings,
      utc(year, 12, 25),
      utc(year, 12, 26),
    ].map(iso),
  )
}

const lastSunday = (year: number, month: number) => {
  const last = utc(year, month + 1, 0)
  return last - new Date(last).getUTCDay() * DAY
}
/** Minutes that Dutch clocks are ahead of UTC at this moment: summer time from the last Sunday of March, 01:00 UTC, to that of October. */
export function ahead(at: number): number {
  const year = new Date(at).getUTCFullYear()
  const [from, until] = [lastSunday(year, 3) + 3_600_000, lastSunday(year, 10) + 3_600_000]
  return at >= from && at < until ? 120 : 60
}

/** Midnight in the Netherlands at the end of this day, as UTC. */
function endOf(day: number): number {
  const midnight = day + DAY
  // The clock changes at one in the night UTC, so midnight has the offset of just before.
  return midnight - ahead(midnight - 2 * 3_600_000) * 60_000
}

export type Closed = { from: string; until: string }

/** The end of the `days`-th working day after `from`: counted one day at a time, and nothing more clever. */
export function deadline(from: number, days: number, closed: readonly Closed[]): number {
  let day = Math.floor((from + ahead(from) * 60_000) / DAY) * DAY
  for (let left = days; left > 0;) {
    day += DAY
    const [weekday, date] = [new Date(day).getUTCDay(), iso(day)]
    const free = weekday === 0 || weekday === 6 || holidays(new Date(day).getUTCFullYear()).has(date)
    if (!free && !closed.some((period) => period.from <= date && date <= period.until)) left -= 1
  }
  return endOf(day)
}

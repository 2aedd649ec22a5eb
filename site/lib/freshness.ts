/** How old the last check of an entry is (domain.md section 4, directory entry): it decays visibly. */
export type Freshness = 'fresh' | 'ageing' | 'stale' | 'never'

/** `verifiedOn` and `today` as `YYYY-MM-DD`. Under 6 months fresh, over 12 months stale. */
export function freshness(verifiedOn: string | null, today: string): Freshness {
  if (!verifiedOn) return 'never'
  if (verifiedOn > monthsBefore(today, 6)) return 'fresh'
  return verifiedOn >= monthsBefore(today, 12) ? 'ageing' : 'stale'
}

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - months)
  return date.toISOString().slice(0, 10)
}

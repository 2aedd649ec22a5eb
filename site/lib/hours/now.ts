/** Is it open, until when, and when next? Reckoned on the device from the rules of a door: a static page stays right. */
import type { Rule } from './rules.ts'
import { dateOf, dayAt, momentOf } from './zone.ts'

/** Names of public holidays by the number of their day. */
export type Holidays = Readonly<Record<number, string>>

export type Status =
  | { open: true; until: number | null; byPhone: boolean }
  /** `next` is null when it does not open within the year; `holiday` is why it is closed today. */
  | { open: false; next: number | null; byPhone: boolean; holiday: string | null }

type Span = { from: number; to: number; byPhone: boolean }

/** A year and a bit: what opens later is not news. */
const FARTHEST = 400
/** Longer than this without a pause is "day and night". */
const ALWAYS = 7

/** The status at `now` (milliseconds) of a place with one or more doors: open when one of them is. */
export function statusOf(doors: readonly (readonly Rule[])[], now: number, holidays: Holidays): Status {
  const today = dayAt(now)
  const spansOn = (day: number): Span[] =>
    doors
      .flatMap((rules) => rulesOn(rules, day, holidays))
      .map(({ o = 0, c = 0, t }) => ({ from: momentOf(day, o), to: momentOf(day, c), byPhone: t === 1 }))
      .filter(({ from, to }) => to > from)

  const near = [today - 1, today, today + 1].flatMap(spansOn)
  // Whoever stands at a door is told of the door before the telephone.
  const current = near
    .filter(({ from, to }) => from <= now && now < to)
    .toSorted((a, b) => Number(a.byPhone) - Number(b.byPhone) || b.to - a.to)[0]
  if (current) return { open: true, until: endOf(current, today, spansOn), byPhone: current.byPhone }

  for (let day = today; day < today + FARTHEST; day += 1) {
    const next = spansOn(day)
      .filter(({ from }) => from > now)
      .toSorted((a, b) => a.from - b.from || Number(a.byPhone) - Number(b.byPhone))[0]
    if (next) return { open: false, next: next.from, byPhone: next.byPhone, holiday: whyClosed(doors, today, holidays) }
  }
  return { open: false, next: null, byPhone: false, holiday: null }
}

/** Spans of the same sort that meet are one opening; null when it goes on and on. */
function endOf(current: Span, today: number, spansOn: (day: number) => Span[]): number | null {
  let { to } = current
  for (let day = today - 1; day <= today + ALWAYS; day += 1) {
    const spans = spansOn(day).filter(({ byPhone }) => byPhone === current.byPhone)
    for (const span of spans.toSorted((a, b) => a.from - b.from)) if (span.from <= to && span.to > to) to = span.to
  }
  return to > momentOf(today + ALWAYS, 0) ? null : to
}

/** Today's holiday, when without it there would have been hours today. */
function whyClosed(doors: readonly (readonly Rule[])[], today: number, holidays: Holidays): string | null {
  const name = holidays[today]
  if (name === undefined) return null
  const closedByIt = doors.some(
    (rules) => rulesOn(rules, today, {}).length > 0 && rulesOn(rules, today, holidays).length === 0,
  )
  return closedByIt ? name : null
}

/** The rules with hours that begin on this day. */
function rulesOn(rules: readonly Rule[], day: number, holidays: Holidays): Rule[] {
  const valid = rules.filter(({ a = -Infinity, z = Infinity }) => a <= day && day <= z)
  const exceptions = valid.filter(({ k }) => k === 2)
  if (exceptions.length > 0) {
    const length = ({ a = 0, z = 0 }: Rule) => z - a
    const shortest = Math.min(...exceptions.map(length))
    return exceptions.filter((rule) => length(rule) === shortest && rule.c !== undefined)
  }
  const due = valid.filter((rule) => (rule.h === 1 || holidays[day] === undefined) && falls(rule, day))
  const season = due.filter(({ k }) => k === 1)
  return season.length > 0 ? season : due
}

const weekday = (day: number) => (day + 3) % 7

function falls(rule: Rule, day: number): boolean {
  const { d, n, m, i = 1, s = 0 } = rule
  const date = dateOf(day)
  const dayOfMonth = date.getUTCDate()
  const left = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate() - dayOfMonth
  const monthly = n !== undefined || m !== undefined
  if (i > 1) {
    const months = (at: Date) => at.getUTCFullYear() * 12 + at.getUTCMonth()
    const steps = monthly ? months(date) - months(dateOf(s)) : Math.floor((day + 3) / 7) - Math.floor((s + 3) / 7)
    if (steps % i !== 0) return false
  }
  if (m) return m.some((one) => (one > 0 ? one === dayOfMonth : -one === left + 1))
  if (!d) return true
  return d.some((one, at) => {
    if (one !== weekday(day)) return false
    const nth = n?.[at] ?? 0
    return nth === 0 || nth === (nth > 0 ? Math.ceil(dayOfMonth / 7) : -Math.ceil((left + 1) / 7))
  })
}

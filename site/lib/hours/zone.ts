/** The clock on the wall in the Netherlands, from the device's own time zone tables. Days are counted from 1970. */
const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000

const wall = {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
} as const
/** Made when it is first needed: on an old telephone that takes as long as a frame. */
let clock: Intl.DateTimeFormat | null = null

/** How far the clock is ahead of UTC in this hour, as the device's tables have it. */
function lookedUp(hour: number): number {
  const part: Record<string, number> = {}
  clock ??= new Intl.DateTimeFormat('en-GB', wall)
  for (const { type, value } of clock.formatToParts(hour * HOUR)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour: onClock = 0, minute = 0 } = part
  return Date.UTC(year, month - 1, day, onClock, minute) - hour * HOUR
}

/** A look in the tables is dear, and clocks change on the hour only: each hour is looked up once. */
const known = new Map<number, number>()

/** How far the clock is ahead of UTC at this moment. */
function ahead(at: number): number {
  const hour = Math.floor(at / HOUR)
  const found = known.get(hour) ?? lookedUp(hour)
  known.set(hour, found)
  return found
}

/** What the clock says at this moment, as if it were UTC. */
const shown = (at: number) => Math.floor(at / MINUTE) * MINUTE + ahead(at)

/** The day it is there, as a number. */
export const dayAt = (at: number): number => Math.floor(shown(at) / DAY)

/**
 * The moment at which the clock says `minutes` past midnight of `day`; minutes may run past midnight. A time that comes
 * twice (end of summer time) is the first of the two, one that never comes is as much later (RFC 5545, Temporal's
 * "compatible").
 */
export function momentOf(day: number, minutes: number): number {
  const asIfUtc = day * DAY + minutes * MINUTE
  const before = ahead(asIfUtc - DAY / 4)
  const after = ahead(asIfUtc + DAY / 4)
  const first = asIfUtc - before
  return before === after || ahead(first) === before || ahead(asIfUtc - after) !== after ? first : asIfUtc - after
}

/** The time of day there, in minutes. */
export const minutesAt = (at: number): number => Math.floor((shown(at) % DAY) / MINUTE)

/** `2026-03-03` → its number. */
export const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY)
/** A day's number as a date at midnight UTC, for its parts and names. */
export const dateOf = (day: number): Date => new Date(day * DAY)

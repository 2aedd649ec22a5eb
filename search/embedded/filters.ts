/** Which documents the filters leave, how many there are of each value, and how far they are. */
import type { SearchAnswer, SearchQuery } from '../engine.ts'
import type { Column, Columns } from './columns.ts'

/** Per value of a column 1 when it passes; `null` lets all pass. */
type Pass = Uint8Array | null

function pass<Value>(column: Column<Value>, wanted: boolean, test: (value: Value) => boolean): Pass {
  return wanted ? Uint8Array.from(column.values, (value) => (test(value) ? 1 : 0)) : null
}

const some = (list: readonly unknown[] | undefined): list is readonly unknown[] => list !== undefined && list.length > 0

export type Sieve = {
  /**
   * 0 when the document passes; 1, 2 or 3 when only its theme, target group or line keeps it out, which those counts
   * want to know; 4 when it is out.
   */
  test(document: number): 0 | 1 | 2 | 3 | 4
}

/** `null` when nothing is filtered on. */
export function sieveOf(columns: Columns, query: SearchQuery): Sieve | null {
  const { themes, targetGroups, languages, access, opening } = columns
  const byTheme = pass(themes, some(query.themes), (values) => values.some((value) => query.themes?.includes(value)))
  const byGroup = pass(targetGroups, some(query.targetGroups), (values) =>
    values.some((value) => query.targetGroups?.includes(value)),
  )
  const byLine = pass(access, some(query.lines), ({ line }) => line !== null && query.lines?.includes(line) === true)
  const byLanguage = pass(languages, some(query.languages), (values) =>
    values.some((value) => query.languages?.includes(value)),
  )
  const { age, free } = query
  const byAccess = pass(access, age !== undefined || free === true, (value) => {
    return (
      (free !== true || value.free) &&
      (age === undefined || (age >= value.minimumAge && (value.maximumAge === 255 || age <= value.maximumAge)))
    )
  })
  const moment = query.openAt === undefined ? null : momentOf(query.openAt)
  const hours = opening ?? { values: [[]], of: new Uint16Array(columns.count) }
  const byOpening = pass(hours, moment !== null, (list) =>
    list.some(
      ([day, from, until]) => moment !== null && day === moment.day && moment.minute >= from && moment.minute < until,
    ),
  )
  const inside = query.bbox === undefined ? null : boxOf(columns, query.bbox)

  if (!byTheme && !byGroup && !byLine && !byLanguage && !byAccess && !byOpening && !inside) return null
  return {
    test(document) {
      if (byLanguage && !byLanguage[languages.of[document] as number]) return 4
      if (byAccess && !byAccess[access.of[document] as number]) return 4
      if (byOpening && !byOpening[hours.of[document] as number]) return 4
      if (inside && !inside(document)) return 4
      const theme = byTheme !== null && !byTheme[themes.of[document] as number]
      const group = byGroup !== null && !byGroup[targetGroups.of[document] as number]
      const line = byLine !== null && !byLine[access.of[document] as number]
      if (theme) return group || line ? 4 : 1
      if (group) return line ? 4 : 2
      return line ? 3 : 0
    },
  }
}

function boxOf(
  { pointStart, latitudes, longitudes }: Columns,
  [west, south, east, north]: [number, number, number, number],
) {
  const [left, bottom, right, top] = [west, south, east, north].map((degrees) => degrees * 100_000) as [
    number,
    number,
    number,
    number,
  ]
  return (document: number) => {
    for (let at = pointStart[document] as number; at < (pointStart[document + 1] as number); at++) {
      const latitude = latitudes[at] as number
      const longitude = longitudes[at] as number
      if (longitude >= left && longitude <= right && latitude >= bottom && latitude <= top) return true
    }
    return false
  }
}

const dutch = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Day and minute in Dutch time; a moment that is none is never open. */
export function momentOf(at: Date | string): { day: number; minute: number } {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return { day: 0, minute: -1 }
  const parts = Object.fromEntries(dutch.formatToParts(date).map(({ type, value }) => [type, value]))
  return { day: days.indexOf(parts.weekday ?? '') + 1, minute: Number(parts.hour) * 60 + Number(parts.minute) }
}

/** How many there are of each value, counted as if that facet were not filtered on. */
export class Counts {
  private readonly themes: Uint32Array
  private readonly groups: Uint32Array
  private readonly access: Uint32Array
  private readonly columns: Columns

  constructor(columns: Columns) {
    this.columns = columns
    this.themes = new Uint32Array(columns.themes.values.length)
    this.groups = new Uint32Array(columns.targetGroups.values.length)
    this.access = new Uint32Array(columns.access.values.length)
  }

  add(document: number, outcome: 0 | 1 | 2 | 3): void {
    const { themes, targetGroups, access } = this.columns
    if (outcome <= 1) more(this.themes, themes.of[document] as number)
    if (outcome === 0 || outcome === 2) more(this.groups, targetGroups.of[document] as number)
    if (outcome === 0 || outcome === 3) more(this.access, access.of[document] as number)
  }

  answer(): SearchAnswer['facets'] {
    const { themes, targetGroups, access } = this.columns
    const lines = access.values.map(({ line }) => (line === null ? [] : [String(line)]))
    return {
      themes: named(this.themes, themes.values),
      targetGroups: named(this.groups, targetGroups.values),
      lines: named(this.access, lines),
    }
  }
}

const more = (counts: Uint32Array, at: number) => (counts[at] = (counts[at] as number) + 1)

function named(counts: Uint32Array, values: readonly (readonly string[])[]): Record<string, number> {
  const result: Record<string, number> = {}
  for (const [number, codes] of values.entries()) {
    const count = counts[number] as number
    if (count > 0) for (const code of new Set(codes)) result[code] = (result[code] ?? 0) + count
  }
  return result
}

const toRadians = Math.PI / 180 / 100_000

/** Kilometres from a point to the nearest door of each document; without a door (phone, online) infinitely far. */
export class Distances {
  private readonly columns: Columns
  private readonly places: Float64Array

  constructor(columns: Columns) {
    this.columns = columns
    const { latitudes, longitudes } = columns
    // Points on the unit sphere, made once: comparing them takes three multiplications and no sine.
    this.places = new Float64Array(latitudes.length * 3)
    for (let n = 0; n < latitudes.length; n++) {
      this.places.set(onSphere((latitudes[n] as number) * toRadians, (longitudes[n] as number) * toRadians), n * 3)
    }
  }

  from(latitude: number, longitude: number): (document: number) => number {
    const [x, y, z] = onSphere((latitude * Math.PI) / 180, (longitude * Math.PI) / 180)
    const { pointStart } = this.columns
    const { places } = this
    return (document) => {
      let nearest = Infinity
      for (let at = pointStart[document] as number; at < (pointStart[document + 1] as number); at++) {
        const dx = (places[at * 3] as number) - x
        const dy = (places[at * 3 + 1] as number) - y
        const dz = (places[at * 3 + 2] as number) - z
        const chord = dx * dx + dy * dy + dz * dz
        if (chord < nearest) nearest = chord
      }
      return nearest === Infinity ? Infinity : 12_742 * Math.asin(Math.sqrt(nearest) / 2)
    }
  }
}

function onSphere(latitude: number, longitude: number): [number, number, number] {
  const around = Math.cos(latitude)
  return [around * Math.cos(longitude), around * Math.sin(longitude), Math.sin(latitude)]
}

/** Which documents the filters leave, how many there are of each value, and how far they are. */
import type { SearchAnswer, SearchQuery } from '../engine.ts'
import type { Access, Column, Columns, Points } from './columns.ts'
import type { Kinds } from './kinds.ts'

export type Sieve = {
  /**
   * Per kind 0 when it passes; 1, 2 or 3 when only its theme, target group or line keeps it out, which those counts want
   * to know; 4 when it is out.
   */
  kinds: Uint8Array
  /** What is asked of a document and not of its kind: where, when and in which language; `null` when nothing is. */
  test: ((document: number) => boolean) | null
}

const some = <Value>(list: readonly Value[] | undefined): list is readonly Value[] => (list?.length ?? 0) > 0

/** `null` when nothing is filtered on. */
export function sieveOf(columns: Columns, query: SearchQuery): Sieve | null {
  const test = testOf(columns, query)
  const { themes, targetGroups, lines, age, free } = query
  const ofKinds = some(themes) || some(targetGroups) || some(lines) || age !== undefined || free === true
  return test || ofKinds ? { kinds: outcomes(columns.kinds, query), test } : null
}

function outcomes(kinds: Kinds, { themes, targetGroups, lines, age, free }: SearchQuery): Uint8Array {
  const lacks = (wanted: readonly string[] | undefined, codes: readonly string[]) =>
    some(wanted) && !codes.some((code) => wanted.includes(code))
  return Uint8Array.from(kinds.size, (_, kind) => {
    const { line, minimumAge, maximumAge, free: costsNothing } = kinds.access[kind] as Access
    if (free === true && !costsNothing) return 4
    if (age !== undefined && !(age >= minimumAge && (maximumAge === 255 || age <= maximumAge))) return 4
    const out = [
      lacks(themes, kinds.themes[kind] as string[]),
      lacks(targetGroups, kinds.targetGroups[kind] as string[]),
      some(lines) && (line === null || !lines.includes(line)),
    ]
    const misses = out.filter(Boolean).length
    return misses === 0 ? 0 : misses > 1 ? 4 : out.indexOf(true) + 1
  })
}

function testOf(columns: Columns, { languages: wanted, openAt, bbox }: SearchQuery): Sieve['test'] {
  const { languages, opening } = columns
  const byLanguage = some(wanted) ? passing(languages, (codes) => codes.some((code) => wanted.includes(code))) : null
  const moment = openAt === undefined ? null : momentOf(openAt)
  const hours = opening ?? { values: [[]], of: new Uint16Array(columns.count) }
  const byOpening =
    moment &&
    passing(hours, (list) =>
      list.some(([day, from, until]) => day === moment.day && moment.minute >= from && moment.minute < until),
    )
  const inside = bbox === undefined ? null : boxOf(columns, bbox)
  if (!byLanguage && !byOpening && !inside) return null
  return (document) =>
    (byLanguage === null || byLanguage[languages.of[document] as number] === 1) &&
    (byOpening === null || byOpening[hours.of[document] as number] === 1) &&
    (inside === null || inside(document))
}

/** Per value of a column 1 when it passes. */
const passing = <Value>(column: Column<Value>, test: (value: Value) => boolean) =>
  Uint8Array.from(column.values, (value) => (test(value) ? 1 : 0))

function boxOf({ points }: Columns, [west, south, east, north]: readonly [number, number, number, number]) {
  const [left = 0, bottom = 0, right = 0, top = 0] = [west, south, east, north].map((degrees) => degrees * 100_000)
  if (points === null) return () => false
  const { start, latitudes, longitudes } = points
  return (document: number) => {
    for (let at = start[document] as number; at < (start[document + 1] as number); at++) {
      const latitude = latitudes[at] as number
      const longitude = longitudes[at] as number
      if (longitude >= left && longitude <= right && latitude >= bottom && latitude <= top) return true
    }
    return false
  }
}

const wall = {
  timeZone: 'Europe/Amsterdam',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const
/** Made when it is first asked for: that takes as long as opening the index. */
let dutch: Intl.DateTimeFormat | null = null
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Day and minute in Dutch time; a moment that is none is never open. */
export function momentOf(at: Date | string): { day: number; minute: number } {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return { day: 0, minute: -1 }
  dutch ??= new Intl.DateTimeFormat('en-GB', wall)
  const parts = Object.fromEntries(dutch.formatToParts(date).map(({ type, value }) => [type, value]))
  return { day: days.indexOf(parts.weekday ?? '') + 1, minute: Number(parts.hour) * 60 + Number(parts.minute) }
}

/** How many there are, and of each value, counted as if that facet were not filtered on. */
export class Counts {
  /** Documents found, whatever the sieve says of their kind. */
  readonly perKind: Uint32Array
  private readonly kinds: Kinds
  private readonly outcome: Uint8Array | null

  constructor({ kinds }: Columns, sieve: Sieve | null) {
    this.kinds = kinds
    this.outcome = sieve?.kinds ?? null
    this.perKind = new Uint32Array(kinds.size.length)
  }

  total(): number {
    return this.perKind.reduce((sum, count, kind) => sum + (this.outcome?.[kind] ? 0 : count), 0)
  }

  facets(): SearchAnswer['facets'] {
    const { themes, targetGroups, access } = this.kinds
    return {
      themes: this.named(1, (kind) => themes[kind] as string[]),
      targetGroups: this.named(2, (kind) => targetGroups[kind] as string[]),
      lines: this.named(3, (kind) => {
        const { line } = access[kind] as Access
        return line === null ? [] : [String(line)]
      }),
    }
  }

  private named(facet: number, codesOf: (kind: number) => string[]): Record<string, number> {
    const result: Record<string, number> = {}
    for (const [kind, count] of this.perKind.entries()) {
      const outcome = this.outcome?.[kind] ?? 0
      if (count === 0 || (outcome !== 0 && outcome !== facet)) continue
      for (const code of codesOf(kind)) result[code] = (result[code] ?? 0) + count
    }
    return result
  }
}

const toRadians = Math.PI / 180 / 100_000

/** Kilometres from a point to the nearest door of each document; without a door (phone, online) infinitely far. */
export class Distances {
  private readonly points: Points
  private readonly places: Float64Array

  constructor(points: Points) {
    this.points = points
    const { latitudes, longitudes } = points
    // Points on the unit sphere, made once: comparing them takes three multiplications and no sine.
    this.places = new Float64Array(latitudes.length * 3)
    for (let n = 0; n < latitudes.length; n++) {
      this.places.set(onSphere((latitudes[n] as number) * toRadians, (longitudes[n] as number) * toRadians), n * 3)
    }
  }

  from(latitude: number, longitude: number): (document: number) => number {
    const [x, y, z] = onSphere((latitude * Math.PI) / 180, (longitude * Math.PI) / 180)
    const { start } = this.points
    const { places } = this
    return (document) => {
      let nearest = Infinity
      for (let at = start[document] as number; at < (start[document + 1] as number); at++) {
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

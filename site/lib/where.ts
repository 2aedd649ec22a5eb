/**
 * Where somebody is, out of what they type: the name of a place with typing errors, or a postcode in any notation. All on
 * the device, from static tables; nothing typed is sent anywhere.
 */
export type KnownPlace = { code: string; name: string; latitude: number; longitude: number }
/** The middle of each postcode area by its four digits, as `/kaart/postcodes.json` has it. */
export type Postcodes = Readonly<Record<string, readonly [latitude: number, longitude: number]>>
export type Point = { latitude: number; longitude: number }

export type Where =
  | { kind: 'place'; name: string; place: string; point: Point }
  /** `place` is the nearest place to that postcode. */
  | { kind: 'postcode'; name: string; place: string; point: Point }
  | { kind: 'here'; name: string; place: string; point: Point }
  | { kind: 'unknown' }

/** The four digits when it looks like a postcode: "0951ab", "09 51 AB", "NL-0951 AB", "Turfkade 20, 0951 AB Lindeveen". */
export function postcodeIn(typed: string): string | null {
  const text = typed
    .toUpperCase()
    .replace(/[\s.\-_\u00a0]+/g, ' ')
    .trim()
  // An O for a nought, as people read it from paper; only where a whole postcode stands by itself.
  const alone = /^(?:POSTCODE |PC |NL )*([0-9O](?: ?[0-9O]){3}) ?([A-Z] ?[A-Z]?)?$/.exec(text)
  const inside = /(?:^|[ ,])(\d{4}) ?[A-Z]{2}(?=$|[ ,])/.exec(text)
  const found = (alone ?? inside)?.[1]
  return found === undefined ? null : found.replaceAll(' ', '').replaceAll('O', '0')
}

/** Null when nothing was typed. */
export function whereIs(typed: string, places: readonly KnownPlace[], postcodes: Postcodes): Where | null {
  if (typed.trim() === '') return null
  const digits = postcodeIn(typed)
  if (digits !== null) {
    const middle = postcodes[digits]
    if (!middle) return { kind: 'unknown' }
    const point = { latitude: middle[0], longitude: middle[1] }
    return { kind: 'postcode', name: digits, place: nearest(point, places)?.code ?? '', point }
  }
  const place = placeNamed(typed, places)
  return place ? asPlace(place) : { kind: 'unknown' }
}

export const asPlace = (place: KnownPlace): Where => ({
  kind: 'place',
  name: place.name,
  place: place.code,
  point: { latitude: place.latitude, longitude: place.longitude },
})

export function hereIs(point: Point, places: readonly KnownPlace[]): Where {
  const place = nearest(point, places)
  return { kind: 'here', name: place?.name ?? '', place: place?.code ?? '', point }
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '')

/** The one place that is meant: by its name, its beginning, or with a typing error or two; null when that is not one. */
function placeNamed(typed: string, places: readonly KnownPlace[]): KnownPlace | null {
  const asked = plain(typed.replace(/^\s*(in|bij|te|omgeving)\s+/i, ''))
  if (asked.length < 2) return null
  const exact = places.find(({ name }) => plain(name) === asked)
  if (exact) return exact
  const beginning = asked.length >= 3 ? places.filter(({ name }) => plain(name).startsWith(asked)) : []
  if (beginning.length === 1) return beginning[0] ?? null
  const forgiven = asked.length < 4 ? 0 : asked.length < 7 ? 1 : 2
  const near = places
    .map((place) => ({ place, away: errors(asked, plain(place.name)) }))
    .filter(({ away }) => away <= forgiven)
    .toSorted((a, b) => a.away - b.away)
  const [best, second] = near
  return best && best.away !== second?.away ? best.place : null
}

/** Letters to add, drop, change or swap (Damerau-Levenshtein, optimal string alignment). */
function errors(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array.from({ length: b.length }, () => 0)])
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let j = 0; j <= b.length; j += 1) (rows[0] ?? [])[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1)
      ;(rows[i] ?? [])[j] = least
    }
  }
  return at(a.length, b.length)
}

/** Kilometres over a flat piece of earth; within a region that is right to a few metres. */
export function kilometres(a: Point, b: Point): number {
  const north = (a.latitude - b.latitude) * 111.2
  const east = (a.longitude - b.longitude) * 111.2 * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}

const nearest = (point: Point, places: readonly KnownPlace[]) =>
  places.toSorted((a, b) => kilometres(point, a) - kilometres(point, b))[0]

/** "350 m", "1,2 km", "12 km": no more exact than a straight line deserves. */
export function distanceWords(km: number): string {
  if (km < 1) return `${Math.max(50, Math.round(km * 20) * 50)} m`
  return `${(km < 10 ? km.toFixed(1) : String(Math.round(km))).replace('.', ',')} km`
}

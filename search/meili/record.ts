/**
 * A service as Meilisearch holds it. Meilisearch knows no Dutch: stems, parts of compounds and the editors' concepts are
 * worked out here, by the same code as the embedded index, and lie beside the words as fields of their own.
 */
import { createHash } from 'node:crypto'
import { type Concept, conceptsIn, membership, saidConcepts } from '../concepts.ts'
import { split } from '../dutch/compounds.ts'
import { isStop, stem, words } from '../dutch/text.ts'
import type { ServiceDocument } from '../document.ts'
import type { SearchSettings } from '../settings.ts'

export type MeiliRecord = {
  id: string
  name: string
  name_stems: string
  keywords: string[]
  keywords_stems: string
  organization: string
  organization_stems: string
  /** Parts of compounds in name and keywords. */
  parts: string
  description: string
  description_stems: string
  theme_names: string[]
  /** Keys of the concepts it belongs to. */
  concepts: string[]
  themes: string[]
  target_groups: string[]
  line: number | null
  minimum_age: number
  maximum_age: number
  languages: string[]
  free: boolean
  places: string[]
  national: boolean
  /** Minutes after midnight by day and turn: `d1_0` is the first opening on Monday. */
  opening: Record<string, { from: number; until: number }>
  doors: [latitude: number, longitude: number][]
  /** Meilisearch sorts by one point only: the first door. */
  _geo?: { lat: number; lng: number }
  /** All doors, longitude first: a box on the map finds any of them. */
  _geojson?: { type: 'Feature'; properties: null; geometry: { type: 'MultiPoint'; coordinates: [number, number][] } }
  /** From A to Z, as the embedded index numbers its documents. */
  order: string
  /** Of everything above. */
  hash: string
}

/** So many times may a service open in one day; what is more is drawn together. */
export const turnsADay = 4
const oldest = 200

const stems = (text: string) =>
  [...new Set(words(text).flatMap((word) => (isStop(word) ? [] : [stem(word)])))].join(' ')

/** "Centrum voor Jeugd en Gezin" is also looked for as "cjg". */
function initials(name: string): string[] {
  const all = words(name)
  if (all.length < 3 || all.length > 6) return []
  const short = (list: readonly string[]) => list.map((word) => word[0]).join('')
  return [...new Set([short(all), short(all.filter((word) => !isStop(word)))])].filter((one) => one.length >= 3)
}

/** Words the municipality and its editors use: what a compound may be made of. */
export function vocabularyOf(settings: SearchSettings, concepts: readonly Concept[]): ReadonlySet<string> {
  const texts = [
    ...Object.values(settings.themes),
    ...Object.values(settings.targetGroups),
    ...concepts.flatMap(({ terms, phrases }) => [...terms, ...phrases]),
  ]
  return new Set(texts.flatMap(words).filter((word) => word.length >= 3 && /^\p{L}+$/u.test(word)))
}

/** Gives the function that makes a record of a document, for all documents of one revision. */
export function recorder(settings: SearchSettings): (document: ServiceDocument) => MeiliRecord {
  const concepts = conceptsIn(settings)
  const known = vocabularyOf(settings, concepts)
  const belongsTo = membership([...concepts, ...saidConcepts])
  const partsOf = (text: string) => [...new Set(words(text).flatMap((word) => split(word, (part) => known.has(part))))]

  return (document) => {
    const { coordinates } = document
    const [first] = coordinates
    const named = `${document.name} ${document.keywords.join(' ')}`
    const record: Omit<MeiliRecord, 'hash'> = {
      id: document.id,
      name: document.name,
      name_stems: [stems(document.name), ...initials(document.name)].join(' '),
      keywords: document.keywords,
      keywords_stems: stems(document.keywords.join(' ')),
      organization: document.organization,
      organization_stems: [stems(document.organization), ...initials(document.organization)].join(' '),
      parts: partsOf(named).map(stem).join(' '),
      description: document.description,
      description_stems: stems(document.description),
      theme_names: document.themes.map((code) => settings.themes[code] ?? code),
      concepts: belongsTo(named),
      themes: document.themes,
      target_groups: document.targetGroups,
      line: document.line,
      minimum_age: document.minimumAge ?? 0,
      maximum_age: document.maximumAge ?? oldest,
      languages: document.languages,
      free: document.free,
      places: document.places,
      national: document.national,
      opening: openingOf(document.opening ?? []),
      doors: coordinates,
      ...(first && {
        _geo: { lat: first[0], lng: first[1] },
        _geojson: {
          type: 'Feature' as const,
          properties: null,
          geometry: {
            type: 'MultiPoint' as const,
            coordinates: coordinates.map(([lat, lng]): [number, number] => [lng, lat]),
          },
        },
      }),
      order: `${words(document.name).join(' ')}\n${words(document.organization).join(' ')}`,
    }
    return { ...record, hash: hashOf(record) }
  }
}

function openingOf(opening: readonly (readonly [day: number, from: number, until: number])[]): MeiliRecord['opening'] {
  const byDay = Map.groupBy(opening, ([day]) => day)
  const found: MeiliRecord['opening'] = {}
  for (const [day, turns] of byDay) {
    const sorted = turns.map(([, from, until]) => ({ from, until })).sort((a, b) => a.from - b.from)
    const apart: { from: number; until: number }[] = []
    for (const turn of sorted) {
      const last = apart.at(-1)
      if (last && (turn.from <= last.until || apart.length === turnsADay)) last.until = Math.max(last.until, turn.until)
      else apart.push(turn)
    }
    for (const [turn, hours] of apart.entries()) found[`d${day}_${turn}`] = hours
  }
  return found
}

/** Of everything a record holds but the hash itself, whatever the order of its fields. */
export function hashOf(record: object): string {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([name]) => name !== 'hash')
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([name, one]) => [name, sorted(one)]),
          )
        : value
  return createHash('sha256')
    .update(JSON.stringify(sorted(record)))
    .digest('hex')
    .slice(0, 32)
}

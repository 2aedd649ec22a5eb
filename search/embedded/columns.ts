/**
 * What a document has beside words, as columns: most documents share their themes, hours and rules with many others,
 * so a column is a list of the different values and one small number per document. A filter looks at each value once.
 */
import type { ServiceDocument } from '../document.ts'
import type { SearchSettings } from '../settings.ts'
import type { Reader, Steps, Writer } from './format.ts'
import { readIds, writeIds } from './ids.ts'
import type { Ids } from './ids.ts'
import { kindsOf } from './kinds.ts'
import type { Kinds } from './kinds.ts'

export type Access = {
  line: ServiceDocument['line']
  minimumAge: number
  /** 255 when there is none. */
  maximumAge: number
  free: boolean
}
type Opening = NonNullable<ServiceDocument['opening']>
type Area = { places: string[]; national: boolean }

export type Column<Value> = { values: Value[]; of: Uint16Array | Uint32Array }

export type Columns = {
  count: number
  ids: Ids
  /** Themes, target groups, line and ages. */
  kinds: Kinds
  languages: Column<string[]>
  area: Column<Area>
  /** These come with the second stage, and are `null` before. */
  opening: Column<Opening> | null
  points: Points | null
}

export type Points = {
  /** Where the points of document n begin; degrees × 100,000, which is a metre. */
  start: Uint32Array
  latitudes: Int32Array
  longitudes: Int32Array
}

const grain = 100_000

export function writeColumns(writer: Writer, documents: readonly ServiceDocument[]): void {
  writer.number(documents.length)
  writeIds(
    writer,
    documents.map((document) => document.id),
  )
  const column = (valueOf: (document: ServiceDocument) => unknown) => writeColumn(writer, documents, valueOf)
  column((document) => document.themes)
  column((document) => document.targetGroups)
  column((document) => document.languages)
  column(({ line, minimumAge, maximumAge, free }) => ({
    line,
    minimumAge: minimumAge ?? 0,
    maximumAge: maximumAge ?? 255,
    free,
  }))
  column(({ places, national }) => ({ places, national }))
}

export function* readColumns(reader: Reader): Steps<Columns> {
  const count = reader.number()
  const ids = readIds(reader, count)
  yield
  const themes = readColumn<string[]>(reader, count)
  const targetGroups = readColumn<string[]>(reader, count)
  const languages = readColumn<string[]>(reader, count)
  const access = readColumn<Access>(reader, count)
  const area = readColumn<Area>(reader, count)
  yield
  return { count, ids, kinds: kindsOf(themes, targetGroups, access), languages, area, opening: null, points: null }
}

/** Hours and coordinates travel with the descriptions: nobody asks for them before there is something to see. */
export function writeLater(writer: Writer, documents: readonly ServiceDocument[], settings: SearchSettings): void {
  writeColumn(writer, documents, (document) => document.opening ?? [])
  writePoints(writer, documents, settings)
}

export function* readLater(
  reader: Reader,
  { count, area }: Columns,
  settings: Pick<SearchSettings, 'places'>,
): Steps<Pick<Columns, 'opening' | 'points'>> {
  const opening = readColumn<Opening>(reader, count)
  yield
  return { opening, points: readPoints(reader, count, area, settings) }
}

function writeColumn(
  writer: Writer,
  documents: readonly ServiceDocument[],
  valueOf: (document: ServiceDocument) => unknown,
): void {
  const numbers = new Map<string, number>()
  const of = documents.map((document) => {
    const value = JSON.stringify(valueOf(document))
    const number = numbers.get(value) ?? numbers.size
    numbers.set(value, number)
    return number
  })
  writer.text(`[${[...numbers.keys()].join(',')}]`)
  for (const number of of) writer.number(number)
}

function readColumn<Value>(reader: Reader, count: number): Column<Value> {
  const values = JSON.parse(reader.text()) as Value[]
  const of = values.length < 65_536 ? new Uint16Array(count) : new Uint32Array(count)
  for (let n = 0; n < count; n++) of[n] = reader.number()
  return { values, of }
}

/** Where a document is; of a number that is none, nowhere. Its points are looked up when somebody asks for them. */
export class Whereabouts implements Pick<ServiceDocument, 'places' | 'national' | 'coordinates'> {
  readonly places: string[]
  readonly national: boolean
  readonly #points: Points | null
  readonly #number: number

  constructor({ area, points }: Columns, number: number) {
    const { places, national } = area.values[area.of[number] ?? -1] ?? nowhere
    this.places = places
    this.national = national
    this.#points = number < 0 ? null : points
    this.#number = number
  }

  get coordinates(): ServiceDocument['coordinates'] {
    if (this.#points === null) return []
    const { start, latitudes, longitudes } = this.#points
    const coordinates: ServiceDocument['coordinates'] = []
    for (let at = start[this.#number] as number; at < (start[this.#number + 1] as number); at++) {
      coordinates.push([(latitudes[at] as number) / grain, (longitudes[at] as number) / grain])
    }
    return coordinates
  }
}
const nowhere: Area = { places: [], national: false }

type Centre = { latitude: number; longitude: number } | undefined

/** Points are written as steps from the centre of the document's first place, which is never far. */
function writePoints(writer: Writer, documents: readonly ServiceDocument[], settings: SearchSettings): void {
  const counts = documents.map((document) => document.coordinates.length)
  const allOne = counts.every((count) => count === 1)
  writer.number(allOne ? 1 : 0)
  if (!allOne) for (const count of counts) writer.number(count)
  for (const axis of [0, 1] as const) {
    for (const document of documents) {
      const centre = centreOf(settings.places[document.places[0] ?? ''])
      for (const point of document.coordinates) writer.signed(Math.round(point[axis] * grain) - centre[axis])
    }
  }
}

function readPoints(
  reader: Reader,
  count: number,
  area: Column<Area>,
  settings: Pick<SearchSettings, 'places'>,
): Points {
  const allOne = reader.number() === 1
  const start = new Uint32Array(count + 1)
  for (let n = 0; n < count; n++) start[n + 1] = (start[n] as number) + (allOne ? 1 : reader.number())
  const centres = area.values.map(({ places }) => centreOf(settings.places[places[0] ?? '']))
  const axis = (which: 0 | 1) => {
    const values = new Int32Array(start[count] as number)
    for (let n = 0; n < count; n++) {
      const centre = centres[area.of[n] as number]?.[which] ?? 0
      for (let at = start[n] as number; at < (start[n + 1] as number); at++) values[at] = centre + reader.signed()
    }
    return values
  }
  return { start, latitudes: axis(0), longitudes: axis(1) }
}

const centreOf = (centre: Centre): [number, number] =>
  centre ? [Math.round(centre.latitude * grain), Math.round(centre.longitude * grain)] : [5_210_000, 550_000]

/** The table of postcodes and the outline of the municipality, out of the public services of CBS and Kadaster. */
import type { Kysely } from 'kysely'
import type { DirectoryTables } from '../db.ts'
import { takeDirectory } from '../hsds/queries.ts'
import { CannotStart } from '../installation/cannot-start.ts'
import { boxAround, outlineOf, pointOf } from './area.ts'
import { type Area, featuresFrom } from './features.ts'
import { type PostcodeRow, baseMap, replacePostcodes, saveBaseMap } from './queries.ts'

export const services = {
  boundaries: 'https://api.pdok.nl/kadaster/bestuurlijkegebieden/ogc/v1/collections/gemeentegebied/items',
  postcodes: 'https://api.pdok.nl/cbs/postcode4/ogc/v1/collections/postcode4/items',
} as const

export type PlacesWish = {
  /** Its name, or its code: "Utrecht", "0344", "GM0344". */
  municipality: string
  /** Of the postcode areas: CBS publishes them each year. */
  year: number
  boundaries?: string | undefined
  postcodes?: string | undefined
  /** Between attempts; shorter in tests. */
  pauseMs?: number
  tell?: (line: string) => void
}
export type PlacesReport = { municipality: string; code: string; corners: number; postcodes: number }

/**
 * Fetches both, and only then changes the directory, in one transaction: whole or not at all. The same again changes
 * nothing. Refused with `CannotStart`: a service that cannot be read, no such municipality, no postcodes for that year.
 * What else the drawn map holds (water, roads, villages) stays.
 */
export async function importPlaces(db: Kysely<DirectoryTables>, wish: PlacesWish): Promise<PlacesReport> {
  const area = await findMunicipality(wish)
  const postcodes = await findPostcodes(wish, area)
  const outline = outlineOf(area)
  const name = textOf(area, 'naam')

  await db.transaction().execute(async (tx) => {
    await takeDirectory(tx)
    await replacePostcodes(tx, postcodes)
    const others = featuresOf(await baseMap(tx)).filter(({ properties }) => properties?.kind !== 'outline')
    const shape = { type: 'Feature', properties: { kind: 'outline', name: `Gemeente ${name}` }, geometry: outline }
    // The outline lies under everything, so it is drawn first.
    await saveBaseMap(tx, { type: 'FeatureCollection', features: [shape, ...others] })
  })
  const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
  return { municipality: name, code: codeOf(area), corners: rings.flat().length, postcodes: postcodes.length }
}

async function findMunicipality({ municipality, boundaries, pauseMs, tell }: PlacesWish): Promise<Area> {
  const wanted = municipality
    .trim()
    .replace(/^gemeente\s+/i, '')
    .toLowerCase()
  const digits = /^(?:gm)?(\d{4})$/.exec(wanted)?.[1]
  const what = 'Municipal boundaries (Kadaster)'
  const names: string[] = []
  const url = withQuery(boundaries ?? services.boundaries, { f: 'json', limit: '100' })
  const reading = {
    what,
    ...(pauseMs === undefined ? {} : { pauseMs }),
    tell: (read: number) => tell?.(`${what}: ${read} read`),
  }
  for await (const area of featuresFrom(url, reading)) {
    const name = textOf(area, 'naam')
    if (digits === undefined ? name.toLowerCase() === wanted : codeOf(area) === digits) return area
    names.push(`${name} (${codeOf(area)})`)
  }
  const like = names.filter((name) => name.toLowerCase().startsWith(wanted.slice(0, 3)))
  throw new CannotStart(
    `There is no municipality "${municipality}" among the ${names.length} of Kadaster. Nothing was changed.` +
      (like.length > 0
        ? ` Did you mean ${like.slice(0, 5).join(', ')}?`
        : ' Give its name as Kadaster writes it, or its code.'),
  )
}

async function findPostcodes({ year, postcodes, pauseMs, tell }: PlacesWish, area: Area): Promise<PostcodeRow[]> {
  const what = `Postcode areas of ${year} (CBS)`
  // Also those of the neighbours that lie in the same box: people live on borders.
  const query = { f: 'json', bbox: boxAround(area), jaarcode: String(year), limit: '1000' }
  const url = withQuery(postcodes ?? services.postcodes, query)
  const reading = {
    what,
    ...(pauseMs === undefined ? {} : { pauseMs }),
    tell: (read: number) => tell?.(`${what}: ${read} read`),
  }
  const rows = new Map<string, PostcodeRow>()
  let properties = ''
  for await (const one of featuresFrom(url, reading)) {
    properties = Object.keys(one.properties).join(', ')
    const code = /^\d{4}$/.exec(textOf(one, 'postcode4') || textOf(one, 'postcode'))?.[0]
    if (code !== undefined) rows.set(code, { code, ...pointOf(one) })
  }
  if (rows.size > 0) return [...rows.values()].toSorted((a, b) => a.code.localeCompare(b.code))
  throw new CannotStart(
    properties === ''
      ? `${what}: there are none around this municipality. Nothing was changed. Perhaps that year is not published: try --year ${year - 1}.`
      : `${what}: no area has a postcode; what they have is ${properties}. Nothing was changed.`,
  )
}

function withQuery(address: string, query: Record<string, string>): URL {
  const url = new URL(address)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

const textOf = ({ properties }: Area, name: string): string => {
  const value = properties[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
/** Four digits, whether the service writes "0344" or "GM0344". */
const codeOf = (area: Area) =>
  (textOf(area, 'code') || textOf(area, 'identificatie')).replace(/^GM/i, '').padStart(4, '0')

type Drawn = { properties?: { kind?: unknown } | null }
const featuresOf = (map: unknown): Drawn[] => (map as { features?: Drawn[] } | null)?.features ?? []

/**
 * What somebody asks for on the results page, and how it stands in the address: choices in the query; what was typed and
 * where somebody is in the fragment, which no server gets to see. Knows neither Preact nor Leaflet.
 */
import type { SearchQuery } from '../../../search/embedded/open.ts'
import type { Bounds } from './cluster.ts'

export type Asked = {
  text: string
  /** Chosen from a list, as a link from a place page does. */
  place: string
  /** Typed: a place or a postcode. */
  where: string
  /** Where the device is, to a hundred metres; asked for with a button only. */
  here: string
  /** The part of the map to look in; null for all of it. */
  area: Bounds | null
  near: boolean
  themes: string[]
  groups: string[]
  lines: (0 | 1 | 2)[]
  free: boolean
  open: boolean
  wheelchair: boolean
  language: string
  age: number | null
  page: number
}

export const nothingAsked: Asked = {
  text: '',
  place: '',
  where: '',
  here: '',
  area: null,
  near: false,
  themes: [],
  groups: [],
  lines: [],
  free: false,
  open: false,
  wheelchair: false,
  language: '',
  age: null,
  page: 1,
}

export const pageSize = 20

/** Reads an address. What it does not know it leaves out, so that an old link still works. */
export function fromAddress(search: string, hash: string): Asked {
  const query = new URLSearchParams(search)
  const fragment = new URLSearchParams(hash.replace(/^#/, ''))
  const list = (name: string) => (query.get(name) ?? '').split(',').filter((value) => value !== '')
  const page = Number(query.get('pagina') ?? '1')
  return {
    text: fragment.get('q') ?? '',
    place: query.get('plaats') ?? '',
    where: fragment.get('waar') ?? '',
    here: /^-?\d{1,2}\.\d{1,3},-?\d{1,3}\.\d{1,3}$/.test(fragment.get('hier') ?? '')
      ? (fragment.get('hier') ?? '')
      : '',
    area: areaFrom(fragment.get('gebied')),
    near: query.get('volgorde') === 'dichtbij',
    themes: list('thema'),
    groups: list('voor'),
    lines: list('lijn')
      .filter((line) => ['0', '1', '2'].includes(line))
      .map((line) => Number(line) as 0 | 1 | 2),
    free: query.get('gratis') === '1',
    open: query.get('open') === '1',
    wheelchair: query.get('rolstoel') === '1',
    language: /^[a-z]{2,3}$/.test(query.get('taal') ?? '') ? (query.get('taal') ?? '') : '',
    age: ageFrom(query.get('leeftijd')),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The address of what is asked, to keep in the bar and to send to a friend. */
export function toAddress(asked: Asked): string {
  const query = new URLSearchParams()
  if (asked.themes.length > 0) query.set('thema', asked.themes.join(','))
  if (asked.groups.length > 0) query.set('voor', asked.groups.join(','))
  if (asked.lines.length > 0) query.set('lijn', asked.lines.join(','))
  if (asked.place) query.set('plaats', asked.place)
  if (asked.free) query.set('gratis', '1')
  if (asked.open) query.set('open', '1')
  if (asked.wheelchair) query.set('rolstoel', '1')
  if (asked.language) query.set('taal', asked.language)
  if (asked.age !== null) query.set('leeftijd', String(asked.age))
  if (asked.near) query.set('volgorde', 'dichtbij')
  if (asked.page > 1) query.set('pagina', String(asked.page))
  const search = query.toString().replaceAll('%2C', ',')
  const typed = Object.entries({
    q: asked.text.trim(),
    waar: asked.where.trim(),
    hier: asked.here,
    gebied: areaWords(asked.area),
  })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return `${search ? `?${search}` : ''}${typed ? `#${typed}` : ''}`
}

/** `place` is where somebody turned out to be, typed or chosen. */
export function toQuery(asked: Asked, place: string): SearchQuery {
  return {
    text: asked.text,
    themes: asked.themes,
    targetGroups: asked.groups,
    lines: asked.lines,
    ...(asked.free ? { free: true } : {}),
    ...(asked.language ? { languages: [asked.language] } : {}),
    ...(asked.age !== null ? { age: asked.age } : {}),
    ...(place ? { place } : {}),
  }
}

export const filterCount = (asked: Asked) =>
  asked.themes.length +
  asked.groups.length +
  asked.lines.length +
  [asked.free, asked.open, asked.wheelchair, asked.language !== '', asked.age !== null, asked.area !== null].filter(
    Boolean,
  ).length

const areaWords = (area: Bounds | null) =>
  area ? [area.west, area.south, area.east, area.north].map((degrees) => degrees.toFixed(4)).join(',') : ''

/** Null for what is no part of the map. */
function areaFrom(written: string | null): Bounds | null {
  if (!/^-?\d{1,3}\.\d{4}(,-?\d{1,3}\.\d{4}){3}$/.test(written ?? '')) return null
  const [west = 0, south = 0, east = 0, north = 0] = (written ?? '').split(',').map(Number)
  return west < east && south < north ? { west, south, east, north } : null
}

export function ageFrom(typed: string | null): number | null {
  return typed !== null && /^\d{1,3}$/.test(typed) && Number(typed) <= 120 ? Number(typed) : null
}

/** Everything that was filtered on let go; what was asked and where stay. */
export const withoutFilters = ({ text, place, where, here, near }: Asked): Asked => ({
  ...nothingAsked,
  text,
  place,
  where,
  here,
  near,
})

/** All that was chosen, as a key: the same for every word somebody types. Asked at every key, so that it must be cheap. */
export const choicesOf = (asked: Asked): string => JSON.stringify({ ...asked, text: '' })

/** Any change of the question starts at the first page again. */
export const change = (asked: Asked, part: Partial<Asked>): Asked => ({ ...asked, page: 1, ...part })

export const toggled = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]

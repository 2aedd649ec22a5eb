/**
 * What somebody asks for on the results page, and how it stands in the address: filters in the query, free text in
 * the fragment, which no server gets to see. Knows neither Preact nor Leaflet.
 */
import type { SearchQuery } from '../../../search/embedded/open.ts'

export type Asked = {
  text: string
  place: string
  themes: string[]
  groups: string[]
  lines: (0 | 1 | 2)[]
  free: boolean
  page: number
}

export const nothingAsked: Asked = { text: '', place: '', themes: [], groups: [], lines: [], free: false, page: 1 }

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
    themes: list('thema'),
    groups: list('voor'),
    lines: list('lijn')
      .filter((line) => ['0', '1', '2'].includes(line))
      .map((line) => Number(line) as 0 | 1 | 2),
    free: query.get('gratis') === '1',
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
  if (asked.page > 1) query.set('pagina', String(asked.page))
  const search = query.toString().replaceAll('%2C', ',')
  const text = asked.text.trim()
  return `${search ? `?${search}` : ''}${text ? `#q=${encodeURIComponent(text)}` : ''}`
}

export function toQuery(asked: Asked): SearchQuery {
  return {
    text: asked.text,
    themes: asked.themes,
    targetGroups: asked.groups,
    lines: asked.lines,
    ...(asked.free ? { free: true } : {}),
    ...(asked.place ? { place: asked.place } : {}),
  }
}

export const filterCount = (asked: Asked) =>
  asked.themes.length + asked.groups.length + asked.lines.length + Number(asked.free)

/** Any change of the question starts at the first page again. */
export const change = (asked: Asked, part: Partial<Asked>): Asked => ({ ...asked, page: 1, ...part })

export const toggled = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]

/** What can be shown of an answer: its hits in order, the cards of one page, and how many pages there are. */
import { sayNow } from '../../lib/hours/show.ts'
import type { Where } from '../../lib/where.ts'
import type { Answer } from './answer.ts'
import type { Search } from './load.ts'
import { distanceOf, ordered } from './order.ts'
import type { Ranked } from './order.ts'
import type { Placed } from './ServiceCard.tsx'
import { pageSize } from './state.ts'
import type { Asked } from './state.ts'

/** What is on screen: all of it belongs to one question, so that nothing changes under somebody who reads. */
export type View = Pick<Answer, 'suggestion'> & {
  /** Worked out when asked for. */
  facets: () => Answer['facets']
  /** Those found, in order: the first of them, and a moment later all, where a map wants them. */
  found: Ranked[]
  total: number
  cards: Placed[]
  page: number
  pages: number
  /** It comes with a key or with the page itself: then the cards in sight come first, the rest a moment later. */
  inSlices: boolean
}

export type KnownWhere = Exclude<Where, { kind: 'unknown' }> | null

/** The hits in the order in which they stand; what only the device can leave out is left out. */
export const orderedFor = (search: Search, answer: Answer, asked: Asked, known: KnownWhere, minute: number) =>
  ordered(answer.hits, {
    place: known?.place ?? '',
    point: known?.point ?? null,
    near: asked.near,
    themed: asked.themes.length > 0,
    wheelchair: asked.wheelchair,
    area: asked.area,
    isOpen: asked.open ? (id) => sayNow(search.card(id)?.doors ?? [], minute).open : null,
  })

/** What can be shown of an answer; `missing` are the cards of this page that are still to be fetched. */
export function shownOf(
  search: Search,
  answer: Answer,
  found: Ranked[],
  asked: Asked,
  known: KnownWhere,
  inSlices: boolean,
): View & { missing: string[] } {
  // What only the device leaves out is not in the count of the index.
  const total = answer.hits.length < answer.total ? answer.total : found.length
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(asked.page, pages)
  const missing: string[] = []
  const cards = found.slice((page - 1) * pageSize, page * pageSize).flatMap(({ id }) => {
    const card = search.card(id)
    if (card) return [{ ...card, distance: distanceOf(card, known?.point ?? null) }]
    missing.push(id)
    return []
  })
  return {
    facets: () => answer.facets,
    suggestion: answer.suggestion,
    found,
    total,
    cards,
    page,
    pages,
    inSlices,
    missing,
  }
}

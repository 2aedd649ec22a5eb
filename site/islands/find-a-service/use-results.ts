import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { sayNow } from '../../lib/hours/show.ts'
import type { Where } from '../../lib/where.ts'
import type { Answer } from './answer.ts'
import { load } from './load.ts'
import type { Files, Search } from './load.ts'
import { ordered } from './order.ts'
import type { Ranked } from './order.ts'
import type { Placed } from './ServiceCard.tsx'
import { pageSize, toQuery } from './state.ts'
import type { Asked } from './state.ts'

/** What is on screen: all of it belongs to one question, so that nothing changes under somebody who reads. */
export type View = Pick<Answer, 'facets' | 'suggestion'> & {
  /** Those found, in order: the first of them, and a moment later all. */
  found: Ranked[]
  total: number
  cards: Placed[]
  page: number
  pages: number
}

/** While somebody types only so many hits are put in order; all of them when the typing rests, for map and pages. */
const firstHits = 200
/** Milliseconds without a key. */
const rest = 250

/** The answer to what is asked, as it can be shown; `view` stays the last whole one while the next is on its way. */
export function useResults(files: Files, asked: Asked, where: Where | null, minute: number) {
  const [search, setSearch] = useState<Search | null>(null)
  const [failed, setFailed] = useState(false)
  const [view, setView] = useState<View | null>(null)
  const [again, setAgain] = useState(false)
  const known = where && where.kind !== 'unknown' ? where : null
  const place = known?.place ?? ''
  const fail = () => setFailed(true)

  const begin = () => {
    setFailed(false)
    load(files).then(setSearch, fail)
  }
  useEffect(begin, [])

  // Before the browser paints, so that a key and its results are one frame.
  useLayoutEffect(() => {
    if (!search) return undefined
    let stale = false
    const show = (answer: Answer) => {
      if (stale) return
      const found = ordered(answer.hits, {
        place,
        point: known?.point ?? null,
        near: asked.near,
        wheelchair: asked.wheelchair,
        area: asked.area,
        isOpen: asked.open ? (id) => sayNow(search.card(id)?.doors ?? [], minute).open : null,
      })
      // What only the device leaves out is not in the count of the index.
      const total = answer.hits.length < answer.total ? answer.total : found.length
      const pages = Math.max(1, Math.ceil(total / pageSize))
      const page = Math.min(asked.page, pages)
      const wanted = found.slice((page - 1) * pageSize, page * pageSize)
      const put = () => {
        if (stale) return
        const cards = wanted.flatMap(({ id, distance }) => {
          const card = search.card(id)
          return card ? [{ ...card, distance }] : []
        })
        setView({ facets: answer.facets, suggestion: answer.suggestion, found, total, cards, page, pages })
      }
      const missing = wanted.flatMap(({ id }) => (search.card(id) ? [] : [id]))
      if (missing.length === 0) put()
      else search.fetchCards(missing).then(put, fail)
    }
    const askFor = (limit: number) => {
      const answer = search.ask({ ...toQuery(asked, place), limit })
      if (answer instanceof Promise) void answer.then(show)
      else show(answer)
    }
    const whole = () => askFor(files.total)
    // What the device itself sorts or leaves out needs every hit, and whether something is open stands on its card.
    if (asked.open) search.fetchAll().then(whole, fail)
    else if (asked.near || asked.wheelchair || asked.area || asked.page * pageSize > firstHits / 2) whole()
    else askFor(firstHits)
    const timer = files.total > firstHits && !asked.open ? setTimeout(whole, rest) : undefined
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [search, asked, where, asked.open ? minute : 0, again])

  // The rest comes when there is something to see, and is used from the next question on: nothing jumps under a reader.
  const shown = view !== null
  const empty = view?.found.length === 0
  useEffect(() => {
    if (!search || !shown) return
    const fetchRest = async () => {
      await search.fetchAll().catch(() => undefined)
      // Where nothing was found, the descriptions may still find something.
      if (empty) setAgain(true)
    }
    void fetchRest()
  }, [search, shown, empty])

  return { search, view, phase: failed ? ('failed' as const) : view ? ('ready' as const) : ('loading' as const), begin }
}

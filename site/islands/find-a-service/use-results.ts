import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { sayNow } from '../../lib/hours/show.ts'
import type { Where } from '../../lib/where.ts'
import type { Answer } from './answer.ts'
import { load } from './load.ts'
import type { Files, Search } from './load.ts'
import { distanceOf, ordered } from './order.ts'
import type { Ranked } from './order.ts'
import type { Placed } from './ServiceCard.tsx'
import { choicesOf, pageSize, toQuery } from './state.ts'
import type { Asked } from './state.ts'

/** What is on screen: all of it belongs to one question, so that nothing changes under somebody who reads. */
export type View = Pick<Answer, 'facets' | 'suggestion'> & {
  /** Those found, in order: the first of them, and a moment later all, where a map wants them. */
  found: Ranked[]
  total: number
  cards: Placed[]
  page: number
  pages: number
  /** It comes with a key or with the page itself: then the cards in sight come first, the rest a moment later. */
  inSlices: boolean
}

/** While somebody types only so many hits are put in order. */
const firstHits = 200
/** Milliseconds without a key, after which filters, map and what is read aloud follow the list. */
const rest = 250

/**
 * The answer to what is asked, as it can be shown; `view` stays the last whole one while the next is on its way, and
 * `rested` is the one at which the typing last stood still. With `all` that one has every hit.
 */
export function useResults(files: Files, asked: Asked, where: Where | null, minute: number, all: boolean) {
  const [search, setSearch] = useState<Search | null>(null)
  const [failed, setFailed] = useState(false)
  const [view, setView] = useState<View | null>(null)
  const [rested, setRested] = useState<View | null>(null)
  const [again, setAgain] = useState(false)
  const known = where && where.kind !== 'unknown' ? where : null
  const place = known?.place ?? ''
  const fail = () => setFailed(true)

  const begin = () => {
    setFailed(false)
    load(files).then(setSearch, fail)
  }
  useEffect(begin, [])

  /** All that was asked when there was last an answer, but for the words. */
  const choices = useRef('')
  // Before the browser paints, so that a key and its results are one frame.
  useLayoutEffect(() => {
    if (!search) return undefined
    const chosen = `${choicesOf(asked)} ${place}`
    const inSlices = choices.current === '' || choices.current === chosen
    // Whoever chooses sees the counts change at once; whoever types when the typing rests.
    let atRest = choices.current !== chosen
    choices.current = chosen
    let last: View | null = null
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
        const cards = wanted.flatMap(({ id }) => {
          const card = search.card(id)
          return card ? [{ ...card, distance: distanceOf(card, known?.point ?? null) }] : []
        })
        const { facets, suggestion } = answer
        last = { facets, suggestion, found, total, cards, page, pages, inSlices }
        setView(last)
        if (atRest) setRested(last)
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
    // What the device itself sorts or leaves out needs every hit. Whether something is open stands on its card, and
    // where it is comes with the later stages.
    const first = asked.wheelchair || asked.page * pageSize > firstHits / 2 ? files.total : firstHits
    const needed = asked.open ? search.fetchAll : asked.near || asked.area ? search.fetchStages : null
    if (needed) needed().then(whole, fail)
    else askFor(first)
    const timer = setTimeout(() => {
      atRest = true
      if (last) setRested(last)
      if (all && first < files.total && !needed) whole()
    }, rest)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [search, asked, where, asked.open ? minute : 0, again, all])

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

  const phase = failed ? ('failed' as const) : view ? ('ready' as const) : ('loading' as const)
  return { search, view, rested, phase, begin }
}

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { saysNothing } from '../../../search/dutch/text.ts'
import { sayNow } from '../../lib/hours/show.ts'
import type { Where } from '../../lib/where.ts'
import type { Answer } from './answer.ts'
import { aside, breath } from './breath.ts'
import { Foresight } from './foresight.ts'
import { type Kept, kept } from './kept.ts'
import { load, wantsAll } from './load.ts'
import type { Files, Search } from './load.ts'
import type { Ranked } from './order.ts'
import { atRest } from './rest.ts'
import { saidOf } from './said-of.ts'
import { Shown } from './shown.ts'
import { choicesOf, pageSize, toQuery } from './state.ts'
import type { Asked } from './state.ts'
import { orderedFor, shownOf } from './view.ts'
import type { View } from './view.ts'

/** What was made of an answer; made anew when something else was asked with it. */
type Seen = {
  order: { current: Kept<Ranked[]> | null }
  view: { current: Kept<View & { missing: string[] }> | null }
}

/** While somebody types only so many hits are put in order: five pages of them. */
const firstHits = 100
/** Milliseconds without a key, after which filters, map and what is read aloud follow the list. */
const rest = 400

/**
 * The answer to what is asked, as it can be shown; `shown` stays the last whole one while the next is on its way, and
 * `rested` is the one at which the typing last stood still. With `all` that one has every hit. `drawNow` draws what is
 * typed in the list alone and says true, where it is answered at once: the page around it follows when the typing rests.
 */
export function useResults(files: Files, asked: Asked, where: Where | null, minute: number, all: boolean) {
  const [search, setSearch] = useState<Search | null>(null)
  const [failed, setFailed] = useState(false)
  const [again, setAgain] = useState(false)
  const [, draw] = useState(0)
  const [shown] = useState(() => new Shown())
  const rested = useRef<View | null>(null)
  /** What follows the last key when the typing rests. */
  const followed = useRef(() => {})
  /** All that was asked when there was last an answer, but for the words. */
  const choices = useRef<string | null>(null)
  /** The last list without words, which is all there is: whoever begins anew gets it back and waits for nothing. */
  const everything = useRef<Kept<Answer | Promise<Answer>> | null>(null)
  const seen = useRef(new WeakMap<Answer, Seen>())
  const foresight = useRef(new Foresight<Answer | Promise<Answer>>())
  const known = where && where.kind !== 'unknown' ? where : null
  const place = known?.place ?? ''
  const fail = () => setFailed(true)

  const begin = () => {
    setFailed(false)
    load(files).then(setSearch, fail)
  }
  useEffect(() => {
    begin()
    // The device's tables of time, while the index is on its way: with the first cards they would hold up the page. What
    // they share with comparing words, which is half of them, is a task of its own.
    setTimeout(() => new Intl.Collator('nl'))
    setTimeout(() => sayNow([]))
  }, [])

  /** One question, its answer as far as it can be given at once, and what is still to be done for it. */
  const answered = (asked: Asked) => {
    const chosen = `${choicesOf(asked)} ${place}`
    const typed = choices.current === chosen
    // Whoever chooses sees the counts change at once; whoever types when the typing rests.
    const made = { inSlices: typed || choices.current === null, atRest: !typed, last: null as View | null }
    const put = (next: View) => {
      choices.current = chosen
      shown.view = made.last = next
      if (made.atRest) rested.current = next
    }
    // Without words nothing answers better than anything else: then it goes by how near it is, and how light.
    const wordless = asked.text.trim() === ''
    const askAll = () => {
      const answer = () => search?.ask({ ...toQuery({ ...asked, text: '' }, place), limit: files.total }) ?? null
      return kept(everything, [search, search?.isWhole(), chosen], answer)
    }
    // Who has said nothing yet, in words that find nothing ("ik kan de"), sees what stood there before.
    const orAll = (said: Answer) => (said.total === 0 && saysNothing(asked.text) ? (askAll() ?? said) : said)
    const ask = (limit: number): Answer | Promise<Answer> | null => {
      if (wordless) return askAll()
      const said =
        foresight.current.take([search, search?.isWhole(), chosen, limit], asked.text) ??
        search?.ask({ ...toQuery(asked, place), limit }) ??
        null
      return said instanceof Promise ? said.then(orAll) : said && orAll(said)
    }
    // What the device itself sorts or leaves out needs every hit. Whether something is open stands on its card, and where
    // it is comes with the later stages.
    const byPoint = asked.near || asked.area !== null || (wordless && known !== null)
    const first =
      byPoint || wordless || asked.wheelchair || asked.page * pageSize > firstHits / 2 ? files.total : firstHits
    const allStages = byPoint || (choices.current === null && wantsAll(asked.text, files))
    const needed = asked.open ? search?.fetchAll : allStages && !search?.isWhole() ? search?.fetchStages : null
    // The first of all is no key: answering it, putting it in order and drawing it are tasks of their own.
    const answer = needed || choices.current === null ? null : ask(first)
    const viewOf = (answer: Answer) => {
      if (!search) return null
      const { order, view } = seen.current.get(answer) ?? { order: { current: null }, view: { current: null } }
      seen.current.set(answer, { order, view })
      const of = [chosen, known, asked.open ? minute : 0]
      // Put in order once, also when its cards are still to be fetched.
      const found = () => kept(order, of, () => orderedFor(search, answer, asked, known, minute))
      const shown = () => shownOf(search, answer, found(), asked, known, made.inSlices)
      return kept(view, [...of, made.inSlices], shown, ({ missing }) => missing.length === 0)
    }
    const foresee = () => {
      // A thread of its own answers later, and costs a key nothing; nor is everything there is put in order on the chance.
      const said = answer ?? everything.current?.value
      if (!search || !said || said instanceof Promise || asked.near || asked.area || asked.wheelchair)
        return foresight.current.stop()
      return foresight.current.look([search, search.isWhole(), chosen, firstHits], asked.text, (text) => {
        const next = search.ask({ ...toQuery({ ...asked, text }, place), limit: firstHits })
        if (next instanceof Promise) return next
        // The one that is surely in sight.
        const [first] = viewOf(next)?.cards ?? []
        if (first) saidOf(first.doors, minute)
        return next
      })
    }
    if (answer && !(answer instanceof Promise)) {
      const next = viewOf(answer)
      if (next?.missing.length === 0) put(next)
    }
    /** Whoever types small words only gets the list of all there is: made anew while nobody waits for it. */
    const prepare = () => {
      if (everything.current?.value instanceof Promise) return
      const all = askAll()
      if (all && !(all instanceof Promise)) viewOf(all)
      void foresee()
    }
    return { made, put, ask, viewOf, prepare, foresee, needed, answer, first, whole: first < files.total && !needed }
  }
  type Turn = ReturnType<typeof answered>
  const turns = useRef<Kept<Turn> | null>(null)
  // Answered while it is drawn, so that a key and its results are one frame, and drawn once.
  const turnOf = (asked: Asked) =>
    kept(turns, [search, asked, where, asked.open ? minute : 0, again], () => answered(asked))
  const turn = turnOf(asked)
  const latest = useRef<Turn | null>(null)
  const wantsEvery = useRef(all)
  wantsEvery.current = all

  const [resting] = useState(() => atRest(rest, () => followed.current()))
  /** Does that, once; an earlier question is given up. */
  const run = (turn: Turn) => {
    if (!search || latest.current === turn) return
    latest.current = turn
    const { made, put, ask, viewOf, needed, answer, first, whole } = turn
    const stale = () => latest.current !== turn
    const show = async (asking: Answer | Promise<Answer | null> | null) => {
      const answer = await asking
      if (choices.current === null) await breath()
      let next = answer && viewOf(answer)
      if (stale() || !answer || !next) return
      if (next.missing.length > 0) {
        await search.fetchCards(next.missing)
        next = viewOf(answer)
      }
      if (stale() || !next) return
      put(next)
      draw((n) => n + 1)
    }
    if (needed)
      needed()
        .then(() => show(ask(files.total)))
        .catch(fail)
    else if (!made.last) show(answer ?? breath().then(() => (stale() ? null : ask(first)))).catch(fail)
    followed.current = () => {
      made.atRest = true
      // Also where the list stays: the page around it may be of an earlier key.
      if (made.last) {
        rested.current = made.last
        draw((n) => n + 1)
      }
      if (wantsEvery.current && whole)
        aside()
          .then(() => (stale() ? null : show(ask(files.total))))
          .catch(fail)
    }
    resting.touch()
    void turn.foresee()
  }
  // With the key's own work, and without a timer for each: an effect for after the frame costs a frame a part of itself.
  useLayoutEffect(() => run(turn), [turn])
  useEffect(() => {
    if (all) resting.touch()
  }, [all])
  useEffect(
    () => () => {
      resting.stop()
      latest.current = null
    },
    [],
  )
  const drawNow = (next: Asked): boolean => {
    const turn = turnOf(next)
    if (!turn.made.last) return false
    run(turn)
    shown.draw()
    return true
  }

  // The rest comes when there is something to see, and is used from the next question on: nothing jumps under a reader.
  const ready = shown.view !== null
  const empty = shown.view?.found.length === 0
  useEffect(() => {
    if (!search || !ready) return
    const fetchRest = async () => {
      await search.fetchAll().catch(() => undefined)
      // Where nothing was found, the descriptions may still find something.
      if (empty) setAgain(true)
      else setTimeout(() => latest.current?.prepare())
    }
    void fetchRest()
  }, [search, ready, empty])

  const phase = failed ? ('failed' as const) : ready ? ('ready' as const) : ('loading' as const)
  return { search, shown, rested: rested.current, phase, begin, drawNow }
}

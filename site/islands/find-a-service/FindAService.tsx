import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { SearchAnswer } from '../../../search/embedded/open.ts'
import { sayNow } from '../../lib/hours/show.ts'
import type { ResultWords } from '../../lib/result-words.ts'
import type { KnownPlace } from '../../lib/where.ts'
import { Chosen } from './Chosen.tsx'
import { Counted } from './Counted.tsx'
import { Filters } from './Filters.tsx'
import type { Choice } from './Filters.tsx'
import { load } from './load.ts'
import type { Loaded } from './load.ts'
import { ordered } from './order.ts'
import { ResultMap } from './ResultMap.tsx'
import { Results } from './Results.tsx'
import { change, filterCount, pageSize, toAddress, toQuery, withoutFilters } from './state.ts'
import { useAddress } from './use-address.ts'
import { usePointing } from './use-pointing.ts'
import { useMisses } from './use-misses.ts'
import { useWhere } from './use-where.ts'
import { WhereBox } from './WhereBox.tsx'

export type Setting = {
  indexUrls: string[]
  cardsUrl: string
  baseMapUrl: string | null
  total: number
  textLang: string | undefined
  themes: (Choice & { sensitive: boolean })[]
  groups: Choice[]
  languages: Choice[]
  places: KnownPlace[]
  postcodesUrl: string | null
  /** The published list of words that are counted when they find nothing; null: nothing is counted. */
  wordListUrl: string | null
}

type Phase = 'loading' | 'failed' | Loaded

/** A resident looks for help: words, filters, a list and a map of the same things, an address that remembers. */
export function FindAService({ setting, words }: { setting: Setting; words: ResultWords }) {
  const [asked, ask] = useAddress()
  const [phase, setPhase] = useState<Phase>('loading')
  const [answer, setAnswer] = useState<SearchAnswer | null>(null)
  const [minute, setMinute] = useState(() => Date.now())
  const found = useWhere(asked, setting.places, setting.postcodesUrl)
  const where = found && found.kind !== 'unknown' ? found : null
  const place = where?.place ?? ''
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [pointed, setPointed] = usePointing(list)

  useEffect(() => {
    const timer = setInterval(() => setMinute(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])

  const fetchAll = () => {
    setPhase('loading')
    load(setting.indexUrls, setting.cardsUrl).then(setPhase, () => setPhase('failed'))
  }
  useEffect(fetchAll, [])

  useEffect(() => {
    if (typeof phase === 'string') return undefined
    let stale = false
    // All hits at once: list and map show the same set, and a municipality has hundreds of services, not millions.
    void Promise.resolve(phase.engine.search({ ...toQuery(asked, place), limit: setting.total })).then((result) => {
      if (!stale) setAnswer(result)
    })
    return () => {
      stale = true
    }
  }, [phase, asked, place])

  const cards = useMemo(() => {
    if (typeof phase === 'string' || !answer) return []
    return ordered(answer.hits, phase.cards, {
      place,
      point: where?.point ?? null,
      near: asked.near,
      wheelchair: asked.wheelchair,
      area: asked.area,
      isOpen: asked.open ? (card) => sayNow(card.doors, minute).open : null,
    })
  }, [phase, answer, where, asked.near, asked.wheelchair, asked.area, asked.open, minute])

  useMisses(setting.wordListUrl, asked.text, typeof phase === 'string' || !answer ? null : cards.length, list)

  const pages = Math.max(1, Math.ceil(cards.length / pageSize))
  const page = Math.min(asked.page, pages)
  const shown = cards.slice((page - 1) * pageSize, page * pageSize)
  const placeName = where ? setting.places.find(({ code }) => code === place)?.name : undefined
  // Counts are the index's; what the device itself leaves out is not in them.
  const counted = !asked.open && !asked.wheelchair && !asked.area
  const sensitive =
    setting.themes.some(({ code, sensitive: is }) => is && asked.themes.includes(code)) ||
    (asked.text !== '' && shown.slice(0, 5).some((card) => card.sensitive))

  const goTo = (number: number) => {
    ask({ ...asked, page: number }, 'push')
    heading.current?.focus()
  }

  const reveal = (id: string) => {
    const position = cards.findIndex((card) => card.id === id)
    if (position < 0) return
    setPointed([id])
    const wanted = Math.floor(position / pageSize) + 1
    if (wanted !== page) ask({ ...asked, page: wanted }, 'push')
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] a`)?.focus())
  }

  return (
    <div class="vd-find">
      <h1 class="nl-heading nl-heading--level-1 vd-find__title">{words.title}</h1>
      <form
        class="vd-find__form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          ask(asked, 'push')
          heading.current?.focus()
        }}
      >
        <div class="vd-field vd-find__what">
          <label for="wat">{words.what}</label>
          <input
            class="utrecht-textbox utrecht-textbox--html-input"
            id="wat"
            type="search"
            autocomplete="off"
            enterkeyhint="search"
            aria-describedby="wat-hulp"
            value={asked.text}
            onInput={(event) => ask(change(asked, { text: event.currentTarget.value }), 'replace')}
          />
          <p class="vd-field__hint" id="wat-hulp">
            {words.hint}
          </p>
          {setting.wordListUrl !== null && <Counted words={words} />}
        </div>
        {setting.places.length > 0 && (
          <WhereBox
            typed={asked.where || (where?.kind === 'place' ? where.name : '')}
            where={found}
            places={setting.places.map(({ name }) => name)}
            words={words}
            onType={(typed) => ask(change(asked, { where: typed, place: '', here: '' }), 'push')}
            onHere={(latitude, longitude) => {
              const here = `${latitude.toFixed(3)},${longitude.toFixed(3)}`
              ask(change(asked, { here, where: '', place: '', near: true }), 'push')
            }}
          />
        )}
        <button class="nl-button nl-button--primary vd-button" type="submit">
          {words.search}
        </button>
      </form>

      <div class="vd-find__body">
        <Filters
          asked={asked}
          facets={counted ? (answer?.facets ?? null) : null}
          setting={setting}
          words={words}
          onAsk={(next) => ask(next, 'push')}
        />
        <div class="vd-find__results" ref={list}>
          <Results
            minute={minute}
            phase={typeof phase === 'string' ? phase : answer ? 'ready' : 'loading'}
            cards={shown}
            total={cards.length}
            page={page}
            pages={pages}
            pointed={pointed}
            placeName={placeName}
            suggestion={answer?.suggestion}
            textLang={setting.textLang}
            words={words}
            heading={heading}
            onRetry={fetchAll}
            onPage={goTo}
            onSuggestion={(text) => ask(change(asked, { text }), 'push')}
            onReset={() => ask(withoutFilters(asked), 'push')}
            filtered={filterCount(asked) > 0}
            inArea={asked.area !== null}
            addressOf={(number) => toAddress({ ...asked, page: number }) || location.pathname}
          >
            {where && (
              <label class="vd-find__order">
                <span>{words.order}</span>
                <select
                  class="utrecht-select utrecht-select--html-select"
                  value={asked.near ? 'near' : 'best'}
                  onChange={(event) => ask(change(asked, { near: event.currentTarget.value === 'near' }), 'push')}
                >
                  <option value="best">{words.best}</option>
                  <option value="near">{words.nearest}</option>
                </select>
              </label>
            )}
            <Chosen asked={asked} setting={setting} words={words} onAsk={(next) => ask(next, 'push')} />
          </Results>
        </div>
        <ResultMap
          cards={cards}
          baseMapUrl={setting.baseMapUrl}
          pointed={pointed}
          here={where?.point ?? null}
          area={asked.area}
          answered={answer !== null}
          sensitive={sensitive}
          words={words}
          onPoint={setPointed}
          onChoose={reveal}
          onArea={(area) => ask(change(asked, { area }), 'push')}
        />
      </div>
    </div>
  )
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ResultWords } from '../../lib/result-words.ts'
import type { KnownPlace } from '../../lib/where.ts'
import { Chosen } from './Chosen.tsx'
import { Counted } from './Counted.tsx'
import { Filters } from './Filters.tsx'
import type { Choice } from './Filters.tsx'
import type { Files } from './load.ts'
import { ResultMap } from './ResultMap.tsx'
import { Results } from './Results.tsx'
import { type Safety, SafeWays } from './SafeWays.tsx'
import { change, choicesOf, filterCount, pageSize, toAddress, withoutFilters } from './state.ts'
import type { Asked } from './state.ts'
import { useAddress } from './use-address.ts'
import { useAside } from './use-aside.ts'
import { usePointing } from './use-pointing.ts'
import { useMisses } from './use-misses.ts'
import { useResults } from './use-results.ts'
import { useWhere } from './use-where.ts'
import { WhereBox } from './WhereBox.tsx'

export type Setting = {
  files: Files
  baseMapUrl: string | null
  textLang: string | undefined
  themes: (Choice & { sensitive: boolean })[]
  groups: Choice[]
  languages: Choice[]
  places: KnownPlace[]
  safety: Safety
  postcodesUrl: string | null
  /** The published list of words that are counted when they find nothing; null: nothing is counted. */
  wordListUrl: string | null
}

/** A resident looks for help: words, filters, a list and a map of the same things, an address that remembers. */
export function FindAService({ setting, words }: { setting: Setting; words: ResultWords }) {
  // What is kept in the list must not answer for a question of two keys ago, so that it reads the latest.
  const [latest, ask] = useAddress()
  const asked = latest.current
  const [minute, setMinute] = useState(() => Date.now())
  const located = useWhere(asked, setting.places, setting.postcodesUrl)
  const where = located && located.kind !== 'unknown' ? located : null
  const place = where?.place ?? ''
  const [mapOpen, setMapOpen] = useState(false)
  const { search, shown, rested, phase, begin, drawNow } = useResults(setting.files, asked, located, minute, mapOpen)
  const { view } = shown
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [pointed, setPointed] = usePointing(list)

  useEffect(() => {
    const timer = setInterval(() => setMinute(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])

  // Drawn after the list, each in a task of its own: a key need not wait for them.
  const filtered = useAside(rested)
  const mapped = useAside(filtered)
  const found = mapped?.found ?? []
  useMisses(setting.wordListUrl, asked.text, view ? view.total : null, list)
  const placeName = where ? setting.places.find(({ code }) => code === place)?.name : undefined
  // Counts are the index's; what the device itself leaves out is not in them.
  const counted = !asked.open && !asked.wheelchair && !asked.area
  const sensitive =
    setting.themes.some(({ code, sensitive: is }) => is && asked.themes.includes(code)) ||
    (asked.text !== '' && speaksOfSafety(rested?.cards ?? []))

  const goTo = (number: number) => {
    ask({ ...latest.current, page: number }, 'push')
    heading.current?.focus()
  }

  const reveal = (id: string) => {
    const position = found.findIndex((one) => one.id === id)
    if (position < 0) return
    setPointed([id])
    const wanted = Math.floor(position / pageSize) + 1
    if (wanted !== shown.view?.page) ask({ ...latest.current, page: wanted }, 'push')
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] a`)?.focus())
  }

  // A key draws the results, and of those the cards in sight. Filters, map and where follow when the typing rests.
  const choices = choicesOf(asked)
  const choose = (part: Partial<Asked>) => ask(change(latest.current, part), 'push')
  // Below a whole page of cards, so that nobody sees it follow when the typing rests.
  const addressOf = useMemo(() => (page: number) => toAddress({ ...asked, page }) || location.pathname, [rested])
  const results = useMemo(
    () => (
      <Results
        minute={minute}
        phase={phase}
        shown={shown}
        restedTotal={rested?.total ?? 0}
        page={rested?.page ?? 1}
        pages={rested?.pages ?? 1}
        pointed={pointed}
        placeName={placeName}
        textLang={setting.textLang}
        words={words}
        heading={heading}
        onRetry={begin}
        onPage={goTo}
        onSuggestion={(text) => choose({ text })}
        onReset={() => ask(withoutFilters(latest.current), 'push')}
        filtered={filterCount(asked) > 0}
        inArea={asked.area !== null}
        addressOf={addressOf}
      >
        {sensitive && <SafeWays safety={setting.safety} />}
        {where && (
          <label class="vd-find__order">
            <span>{words.order}</span>
            <select
              class="utrecht-select utrecht-select--html-select"
              value={asked.near ? 'near' : 'best'}
              onChange={(event) => choose({ near: event.currentTarget.value === 'near' })}
            >
              <option value="best">{words.best}</option>
              <option value="near">{words.nearest}</option>
            </select>
          </label>
        )}
        <Chosen
          asked={asked}
          setting={setting}
          words={words}
          onAsk={(next) => ask({ ...next, text: latest.current.text }, 'push')}
        />
      </Results>
    ),
    [view, rested, phase, minute, pointed, placeName, where, choices, sensitive],
  )
  const whereBox = useMemo(
    () =>
      setting.places.length > 0 && (
        <WhereBox
          typed={asked.where || (where?.kind === 'place' ? where.name : '')}
          where={located}
          places={setting.places.map(({ name }) => name)}
          words={words}
          onType={(typed) => choose({ where: typed, place: '', here: '' })}
          onHere={(latitude, longitude) => {
            const here = `${latitude.toFixed(3)},${longitude.toFixed(3)}`
            choose({ here, where: '', place: '', near: true })
          }}
        />
      ),
    [asked.where, located],
  )
  const filters = useMemo(
    () => (
      <Filters
        asked={asked}
        facets={counted ? (filtered?.facets() ?? null) : null}
        setting={setting}
        words={words}
        onAsk={(next) => ask({ ...next, text: latest.current.text }, 'push')}
      />
    ),
    [filtered, counted, choices],
  )
  const map = useMemo(
    () => (
      <ResultMap
        found={found}
        search={search}
        baseMapUrl={setting.baseMapUrl}
        pointed={pointed}
        here={where?.point ?? null}
        area={asked.area}
        answered={mapped !== null}
        sensitive={sensitive}
        words={words}
        onOpen={setMapOpen}
        onPoint={setPointed}
        onChoose={reveal}
        onArea={(area) => choose({ area })}
      />
    ),
    [mapped, search, pointed, where, asked.area, sensitive],
  )

  return (
    <div class="vd-find">
      <h1 class="nl-heading nl-heading--level-2 vd-find__title">{words.title}</h1>
      <form
        class="vd-find__form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          ask(latest.current, 'push')
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
            onInput={(event) => {
              const next = change(latest.current, { text: event.currentTarget.value })
              ask(next, 'replace', drawNow(next))
            }}
          />
          <p class="vd-field__hint" id="wat-hulp">
            {words.hint}
          </p>
          {setting.wordListUrl !== null && <Counted words={words} />}
        </div>
        {whereBox}
        <button class="nl-button nl-button--primary vd-button" type="submit">
          {words.search}
        </button>
      </form>

      <div class="vd-find__body">
        {filters}
        <div class="vd-find__results" ref={list}>
          {results}
        </div>
        {map}
      </div>
    </div>
  )
}

/** Whether an answer in words is about such a theme: its best hit is, or two of the first five; one further down may be a chance. */
const speaksOfSafety = (cards: { sensitive: boolean }[]) =>
  cards[0]?.sensitive === true || cards.slice(0, 5).filter(({ sensitive }) => sensitive).length > 1

import type { ComponentChildren, Ref } from 'preact'
import { useMemo } from 'preact/hooks'
import type { ResultWords } from '../../lib/result-words.ts'
import { CardList } from './CardList.tsx'
import { type Shown, useShown } from './shown.ts'

type Props = {
  phase: 'loading' | 'failed' | 'ready'
  /** What changes at a key: count, suggestion and cards. */
  shown: Shown
  /** The moment for which it is said whether it is open. */
  minute: number
  /** How many there were when the typing last rested: read aloud, once and not at every key. */
  restedTotal: number
  /** Of the list at which the typing last rested. */
  page: number
  pages: number
  pointed: readonly string[]
  placeName: string | undefined
  textLang: string | undefined
  filtered: boolean
  inArea: boolean
  addressOf: (page: number) => string
  words: ResultWords
  heading: Ref<HTMLHeadingElement>
  /** What stands between the count and the list: order, and what was chosen. Not before there is a list: nothing jumps. */
  children: ComponentChildren
  onRetry: () => void
  onPage: (page: number) => void
  onSuggestion: (text: string) => void
  onReset: () => void
}

const none: never[] = []

/** So few end on the screen; below more of them nobody sees what follows when the typing rests. */
const fewest = 2

/**
 * What comes and goes between two keys stands there hidden: to put an element in or take it out has the style reckoned anew
 * of all that stands beside it.
 */
export function Results(props: Props) {
  const { phase, words, shown, restedTotal, page, pages, addressOf, onSuggestion } = props
  const view = useShown(shown)
  const total = view?.total ?? 0
  const say = (found: number) => {
    if (phase !== 'ready') return phase === 'loading' ? words.loading : ''
    return found === 0 ? words.none : `${found} ${found === 1 ? words.one : words.many}`
  }
  const status = useMemo(
    () => (
      <p class="vd-hidden" role="status">
        {say(restedTotal)}
      </p>
    ),
    [phase, restedTotal],
  )
  const suggested = view?.suggestion
  const suggestion = useMemo(
    () => (
      <p hidden={suggested === undefined}>
        {words.didYouMean}{' '}
        <button class="vd-as-link" type="button" onClick={() => onSuggestion(suggested ?? '')}>
          {suggested ?? ''}
        </button>
      </p>
    ),
    [suggested],
  )
  const few = pages === 1 || total <= fewest
  const nav = useMemo(
    () => (
      <nav class="vd-pages" aria-label={words.pages} hidden={few}>
        <Pages {...props} />
      </nav>
    ),
    [few, page, pages, addressOf],
  )
  return (
    <section aria-labelledby="gevonden">
      <h2
        class={`nl-heading nl-heading--level-2 vd-find__count${phase === 'ready' ? ' vd-find__count--known' : ''}`}
        id="gevonden"
        tabIndex={-1}
        ref={props.heading}
      >
        {phase === 'failed' ? words.results : say(total)}
      </h2>
      {status}
      {phase === 'ready' && props.children}
      {phase === 'failed' && (
        <div class="vd-notice" role="alert">
          <p>{words.failed}</p>
          <p>
            <button class="nl-button nl-button--secondary" type="button" onClick={props.onRetry}>
              {words.retry}
            </button>{' '}
            <a class="nl-link" href="/themas/">
              {words.tipThemes}
            </a>
          </p>
        </div>
      )}
      {phase === 'ready' && suggestion}
      {phase === 'ready' && props.inArea && <p class="vd-find__first">{words.inArea}</p>}
      {phase === 'ready' && total > 0 && props.placeName !== undefined && !props.inArea && (
        <p class="vd-find__first">
          {words.first} {props.placeName}.
        </p>
      )}
      {phase === 'loading' && <Meanwhile words={words} />}
      {phase === 'ready' && total === 0 ? (
        <Nothing {...props} />
      ) : (
        <CardList {...props} cards={view?.cards ?? none} inSlices={view?.inSlices ?? false} />
      )}
      {phase === 'ready' && nav}
    </section>
  )
}

/** Ways that work at once, while the index is on its way to an old telephone: the page is of use before it is whole. */
function Meanwhile({ words }: { words: ResultWords }) {
  return (
    <div class="vd-find__meanwhile">
      <p>{words.slow}</p>
      <Ways words={words} />
    </div>
  )
}

function Ways({ words }: { words: ResultWords }) {
  const ways = [
    { href: '/wegwijzer/', text: words.tipGuide },
    { href: '/themas/', text: words.tipThemes },
    { href: '/plaatsen/', text: words.tipPlaces },
    { href: '/aanbod/', text: words.tipLetters },
    { href: '/contact/', text: words.tipCall },
  ]
  return (
    <ul class="vd-find__ways">
      {ways.map(({ href, text }) => (
        <li key={href}>
          <a class="nl-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Nothing found is never the end: fewer filters, other words, a few questions, themes, letters, a human. */
function Nothing({ words, filtered, onReset }: Props) {
  return (
    <div class="vd-notice">
      <p>{words.noneTips}</p>
      {filtered && (
        <p>
          {words.noneFiltered}{' '}
          <button class="vd-as-link" type="button" onClick={onReset}>
            {words.reset}
          </button>
        </p>
      )}
      <p>{words.tipWords}</p>
      <Ways words={words} />
    </div>
  )
}

/** Real addresses, so that a page can be opened beside this one; a press stays here. */
function Pages({ page, pages, words, onPage, addressOf }: Props) {
  const to = (number: number, text: string) => (
    <a
      class="nl-button nl-button--secondary"
      href={addressOf(number)}
      rel={number < page ? 'prev' : 'next'}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onPage(number)
      }}
    >
      {text}
    </a>
  )
  return (
    <>
      {page > 1 && to(page - 1, words.previous)}
      <span>
        {words.page} {page} {words.of} {pages}
      </span>
      {page < pages && to(page + 1, words.next)}
    </>
  )
}

import type { ComponentChildren, Ref } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { sayNow } from '../../lib/hours/show.ts'
import type { Said } from '../../lib/hours/show.ts'
import type { ResultWords } from '../../lib/result-words.ts'
import { ServiceCard } from './ServiceCard.tsx'
import type { Placed } from './ServiceCard.tsx'

type Props = {
  phase: 'loading' | 'failed' | 'ready'
  cards: Placed[]
  /** The moment for which it is said whether it is open. */
  minute: number
  /** The cards in sight first, the others a moment later. */
  inSlices: boolean
  total: number
  /** How many there were when the typing last rested: read aloud, once and not at every key. */
  restedTotal: number
  page: number
  pages: number
  pointed: readonly string[]
  placeName: string | undefined
  suggestion: string | undefined
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

export function Results(props: Props) {
  const { phase, total, words } = props
  const say = (found: number) => {
    if (phase !== 'ready') return phase === 'loading' ? words.loading : ''
    return found === 0 ? words.none : `${found} ${found === 1 ? words.one : words.many}`
  }
  return (
    <section aria-labelledby="gevonden">
      <h2 class="nl-heading nl-heading--level-2 vd-find__count" id="gevonden" tabIndex={-1} ref={props.heading}>
        {phase === 'failed' ? words.results : say(total)}
      </h2>
      <p class="vd-hidden" role="status">
        {say(props.restedTotal)}
      </p>
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
      {phase === 'ready' && props.suggestion !== undefined && (
        <p>
          {words.didYouMean}{' '}
          <button class="vd-as-link" type="button" onClick={() => props.onSuggestion(props.suggestion ?? '')}>
            {props.suggestion}
          </button>
        </p>
      )}
      {phase === 'ready' && props.inArea && <p class="vd-find__first">{words.inArea}</p>}
      {phase === 'ready' && total > 0 && props.placeName !== undefined && !props.inArea && (
        <p class="vd-find__first">
          {words.first} {props.placeName}.
        </p>
      )}
      {phase === 'loading' && <Meanwhile words={words} />}
      {phase === 'ready' && total === 0 ? <Nothing {...props} /> : <List {...props} />}
      {props.pages > 1 && <Pages {...props} />}
    </section>
  )
}

const said = new WeakMap<Placed['doors'], { minute: number; now: Said }>()

/** Reckoned once a minute for a card, not at every key. */
function saidOf(doors: Placed['doors'], minute: number): Said {
  const known = said.get(doors)
  if (known?.minute === minute) return known.now
  const now = sayNow(doors, minute)
  said.set(doors, { minute, now })
  return now
}

/**
 * How many cards can be in sight together with the box somebody types in; asked once, since asking makes a browser
 * reckon. On a telephone the list begins 380 pixels below that box and a card is 460 high, on a wide screen 220 and 370.
 */
let inSight = 0
function cardsInSight(): number {
  if (inSight > 0) return inSight
  const [above, card] = matchMedia('(width < 48rem)').matches ? [380, 460] : [220, 370]
  return (inSight = Math.max(1, Math.ceil((innerHeight - above) / card)))
}

/** Milliseconds without a key before the other cards follow: nobody looks below while typing. */
const rest = 200

/**
 * The cards in sight in the frame of the key, the others when the typing rests; until then the ones of before keep their
 * place, so that the page does not shrink under somebody who has scrolled.
 */
function useSlices(cards: Placed[], inSlices: boolean): Placed[] {
  const [ready, setReady] = useState<{ cards: Placed[]; count: number }>({ cards, count: 0 })
  const standing = useRef<Placed[]>([])
  const first = inSlices ? cardsInSight() : cards.length
  const count = Math.max(first, ready.cards === cards ? ready.count : 0)
  /** The first list of the page is waited for; one that comes while typing is not. */
  const isFirst = standing.current.length === 0
  useLayoutEffect(() => {
    if (count >= cards.length) return undefined
    // As many again, so that a key that comes in between does not wait long.
    const more = () => setReady({ cards, count: count + Math.max(4, count) })
    const timer = setTimeout(more, isFirst || count > first ? 0 : rest)
    return () => clearTimeout(timer)
  }, [cards, count])
  standing.current = [...cards.slice(0, count), ...standing.current.slice(count, cards.length)]
  return standing.current
}

/**
 * A place in the list keeps its elements and gets other words: making twenty cards anew costs an old telephone more
 * than the search does.
 */
function List({ cards, inSlices, pointed, textLang, words, minute }: Props) {
  const shown = useSlices(cards, inSlices)
  return (
    <ul class="vd-list">
      {shown.map((card, place) => (
        <Item
          key={place}
          card={card}
          now={card.doors.length > 0 ? saidOf(card.doors, minute) : null}
          pointed={pointed.includes(card.id)}
          textLang={textLang}
          words={words}
        />
      ))}
    </ul>
  )
}

type ItemProps = { card: Placed; now: Said | null; pointed: boolean; textLang: string | undefined; words: ResultWords }

function Item({ card, now, pointed, textLang, words }: ItemProps) {
  return useMemo(
    () => (
      <li data-card={card.id} class={pointed ? 'vd-list__pointed' : undefined}>
        <ServiceCard card={card} now={now} textLang={textLang} words={words} />
      </li>
    ),
    [card.id, card.distance, now, pointed],
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
    <nav class="vd-pages" aria-label={words.pages}>
      {page > 1 && to(page - 1, words.previous)}
      <span>
        {words.page} {page} {words.of} {pages}
      </span>
      {page < pages && to(page + 1, words.next)}
    </nav>
  )
}

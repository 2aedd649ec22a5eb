/** The list of results: at a key the cards in sight, the others when the typing rests. */
import { Fragment } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { sayNow } from '../../lib/hours/show.ts'
import type { Said } from '../../lib/hours/show.ts'
import type { ResultWords } from '../../lib/result-words.ts'
import { atRest } from './rest.ts'
import { ServiceCard } from './ServiceCard.tsx'
import type { Placed } from './ServiceCard.tsx'

type Props = {
  cards: Placed[]
  /** The cards in sight first, the others a moment later. */
  inSlices: boolean
  /** The moment for which it is said whether it is open. */
  minute: number
  pointed: readonly string[]
  textLang: string | undefined
  words: ResultWords
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
let known = 0
function cardsInSight(): number {
  if (known > 0) return known
  const [above, card] = matchMedia('(width < 48rem)').matches ? [380, 460] : [220, 370]
  return (known = Math.max(1, Math.ceil((innerHeight - above) / card)))
}

/** Cards that follow in one go: a key that comes in between does not wait long. */
const slice = 10
/** Milliseconds without a key before the other cards follow: nobody looks below while typing. */
const rest = 200

/**
 * The cards below those in sight: they follow when the typing rests, and until then the ones of before keep their place,
 * so that the page does not shrink under somebody who has scrolled. The same list as long as nothing in it changes.
 */
function useBelow(cards: Placed[], inSight: number, inSlices: boolean): { below: Placed[]; waits: boolean } {
  const [, draw] = useState(0)
  /** How many came of the list that is drawn, and how many of them stand; one that comes back begins anew. */
  const at = useRef({ cards, came: 0, done: -1 })
  if (at.current.cards !== cards) at.current = { cards, came: 0, done: -1 }
  const below = useRef<Placed[]>([])
  /** The first list of the page is waited for; one that comes while typing is not. */
  const isFirst = useRef(true)
  const all = Math.max(0, cards.length - inSight)
  const done = inSlices ? Math.min(all, at.current.came) : all
  if (at.current.done !== done) {
    at.current.done = done
    if (done > 0 || below.current.length > all)
      below.current = [...cards.slice(inSight, inSight + done), ...below.current.slice(done, all)]
  }
  const more = useRef(() => {})
  more.current = () => {
    at.current.came = done + slice
    draw((n) => n + 1)
  }
  const [resting] = useState(() => atRest(rest, () => more.current()))
  useEffect(() => resting.stop, [])
  const waits = done === 0 && !isFirst.current
  if (waits && all > 0) resting.touch()
  // After the frame; a key makes neither this nor a timer.
  useEffect(() => {
    if (cards.length > 0) isFirst.current = false
    if (waits || done >= all) return undefined
    const timer = setTimeout(() => more.current())
    return () => clearTimeout(timer)
  }, [waits || cards, done])
  return { below: below.current, waits }
}

/**
 * A place in the list keeps its elements and gets other words: making twenty cards anew costs an old telephone more
 * than the search does.
 */
export function CardList({ cards, inSlices, pointed, textLang, words, minute }: Props) {
  // Nothing to measure on the server.
  const inSight = cards.length === 0 ? 0 : cardsInSight()
  const { below, waits } = useBelow(cards, inSight, inSlices)
  const draw = (card: Placed, place: number) => (
    <Item
      key={place}
      card={card}
      now={card.doors.length > 0 ? saidOf(card.doors, minute) : null}
      pointed={pointed.includes(card.id)}
      textLang={textLang}
      words={words}
    />
  )
  // One piece, which is passed over as a whole at a key that changes nothing in it.
  const more = useMemo(() => <Fragment key="below">{below.map(draw)}</Fragment>, [below, pointed, minute])
  return (
    // On a high screen more than two can be in sight, and then none is hidden.
    <ul class={waits && inSight <= 2 ? 'vd-list vd-list--waits' : 'vd-list'}>
      {cards.slice(0, inSight).map(draw)}
      {more}
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

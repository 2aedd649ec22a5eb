/** The list of results. */
import type { VNode } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import type { ResultWords } from '../../lib/result-words.ts'
import { type Kept, kept } from './kept.ts'
import { saidOf } from './said-of.ts'
import { ServiceCard } from './ServiceCard.tsx'
import type { Placed } from './ServiceCard.tsx'
import { usePlaces } from './use-places.ts'

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

/** So many places are each looked at by themselves at a key; those below, which mostly wait, are passed over in one. */
const singly = 3

/**
 * A place in the list keeps its elements and gets other words: making twenty cards anew costs an old telephone more
 * than the search does.
 */
export function CardList({ cards, inSlices, pointed, textLang, words, minute }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const { places, waits, sight, cut } = usePlaces(cards, inSlices, list)
  // A place whose card stays is passed over as a whole.
  const drawn = useRef<{ current: Kept<VNode> | null }[]>([])
  const draw = (card: Placed, place: number) => {
    const isPointed = pointed.includes(card.id)
    return kept((drawn.current[place] ??= { current: null }), [card, isPointed, minute], () => (
      <Item
        key={place}
        place={place}
        card={card}
        now={saidOf(card.doors, minute)}
        pointed={isPointed}
        textLang={textLang}
        words={words}
      />
    ))
  }
  const lower = useRef<Kept<VNode> | null>(null)
  const below = places.slice(singly)
  return (
    <ul class={waits ? `vd-list vd-list--after-${sight}${cut ? ' vd-list--cut' : ''}` : 'vd-list'} ref={list}>
      {places.slice(0, singly).map(draw)}
      {kept(lower, [...below, pointed, minute], () => (
        <>{below.map((card, place) => draw(card, singly + place))}</>
      ))}
    </ul>
  )
}

type ItemProps = Parameters<typeof ServiceCard>[0] & { pointed: boolean }

function Item({ place, card, now, pointed, textLang, words }: ItemProps) {
  return useMemo(
    () => (
      <li data-card={card.id} class={pointed ? 'vd-list__pointed' : undefined}>
        <ServiceCard place={place} card={card} now={now} textLang={textLang} words={words} />
      </li>
    ),
    [card.id, card.distance, now, pointed],
  )
}

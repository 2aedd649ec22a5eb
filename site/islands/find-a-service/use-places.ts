/** Which card stands in which place of the list: a key changes those in sight, and when the typing rests the others follow. */
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { atRest } from './rest.ts'
import type { Placed } from './ServiceCard.tsx'

/** Cards that follow in one go: a key that comes in between does not wait long. */
const slice = 10
/**
 * Milliseconds without another list before the other cards follow: nobody looks below while typing, and to draw and to
 * hide them again between two words is dear. Whoever looks up has them at once.
 */
const rest = 1000
/** So many before anybody has seen where the list stands. */
const atFirst = 2

/** Where the name of a card below this one stands, in pixels from the top of the screen. */
function nextName(card: Element): number {
  const name = card.querySelector('.vd-card__name') ?? card
  const inset = name.getBoundingClientRect().top - card.getBoundingClientRect().top
  return (card.firstElementChild ?? card).getBoundingClientRect().bottom + inset
}

/** Of how many cards the name stands above the lower edge of the screen; where the list ends there, of how many it would. */
function inSight(cards: HTMLCollection): number {
  let count = 1
  let next = 0
  for (const card of cards) {
    next = nextName(card)
    if (next >= innerHeight) return count
    count++
  }
  const last = cards[cards.length - 1]?.getBoundingClientRect()
  return count + Math.floor((innerHeight - next) / Math.max(100, last?.height ?? 0))
}

/** Whether of the last card in sight the facts and what stands below them lie below the lower edge of the screen. */
function endsBelow(card: Element | undefined): boolean {
  const text = card?.querySelector('.vd-card__text')
  return !text || text.getBoundingClientRect().bottom >= innerHeight
}

/**
 * The cards to draw, by place. Below those in sight the ones of an earlier question keep theirs while somebody types:
 * nothing is taken out, and the page does not shrink. Then `waits` is true, `sight` says how many are not of an earlier
 * question, and `cut` whether the last of those is drawn down to its text, because the rest of it lies below the screen.
 * Whoever scrolls, turns the screen, leaves the box or prints has the others follow at once.
 */
export function usePlaces(cards: Placed[], inSlices: boolean, list: RefObject<HTMLElement>) {
  const [, draw] = useState(0)
  const sight = useRef(atFirst)
  /** Which list it is, how many of its cards have come, and whether more are to follow only when the typing rests. */
  const at = useRef({ cards, came: 0, waits: false })
  const places = useRef<Placed[]>([])
  /** Seen when the typing rests: a card whose rest came in sight is not cut again at the next key. */
  const cut = useRef(false)
  /** The first list of the page is waited for; one that comes while typing is not. */
  const isFirst = useRef(true)
  const come = (count: number, waits: boolean) => {
    // A list that ends in sight is drawn as it is.
    const whole = count > cards.length || (count === cards.length && !waits)
    at.current = { cards, came: whole ? cards.length : count, waits: waits && !whole }
    places.current = whole ? cards : [...cards.slice(0, count), ...places.current.slice(count)]
  }
  // One that comes back begins anew.
  if (at.current.cards !== cards || places.current.length === 0)
    come(inSlices ? sight.current : cards.length, inSlices && !isFirst.current)
  const { came, waits } = at.current
  const more = useRef((_count: number) => {})
  more.current = (count) => {
    come(Math.min(cards.length, came + count), false)
    draw((n) => n + 1)
  }
  const [resting] = useState(() => atRest(rest, () => more.current(slice)))
  if (waits) resting.touch()
  // What a shorter card leaves in sight is drawn in the same frame. The browser reckons here what it would have reckoned
  // for the frame.
  useLayoutEffect(() => {
    const last = waits && list.current?.children[sight.current - 1]
    if (!last) return
    if (cut.current) {
      if (endsBelow(last)) return
      cut.current = false
    } else {
      if (nextName(last) >= innerHeight) return
      come(++sight.current, true)
    }
    draw((n) => n + 1)
  })
  // Not at a key, when asking where something stands makes a browser reckon.
  const look = () => {
    const shown = list.current?.children
    if (!shown?.length) return
    sight.current = inSight(shown)
    cut.current = endsBelow(shown[sight.current - 1])
  }
  useEffect(() => {
    const moved = () => {
      if (at.current.waits) more.current(slice)
      look()
    }
    // Paper does not wait for what follows in slices.
    const printed = () => more.current(Infinity)
    const signs = { scroll: moved, resize: moved, focusout: moved, focusin: look, beforeprint: printed }
    for (const [sign, act] of Object.entries(signs)) window.addEventListener(sign, act, { passive: true })
    return () => {
      for (const [sign, act] of Object.entries(signs)) window.removeEventListener(sign, act)
      resting.stop()
    }
  }, [])
  // After the frame of all but a key, which makes neither this nor a timer.
  useEffect(() => {
    if (waits) return undefined
    if (cards.length > 0) isFirst.current = false
    look()
    if (came >= cards.length) return undefined
    const timer = setTimeout(() => more.current(slice))
    return () => clearTimeout(timer)
  }, [waits ? null : {}])
  return { places: places.current, waits, sight: sight.current, cut: cut.current }
}

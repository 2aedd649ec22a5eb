import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** What list and map point at together. Pointing at a result, or reaching it with the keyboard, marks it on the map. */
export function usePointing(list: RefObject<HTMLElement>): [readonly string[], (ids: readonly string[]) => void] {
  const [pointed, setPointed] = useState<readonly string[]>([])
  useEffect(() => {
    const element = list.current
    if (!element) return undefined
    // One listener for the whole list.
    const point = (event: Event) => {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
      const id = card?.dataset.card
      setPointed((before) => (before.length === 1 && before[0] === id ? before : id === undefined ? [] : [id]))
    }
    const events = ['pointerover', 'pointerleave', 'focusin'] as const
    for (const name of events) element.addEventListener(name, point)
    return () => {
      for (const name of events) element.removeEventListener(name, point)
    }
  }, [list])
  return [pointed, setPointed]
}

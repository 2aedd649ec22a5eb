/** What stands in the list: at a key it changes by itself, and the page around it is not drawn. */
import { useLayoutEffect, useState } from 'preact/hooks'
import type { View } from './view.ts'

/** The last whole answer, and who draws it. */
export class Shown {
  view: View | null = null
  /** Draws it. */
  draw = () => {}
}

/** What stands there; whoever asks is drawn when it is. */
export function useShown(shown: Shown): View | null {
  const [, draw] = useState(0)
  useLayoutEffect(() => {
    shown.draw = () => draw((n) => n + 1)
  }, [shown])
  return shown.view
}

/** What is done when somebody has stopped for a moment. */

/**
 * Calls `act` once `touch` has not been called for so many milliseconds. One timer runs on while somebody types: to make
 * and clear one at every key costs an old telephone as much as a part of the search.
 */
export function atRest(milliseconds: number, act: () => void): { touch: () => void; stop: () => void } {
  let touched = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const left = touched + milliseconds - performance.now()
    timer = left > 0 ? setTimeout(look, left) : undefined
    if (left <= 0) act()
  }
  return {
    touch() {
      touched = performance.now()
      timer ??= setTimeout(look, milliseconds)
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

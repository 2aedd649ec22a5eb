/** What the page notes of itself while the bench types on it. */

export type Noted = {
  painted: number[]
  event: number[]
  late: number
  tasks: number[]
  resources: { name: string; bytes: number }[]
}

/** Runs in the page, before anything else: notes tasks, keys and frames. Refers to nothing outside itself. */
export function observe() {
  const noted: Noted = { painted: [], event: [], late: 0, tasks: [], resources: [] }
  Object.assign(globalThis, { noted })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') noted.event.push(duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  /** The count and the cards in sight. */
  const shown = () => {
    const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')].filter((one) => {
      const { top, bottom } = one.getBoundingClientRect()
      return top < innerHeight && bottom > 0
    })
    return [document.querySelector('#gevonden')?.textContent, ...cards.map(({ dataset }) => dataset.card)].join(' ')
  }
  /** The observer's own work lies between key and frame as well: no more than a time stamp and two calls. */
  let check = () => {}
  let key = 0
  /** Keys whose frame is not made yet: of a frame that takes long the next key comes first. */
  const waiting: number[] = []
  const ended = () => {
    const done = performance.now()
    for (const pressed of waiting.splice(0)) noted.painted.push(done - pressed)
    const first = shown()
    // Looked at once it has stood for a while, and in any case before the next key changes it.
    const look = () => {
      if (check !== look) return
      check = () => {}
      if (shown() !== first) noted.late++
    }
    check = look
    setTimeout(look, 80)
  }
  /** In the first task after the frame that is being made. */
  const after = { priority: 'user-blocking' } as const
  const framed = () => void scheduler.postTask(ended, after)
  document.addEventListener(
    'keydown',
    (event) => {
      check()
      key = event.key.length === 1 ? event.timeStamp : 0
    },
    true,
  )
  document.addEventListener('input', () => {
    // A box that is emptied, which the bench does with one Delete, is no letter.
    if (key === 0) return
    waiting.push(key)
    requestAnimationFrame(framed)
  })
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.vd-card')) return
    observer.disconnect()
    noted.resources = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map((one) => {
      return { name: one.name, bytes: one.encodedBodySize }
    })
  }).observe(document, { childList: true, subtree: true })
}

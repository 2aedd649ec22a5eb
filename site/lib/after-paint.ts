/**
 * What a page does beyond standing there comes after it is seen: on a slow line a script that is asked for earlier takes
 * its share of the line from the style and the letters that everybody waits for.
 */

/** Runs inline, as its own source: it may use nothing from around it. It takes itself away when all of it has run. */
function afterPaint(): void {
  // Style, layout and paint of the first frame are one task, which holds up an old telephone: style goes before it.
  const style = () => getComputedStyle(document.body).color
  void self.scheduler?.postTask?.(style, { priority: 'user-blocking' })
  const { currentScript } = document
  const sources = currentScript?.dataset.later?.split(' ') ?? []
  // Whoever asks before the scripts are there is answered when they are: the search box does nothing without them.
  let early: HTMLFormElement | null = null
  const hold = (event: Event) => {
    if (!(event.target instanceof HTMLFormElement) || event.target.id !== 'zoekveld') return
    event.preventDefault()
    event.stopImmediatePropagation()
    early = event.target
  }
  addEventListener('submit', hold, true)
  const load = async () => {
    await Promise.allSettled(sources.map((source) => import(/* @vite-ignore */ source)))
    removeEventListener('submit', hold, true)
    currentScript?.remove()
    early?.requestSubmit()
  }
  if (!PerformanceObserver.supportedEntryTypes?.includes('paint')) return addEventListener('load', load)
  new PerformanceObserver((seen, observer) => {
    if (seen.getEntriesByName('first-contentful-paint').length === 0) return
    observer.disconnect()
    void load()
  }).observe({ type: 'paint', buffered: true })
}

const MODULE = /<script type="module" src="([^"]+)"><\/script>/g
const loader = `(${afterPaint.toString()})()`

/**
 * The page, whole HTML in and out, with its module scripts asked for when the browser has painted something. A page
 * without them comes back as it is. One text for every page, so that the Content-Security-Policy names one hash.
 */
export function scriptsAfterPaint(html: string): string {
  const sources = [...html.matchAll(MODULE)].map(([, source]) => source)
  if (sources.length === 0) return html
  const later = `<script data-later="${sources.join(' ')}">${loader}</script>`
  return html.replace(MODULE, '').replace('</body>', () => `${later}</body>`)
}

/**
 * What a page does beyond standing there comes after it is seen: on a slow line a script that is asked for earlier takes
 * its share of the line from the style and the letters that everybody waits for.
 */

/** Runs inline, as its own source: it may use nothing from around it. It takes itself away when all of it has run. */
function afterPaint(): void {
  const { currentScript } = document
  const sources = currentScript?.dataset.later?.split(' ') ?? []
  const load = async () => {
    await Promise.allSettled(sources.map((source) => import(/* @vite-ignore */ source)))
    currentScript?.remove()
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

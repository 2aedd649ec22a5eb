/** Waiting until a page is what it will be, without waiting longer than that. */
import type { Page, Request } from 'playwright-core'

/** How long nothing may be on its way before the page counts as still: an island asks within a frame of waking. */
const STILL_MS = 100

/**
 * Goes somewhere (`page.goto`, `page.reload`) and waits until the page is loaded, its scripts have run, its islands are
 * awake and for a tenth of a second nothing was asked of the network. Only where script runs. Gives what going there gave;
 * throws after half a minute, with what still ran.
 */
export async function settled<Went>(page: Page, go: () => Promise<Went>): Promise<Went> {
  const running = new Set<Request>()
  let changed = performance.now()
  const began = (request: Request) => {
    running.add(request)
    changed = performance.now()
  }
  const ended = (request: Request) => {
    running.delete(request)
    changed = performance.now()
  }
  page.on('request', began).on('requestfinished', ended).on('requestfailed', ended)
  try {
    const went = await go()
    const until = performance.now() + 30_000
    while (running.size > 0 || performance.now() - changed < STILL_MS || (await sleepers(page)) > 0) {
      if (performance.now() > until) throw new Error(`Not still: ${[...running].map((each) => each.url()).join(', ')}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return went
  } finally {
    page.off('request', began).off('requestfinished', ended).off('requestfailed', ended)
  }
}

/** Islands that have not woken yet, and scripts that wait for the first paint. One that waits to be scrolled to sleeps on. */
const sleepers = (page: Page) => page.locator('astro-island[ssr]:not([client="visible"]), script[data-later]').count()

import type { BrowserContext } from 'playwright-core'

/** How long a page may take to have its scripts, in milliseconds. A test that holds them back goes on after it. */
const SCRIPTS_MS = 2000

/**
 * Going somewhere in this context ends when the scripts that wait for the first paint have run: they come after `load`,
 * a moment before anybody acts, and a test is quicker than anybody.
 */
export function readyPages(context: BrowserContext): BrowserContext {
  context.on('page', (page) => {
    const goTo = page.goto.bind(page)
    page.goto = async (...given) => {
      const answer = await goTo(...given)
      const later = page.locator('script[data-later]')
      await later.waitFor({ state: 'detached', timeout: SCRIPTS_MS }).catch(() => undefined)
      return answer
    }
  })
  return context
}

/** The list of results comes in two: the cards in sight first, the rest of the page a moment later. */
import type { Page } from 'playwright-core'
import { pageSize } from '../../site/islands/find-a-service/state.ts'

/** Waits until a page of results has all its cards, as many as its heading says. Throws when it stays without. */
export async function wholeList(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { name: /^\d+ (resultat|result)/ })
  const until = performance.now() + 10_000
  for (;;) {
    const found = Number.parseInt(await heading.innerText(), 10)
    const cards = await page.locator('.vd-list .vd-card').count()
    if (cards === Math.min(pageSize, found)) return
    if (performance.now() > until) throw new Error(`${cards} cards of ${found} results`)
    await page.waitForTimeout(20)
  }
}

/** One visit to one page in a real browser, and everything that is counted of it. */
import axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { settled } from './settled.ts'

export const widths = [1280, 360] as const

export type Visit = {
  path: string
  status: number
  /** Everything that came over the wire for it, headers included. */
  bytes: number
  /** Addresses asked that are not ours. */
  foreign: string[]
  cookies: string[]
  /** What the Content-Security-Policy had to stop. */
  stopped: string[]
  /** What axe finds, as `rule at width: element`. */
  faults: string[]
  /** Widths at which the page must be scrolled sideways. */
  tooWide: number[]
}

/** Opens `path` in a page of its own, looks at it at every width, and closes it. */
export async function visit(context: BrowserContext, origin: string, path: string): Promise<Visit> {
  const page = await context.newPage()
  try {
    const foreign: string[] = []
    const stopped: string[] = []
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.origin !== origin && url.protocol !== 'data:') foreign.push(url.href)
    })
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) stopped.push(message.text().slice(0, 200))
    })
    const bytes = await countBytes(page)
    await page.setViewportSize({ width: widths[0], height: 900 })
    const response = await settled(page, () => page.goto(`${origin}${path}`))
    const received = bytes()

    const faults: string[] = []
    const tooWide: number[] = []
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      faults.push(...(await axeFaults(page)).map((fault) => `${fault} (at ${width})`))
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) tooWide.push(width)
    }
    const cookies = (await context.cookies(origin)).map(({ name }) => name)
    return { path, status: response?.status() ?? 0, bytes: received, foreign, cookies, stopped, faults, tooWide }
  } finally {
    await page.close()
  }
}

/** Bytes as they came over the wire, compressed; what came from the cache counts as nothing. */
async function countBytes(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page)
  let total = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    total += encodedDataLength
  })
  await session.send('Network.enable')
  return () => total
}

type Axe = { run: (options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> }

/** WCAG 2.2 A and AA, and good practice; axe leaves out what 2.2 added unless it is asked for. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds wrong on the page as it is now, best practices included: `rule: where`. A bar that sticks is laid where
 * it stands: what it happens to cover at this height of the page is no fault of the link below it.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (getComputedStyle(element).position === 'sticky') element.style.position = 'static'
    }
  })
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async (runOnly) => {
    const { axe: runner } = window as unknown as { axe: Axe }
    const results = await runner.run({ resultTypes: ['violations'], runOnly })
    return results.violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }))
  }, rules)
  return violations.map(
    ({ id, at }) => `${id}: ${at.slice(0, 3).join(', ')}${at.length > 3 ? ` and ${at.length - 3} more` : ''}`,
  )
}

/** Serves our own pages otherwise than they are: for controls, which break what is counted. */
export async function tamper(
  context: BrowserContext,
  origin: string,
  change: { html?: (html: string) => string; headers?: (headers: Record<string, string>) => Record<string, string> },
): Promise<void> {
  await context.route(`${origin}/**`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue()
    const response = await route.fetch()
    const html = await response.text()
    const { 'content-encoding': _encoding, 'content-length': _length, ...headers } = response.headers()
    await route.fulfill({
      status: response.status(),
      headers: change.headers?.(headers) ?? headers,
      body: change.html?.(html) ?? html,
    })
  })
}

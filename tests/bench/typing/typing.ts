/**
 * Typing on the page as somebody with an old telephone does: a real browser, real key events, a processor four times
 * slower. Counts the work of the main thread from key to painted results, the tasks of loading, and the bytes of the
 * first usable search. Source: issue 4, "Done means" 2 and 4.
 */
import { Hono } from 'hono'
import type { Page } from 'playwright-core'
import { listen } from '../../../api/http/listen.ts'
import { serveSite } from '../../../api/http/static.ts'
import { launchBrowser } from '../../setup/browser.ts'
import { spread } from '../search/measure.ts'
import type { Spread } from '../search/measure.ts'
import { largeSite } from './large-site.ts'

export type TypingFigures = {
  services: number
  keys: number
  /** Milliseconds the main thread works from a key until its results are painted. */
  work: Spread
  /** The browser's own count from key to next paint, waiting for the frame included, in steps of 8. */
  event: Spread
  /** Milliseconds of the longest task while the page loads; 0 when none was over 50. */
  longestTask: number
  bytes: { code: number; index: number; cards: number; together: number }
}

const slower = 4
const questions = ['ik kan de huur niet betalen', 'eenzaam', 'hulp in de huishouding', 'mantelzorg', 'zwemmen kind']

type Noted = { work: number[]; event: number[]; tasks: number[]; resources: { name: string; bytes: number }[] }

/** Runs in the page, before anything else: notes tasks, keys and frames. */
function observe() {
  const noted: Noted = { work: [], event: [], tasks: [], resources: [] }
  Object.assign(globalThis, { noted })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') noted.event.push(duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  const later = (act: () => void) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', act, { once: true })
    port1.start()
    port2.postMessage(0)
  }
  document.addEventListener(
    'input',
    () => {
      const begun = performance.now()
      let handled = 0
      later(() => (handled = performance.now() - begun))
      requestAnimationFrame(() => {
        const frame = performance.now()
        later(() => noted.work.push(handled + performance.now() - frame))
      })
    },
    true,
  )
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.vd-card')) return
    observer.disconnect()
    noted.resources = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map((one) => {
      return { name: one.name, bytes: one.encodedBodySize }
    })
  }).observe(document, { childList: true, subtree: true })
}

const read = (page: Page) => page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted)

export async function benchTyping(services: number): Promise<TypingFigures> {
  const folder = await largeSite(services)
  const app = new Hono().use(
    '*',
    serveSite(() => folder),
  )
  const server = await listen({ host: 'localhost', port: 0 }, (request) => app.fetch(request))
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
    const page = await context.newPage()
    await page.addInitScript(observe)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await page.goto(`${server.url}/zoeken/`)
    await page.locator('.vd-card').first().waitFor()
    await page.waitForLoadState('networkidle')
    const loaded = await read(page)
    await page.locator('#wat').focus()
    for (const question of questions) {
      for (const letter of question) {
        await page.keyboard.press(letter === ' ' ? 'Space' : letter)
        await page.waitForTimeout(120)
      }
      await page.locator('#wat').fill('')
      await page.waitForTimeout(300)
    }
    const { work, event } = await read(page)
    const bytes = (wanted: RegExp) =>
      loaded.resources.filter(({ name }) => wanted.test(name)).reduce((sum, one) => sum + one.bytes, 0)
    const parts = { code: bytes(/\.js$/), index: bytes(/\/zoek\/index-/), cards: bytes(/\/zoek\/cards-/) }
    return {
      services,
      keys: work.length,
      work: spread(work),
      event: spread(event),
      longestTask: Math.max(0, ...loaded.tasks),
      bytes: { ...parts, together: parts.code + parts.index + parts.cards },
    }
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Gives what misses its mark. */
export function printTyping({ services, keys, work, event, longestTask, bytes }: TypingFigures): string[] {
  const ms = ({ p50, p95, p99 }: Spread) => `p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  p99 ${p99.toFixed(1)} ms`
  const kb = (value: number) => `${(value / 1000).toFixed(1)} kB`
  console.log(`\n${services} services, ${keys} keys, a processor ${slower} times slower`)
  console.log(`  key to painted results, work of the page   ${ms(work)}`)
  console.log(`  key to painted results, as the browser says ${ms(event)}`)
  console.log(`  longest task while loading                  ${longestTask.toFixed(0)} ms (0: none over 50)`)
  console.log(
    `  first usable search: code ${kb(bytes.code)} + index ${kb(bytes.index)} + cards ${kb(bytes.cards)} = ${kb(bytes.together)}`,
  )
  return [
    ...(work.p95 > 16 ? [`key to painted results p95 is ${work.p95.toFixed(1)} ms, the mark is 16`] : []),
    ...(longestTask > 50 ? [`a task of ${longestTask.toFixed(0)} ms while loading, the mark is 50`] : []),
    ...(bytes.together > 100_000 ? [`the first usable search is ${kb(bytes.together)}, the mark is 100`] : []),
  ]
}

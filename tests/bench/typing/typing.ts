/**
 * Typing on the page as somebody with an old telephone does: a real browser, real key events, a processor four times
 * slower. From the key itself to the end of the frame that shows its results, the tasks of loading, and the bytes of the
 * first usable search. Source: issue 4, "Done means" 2 and 4.
 */
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { listen } from '../../../api/http/listen.ts'
import { serveSite } from '../../../api/http/static.ts'
import { launchBrowser } from '../../setup/browser.ts'
import { spread } from '../search/measure.ts'
import type { Spread } from '../search/measure.ts'
import { largeSite } from './large-site.ts'
import { observe } from './observe.ts'
import type { Noted } from './observe.ts'

type Bytes = { code: number; index: number; cards: number; together: number }
export type ScreenFigures = {
  width: number
  keys: number
  /** Milliseconds from the time stamp of the key to the end of its frame: script, style, layout and paint done. */
  painted: Spread
  /** The part of it in which the main thread works; the rest is waiting for the screen to want a frame. */
  work: Spread
  /** The browser's own count from key to picture (Event Timing), in steps of 8; what it leaves out is under 16. */
  event: Spread
  /** Keys whose frame did not yet show what stood there when the typing rested. */
  late: number
  /** Milliseconds of the longest task while the page loads; 0 when none was over 50. */
  longestTask: number
  bytes: Bytes
}
export type TypingFigures = { services: number; slower: number; screens: ScreenFigures[] }

const slower = 4
const widths = [360, 1280]
const questions = ['ik kan de huur niet betalen', 'eenzaam', 'hulp in de huishouding', 'mantelzorg', 'zwemmen kind']

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
    const screens: ScreenFigures[] = []
    for (const width of widths) screens.push(await typeOn(browser, server.url, width))
    return { services, slower, screens }
  } finally {
    await browser.close()
    await server.close()
  }
}

async function typeOn(browser: Browser, url: string, width: number): Promise<ScreenFigures> {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(observe)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.goto(`${url}/zoeken/`)
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
    await page.waitForTimeout(400)
  }
  const { painted, work, event, late } = await read(page)
  await context.close()
  const bytes = (wanted: RegExp) =>
    loaded.resources.filter(({ name }) => wanted.test(name)).reduce((sum, one) => sum + one.bytes, 0)
  const parts = { code: bytes(/\.js$/), index: bytes(/\/zoek\/index-/), cards: bytes(/\/zoek\/cards-/) }
  const quick = Array.from({ length: Math.max(0, painted.length - event.length) }, () => 16)
  return {
    width,
    keys: painted.length,
    painted: spread(painted),
    work: spread(work),
    event: spread([...event, ...quick]),
    late,
    longestTask: Math.max(0, ...loaded.tasks),
    bytes: { ...parts, together: parts.code + parts.index + parts.cards },
  }
}

/** The marks are for a directory of this size; a larger one has its index in a thread of its own. */
const marked = 5000

/** Gives what misses its mark. */
export function printTyping({ services, screens }: TypingFigures): string[] {
  const ms = ({ p50, p95, p99 }: Spread) => `p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  p99 ${p99.toFixed(1)} ms`
  const kb = (value: number) => `${(value / 1000).toFixed(1)} kB`
  return screens.flatMap(({ width, keys, painted, work, event, late, longestTask, bytes }) => {
    console.log(`\n${services} services, ${width} px wide, ${keys} keys, a processor ${slower} times slower`)
    console.log(`  from the key to painted results             ${ms(painted)}`)
    console.log(`  of which the page works                     ${ms(work)}`)
    console.log(`  from key to picture, as the browser says    ${ms(event)}`)
    console.log(`  keys whose results came a frame too late    ${late}`)
    console.log(`  longest task while loading                  ${longestTask.toFixed(0)} ms (0: none over 50)`)
    console.log(
      `  first usable search: code ${kb(bytes.code)} + index ${kb(bytes.index)} + cards ${kb(bytes.cards)} = ${kb(bytes.together)}`,
    )
    const at = `at ${width} px`
    if (keys === 0) return [`${at}: no key was seen`]
    if (services !== marked) return []
    return [
      ...(painted.p95 > 16
        ? [`${at}: key to painted results p95 is ${painted.p95.toFixed(1)} ms, the mark is 16`]
        : []),
      ...(late > 0 ? [`${at}: ${late} keys painted something else than their results first`] : []),
      ...(longestTask > 50 ? [`${at}: a task of ${longestTask.toFixed(0)} ms while loading, the mark is 50`] : []),
      ...(bytes.together > 100_000 ? [`${at}: the first usable search is ${kb(bytes.together)}, the mark is 100`] : []),
    ]
  })
}

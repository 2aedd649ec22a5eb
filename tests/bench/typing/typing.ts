/**
 * Typing on the page as somebody with an old telephone does: a real browser, real key events, a processor four times
 * slower. From the key itself to the end of the frame that shows its results, the tasks of loading, and the bytes of the
 * first usable search. Source: issue 4, "Done means" 2 and 4.
 *
 * Beside each number stands that of an empty page, typed on in turns with ours: a box to which nothing listens. That is
 * what machine and browser cost by themselves, and no page can do with less; the marks are for both together. A screen
 * wants a picture every 16.7 ms, so that a key waits up to so long for its frame whatever the page does; what the page
 * costs is therefore also measured in a browser that makes each frame at once.
 */
import { Hono } from 'hono'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { listen } from '../../../api/http/listen.ts'
import { serveSite } from '../../../api/http/static.ts'
import { launchBrowser } from '../../setup/browser.ts'
import { spread } from '../search/measure.ts'
import type { Spread } from '../search/measure.ts'
import { largeSite } from './large-site.ts'
import { observe } from './observe.ts'
import type { Noted } from './observe.ts'

type Bytes = { code: number; index: number; cards: number; together: number }
/** Milliseconds of the keys of one page. */
export type Keys = {
  keys: number
  /** From the time stamp of the key to the end of its frame: script, style, layout and paint done. */
  painted: Spread
  /** The browser's own count from key to picture (Event Timing), in steps of 8; what it leaves out is under 16. */
  event: Spread
  /** Keys whose frame did not yet show what stood there when the typing rested. */
  late: number
}
/** Our page and the empty one, typed on in turns. */
export type Pair = { ours: Keys; empty: Keys }
export type ScreenFigures = {
  width: number
  /** On a screen that wants sixty pictures a second. */
  screen: Pair
  /** Each frame made at once: without the wait for the screen. */
  atOnce: Pair
  /** Milliseconds of the longest task while the page loads; 0 when none was over 50. */
  longestTask: number
  bytes: Bytes
}
export type TypingFigures = { services: number; slower: number; screens: ScreenFigures[] }

const slower = 4
const widths = [360, 1280]
/** Each time on pages opened anew: the slowest keys are few, and one round of them is chance. */
const rounds = 3
const questions = ['ik kan de huur niet betalen', 'eenzaam', 'hulp in de huishouding', 'mantelzorg', 'zwemmen kind']
/** Milliseconds between keys, in turns: who seeks the next letter takes longer, and has not stopped typing. */
const gaps = [120, 120, 240]
/** Milliseconds between a box that gets the focus and the first key in it: nobody does both in one moment. */
const settling = 240
/** Milliseconds a key is held. Let go at once, its release would be handled before the frame and be counted with it. */
const held = 60
const unlimited = ['--disable-frame-rate-limit', '--disable-gpu-vsync']
const emptyPage = `<!doctype html><html lang="nl"><meta name="viewport" content="width=device-width"><title>Leeg</title>
<label for="wat">Zoek</label> <input id="wat" type="search" autocomplete="off">`

const read = (page: Page) => page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted)

export async function benchTyping(services: number): Promise<TypingFigures> {
  const folder = await largeSite(services)
  const app = new Hono()
    .get('/leeg/', (context) => context.html(emptyPage))
    .use(
      '*',
      serveSite(() => folder),
    )
  const server = await listen({ host: 'localhost', port: 0 }, (request) => app.fetch(request))
  try {
    const screen = await inBrowser([], server.url)
    const atOnce = await inBrowser(unlimited, server.url)
    const screens = screen.map(({ width, pair, loaded }, at): ScreenFigures => {
      const without = atOnce[at]?.pair ?? pair
      return { width, screen: pair, atOnce: without, ...loadOf(loaded) }
    })
    return { services, slower, screens }
  } finally {
    await server.close()
  }
}

type Typed = { width: number; pair: Pair; loaded: Noted }

async function inBrowser(more: readonly string[], url: string): Promise<Typed[]> {
  const browser = await launchBrowser(undefined, more)
  try {
    const typed: Typed[] = []
    for (const width of widths) typed.push(await typeOn(browser, url, width))
    return typed
  } finally {
    await browser.close()
  }
}

async function typeOn(browser: Browser, url: string, width: number): Promise<Typed> {
  const all: Round[] = []
  for (let round = 0; round < rounds; round++) all.push(await roundOn(browser, url, width))
  const [{ loaded }] = all as [Round]
  const tasks = all.flatMap((one) => one.loaded.tasks)
  const pair = { ours: keysOf(all.map(({ ours }) => ours)), empty: keysOf(all.map(({ empty }) => empty)) }
  return { width, pair, loaded: { ...loaded, tasks } }
}

/** What the pages noted: ours once it had loaded, and each when it had been typed on. */
type Round = { loaded: Noted; ours: Noted; empty: Noted }

/** One page at a time: another one that is open, and slowed as well, takes a part of the processor. */
async function roundOn(browser: Browser, url: string, width: number): Promise<Round> {
  const page = await opened(browser, `${url}/zoeken/`, width)
  // Whoever drives the page puts a script of their own in it to look for something, a task of 40 ms: not while it loads.
  await page.waitForLoadState('networkidle')
  const loaded = await read(page)
  await page.locator('.vd-card').first().waitFor()
  const ours = await typedOn(page)
  const empty = await typedOn(await opened(browser, `${url}/leeg/`, width))
  return { loaded, ours, empty }
}

/** Types all questions, one after the other, and closes the page. */
async function typedOn(page: Page): Promise<Noted> {
  for (const question of questions) {
    await page.locator('#wat').focus()
    await page.waitForTimeout(settling)
    for (const [at, letter] of [...question].entries()) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: held })
      await page.waitForTimeout((gaps[at % gaps.length] as number) - held)
    }
    await page.locator('#wat').fill('')
    await page.waitForTimeout(400)
  }
  const noted = await read(page)
  await page.context().close()
  return noted
}

async function opened(browser: Browser, address: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(observe)
  const session: CDPSession = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.goto(address)
  return page
}

function keysOf(noted: readonly Noted[]): Keys {
  const painted = noted.flatMap((one) => one.painted)
  const event = noted.flatMap((one) => one.event)
  const quick = Array.from({ length: Math.max(0, painted.length - event.length) }, () => 16)
  return {
    keys: painted.length,
    painted: spread(painted),
    event: spread([...event, ...quick]),
    late: noted.reduce((sum, one) => sum + one.late, 0),
  }
}

function loadOf({ resources, tasks }: Noted): Pick<ScreenFigures, 'longestTask' | 'bytes'> {
  const bytes = (wanted: RegExp) =>
    resources.filter(({ name }) => wanted.test(name)).reduce((sum, one) => sum + one.bytes, 0)
  const parts = { code: bytes(/\.js$/), index: bytes(/\/zoek\/index-/), cards: bytes(/\/zoek\/cards-/) }
  return {
    longestTask: Math.max(0, ...tasks),
    bytes: { ...parts, together: parts.code + parts.index + parts.cards },
  }
}

/** The marks are for a directory of this size; a larger one has its index in a thread of its own. */
const marked = 5000

/** Gives what misses its mark. */
export function printTyping({ services, screens }: TypingFigures): string[] {
  const ms = ({ p50, p95, p99 }: Spread) => `p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  p99 ${p99.toFixed(1)} ms`
  const added = ({ ours, empty }: Pair) =>
    `p50 ${(ours.painted.p50 - empty.painted.p50).toFixed(1)}  p95 ${(ours.painted.p95 - empty.painted.p95).toFixed(1)} ms`
  const kb = (value: number) => `${(value / 1000).toFixed(1)} kB`
  const line = (what: string, said: string) => console.log(`  ${what.padEnd(44)}${said}`)
  return screens.flatMap(({ width, screen, atOnce, longestTask, bytes }) => {
    console.log(
      `\n${services} services, ${width} px wide, ${screen.ours.keys} keys, a processor ${slower} times slower`,
    )
    line('from the key to painted results, at 60 Hz', ms(screen.ours.painted))
    line('  an empty page: machine and browser alone', ms(screen.empty.painted))
    line('without the wait for the screen', ms(atOnce.ours.painted))
    line('  an empty page: machine and browser alone', ms(atOnce.empty.painted))
    line('  so that our page itself costs', added(atOnce))
    line('from key to picture, as the browser says', ms(screen.ours.event))
    line('keys whose results came a frame too late', `${screen.ours.late} and ${atOnce.ours.late}`)
    line('longest task while loading', `${longestTask.toFixed(0)} ms (0: none over 50)`)
    console.log(
      `  first usable search: code ${kb(bytes.code)} + index ${kb(bytes.index)} + cards ${kb(bytes.cards)} = ${kb(bytes.together)}`,
    )
    const at = `at ${width} px`
    if (screen.ours.keys === 0) return [`${at}: no key was seen`]
    if (services !== marked) return []
    const late = screen.ours.late + atOnce.ours.late
    const over = (what: string, { ours, empty }: Pair) =>
      ours.painted.p95 > 16
        ? [
            `${at}: ${what} p95 is ${ours.painted.p95.toFixed(1)} ms, the mark is 16; machine and browser take ${empty.painted.p95.toFixed(1)} of it for an empty page`,
          ]
        : []
    return [
      ...over('key to painted results', screen),
      ...over('without the wait for the screen it', atOnce),
      ...(late > 0 ? [`${at}: ${late} keys painted something else than their results first`] : []),
      ...(longestTask > 50 ? [`${at}: a task of ${longestTask.toFixed(0)} ms while loading, the mark is 50`] : []),
      ...(bytes.together > 100_000 ? [`${at}: the first usable search is ${kb(bytes.together)}, the mark is 100`] : []),
    ]
  })
}

import type { Browser, Page } from 'playwright-core'
import { pointer } from '../browser/hands.ts'
import { type Story, playStory } from '../browser/story.ts'
import { axeFaults, widths } from '../cases/visit.ts'
import type { House } from '../setup/house.ts'

export type Screen = { what: string; width: number; faults: string[] }
export type Played = {
  house: House
  story: Story
  screens: Screen[]
  /** Every address that a browser asked for. */
  urls: string[]
  /** What the Content-Security-Policy had to stop. */
  stopped: string[]
  /** Every line of the server's log. */
  log: string[]
}

/** What is wrong on this screen, at every width. */
export async function lookAt(page: Page, what: string): Promise<Screen[]> {
  const screens: Screen[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const faults = await axeFaults(page)
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
      faults.push('scrolls sideways')
    screens.push({ what, width, faults })
  }
  await page.setViewportSize({ width: widths[0], height: 900 })
  return screens
}

/** Plays the story and looks at every screen it comes to; short: at each kind of screen once. */
export async function playAndLook(house: House, browser: Browser, full: boolean): Promise<Played> {
  const played: Played = {
    house,
    story: { holders: [], followed: [], feedback: '' },
    screens: [],
    urls: [],
    stopped: [],
    log: [],
  }
  const line = (facts: object, message: string) => void played.log.push(JSON.stringify(facts), message)
  house.deps.log = { info: line, error: line }
  const visitor: House['visitor'] = async (...asked) => {
    const context = await house.visitor(...asked)
    context.on('request', (request) => void played.urls.push(decodeURIComponent(request.url())))
    context.on('console', (message) => {
      if (/content security policy/i.test(message.text())) played.stopped.push(message.text().slice(0, 200))
    })
    return context
  }
  const kinds = new Set<string>()
  played.story = await playStory({ ...house, visitor }, browser, pointer, async (page, what) => {
    if (!full && kinds.has(what)) return
    kinds.add(what)
    played.screens.push(
      ...(what === 'who has the ball' ? await lookAtCopy(house, browser, page, what) : await lookAt(page, what)),
    )
  })
  return played
}

/** Axe needs script, and the resident's browser has none: the same page is shown in one that has. */
async function lookAtCopy(house: House, browser: Browser, page: Page, what: string): Promise<Screen[]> {
  const html = await page.content()
  const context = await house.visitor(browser)
  try {
    const copy = await context.newPage()
    await copy.route('**/volgen/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
    await copy.goto('/volgen/')
    return await lookAt(copy, what)
  } finally {
    await context.close()
  }
}

/** The guide for who does not know the word, walked with scripts off; and the order of help on theme pages. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled } from '../cases/settled.ts'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'

let house: House
let browser: Browser

beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

type Stop = { path: string; question: string; choices: string[]; services: number; hasHuman: boolean; text: string }

/** Every page of the guide, by following its links from the start. */
async function walk(context: BrowserContext): Promise<Stop[]> {
  const page = await context.newPage()
  const stops: Stop[] = []
  const waiting = ['/wegwijzer/']
  const seen = new Set(waiting)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    await page.goto(path)
    const choices = await page
      .locator('.vd-guide__choice')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    stops.push({
      path,
      question: await page.locator('h1').innerText(),
      choices,
      services: await page.locator('.vd-card').count(),
      hasHuman: await page.getByRole('heading', { name: 'Liever iemand spreken?' }).isVisible(),
      text: await page.locator('main').innerText(),
    })
    for (const href of choices.filter((each) => !seen.has(each))) {
      seen.add(href)
      waiting.push(href)
    }
  }
  return stops
}

describe('the guide without JavaScript', () => {
  let stops: Stop[] = []
  beforeAll(async () => {
    const context = await house.visitor(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
    stops = await walk(context)
    await context.close()
  }, 120_000)

  test('it has a page for every step, and every way ends in services', () => {
    expect(stops.length).toBeGreaterThan(15)
    expect(stops.filter(({ choices, services }) => choices.length === 0 && services === 0)).toEqual([])
  })
  test('nobody chooses between more than four, and a human is always below', () => {
    expect(stops.filter(({ choices, hasHuman }) => choices.length > 4 || !hasHuman)).toEqual([])
  })
  test('every end begins with what one can do oneself, and nothing needs more than three questions', () => {
    const ends = stops.filter(({ choices }) => choices.length === 0)
    expect(ends.filter(({ text }) => !text.includes('Zelf, of met mensen dichtbij'))).toEqual([])
    const start = new Set(stops[0]?.choices)
    const second = new Set(stops.filter(({ path }) => start.has(path)).flatMap(({ choices }) => choices))
    const third = new Set(stops.filter(({ path }) => second.has(path)).flatMap(({ choices }) => choices))
    expect(ends.filter(({ path }) => ![start, second, third].some((asked) => asked.has(path)))).toEqual([])
  })
  test('who is not safe reads the numbers before anything else, and can leave at once', async () => {
    const context = await house.visitor(browser, { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/wegwijzer/geweld/')
    const text = await page.locator('main').innerText()
    expect(text.indexOf('112')).toBeLessThan(text.indexOf('Zelf, of met mensen dichtbij'))
    expect(await page.getByRole('link', { name: 'Verlaat deze pagina snel' }).getAttribute('href')).toMatch(/^https:/)
    await context.close()
  })
})

test.each([360, 1280])('its pages break no rule at %i px', async (width) => {
  const context = await house.visitor(browser, { viewport: { width, height: 800 } })
  const page = await context.newPage()
  for (const path of ['/wegwijzer/', '/wegwijzer/niet-veilig/', '/wegwijzer/geld/']) {
    await settled(page, () => page.goto(path))
    const found = await axeFaults(page)
    expect(found, path).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  }
  await context.close()
})

test('a theme page goes from oneself, by what needs no indication, to specialised care', async () => {
  const context = await house.visitor(browser)
  const page = await context.newPage()
  await page.goto('/themas/werk-en-meedoen/')
  expect(await page.locator('.vd-line h2').allInnerTexts()).toEqual([
    'Zelf, of met mensen dichtbij',
    'Zonder indicatie',
    'Eerst een gesprek',
    'Met een verwijzing of indicatie',
  ])
  await context.close()
})

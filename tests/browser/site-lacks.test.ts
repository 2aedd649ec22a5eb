/** In a browser without what only some have (Safari, Firefox, a telephone of some years ago) a resident finds the same. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

test.each([
  ['a way to rank tasks', 'delete Scheduler.prototype.postTask'],
  ['any scheduler', 'delete globalThis.scheduler'],
  ['idle moments', 'delete globalThis.requestIdleCallback'],
  [
    'word of its paint',
    `Object.defineProperty(PerformanceObserver, 'supportedEntryTypes', { get: () => ['navigation', 'resource'] })
    const { observe } = PerformanceObserver.prototype
    PerformanceObserver.prototype.observe = function (of) { if (of.type !== 'paint') observe.call(this, of) }`,
  ],
])('without %s a question is answered while it is typed, with filters and map', async (_, lack) => {
  const context = await house.visitor(browser, { viewport: { width: 1280, height: 900 } })
  await context.addInitScript(lack)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${house.url}/`)
  await page.getByLabel('Wat zoekt u?').fill('taal')
  await page.getByLabel('Wat zoekt u?').press('Enter')
  await page.waitForURL(/zoeken\/#q=taal/)
  await page.locator('.vd-pin').first().waitFor()
  await page.getByLabel('Wat zoekt u?').clear()
  await page.keyboard.type('voedselbank')
  await expect.poll(() => page.locator('.vd-card__name').first().innerText()).toMatch(/^Voedselpakket/)
  await page.waitForURL(/#q=voedselbank/)
  await page.getByLabel('Alleen gratis').check()
  await page.waitForURL(/gratis=1/)
  await page.getByRole('heading', { name: /^\d+ resulta/ }).waitFor()
  expect(errors).toEqual([])
  await context.close()
})

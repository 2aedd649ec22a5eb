/** Opening hours in a real browser: reckoned on the device, in Dutch time, right long after the page was made. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
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

const service = '/aanbod/geldspreekuur-in-uw-dorp/'

async function seenAt(moment: string, path: string, options: BrowserContextOptions = {}) {
  const context = await house.visitor(browser, options)
  await context.clock.setFixedTime(new Date(moment))
  const page = await context.newPage()
  await page.goto(path, { waitUntil: 'networkidle' })
  const lines = await page.locator('.vd-now:visible').allInnerTexts()
  await context.close()
  return lines.map((line) => line.trim())
}

// Tuesdays 9.30 to 11.30 at De Spil, closed round Christmas; first Wednesday of the month 13.30 to 15.30 elsewhere.
test.each([
  ['2026-11-24T10:00:00+01:00', 'Nu open tot 11.30 uur'],
  ['2026-11-24T08:00:00+01:00', 'Opent vandaag om 9.30 uur'],
  ['2027-03-23T10:00:00+01:00', 'Nu open tot 11.30 uur'],
  ['2027-03-30T10:00:00+02:00', 'Nu open tot 11.30 uur'],
])('at %s the page of the service says "%s"', async (moment, says) => {
  expect((await seenAt(moment, service))[0]).toBe(says)
})

test('a visitor whose telephone is set to New York reads Dutch time', async () => {
  const [line] = await seenAt('2026-11-24T10:00:00+01:00', service, { timezoneId: 'America/New_York' })
  expect(line).toBe('Nu open tot 11.30 uur')
})

test('every card that can say it says it, and on King’s Day says why not', async () => {
  const theme = '/themas/geld-en-schulden/'
  const ordinary = await seenAt('2026-11-24T10:00:00+01:00', theme)
  expect(ordinary.length).toBeGreaterThan(3)
  expect(ordinary.filter((line) => !/open|Opent|[Bb]ereikbaar/.test(line))).toEqual([])
  const kingsDay = await seenAt('2027-04-27T10:00:00+02:00', theme)
  expect(kingsDay.some((line) => line.startsWith('Vandaag dicht: Koningsdag.'))).toBe(true)
})

test('without script the line is not there; the hours themselves are', async () => {
  expect(await seenAt('2026-11-24T10:00:00+01:00', service, { javaScriptEnabled: false })).toEqual([])
})

test.each(['/', '/themas/geld-en-schulden/', service])('nothing on %s moves while it loads', async (path) => {
  const context = await house.visitor(browser, { viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(`window.moved = 0; new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) window.moved += shift.value
  }).observe({ type: 'layout-shift', buffered: true })`)
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.waitForTimeout(300)
  expect(await page.evaluate('window.moved')).toBe(0)
  await context.close()
})

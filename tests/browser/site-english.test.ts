/** The frame in English: every page of both languages knows the other, and the texts of the directory say what they are. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlOf } from '../cases/published.ts'
import { sitePages } from '../cases/site-pages.ts'
import { settled } from '../cases/settled.ts'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, houseOn, openHouse } from '../setup/house.ts'

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

const alternates = (html: string) =>
  [...html.matchAll(/<link rel="alternate" hreflang="(\w+)" href="([^"]+)"/g)].map(([, lang, href = '']) => [
    lang,
    href.replace(houseOn, ''),
  ])

test('every English page has its Dutch twin, each names both, and each says its own language', () => {
  const pages = sitePages(house.siteFolder)
  const english = pages.filter((path) => path.startsWith('/en/'))
  expect(english.length).toBeGreaterThan(100)
  for (const path of english) {
    const dutch = path.slice(3)
    expect(pages, path).toContain(dutch)
    for (const [page, lang] of [
      [path, 'en'],
      [dutch, 'nl'],
    ] as const) {
      const html = htmlOf(house.siteFolder, page)
      expect(html, page).toMatch(new RegExp(`<html lang="${lang}"`))
      if (!html.includes('content="noindex"')) {
        expect(alternates(html), page).toEqual([
          ['nl', dutch],
          ['en', path],
        ])
      }
    }
  }
})

test('the switch in the header leads to the same page in the other language and back', async () => {
  const context = await house.visitor(browser)
  const page = await context.newPage()
  await page.goto('/aanbod/hulp-bij-schulden/')
  await page.getByRole('link', { name: 'English' }).click()
  await page.waitForURL('**/en/aanbod/hulp-bij-schulden/')
  expect(await page.getByRole('heading', { name: 'How to begin' }).isVisible()).toBe(true)
  expect(await page.getByRole('heading', { level: 1 }).getAttribute('lang')).toBe('nl')
  await page.getByRole('link', { name: 'Nederlands' }).click()
  await page.waitForURL((url) => url.pathname === '/aanbod/hulp-bij-schulden/')
  // A page in Dutch only leads to the English start.
  await page.goto('/over/')
  await page.getByRole('link', { name: 'English' }).click()
  await page.waitForURL('**/en/')
  await context.close()
})

test('searching in English stays in English, with opening hours and the next step', async () => {
  const context = await house.visitor(browser)
  const page = await context.newPage()
  await page.goto('/en/')
  await page.getByLabel('What are you looking for?').fill('schulden')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.waitForURL('**/en/zoeken/#q=schulden')
  const first = page.getByRole('article').first()
  await first.waitFor()
  expect(await first.innerText()).toMatch(/referral/)
  expect(await page.locator('main').innerText()).not.toMatch(/Zonder indicatie|Gecontroleerd op|Volgende keer/)
  await first.getByRole('heading').getByRole('link').click()
  await page.waitForURL('**/en/aanbod/**')
  await context.close()
})

test('a report from an English page is answered in English', async () => {
  const context = await house.visitor(browser, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/en/fout-melden/')
  await page.getByLabel('What is it about?').fill('the food bank')
  await page.getByLabel('What is wrong?').selectOption('other')
  await page.getByLabel('Your e-mail address').fill('reader@voorbeeld.example')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await page.getByRole('heading', { name: 'Your report was not sent' }).waitFor()
  // Nothing that was typed is lost.
  expect(await page.getByLabel('What is it about?').inputValue()).toBe('the food bank')
  expect(await page.getByLabel('What is wrong?').inputValue()).toBe('other')
  expect(await page.getByLabel('Your e-mail address').inputValue()).toBe('reader@voorbeeld.example')
  await page.getByLabel('What should it be?').fill('Closed on Thursday')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await page.getByRole('heading', { name: 'Thank you for your report' }).waitFor()
  await context.close()
})

const kinds = ['', 'zoeken/#q=geld', 'themas/', 'themas/geld-en-schulden/', 'aanbod/', 'aanbod/hulp-bij-schulden/']
const more = ['wegwijzer/', 'sporen-wissen/', 'lijst/', 'fout-melden/', 'contact/']
describe.each([360, 1280])('at %i px', (width) => {
  test('the pages in English break no rule and need no sideways scrolling', async () => {
    const context = await house.visitor(browser, { viewport: { width, height: 800 } })
    const page = await context.newPage()
    for (const path of [...kinds, ...more]) {
      await settled(page, () => page.goto(`/en/${path}`))
      expect(await axeFaults(page), path).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0)
    }
    await context.close()
  })
})

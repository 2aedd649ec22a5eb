/** Reporting an error with scripts off, on a real server and database; and what search engines are given. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('from the page of a service, without JavaScript', async () => {
  const context = await house.visitor(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  await page.goto('/aanbod/hulp-bij-schulden/')
  await page.getByText('Klopt er iets niet? Meld een fout').click()
  await page.getByLabel('Wat klopt er niet?').selectOption('hours')
  await page.getByLabel('Hoe is het wel?').fill('Op donderdag dicht.')
  await page.getByRole('button', { name: 'Stuur de melding' }).click()
  await page.getByRole('heading', { name: 'Bedankt voor uw melding' }).waitFor()
  expect(await context.cookies()).toEqual([])
  await context.close()
})

test('a report with nothing in it is said, and the form stands there again', async () => {
  const context = await house.visitor(browser, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/fout-melden/')
  await page.getByLabel('Waar gaat het over?').fill('de voedselbank')
  await page.getByLabel('Wat klopt er niet?').selectOption('other')
  await page.getByRole('button', { name: 'Stuur de melding' }).click()
  await page.getByRole('heading', { name: 'Uw melding is niet verstuurd' }).waitFor()
  expect(await page.getByRole('button', { name: 'Stuur de melding' }).isVisible()).toBe(true)
  await context.close()
})

test('the footer of every page leads to the form, which knows where one came from', async () => {
  const context = await house.visitor(browser)
  const page = await context.newPage()
  await page.goto('/themas/geld-en-schulden/')
  await page.getByRole('link', { name: 'Een fout melden' }).click()
  await expect.poll(() => page.getByLabel('Waar gaat het over?').inputValue()).toBe('/themas/geld-en-schulden/')
  await context.close()
})

test.each([360, 1280])('the form and its answers break no rule at %i px', async (width) => {
  const context = await house.visitor(browser, { viewport: { width, height: 800 } })
  const page = await context.newPage()
  const check = async () => {
    const found = await axeFaults(page)
    expect(found).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  }
  await settled(page, () => page.goto('/fout-melden/'))
  await check()
  await page.getByLabel('Waar gaat het over?').fill('x')
  await page.getByLabel('Wat klopt er niet?').selectOption('other')
  await page.getByRole('button', { name: 'Stuur de melding' }).click()
  await page.getByRole('heading', { name: 'Uw melding is niet verstuurd' }).waitFor()
  await check()
  await context.close()
})

test('the sitemap names pages that are there, and the workspace is not among them', async () => {
  const xml = await (await fetch(`${house.url}/sitemap.xml`)).text()
  const paths = [...xml.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path ?? '')
  expect(paths.length).toBeGreaterThan(100)
  expect(paths.filter((path) => /^\/(werk|lijst|volgen|shells|fout-melden)\//.test(path))).toEqual([])
  for (const path of paths.filter((_, index) => index % 9 === 0)) {
    expect((await fetch(`${house.url}${path}`)).status, path).toBe(200)
  }
  expect(await (await fetch(`${house.url}/robots.txt`)).text()).toContain('/sitemap.xml')
})

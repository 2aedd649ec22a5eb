/** Everybody begins where they have something to do, and no way of their menu leads to a refusal. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled } from '../cases/settled.ts'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type DemoKey, type House, openHouse } from '../setup/house.ts'
import { signIn } from './work.ts'

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

test.each<[DemoKey, string]>([
  ['teamNoord', '/werk/'],
  ['school', '/werk/'],
  ['redactie', '/werk/meldingen/'],
  ['beheer', '/werk/afspraken/'],
  ['beleid', '/werk/berichten/'],
  ['privacy', '/werk/berichten/'],
])('%s begins at %s, and everything in the menu opens', async (key, home) => {
  const context = await house.visitor(browser, { viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const refused: string[] = []
  await page.goto('/werk/inloggen/')
  await signIn(page, house, key)
  await page.waitForURL(house.url + home)
  page.on('response', (response) => {
    if (response.status() === 403) refused.push(`${page.url()} asked ${response.url()}`)
  })
  const ways = page.getByRole('navigation', { name: 'Werkplek' })
  await page.getByText('U bent ingelogd als').waitFor({ state: 'attached' })
  const hrefs = await ways.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(hrefs).toContain('/')
  for (const path of new Set([home, '/werk/berichten/', ...hrefs.filter((href) => href !== '/')])) {
    await settled(page, () => page.goto(path))
    expect(new URL(page.url()).pathname).toBe(path)
    expect((await page.getByRole('alert').allInnerTexts()).join(''), path).toBe('')
    expect(await axeFaults(page), path).toEqual([])
  }
  expect(refused).toEqual([])
  // The work list of somebody who has none.
  await page.goto('/werk/')
  await page.waitForURL(house.url + home)
  await context.close()
})

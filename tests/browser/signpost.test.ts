/** Giving an address in a real browser: found, one tap, counted, and no number below ten. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DesksView } from '../../api/desks/schema.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { axeFaults } from '../cases/visit.ts'
import { api, goWay, signedIn } from './work.ts'

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

describe.each([1280, 360])('at %i px', (width) => {
  test('an address is found by theme and place and counted with one tap', async () => {
    const page = await signedIn(house, browser, width === 1280 ? 'welzijn' : 'huisarts', {
      viewport: { width, height: 800 },
    })
    const check = async (what: string) => {
      expect(await axeFaults(page), what).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(width)
    }
    await goWay(page, 'Wegwijzen')
    await page.getByLabel('Thema').selectOption('geld-en-schulden')
    const all = page.locator('.vd-address')
    await all.first().waitFor()
    await check('list')
    const ofTheme = await all.count()
    await page.getByLabel('Plaats').selectOption({ index: 1 })
    expect(await all.count()).toBeLessThanOrEqual(ofTheme)

    const sent = page.waitForRequest((request) => request.url().endsWith('/signposts') && request.method() === 'POST')
    await all.first().getByRole('button').click()
    const body = (await sent).postDataJSON() as Record<string, unknown>
    expect(Object.keys(body).toSorted()).toEqual(['place', 'serviceId', 'theme'])
    await page.getByText(/^Geteld: /).waitFor()
    const thisMonth = page.getByRole('row', { name: /november 2026/ })
    expect(await thisMonth.innerText()).toContain('minder dan 10')
    await check('counted')

    const { desks } = await api<DesksView>(page, 'GET', '/desks')
    for (let count = 0; count < 8; count += 1) {
      await api(page, 'POST', '/signposts', { theme: 'geld-en-schulden', deskId: desks[0]?.id })
    }
    expect(await thisMonth.innerText()).toContain('minder dan 10')
    await page.getByLabel('Aanbod of team').fill('Aanmelding Schuldhulp')
    await page.getByLabel('Plaats').selectOption('')
    await page.getByRole('button', { name: 'Adres gegeven van Aanmelding Schuldhulp' }).click()
    await expect.poll(() => thisMonth.innerText()).toMatch(/november 2026\s+10/)
    await page.context().close()
  })
})

/** A session that ends for want of use: who is there is warned before, with one button, and loses nothing (WCAG 2.2.1). */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { monday } from '../setup/database.ts'
import { inSight, picture } from './story-measures.ts'
import { signedIn, signIn } from './work.ts'

let house: House
let browser: Browser
let page: Page
beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
  page = await signedIn(house, browser, 'school', { viewport: { width: 1280, height: 800 } })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** So many minutes after nine o'clock, for the house and for the browser; it looks at the clock by itself. */
async function after(minutes: number) {
  const now = new Date(monday.getTime() + minutes * 60_000)
  house.setNow(now)
  await page.context().clock.setFixedTime(now)
}
const warning = () => page.getByRole('dialog', { name: 'Bent u er nog?' })
const TEXT = 'Komt al drie weken zonder jas.'

test('minutes before the end it asks, one press keeps the session, and what was typed stands there', async () => {
  await page.goto('/werk/signaal/')
  const noticed = page.getByLabel('Wat is er gezien?')
  await noticed.fill(TEXT)
  await page.getByText(/^Bewaard om/).waitFor()
  await after(26)
  await warning().getByText('Over 4 minuten wordt u uitgelogd.').waitFor()
  const stay = warning().getByRole('button', { name: 'Ingelogd blijven' })
  await inSight(page, 'the warning', stay)
  await picture(page, 'session-warning')
  expect(await axeFaults(page)).toEqual([])
  await stay.click()
  await warning().waitFor({ state: 'detached' })
  expect(await noticed.inputValue()).toBe(TEXT)
  // It was kept indeed: half an hour counts from the press.
  await after(54)
  await warning().getByText('Over 2 minuten').waitFor()
  await page.keyboard.press('Escape')
  await warning().waitFor({ state: 'detached' })
})

test('who types is not asked: they are there', async () => {
  await after(78)
  await page.getByLabel('Wat is er al geprobeerd?').pressSequentially('Er is ')
  const asked = page.waitForResponse('**/api/v1/session')
  await after(80)
  expect((await asked).status()).toBe(200)
  expect(await warning().count()).toBe(0)
})

test('when nobody answers it ends; signing in in place gives the same page with the same text', async () => {
  await after(106)
  await warning().waitFor()
  await after(111)
  const again = page.getByRole('dialog', { name: 'Log opnieuw in' })
  await again.waitFor()
  await picture(page, 'session-ended')
  await signIn(page, house, 'school')
  await again.waitFor({ state: 'detached' })
  expect(await page.getByLabel('Wat is er gezien?').inputValue()).toBe(TEXT)
  await page.getByRole('button', { name: 'Versturen' }).waitFor()
})

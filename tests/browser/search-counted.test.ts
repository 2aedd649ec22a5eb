/** What leaves a browser of a search that helped nobody: nothing until the municipality counts, and then listed words only. */
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { settled } from '../cases/settled.ts'
import { launchBrowser } from '../setup/browser.ts'
import { demoDatabase, type House, openHouse, publishedSite } from '../setup/house.ts'
import { signedIn } from './work.ts'

let house: House
let browser: Browser
/** The site as it is after the next publication, when counting was turned on. */
let countingSite: string

beforeAll(async () => {
  house = await openHouse()
  const counting = await demoDatabase(inject('cluster'))
  await counting.db.updateTable('directory.municipality').set({ counts_searches: true }).execute()
  countingSite = await publishedSite(counting).finally(() => counting.close())
  browser = await launchBrowser()
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** Two words of the published list that no service of the demo answers to, between what nobody may hear. */
const inVain = 'strafblad Pietersen 0612345678 inbraak'
const found = 'testament Pietersen'
const filters = '?voor=ouderen&leeftijd=81'

/** After this long without a key a search counts as asked; see `settledMs` of use-misses. */
const asked = (page: Page) => page.waitForTimeout(4_500)

async function search(page: Page, text: string) {
  await page.getByLabel('Wat zoekt u?').fill(text)
  await expect.poll(() => page.getByRole('heading', { name: /^(\d+ resulta|Niets gevonden)/ }).count()).toBe(1)
  await asked(page)
}

/** The search page for a stranger, or for `page`, and the requests it makes from here on. */
async function searching(own?: Page) {
  const page = own ?? (await (await house.visitor(browser, { viewport: { width: 1280, height: 900 } })).newPage())
  const requests: Request[] = []
  await settled(page, () => page.goto(`/zoeken/${filters}`))
  page.context().on('request', (request) => requests.push(request))
  return { page, requests, told: () => requests.filter((request) => request.url().includes('/search/misses')) }
}
const announced = (page: Page) => page.getByText('Dan tellen wij het woord mee, zonder te weten wie u bent.')
const kept = () => house.db.selectFrom('care.search_miss').select(['kind', 'words']).execute()

test('while the municipality does not count nothing is sent, and nothing is said of it', async () => {
  const { page, requests } = await searching()
  for (const text of [inVain, found, '']) await search(page, text)
  await page.goto('/privacy/')
  expect(requests.filter((request) => /misses|words-/.test(request.url()))).toEqual([])
  expect(await page.locator('#tellen').count()).toBe(0)
  await settled(page, () => page.goto('/zoeken/'))
  expect(await announced(page).count()).toBe(0)
  expect(await kept()).toEqual([])
  await page.context().close()
})

test('the administrator turns it on: the page says so, and nothing but listed words leaves it', async () => {
  const administrator = await signedIn(house, browser, 'beheer')
  await administrator.goto('/werk/zoekwoorden/')
  await administrator.getByRole('button', { name: 'Zet tellen aan' }).click()
  await administrator.getByText('Tellen staat aan na de volgende publicatie.').waitFor()
  house.setSite(countingSite)

  // Who works here is asked no less privately than a stranger.
  for (const { page, told } of [await searching(), await searching(administrator)]) {
    await announced(page).waitFor()
    await search(page, inVain)
    await page.getByLabel('Wat zoekt u?').fill('')
    await expect.poll(() => told().length).toBe(1)
    const [request] = told()
    expect(new URL(request!.url()).search).toBe('')
    expect(request!.postDataJSON()).toEqual({ kind: 'nothing', words: ['inbraak', 'strafblad'] })
    const { cookie, authorization, referer, ...rest } = await request!.allHeaders()
    expect({ cookie, authorization, referer }).toEqual({})
    expect(JSON.stringify(rest)).not.toMatch(/pietersen|0612345678|ouderen|81/i)
    expect((await request!.response())?.headers()['set-cookie']).toBeUndefined()
  }
  expect(await kept()).toEqual(Array.from({ length: 2 }, () => ({ kind: 'nothing', words: 'inbraak strafblad' })))
  await administrator.context().close()
})

test('what was found and not clicked is told when the page is left; what was clicked is not', async () => {
  const before = (await kept()).length
  const clicking = await searching()
  await search(clicking.page, found)
  await clicking.page.locator('.vd-list .vd-card__name a').first().click()
  await clicking.page.waitForURL(/\/aanbod\//)

  const leaving = await searching()
  await search(leaving.page, found)
  await leaving.page.goto('/privacy/#tellen')
  await leaving.page.getByRole('heading', { name: 'Wat wij tellen als u niets vindt' }).waitFor()
  await expect.poll(async () => (await kept()).length).toBe(before + 1)
  expect((await kept()).at(-1)).toEqual({ kind: 'no_click', words: 'testament' })
  expect(clicking.told()).toEqual([])
  for (const { page } of [clicking, leaving]) await page.context().close()
})

test('the editor sees it from five counts on, and at four not yet', async () => {
  const editor = await signedIn(house, browser, 'redactie')
  const gaps = editor.getByRole('region', { name: 'Wat mensen niet vonden' })
  const look = async () => {
    await editor.goto('/werk/zoekwoorden/')
    await gaps.getByText('Woorden uit onze openbare woordenlijst').waitFor()
  }
  const tell = async () => {
    const { page } = await searching()
    const before = (await kept()).length
    await search(page, inVain)
    await page.getByLabel('Wat zoekt u?').fill('')
    await expect.poll(async () => (await kept()).length).toBeGreaterThan(before)
    await page.context().close()
  }
  const counted = async () => (await kept()).filter(({ kind }) => kind === 'nothing').length
  while ((await counted()) < 4) await tell()
  await look()
  await gaps.getByText('Er is nog niets 5 keer geteld.').waitFor()
  expect(await gaps.innerText()).not.toContain('strafblad')
  await tell()
  await look()
  await gaps.getByRole('row', { name: /inbraak strafblad.*5 keer/ }).waitFor()
  expect(await gaps.innerText()).not.toContain('testament')
  await editor.context().close()
}, 60_000)

/** Finding the right desk: where somebody is, what is open, what comes first; and what never leaves the device. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled } from '../cases/settled.ts'
import { wholeList } from '../cases/whole-list.ts'
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

/** A page and everything that it asked of the network, with the fragment left out as a browser does. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await house.visitor(browser, { viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.url().split('#')[0]} ${request.postData() ?? ''}`))
  await settled(page, () => page.goto(path))
  return { context, page, asked }
}
const names = (page: Page) => page.locator('.vd-list .vd-card__name').allTextContents()
const results = (page: Page) => page.getByRole('heading', { name: /^\d+ resultat/ })

test('a postcode is found on the device: no request carries it, or anything that was typed', async () => {
  const { context, page, asked } = await open('/')
  await page.getByLabel('Wat zoekt u?').fill('xbrieven lezenx')
  await page.getByLabel('Plaats of postcode').fill('0955 ga')
  await page.getByRole('button', { name: 'Zoek' }).click()
  await page.getByText('U zoekt bij postcode 0955.').waitFor()
  await page.getByLabel('Plaats of postcode').fill('Hogeschans')
  await page.getByLabel('Plaats of postcode').press('Enter')
  await page.getByText('U zoekt bij Hoogeschans.').waitFor()
  await settled(page, () => page.reload())
  await page.getByText('U zoekt bij Hoogeschans.').waitFor()
  expect(asked.length).toBeGreaterThan(8)
  expect(asked.filter((request) => /0955|xbrieven|hoge?schans/i.test(request))).toEqual([])
  expect(asked.some((request) => request.includes('/kaart/postcodes.json'))).toBe(true)
  // The record itself: a request that does carry it is seen, in its address and in its body.
  await page.evaluate(`Promise.allSettled([
    fetch('/?waar=0955'), fetch('/api/v1/health', { method: 'POST', body: 'xbrieven lezenx' })
  ])`)
  expect(asked.filter((request) => /0955|xbrieven|hoge?schans/i.test(request))).toHaveLength(2)
  await context.close()
})

test('nearest first is a choice that stands in the address; Back and reload bring it back', async () => {
  const { context, page } = await open('/zoeken/#waar=0955')
  await results(page).waitFor()
  const best = await names(page)
  await page.getByLabel('Volgorde').selectOption('near')
  await expect.poll(() => names(page)).not.toEqual(best)
  expect(new URL(page.url()).search).toBe('?volgorde=dichtbij')
  const nearest = await names(page)
  const away = await page.locator('.vd-facts li', { hasText: 'hiervandaan' }).allInnerTexts()
  expect(away.length).toBeGreaterThan(3)
  await settled(page, () => page.reload())
  await expect.poll(() => names(page)).toEqual(nearest)
  await page.goBack()
  await expect.poll(() => names(page)).toEqual(best)
  await context.close()
})

test('a place that is not known is said, and everything is still there', async () => {
  const { context, page } = await open('/zoeken/#waar=Amsterdam')
  await page.getByText('Deze plaats of postcode kennen we niet.').waitFor()
  await wholeList(page)
  expect(await page.locator('.vd-card').count()).toBe(20)
  await context.close()
})

test('places are offered to whoever comes to the box', async () => {
  const { context, page } = await open('/zoeken/')
  await page.locator('#waar').focus()
  await expect.poll(() => page.locator('#plaatsen option').count()).toBeGreaterThan(3)
  await context.close()
})

test('where the telephone is, is asked when the button is pressed and not before', async () => {
  const context = await house.visitor(browser, {
    permissions: ['geolocation'],
    geolocation: { latitude: 52.6262, longitude: 6.5612 },
  })
  await context.addInitScript(`window.asks = 0
    const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation)
    navigator.geolocation.getCurrentPosition = (...all) => { window.asks += 1; ask(...all) }`)
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url().split('#')[0] ?? ''))
  await settled(page, () => page.goto('/zoeken/'))
  expect(await page.evaluate('window.asks')).toBe(0)
  await page.getByRole('button', { name: 'Bij mij in de buurt' }).click()
  await page.getByText('bij Molenhaar.').waitFor()
  expect(await page.evaluate('window.asks')).toBe(1)
  expect(asked.filter((url) => url.includes('52.62'))).toEqual([])
  await context.close()
})

test('only what is open now, at ten in the morning and in the middle of the night', async () => {
  const counts: number[] = []
  for (const moment of ['2026-11-24T10:00:00+01:00', '2026-11-25T03:00:00+01:00']) {
    const context = await house.visitor(browser, { viewport: { width: 1280, height: 900 } })
    await context.clock.setFixedTime(new Date(moment))
    const page = await context.newPage()
    await settled(page, () => page.goto('/zoeken/'))
    await page.getByLabel('Nu open of bereikbaar').check()
    await expect.poll(() => page.url()).toContain('?open=1')
    await expect
      .poll(async () => (await page.locator('.vd-card').count()) - (await page.locator('.vd-now--open').count()))
      .toBe(0)
    counts.push(Number.parseInt(await page.locator('#gevonden').innerText(), 10))
    await context.close()
  }
  const [day = 0, night = 0] = counts
  expect(night).toBeGreaterThan(0)
  expect(day).toBeGreaterThan(night)
})

test('national lines stand last; a crisis line that was asked for does not', async () => {
  const { context, page } = await open('/zoeken/')
  await results(page).waitFor()
  const last = Math.ceil(Number.parseInt(await page.locator('#gevonden').innerText(), 10) / 20)
  const where: string[] = []
  for (const number of [last - 1, last]) {
    await settled(page, () => page.goto(`/zoeken/?pagina=${number}`))
    where.push(...(await page.locator('.vd-list .vd-facts').allInnerTexts()))
  }
  const first = where.findIndex((text) => text.includes('Heel Nederland'))
  expect(first).toBeGreaterThan(0)
  expect(where.slice(first).every((text) => text.includes('Heel Nederland'))).toBe(true)
  await page.goto('/zoeken/#q=zelfmoord')
  await expect.poll(async () => (await names(page))[0]).toMatch(/113/)
  await context.close()
})

test('wheelchair, language, age and costs narrow the list and stand in the address', async () => {
  const { context, page } = await open('/zoeken/')
  await results(page).waitFor()
  const count = async () => Number.parseInt(await page.locator('#gevonden').innerText(), 10)
  let before = await count()
  const narrows = async (act: () => Promise<unknown>, stands: string) => {
    await act()
    await expect.poll(count).toBeLessThan(before)
    expect(new URL(page.url()).search).toContain(stands)
    before = await count()
  }
  await narrows(() => page.getByLabel('Alleen gratis').check(), 'gratis=1')
  await narrows(() => page.getByLabel('Toegankelijk met een rolstoel').check(), 'rolstoel=1')
  await narrows(() => page.getByRole('combobox', { name: 'Taal' }).selectOption('en'), 'taal=en')
  await page.getByLabel('Leeftijd').fill('10')
  await narrows(() => page.getByLabel('Leeftijd').press('Enter'), 'leeftijd=10')
  expect(before).toBeGreaterThan(0)
  await context.close()
})

test('who comes with a story waits for what knows what people say, and is told nothing else before', async () => {
  const context = await house.visitor(browser, { viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  let [asked, open] = [0, () => {}]
  const gate = new Promise<void>((resolve) => (open = resolve))
  await page.route('**/zoek/index-*.bin', async (route) => {
    if (asked++ > 0) await gate
    await route.continue()
  })
  await page.goto('/zoeken/#q=mijn man legt zijn sleutels in de koelkast')
  await expect.poll(() => asked).toBe(2)
  // Long enough for an answer of the first stage to be drawn.
  await page.waitForTimeout(1_000)
  const before = await page.locator('#gevonden').innerText()
  expect([before, await names(page)]).not.toContainEqual(expect.arrayContaining(['Alzheimertelefoon']))
  expect(before).not.toMatch(/^(Niets|\d{1,2} )/)
  open()
  await expect.poll(() => names(page)).toContain('Alzheimertelefoon')
  await context.close()
})

test('every card has one button that says what to do', async () => {
  const { context, page } = await open('/zoeken/#q=geld')
  await results(page).waitFor()
  await wholeList(page)
  const cards = await page.locator('.vd-list .vd-card').count()
  const buttons = await page.locator('.vd-list .vd-card__step .nl-button').allInnerTexts()
  expect(buttons).toHaveLength(cards)
  expect(buttons.filter((text) => !/^(Bel |Loop binnen|Meld u aan|U hebt een|Vraag ons)/.test(text.trim()))).toEqual([])
  // Read aloud it says for which service.
  const name = await page.locator('.vd-list .vd-card__name').first().innerText()
  await page.getByRole('link', { name: `${buttons[0]} ${name}`, exact: true }).waitFor({ timeout: 5000 })
  await context.close()
})

test('on a telephone the filters are made once they are opened, also by somebody who was ahead of the script', async () => {
  const context = await house.visitor(browser, { viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  await settled(page, () => page.goto('/zoeken/'))
  await results(page).waitFor()
  expect(await page.locator('.vd-check').count()).toBe(0)
  await page.getByText('Verfijn').click()
  await page.getByLabel('Alleen gratis').check()
  await expect.poll(() => page.url()).toContain('gratis=1')

  let wake = () => {}
  const asleep = new Promise<void>((resolve) => (wake = resolve))
  await page.route(/FindAService/, async (route) => {
    await asleep
    await route.continue()
  })
  await page.goto('/zoeken/')
  await page.getByText('Verfijn').click()
  expect(await page.locator('.vd-check').count()).toBe(0)
  wake()
  await page.getByLabel('Alleen gratis').waitFor()
  await context.close()
})

test('on a telephone the form leaves room for what it finds: a name, and what it is about', async () => {
  const { context, page } = await open('/zoeken/', { viewport: { width: 360, height: 800 } })
  await results(page).waitFor()
  const { y = 800 } = (await page.locator('.vd-card__text').first().boundingBox()) ?? {}
  expect(y + 28).toBeLessThan(800)
  await context.close()
})

test('a key moves nothing below the one card that ends on the screen; at rest the card is as long as its words', async () => {
  const { context, page } = await open('/zoeken/', { viewport: { width: 1280, height: 700 } })
  await wholeList(page)
  await page.waitForLoadState('networkidle')
  const first = page.locator('.vd-list > li').first()
  const heightOf = (waiting = '') =>
    first.evaluate((card, list) => (card.closest(`.vd-list${list}`) ? card.getBoundingClientRect().height : 0), waiting)
  const seen: { text: string; height: number }[] = []
  for (const letter of 'dementie') {
    await page.locator('#wat').press(letter)
    const height = await heightOf('.vd-list--after-1')
    if (height > 0) seen.push({ text: await first.innerText(), height })
  }
  expect(new Set(seen.map(({ text }) => text)).size).toBeGreaterThan(1)
  expect(new Set(seen.map(({ height }) => height)).size).toBe(1)
  await expect.poll(() => heightOf(), { timeout: 5000 }).toBeLessThan(700)
  await context.close()
})

/** The public site of the demo municipality in a real browser, as published: its own headers, its own policy. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled } from '../cases/settled.ts'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'

const widths = [360, 1280] as const

/** One page of every kind. */
const kinds = [
  '/',
  '/zoeken/',
  '/zoeken/#q=xqzwvk',
  '/zoeken/?open=1&volgorde=dichtbij#waar=0955',
  '/zoeken/?pagina=2#waar=Amsterdam',
  '/wegwijzer/',
  '/wegwijzer/gevoel/',
  '/lijst/',
  '/fout-melden/',
  '/sporen-wissen/',
  '/aanbod/',
  '/aanbod/geldspreekuur-in-uw-dorp/',
  '/aanbod/veilig-thuis-advies-en-hulp-bij-geweld-thuis/',
  '/aanbod/werk-met-veel-begeleiding/',
  '/organisaties/',
  '/themas/',
  '/themas/geld-en-schulden/',
  '/themas/geweld-en-onveilig-thuis/',
  '/organisaties/stichting-welzijn-lindeveen/',
  '/plaatsen/',
  '/plaatsen/hoogeschans/',
  '/woorden/',
  '/plaatsen/lindeveen/',
  '/over/',
  '/privacy/',
  '/toegankelijkheid/',
  '/contact/',
  '/volgen/',
  '/bestaat-niet/',
]

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

/** Opens a page and keeps an account of what it asked for, said and refused. */
async function visit(path: string, options: BrowserContextOptions = {}) {
  const context = await house.visitor(browser, options)
  const page = await context.newPage()
  const foreign: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== house.url) foreign.push(request.url())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    const expected = path === '/bestaat-niet/' && message.text().includes('404')
    if (message.type() === 'error' && !expected) errors.push(message.text())
  })
  await settled(page, () => page.goto(path))
  return { context, page, foreign, errors }
}

describe.each(widths)('at %i px', (width) => {
  test.each(kinds)('%s breaks no rule, asks nobody else, sets no cookie, needs no sideways scrolling', async (path) => {
    const { context, page, foreign, errors } = await visit(path, { viewport: { width, height: 800 } })
    expect(await axeFaults(page)).toEqual([])
    expect(foreign).toEqual([])
    expect(errors).toEqual([])
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    await context.close()
  })
})

test('with the colours of the system itself, nothing breaks a rule', async () => {
  const { context, page } = await visit('/', { viewport: { width: 360, height: 800 }, forcedColors: 'active' })
  for (const path of ['/', '/zoeken/#waar=0955', '/wegwijzer/', '/themas/geweld-en-onveilig-thuis/', '/lijst/']) {
    await settled(page, () => page.goto(path))
    expect(await axeFaults(page), path).toEqual([])
  }
  await context.close()
})

test('at 400 per cent nothing is cut off sideways', async () => {
  const { context, page } = await visit('/', { viewport: { width: 320, height: 256 } })
  for (const path of ['/', '/zoeken/#waar=0955', '/wegwijzer/geld/', '/aanbod/hulp-bij-schulden/', '/fout-melden/']) {
    await settled(page, () => page.goto(path))
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0)
  }
  await context.close()
})

test('the check itself sees a planted fault', async () => {
  const { context, page } = await visit('/over/')
  await page.evaluate(`document.querySelector('main').append(document.createElement('button'))`)
  expect(await axeFaults(page)).toEqual([expect.stringContaining('button-name')])
  await context.close()
})

describe('looking for help', () => {
  test('from the home page, in plain words; the words stay out of the request', async () => {
    const { context, page } = await visit('/')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.getByLabel('Wat zoekt u?').fill('ik kan mijn rekeningen niet betalen')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await page.getByRole('heading', { name: /^\d+ resultaten$/ }).waitFor()
    await page.getByRole('link', { name: 'Hulp bij schulden', exact: true }).waitFor()
    expect(asked.filter((url) => url.includes('rekeningen') && !url.includes('#'))).toEqual([])
    expect(new URL(page.url()).search).toBe('')
    await context.close()
  })

  test('a filter narrows list and map together, stands in the address, and Back undoes it', async () => {
    const { context, page } = await visit('/zoeken/#q=geld', { viewport: { width: 1400, height: 900 } })
    const count = async () => Number.parseInt(await page.locator('#gevonden').innerText(), 10)
    await page.getByRole('heading', { name: /resultaten$/ }).waitFor()
    const all = await count()
    await page.getByLabel('Wonen en buurt').check()
    await expect.poll(count).toBeLessThan(all)
    expect(new URL(page.url()).search).toBe('?thema=wonen-en-buurt')
    expect(new URL(page.url()).hash).toBe('#q=geld')
    await page.goBack()
    await expect.poll(count).toBe(all)
    await context.close()
  })

  test('a marker is chosen with the keyboard and leads to its service in the list; Escape leads back', async () => {
    const { context, page } = await visit('/zoeken/#q=scouting', { viewport: { width: 1400, height: 900 } })
    const marker = page.locator('.vd-pin-holder').first()
    await marker.waitFor()
    await marker.focus()
    const name = await marker.getAttribute('aria-label')
    await page.keyboard.press('Space')
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(name)
    await marker.focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('gevonden')
    await context.close()
  })

  test('nothing found offers other ways on', async () => {
    const { context, page } = await visit('/zoeken/#q=xqzwvk')
    await page.getByRole('heading', { name: 'Niets gevonden' }).waitFor()
    await page.locator('main').getByRole('link', { name: 'Vraag het ons' }).click()
    await page.getByRole('heading', { name: 'Contact en klachten' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/contact/')
    await context.close()
  })

  test('when the index cannot be had, it says so and can be tried again', async () => {
    const context = await house.visitor(browser)
    const page = await context.newPage()
    await page.route('**/zoek/*', (route) => route.abort())
    await page.goto('/zoeken/')
    const retry = page.getByRole('button', { name: 'Probeer opnieuw' })
    await retry.waitFor()
    await page.unroute('**/zoek/*')
    await retry.click()
    await page.getByRole('heading', { name: /resultaten$/ }).waitFor()
    await expect.poll(() => page.locator('.vd-card').count()).toBe(20)
    await context.close()
  })

  test('the map of a service is fetched on request only', async () => {
    const { context, page, errors } = await visit('/aanbod/geldspreekuur-in-uw-dorp/')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    expect(await page.locator('.leaflet-container').count()).toBe(0)
    await page.getByRole('button', { name: 'Toon op de kaart' }).click()
    await page.locator('.vd-pin-holder').first().waitFor()
    expect(asked).toContain('/kaart/basis.json')
    expect(errors).toEqual([])
    await context.close()
  })
})

describe('leaving at once', () => {
  test('three times Shift replaces the page, so that Back does not return', async () => {
    const { context, page } = await visit('/aanbod/veilig-thuis-advies-en-hulp-bij-geweld-thuis/')
    await page.route('https://www.buienradar.nl/**', (route) => route.fulfill({ body: 'weer' }))
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
    await page.waitForURL('https://www.buienradar.nl/')
    await page.goBack()
    expect(page.url()).toBe('about:blank')
    await context.close()
  })

  test('only pages on such a theme have it', async () => {
    const { context, page } = await visit('/aanbod/geldspreekuur-in-uw-dorp/')
    expect(await page.locator('#snel-weg').count()).toBe(0)
    await context.close()
  })
})

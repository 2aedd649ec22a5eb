/** A list without an account, and leaving without traces: what stays on the device, what travels, what is printed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
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

const slugs = ['geldspreekuur-in-uw-dorp', 'hulp-bij-schulden', 'voedselpakket']
const storage = (page: Page) =>
  page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })') as Promise<string>

async function keepThree(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  for (const slug of slugs) {
    await page.goto(`/aanbod/${slug}/`)
    await page.getByRole('button', { name: 'Zet op mijn lijst' }).click()
    await page.getByText('Op uw lijst gezet.').waitFor()
  }
  return page
}

test('nothing is kept until somebody asks; then ids only, and erasing leaves nothing', async () => {
  const context = await house.visitor(browser)
  const page = await context.newPage()
  for (const path of ['/', '/zoeken/#q=geld', '/aanbod/hulp-bij-schulden/', '/wegwijzer/', '/lijst/']) {
    await settled(page, () => page.goto(path))
    expect(await storage(page), path).toBe('{}')
  }
  await page.close()
  const kept = await keepThree(context)
  expect(await storage(kept)).toMatch(/^\{"voordeur-lijst":"[0-9a-f]{8},[0-9a-f]{8},[0-9a-f]{8}"\}$/)
  expect(await context.cookies()).toEqual([])
  await kept.goto('/lijst/')
  await kept.locator('.vd-short__card').first().waitFor()
  expect(await kept.locator('.vd-short__card').count()).toBe(3)
  await kept
    .getByRole('button', { name: /^Haal van de lijst/ })
    .first()
    .click()
  await expect.poll(() => kept.locator('.vd-short__card').count()).toBe(2)
  await kept.getByRole('button', { name: 'Wis mijn lijst' }).click()
  await kept.getByText('Uw lijst is gewist').waitFor()
  expect(await storage(kept)).toBe('{}')
  await context.close()
})

test('a link shows the same list to somebody else, keeps nothing there, and its ids reach no server', async () => {
  const mine = await house.visitor(browser)
  const page = await keepThree(mine)
  await page.goto('/lijst/')
  const mail = (await page.getByRole('link', { name: 'Stuur per e-mail' }).getAttribute('href')) ?? ''
  const link = decodeURIComponent(mail.replace('mailto:?body=', ''))
  expect(link).toMatch(/\/lijst\/#lijst=[0-9a-f]{8}(,[0-9a-f]{8}){2}$/)
  expect(await page.getByRole('link', { name: 'Stuur met WhatsApp' }).getAttribute('href')).toContain(
    encodeURIComponent(link),
  )
  const names = await page.locator('.vd-short__card h2').allInnerTexts()
  await mine.close()

  const theirs = await house.visitor(browser)
  const other = await theirs.newPage()
  const asked: string[] = []
  other.on('request', (request) => asked.push(request.url().split('#')[0] ?? ''))
  await settled(other, () => other.goto(link))
  expect(await other.locator('.vd-short__card h2').allInnerTexts()).toEqual(names)
  expect(await storage(other)).toBe('{}')
  const ids = link.split('=')[1]?.split(',') ?? []
  expect(asked.filter((url) => ids.some((id) => url.includes(id)))).toEqual([])
  await theirs.close()
})

test('leaving at once takes the list along', async () => {
  const context = await house.visitor(browser)
  const page = await keepThree(context)
  await page.route('https://www.buienradar.nl/**', (route) => route.fulfill({ body: 'weer' }))
  await settled(page, () => page.goto('/themas/geweld-en-onveilig-thuis/'))
  // Going back with Shift and Tab is no wish to leave.
  for (let back = 0; back < 4; back += 1) await page.keyboard.press('Shift+Tab')
  await page.waitForTimeout(100)
  expect(page.url()).toContain('/themas/')
  await page.keyboard.press('Shift')
  await page.getByText('Druk nog 2 keer op Shift').waitFor({ state: 'attached' })
  await page.keyboard.press('Shift')
  await page.keyboard.press('Shift')
  await page.waitForURL('https://www.buienradar.nl/')
  await page.goto('/over/')
  expect(await storage(page)).toBe('{}')
  await context.close()
})

test('results about violence say whom to call now, and have the way out; other results do not', async () => {
  const context = await house.visitor(browser, { viewport: { width: 360, height: 800 } })
  const page = await keepThree(context)
  await page.route('https://www.buienradar.nl/**', (route) => route.fulfill({ body: 'weer' }))
  // Among the answers on debts stands one about who misuses somebody's money.
  for (const words of ['fietsen', 'schulden']) {
    await page.goto(`/zoeken/#q=${words}`, { waitUntil: 'networkidle' })
    await page.reload({ waitUntil: 'networkidle' })
    await page.getByRole('heading', { name: /resulta/ }).waitFor()
    expect(await page.getByRole('link', { name: 'Verlaat deze pagina snel' }).count(), words).toBe(0)
  }
  await page.goto('/zoeken/?thema=geweld-en-onveilig-thuis', { waitUntil: 'networkidle' })
  const safe = page.getByRole('region', { name: 'Direct hulp nodig?' })
  expect(await safe.getByRole('link').allInnerTexts()).toEqual(['112', '113', '0800 2000', 'Verlaat deze pagina snel'])
  // Nobody asked in words, and still the crisis line stands first.
  expect(await page.locator('.vd-card__name').first().innerText()).toContain('112')
  expect(await axeFaults(page)).toEqual([])
  await safe.getByRole('link', { name: 'Verlaat deze pagina snel' }).click()
  await page.waitForURL('https://www.buienradar.nl/')
  await page.goto('/over/')
  expect(await storage(page)).toBe('{}')
  await context.close()
})

test('with the keyboard the second thing on a sensitive page is leaving it', async () => {
  const context = await house.visitor(browser)
  const page = await context.newPage()
  await page.goto('/sporen-wissen/')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Verlaat deze pagina snel')
  await context.close()
})

test('ten services fit two A4 pages, with numbers and a code to scan', async () => {
  const context = await house.visitor(browser)
  const page = await context.newPage()
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/zoek/lijst-')),
    page.goto('/lijst/'),
  ])
  const file: unknown = await answer.json()
  const ids = (file as { id: string }[]).slice(5, 15).map(({ id }) => id)
  await page.goto(`/lijst/#lijst=${ids.join(',')}`)
  await page.locator('.vd-short__qr svg').waitFor()
  expect(await page.locator('.vd-short__card').count()).toBe(10)
  const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } })
  const folder = join(tmpdir(), 'voordeur-prints')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'lijst.pdf'), pdf)
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.length).toBeLessThanOrEqual(2)
  await context.close()
})

test.each([360, 1280])('the list and the page about traces break no rule at %i px', async (width) => {
  const context = await house.visitor(browser, { viewport: { width, height: 800 } })
  const page = await keepThree(context)
  for (const path of ['/lijst/', '/sporen-wissen/', '/aanbod/hulp-bij-schulden/']) {
    await settled(page, () => page.goto(path))
    const found = await axeFaults(page)
    expect(found, path).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  }
  await context.close()
})

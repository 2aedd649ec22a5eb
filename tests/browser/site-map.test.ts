/** The map beside the list: the same items, in sync, for a pointer, two fingers and a keyboard. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await house.visitor(browser, { viewport: { width: 1400, height: 1000 }, ...options })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(path, { waitUntil: 'networkidle' })
  return { context, page, asked }
}
const signs = (page: Page) => page.locator('.vd-pin-holder')
const count = async (page: Page) => Number.parseInt(await page.locator('#gevonden').innerText(), 10)
/** What the signs say is there, all together. */
async function places(page: Page): Promise<number> {
  const names = await signs(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
  expect(names.filter((name) => name === '')).toEqual([])
  return names.reduce((sum, name) => sum + Number(/^(\d+) plekken/.exec(name)?.[1] ?? 1), 0)
}

test('a group is called by how many it holds, and Enter opens it with the focus on one of its parts', async () => {
  const { context, page } = await open('/zoeken/')
  await signs(page).first().waitFor()
  const all = await places(page)
  expect(all).toBeGreaterThan(30)
  const group = page.getByRole('button', { name: /^\d+ plekken, vergroot$/ }).first()
  await group.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate('document.activeElement.className')).toContain('vd-pin-holder')
  await expect.poll(async () => await signs(page).count()).toBeGreaterThan(1)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('gevonden')
  await context.close()
})

test('pointing in the list marks the map, pointing on the map marks the list', async () => {
  const { context, page } = await open('/zoeken/#q=scouting')
  await signs(page).first().waitFor()
  const card = page.locator('[data-card]').first()
  await card.hover()
  await expect.poll(() => page.locator('.vd-pin--chosen').count()).toBe(1)

  // Every sign in sight that stands for a service on this page of the list marks it, and nothing else.
  const listed = await page.locator('.vd-card__name').allInnerTexts()
  const singles = page.locator('.vd-pin-holder:has(.vd-pin:not(.vd-pin--many))')
  const names = await singles.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
  const pairs = names.flatMap((name, at) => (listed.includes(name) ? [{ name, sign: singles.nth(at) }] : []))
  expect(pairs.length).toBeGreaterThan(0)
  for (const { name, sign } of pairs.slice(0, 3)) {
    await sign.hover()
    await expect
      .poll(() => page.locator('.vd-list__pointed .vd-card__name').allInnerTexts(), { message: name })
      .toEqual([name])
  }
  await page.mouse.move(2, 2)
  await expect.poll(() => page.locator('.vd-list__pointed').count()).toBe(0)
  await context.close()
})

test('who points but cannot drag moves the map with buttons; dragging by a sign presses nothing', async () => {
  // Without gliding: the clock of the visitor stands still.
  const { context, page } = await open('/zoeken/', { reducedMotion: 'reduce' })
  await signs(page).first().waitFor()
  const paneAt = () =>
    page.locator('.leaflet-map-pane').evaluate((pane) => {
      const [inside, outside] = [pane.getBoundingClientRect(), pane.parentElement?.getBoundingClientRect()]
      return [Math.round(inside.x - (outside?.x ?? 0)), Math.round(inside.y - (outside?.y ?? 0))]
    })
  const [x = 0, y = 0] = await paneAt()
  const { width = 0, height = 0 } = (await page.locator('.leaflet-container').boundingBox()) ?? {}
  const [across, down] = [Math.round(width * 0.4), Math.round(height * 0.4)]
  const near = async (wantX: number, wantY: number) => {
    await expect.poll(async () => Math.abs((await paneAt())[0]! - wantX)).toBeLessThanOrEqual(2)
    await expect.poll(async () => Math.abs((await paneAt())[1]! - wantY)).toBeLessThanOrEqual(2)
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await press('Schuif naar rechts')
  await near(x - across, y)
  await press('Schuif naar links')
  await near(x, y)
  await press('Schuif omlaag')
  await near(x, y - down)
  await press('Schuif omhoog')
  await near(x, y)

  // A group that nothing else of the map lies over.
  const found = await page.evaluateHandle(() =>
    [...document.querySelectorAll('.vd-pin-holder:has(.vd-pin--many)')].find((element) => {
      const { x, y } = element.getBoundingClientRect()
      return element.contains(document.elementFromPoint(x + 24, y + 24))
    }),
  )
  const sign = found.asElement()
  const box = await sign?.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 24, (box?.y ?? 0) + 24)
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) + 44, (box?.y ?? 0) + 34, { steps: 4 })
  await page.mouse.up()
  await page.waitForTimeout(500)
  // Pressed, the group would have fallen apart and its sign be gone.
  const after = await sign?.boundingBox()
  expect(Math.round((after?.x ?? 0) - (box?.x ?? 0))).toBe(20)
  await sign?.click()
  await expect.poll(async () => (await sign?.boundingBox())?.x).not.toBe(after?.x)
  await context.close()
})

test('a part of the map is a question: the list follows, the address holds it, Back gives everything again', async () => {
  const { context, page, asked } = await open('/zoeken/')
  await signs(page).first().waitFor()
  const all = await count(page)
  const ask = page.getByRole('button', { name: 'Zoek in dit gebied' })
  expect(await ask.count()).toBe(0)
  await page.getByTitle('Vergroot de kaart').click()
  await page.waitForTimeout(500)
  await page.getByTitle('Vergroot de kaart').click()
  await ask.click()
  await expect.poll(() => count(page)).toBeLessThan(all)
  const inside = await count(page)
  expect(inside).toBeGreaterThan(0)
  expect(new URL(page.url()).hash).toMatch(/^#gebied=6\.\d{4}%2C52\.\d{4}%2C6\.\d{4}%2C52\.\d{4}$/)
  expect(asked.filter((path) => /6\.\d{3}/.test(path))).toEqual([])
  await page.reload({ waitUntil: 'networkidle' })
  await expect.poll(() => count(page)).toBe(inside)
  await page.getByRole('button', { name: /^Haal weg: Gebied op de kaart/ }).click()
  await expect.poll(() => count(page)).toBe(all)
  await page.goBack()
  await expect.poll(() => count(page)).toBe(inside)
  await context.close()
})

test('on a theme such as violence nothing of a map is fetched before somebody asks', async () => {
  for (const path of ['/zoeken/?thema=geweld-en-onveilig-thuis', '/zoeken/#q=geslagen door mijn partner']) {
    const { context, page, asked } = await open(path)
    await page.getByRole('heading', { name: /resultat/ }).waitFor()
    await page.getByText('De kaart gaat bij dit onderwerp alleen open').waitFor()
    expect(asked.filter((address) => /leaflet|\/kaart\//.test(address))).toEqual([])
    await page.getByRole('button', { name: 'Toon kaart' }).click()
    await page.locator('.leaflet-container').waitFor()
    expect(asked.some((address) => address === '/kaart/basis.json')).toBe(true)
    await context.close()
  }
})

test('one finger scrolls past the map, two move it', async () => {
  const { context, page } = await open('/zoeken/', {
    viewport: { width: 360, height: 800 },
    hasTouch: true,
    isMobile: true,
  })
  await page.getByRole('button', { name: 'Toon kaart' }).click()
  const map = page.locator('.leaflet-container')
  await map.waitFor()
  await signs(page).first().waitFor()
  expect(await map.evaluate((element) => getComputedStyle(element).touchAction)).toBe('pan-x pan-y')
  await map.scrollIntoViewIfNeeded()
  const session = await context.newCDPSession(page)
  const box = await map.boundingBox()
  const [x, y] = [(box?.x ?? 0) + 150, (box?.y ?? 0) + 200]
  const paneAt = () => page.locator('.leaflet-map-pane').evaluate((pane) => pane.getBoundingClientRect().x)
  const before = await paneAt()
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: number[][]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([px = 0, py = 0], id) => ({ x: px, y: py, id })),
    })
  await touch('touchStart', [[x, y]])
  await touch('touchMove', [[x + 60, y]])
  await touch('touchEnd', [])
  expect(await paneAt()).toBe(before)
  const at = () =>
    signs(page)
      .first()
      .evaluate((sign) => sign.getBoundingClientRect().x)
  const stood = await at()
  await touch('touchStart', [
    [x, y],
    [x + 80, y],
  ])
  for (let step = 1; step <= 6; step += 1)
    await touch('touchMove', [
      [x - step * 12, y],
      [x + 80 - step * 12, y],
    ])
  await touch('touchEnd', [])
  await expect.poll(at).not.toBe(stood)
  await context.close()
})

test('reduced motion and the colours of the system are respected, and axe finds nothing', async () => {
  const { context, page } = await open('/zoeken/#waar=0955', { reducedMotion: 'reduce', forcedColors: 'active' })
  await signs(page).first().waitFor()
  expect(await page.locator('.leaflet-zoom-anim').count()).toBe(0)
  const pin = page.locator('.vd-pin').first()
  expect(await pin.evaluate((one) => getComputedStyle(one).forcedColorAdjust)).toBe('none')
  expect(await places(page)).toBeGreaterThan(5)
  expect(await axeFaults(page)).toEqual([])
  // A region has thousands in one sign.
  const fits = (one: HTMLElement) => ((one.textContent = '1234'), one.scrollWidth <= one.clientWidth)
  expect(await page.locator('.vd-pin--many').first().evaluate(fits)).toBe(true)
  await context.close()
})

test('tiles of our own address lie under the map when there are any; when none come it is drawn', async () => {
  for (const drawn of [false, true]) {
    const context = await house.visitor(browser, { viewport: { width: 1400, height: 1000 } })
    const page = await context.newPage()
    await page.route('**/kaart/tegels.json', (route) =>
      route.fulfill({
        json: {
          url: '/kaart/tegels/{z}/{x}/{y}.png',
          minZoom: 8,
          maxZoom: 17,
          bounds: { west: 6.3, south: 52.5, east: 6.7, north: 52.8 },
          attribution: [{ words: 'Kaartgegevens © Kadaster', href: 'https://www.kadaster.nl' }],
        },
      }),
    )
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await page.route('**/kaart/tegels/**', (route) =>
      drawn
        ? route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{}' })
        : route.fulfill({ contentType: 'image/png', body: Buffer.from(pixel, 'base64') }),
    )
    await page.goto('/zoeken/', { waitUntil: 'networkidle' })
    await signs(page).first().waitFor()
    await expect.poll(async () => (await page.locator('.leaflet-overlay-pane path').count()) > 0).toBe(drawn)
    expect((await page.locator('img.leaflet-tile').count()) > 0).toBe(!drawn)
    expect(await page.getByRole('link', { name: 'Kaartgegevens © Kadaster' }).count()).toBe(drawn ? 0 : 1)
    await context.close()
  }
})

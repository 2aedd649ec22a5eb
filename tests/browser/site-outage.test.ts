/**
 * When the rest is down, and on a slow line. Here the published folder stands behind the simplest of web servers: no API,
 * no database, nothing of ours but files.
 */
import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize } from 'node:path'
import { getMimeType } from 'hono/utils/mime'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled } from '../cases/settled.ts'
import { wholeList } from '../cases/whole-list.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'

let house: House
let browser: Browser
let files: Server
let alone: string

beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
  files = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname))
    const asked = join(house.siteFolder, path)
    const file = existsSync(asked) && (await stat(asked)).isDirectory() ? join(asked, 'index.html') : asked
    const found = existsSync(file)
    const body = await readFile(found ? file : join(house.siteFolder, '404.html'))
    response.writeHead(found ? 200 : 404, { 'Content-Type': getMimeType(found ? file : 'x.html') ?? 'text/plain' })
    response.end(body)
  }).listen(0, 'localhost')
  await once(files, 'listening')
  alone = `http://localhost:${(files.address() as AddressInfo).port}`
}, 240_000)

afterAll(async () => {
  await browser?.close()
  files?.close()
  await house?.close()
})

/** What a resident does, and what there is to read on the way. */
async function walk(page: Page, origin: string): Promise<string[]> {
  const seen: string[] = []
  const heading = async () => seen.push((await page.locator('h1').first().innerText()).trim())
  await page.goto(origin, { waitUntil: 'networkidle' })
  await heading()
  await page.getByLabel('Wat zoekt u?').fill('ik kan mijn rekeningen niet betalen')
  await page.getByLabel('Plaats of postcode').fill('0955 ga')
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  await page.getByRole('heading', { name: /^\d+ resultaten$/ }).waitFor()
  await page.getByText('U zoekt bij postcode 0955.').waitFor()
  await wholeList(page)
  seen.push(...(await page.locator('.vd-list .vd-card').allInnerTexts()))
  await page.locator('.vd-pin-holder').first().waitFor()
  seen.push(String(await page.locator('.vd-pin-holder').count()))
  await page.locator('.vd-card__name a').first().click()
  await page.waitForLoadState('networkidle')
  await heading()
  for (const path of ['/themas/geld-en-schulden/', '/plaatsen/hoogeschans/', '/wegwijzer/', '/lijst/', '/contact/']) {
    await page.goto(origin + path, { waitUntil: 'networkidle' })
    await heading()
    seen.push(...(await page.locator('main a').allInnerTexts()))
  }
  return seen
}

async function visitor() {
  const context = await house.visitor(browser, { viewport: { width: 1400, height: 1000 } })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('response', (answer) => answer.status() >= 400 && errors.push(`${answer.status()} ${answer.url()}`))
  return { context, page, errors }
}

test('with everything but the files down, a resident sees and does the same', async () => {
  const up = await visitor()
  const down = await visitor()
  const expected = await walk(up.page, house.url)
  expect(expected.length).toBeGreaterThan(60)
  expect(await walk(down.page, alone)).toEqual(expected)
  expect(down.errors).toEqual([])
  for (const { context } of [up, down]) await context.close()
})

describe('on a slow line', () => {
  test.each([
    ['index', '**/zoek/*'],
    ['scripts', '**/_astro/*.js'],
  ])('the page is of use before its %s came, and what was typed meanwhile is answered', async (_, late) => {
    const { context, page } = await visitor()
    await page.setViewportSize({ width: 360, height: 800 })
    let release = () => undefined as void
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(late, async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`${house.url}/zoeken/`)
    await page.getByRole('heading', { name: 'Het aanbod wordt opgehaald…' }).waitFor()
    for (const name of ['Beantwoord een paar vragen', 'Kies een thema', 'Vraag het ons']) {
      expect(await page.locator('main').getByRole('link', { name }).isVisible()).toBe(true)
    }
    await page.getByLabel('Wat zoekt u?').fill('taalcafe')
    await page.getByLabel('Plaats of postcode').fill('0955')
    release()
    await page.getByRole('heading', { name: /^\d+ resultat/ }).waitFor()
    await page
      .getByRole('link', { name: /taalcaf/i })
      .first()
      .waitFor()
    expect(await page.getByLabel('Wat zoekt u?').inputValue()).toBe('taalcafe')
    expect(await page.getByLabel('Plaats of postcode').inputValue()).toBe('0955')
    await context.close()
  })

  test('a question that is sent before the scripts came is asked all the same', async () => {
    const { context, page } = await visitor()
    let release = () => undefined as void
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/_astro/*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`${house.url}/`)
    await page.getByLabel('Wat zoekt u?').fill('taalcafe')
    await page.getByLabel('Wat zoekt u?').press('Enter')
    release()
    await page.waitForURL(/zoeken\/#q=taalcafe/)
    await page
      .getByRole('link', { name: /taalcaf/i })
      .first()
      .waitFor()
    expect(await page.getByLabel('Wat zoekt u?').inputValue()).toBe('taalcafe')
    await context.close()
  })

  test.each(['/', '/aanbod/geldspreekuur-in-uw-dorp/', '/themas/geld-en-schulden/', '/plaatsen/hoogeschans/'])(
    'before %s is seen it asks for one style and one file of letters, however late these come, and has its style reckoned',
    async (path) => {
      // A visitor's clock, which stands still, hides what the browser measured.
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.addInitScript(() => {
        const { getComputedStyle } = globalThis
        globalThis.getComputedStyle = (...of) => {
          document.body.dataset.styled ??= String(performance.now())
          return getComputedStyle(...of)
        }
      })
      await page.route('**/*.woff2', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400))
        await route.continue()
      })
      await settled(page, () => page.goto(house.url + path))
      const { files, styled } = await page.evaluate(() => {
        const seen = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
        // The sign on the tab is the browser's own wish: one without tabs does not have it.
        const sign = document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href
        const all = performance.getEntriesByType('resource').filter(({ name }) => name !== sign)
        const files = all.map(({ name, startTime }) => [startTime < seen, name.replace(/^.*\.(?=\w+$)/, '')] as const)
        return { files, styled: Number(document.body.dataset.styled) < seen }
      })
      expect(files.filter(([first]) => first).map(([, kind]) => kind)).toEqual(['woff2', 'css'])
      expect(new Set(files.filter(([first]) => !first).map(([, kind]) => kind))).toEqual(new Set(['js']))
      // In a task of its own, and not in that of the first frame.
      expect(styled).toBe(true)
      await context.close()
    },
  )

  test('the results page asks for the first of the index with its script, not after it, and once', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${house.url}/zoeken/`)
    await page.locator('.vd-card').first().waitFor()
    const asked = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => /FindAService|index-\w+\.bin/.test(name))
        .map(({ name, startTime, responseEnd }) => ({ name, startTime, responseEnd })),
    )
    const script = asked.find(({ name }) => name.includes('FindAService'))
    const [first, ...others] = asked.filter(({ name }) => name.includes('index-'))
    expect(first?.startTime).toBeLessThan(script?.responseEnd ?? 0)
    expect(others.map(({ name }) => name)).not.toContain(first?.name)
    await context.close()
  })

  test('what wakes the results page is read beforehand, and what is large and comes later is not', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.goto(`${house.url}/zoeken/`)
    await page.locator('.vd-pin-holder').first().waitFor()
    const scripts = await page.evaluate(async () => {
      const asked = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
      return Promise.all(asked.map(async ({ name }) => ({ name, text: await (await fetch(name)).text() })))
    })
    const hint = '//# allFunctionsCalledOnLoad\n'
    const read = scripts
      .filter(({ text }) => text.startsWith(hint))
      .map(({ name }) => name.replace(/.*\/(\w+).*/, '$1'))
    expect(read.toSorted()).toEqual(['FindAService', 'client', 'engine', 'hooks', 'page', 'preact'])
    const late = scripts.filter(({ name }) => name.includes('leaflet'))
    expect(late.map(({ text }) => text.startsWith(hint))).toEqual([false])
    await context.close()
  })

  test.each(['/', '/zoeken/', '/zoeken/?gratis=1#q=geld', '/aanbod/geldspreekuur-in-uw-dorp/'])(
    'nothing on %s jumps while it comes in',
    async (path) => {
      const { context, page } = await visitor()
      await page.setViewportSize({ width: 360, height: 800 })
      await context.addInitScript(`window.shifts = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value
        }).observe({ type: 'layout-shift', buffered: true })`)
      await page.route('**/zoek/*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400))
        await route.continue()
      })
      await page.goto(house.url + path, { waitUntil: 'networkidle' })
      await page.waitForTimeout(300)
      expect(await page.evaluate('window.shifts')).toBeLessThan(0.001)
      await context.close()
    },
  )
})

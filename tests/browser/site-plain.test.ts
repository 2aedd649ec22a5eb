/** The public site without JavaScript, and what its pages weigh on the wire. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

const pagesUnder = (folder: string) =>
  readdirSync(join(house.siteFolder, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `/${folder}/${entry.name}/`)

describe('without JavaScript', () => {
  test('every page of the directory is reached by links from the home page', async () => {
    const seen = new Set<string>(['/'])
    const waiting = ['/']
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const answer = await fetch(`${house.url}${path}`)
      expect(answer.status, path).toBe(200)
      for (const [, href = ''] of (await answer.text()).matchAll(/href="(\/[^"#?]*)/g)) {
        if (seen.has(href) || !href.endsWith('/') || href.startsWith('/werk/')) continue
        seen.add(href)
        waiting.push(href)
      }
    }
    const all = ['aanbod', 'organisaties', 'themas', 'plaatsen'].flatMap(pagesUnder)
    expect(all.length).toBeGreaterThan(100)
    expect(all.filter((path) => !seen.has(path))).toEqual([])
  })

  test('the results page offers themes, places and letters, and its search box sends no words', async () => {
    const context = await house.visitor(browser, { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/')
    await page.getByLabel('Wat zoekt u?').fill('bang thuis')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await page.waitForURL(/\/zoeken\//)
    expect(page.url()).not.toContain('bang')
    for (const name of ['Via een thema', 'Via een plaats']) await page.getByRole('heading', { name }).waitFor()
    await page.getByRole('link', { name: 'Al het aanbod van A tot Z' }).click()
    await page.getByRole('heading', { name: 'Aanbod van A tot Z' }).waitFor()
    await context.close()
  })

  test('a service says everything, and shows no button that does nothing', async () => {
    const context = await house.visitor(browser, { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/aanbod/geldspreekuur-in-uw-dorp/')
    for (const name of ['Zo begint u', 'Aanmelden', 'Kosten', 'Waar', 'Contact']) {
      expect(await page.getByRole('heading', { name, exact: true }).isVisible(), name).toBe(true)
    }
    expect(await page.getByText('Dinsdag').first().isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Toon op de kaart' }).isVisible()).toBe(false)
    await context.close()
  })
})

describe('what a visit costs', () => {
  /** Bytes of bodies as they came over the wire, of the page and all it fetched. */
  async function transferred(path: string): Promise<number> {
    const context = await house.visitor(browser, { viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    let bytes = 0
    await session.send('Network.enable')
    session.on('Network.loadingFinished', (event) => {
      bytes += event.encodedDataLength
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    await context.close()
    return bytes
  }

  test('the home page is at most 60 kB', async () => {
    const bytes = await transferred('/')
    expect(bytes).toBeGreaterThan(20_000)
    expect(bytes).toBeLessThanOrEqual(60_000)
  })

  test.each(['geldspreekuur-in-uw-dorp', 'veilig-thuis-advies-en-hulp-bij-geweld-thuis', 'hulp-bij-schulden'])(
    'the page of %s is at most 40 kB',
    async (slug) => expect(await transferred(`/aanbod/${slug}/`)).toBeLessThanOrEqual(40_000),
  )
})

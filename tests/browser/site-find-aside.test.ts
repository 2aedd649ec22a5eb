/** What stands around the list of results: it follows the list, and never stands between a key and its frame. */
import type { Browser } from 'playwright-core'
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

test('a key draws the list and nothing around it; when the typing rests filters and map follow, one after the other', async () => {
  const context = await house.visitor(browser, { viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await settled(page, () => page.goto('/zoeken/'))
  await wholeList(page)
  await page.locator('.vd-pin').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => {
    const said = (what: string) => (document.body.dataset.said = `${document.body.dataset.said ?? ''} ${what}`)
    const rooms = { list: '.vd-find__results', filters: '.vd-filters', map: '.vd-find__map' }
    const changes = new MutationObserver((records) => {
      const nodes = records.map(({ target }) => (target instanceof Element ? target : target.parentElement))
      const changed = Object.entries(rooms).filter(([, room]) => nodes.some((node) => node?.closest(room)))
      if (changed.length > 0) said(changed.map(([name]) => name).join('+'))
    })
    changes.observe(document.querySelector('.vd-find') as Element, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    document.addEventListener('keydown', () => said('key'), true)
    document.addEventListener('input', () => requestAnimationFrame(() => said('frame')))
  })
  const said = async () => (await page.locator('body').getAttribute('data-said'))?.trim().split(' ') ?? []

  await page.locator('#wat').focus()
  await page.keyboard.press('d')
  await expect.poll(said).toContain('filters')
  await expect.poll(said).toContain('map')
  const all = await said()
  expect(all.slice(0, all.indexOf('frame') + 1)).toEqual(['key', 'list', 'frame'])
  expect(all.filter((one) => one.includes('filters') || one.includes('map')).every((one) => !one.includes('+'))).toBe(
    true,
  )
  await context.close()
})

/** A word that is explained on tap: with scripts off, with the keyboard, on paper; and nothing moves. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
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

const service = '/aanbod/begeleiding-thuis-om-het-zelf-te-kunnen/'

async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await house.visitor(browser, options)
  const page = await context.newPage()
  await (options.javaScriptEnabled === false ? page.goto(path) : settled(page, () => page.goto(path)))
  return { context, page }
}
const explanation = (page: Page) => page.getByText('Het deel dat u zelf betaalt voor hulp.')
const word = (page: Page) => page.getByRole('button', { name: 'Eigen bijdrage', exact: true })

test('a tap explains it without script, and another closes it', async () => {
  const { context, page } = await open(service, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  expect(await explanation(page).isVisible()).toBe(false)
  await word(page).click()
  await explanation(page).waitFor()
  await page.getByRole('button', { name: 'Sluit', exact: true }).click()
  await expect.poll(() => explanation(page).isVisible()).toBe(false)
  await context.close()
})

test('Enter opens it, Escape closes it and leaves one where one was; nothing on the page moves', async () => {
  const { context, page } = await open(service, { viewport: { width: 1280, height: 900 } })
  const places = () =>
    page.locator('h2').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top + window.scrollY))
  await word(page).focus()
  const before = await places()
  await page.keyboard.press('Enter')
  await explanation(page).waitFor()
  expect(await places()).toEqual(before)
  await page.keyboard.press('Escape')
  await expect.poll(() => explanation(page).isVisible()).toBe(false)
  expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Eigen bijdrage')
  await context.close()
})

test('a word is explained once on a page, where it stands first', async () => {
  const { context, page } = await open('/themas/zorg-en-hulp-thuis/')
  const words = (await page.locator('.vd-term').allInnerTexts()).map((text) => text.trim().toLowerCase())
  expect(words).toContain('verwijzing')
  expect(words).toHaveLength(new Set(words).size)
  await context.close()
})

test.each([360, 1280])('open, it breaks no rule at %i px, nor do the words on a page of their own', async (width) => {
  const { context, page } = await open(service, { viewport: { width, height: 800 } })
  await word(page).click()
  await explanation(page).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.goto('/woorden/')
  expect(await axeFaults(page)).toEqual([])
  expect(await page.locator('.vd-words dt').count()).toBeGreaterThan(40)
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  await context.close()
})

test('on paper the explanations stand there, without buttons', async () => {
  const { context, page } = await open(service)
  await page.emulateMedia({ media: 'print' })
  expect(await explanation(page).isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Sluit', exact: true }).count()).toBe(0)
  await context.close()
})

test('a browser that knows no popovers shows the explanations below, and buttons that do nothing look like text', async () => {
  const context = await house.visitor(browser, { viewport: { width: 360, height: 800 } })
  // Such a browser knows neither the attributes nor the selector: taken out of what it gets.
  await context.route('**/*', async (route) => {
    const type = route.request().resourceType()
    if (type !== 'document' && type !== 'stylesheet') return route.continue()
    const response = await route.fetch()
    const text = await response.text()
    expect(text).toMatch(/popover/)
    const without = text
      .replace(/ popover(target|targetaction)?="[^"]*"/g, '')
      .replaceAll(':popover-open', ':not-known')
    await route.fulfill({ response, body: without })
  })
  const page = await context.newPage()
  await page.goto(service)
  expect(await explanation(page).isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Sluit', exact: true }).count()).toBe(0)
  const looks = await word(page).evaluate((button) => {
    const { textDecorationLine, cursor } = getComputedStyle(button)
    return [textDecorationLine, cursor]
  })
  expect(looks[0]).toBe('none')
  expect(looks[1]).not.toBe('help')
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  await context.close()
})

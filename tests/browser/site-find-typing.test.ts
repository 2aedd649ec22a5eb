/** What a key makes of the list of results, and what waits until the typing rests. */
import type { Browser, Page } from 'playwright-core'
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

async function open(path: string) {
  const context = await house.visitor(browser, { viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await settled(page, () => page.goto(path))
  // Whatever is searched on has come: a key is answered in its own frame.
  await page.waitForLoadState('networkidle')
  return { context, page }
}
const results = (page: Page) => page.getByRole('heading', { name: /^\d+ resultat/ })
const names = (page: Page) => page.locator('.vd-list .vd-card__name').allTextContents()

test('who has typed only small words keeps the list that stood there', async () => {
  const { context, page } = await open('/zoeken/')
  await results(page).waitFor()
  const all = await page.locator('#gevonden').innerText()
  const first = (await names(page)).slice(0, 2)
  await page.locator('#wat').focus()
  for (const letter of 'ik ') await page.keyboard.press(letter === ' ' ? 'Space' : letter)
  expect(await page.locator('#gevonden').innerText()).toBe(all)
  expect((await names(page)).slice(0, 2)).toEqual(first)
  await page.keyboard.type('kan de huur niet betalen')
  await expect.poll(async () => (await page.locator('#gevonden').innerText()) !== all).toBe(true)
  await page.locator('#wat').fill('qzxw qzxw')
  await page.getByRole('heading', { name: 'Niets gevonden' }).waitFor()
  await context.close()
})

test('a key draws the cards in sight, also when the whole list comes back; the others follow when the typing rests', async () => {
  const { context, page } = await open('/zoeken/')
  await wholeList(page)
  const all = await page.locator('#gevonden').innerText()
  await page.locator('#wat').fill('dementie')
  await expect.poll(() => page.locator('#gevonden').innerText()).not.toBe(all)
  await wholeList(page)
  const few = await page.locator('[data-card]').count()
  expect(few).toBeLessThan(15)
  await page.evaluate(() => {
    const count = () => (document.body.dataset.drawn = String(document.querySelectorAll('[data-card]').length))
    document.addEventListener('input', () => requestAnimationFrame(count), { once: true })
  })
  await page.locator('#wat').fill('')
  const drawn = page.locator('body[data-drawn]')
  expect(Number(await drawn.getAttribute('data-drawn'))).toBeLessThanOrEqual(Math.max(few, 2))
  await expect.poll(() => page.locator('#gevonden').innerText()).toBe(all)
  await wholeList(page)
  expect(await page.locator('[data-card]').count()).toBe(20)
  await context.close()
})

test('what is far below is not painted while somebody is in the box; on paper, and once they leave it, all of it is', async () => {
  const { context, page } = await open('/zoeken/')
  await wholeList(page)
  const skipped = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.vd-list .vd-card')].filter(
          (card) => !card.checkVisibility({ contentVisibilityAuto: true }),
        ).length,
    )
  expect(await skipped()).toBe(0)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.locator('#wat').focus()
  await expect.poll(skipped).toBeGreaterThan(10)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height)
  await page.emulateMedia({ media: 'print' })
  await expect.poll(skipped).toBe(0)
  await page.emulateMedia({ media: 'screen' })
  await expect.poll(skipped).toBeGreaterThan(10)
  await page.locator('#wat').blur()
  await expect.poll(skipped).toBe(0)
  await context.close()
})

test('what comes and goes between two keys stands there hidden: nothing is put in, and nobody reads what is not said', async () => {
  const { context, page } = await open('/zoeken/')
  await wholeList(page)
  const suggestion = page.getByText('Bedoelde u:')
  const pages = page.getByRole('navigation', { name: 'Meer resultaten' })
  expect(await suggestion.isVisible()).toBe(false)
  expect(await pages.isVisible()).toBe(true)
  await page.evaluate(() => {
    const section = document.querySelector('section[aria-labelledby="gevonden"]')
    document.body.dataset.put = '0'
    const count = (records: MutationRecord[]) =>
      (document.body.dataset.put = String(Number(document.body.dataset.put) + records.length))
    if (section) new MutationObserver(count).observe(section, { childList: true })
  })
  await page.locator('#wat').fill('mantelzogr')
  await suggestion.waitFor()
  await page.locator('#wat').fill('dementie')
  await pages.waitFor({ state: 'hidden' })
  await page.locator('#wat').fill('')
  await pages.waitFor()
  expect(await suggestion.isVisible()).toBe(false)
  expect(await page.locator('body').getAttribute('data-put')).toBe('0')
  await context.close()
})

test('between two keys nobody sees or hears cards of an earlier question below those in sight', async () => {
  const { context, page } = await open('/zoeken/')
  await wholeList(page)
  const third = page.locator('.vd-list > li').nth(2)
  const hidden = () => third.evaluate((card) => getComputedStyle(card).contentVisibility === 'hidden')
  await page.locator('#wat').focus()
  expect(await hidden()).toBe(false)
  await page.evaluate(() => {
    const look = () => {
      const card = document.querySelectorAll('.vd-list > li')[2]
      document.body.dataset.third = card ? getComputedStyle(card).contentVisibility : 'gone'
    }
    document.addEventListener('input', () => requestAnimationFrame(look), { once: true })
  })
  await page.keyboard.press('h')
  await page.locator('body[data-third="hidden"]').waitFor()
  await expect.poll(hidden, { timeout: 5000 }).toBe(false)
  await context.close()
})

test.each(['scrolls', 'leaves the box', 'prints'])(
  'whoever %s between two keys has the cards below follow at once',
  async (way) => {
    const { context, page } = await open('/zoeken/')
    await wholeList(page)
    await page.locator('#wat').focus()
    await page.evaluate((way) => {
      const waits = () => document.querySelector('.vd-list')?.className.includes('after') ?? true
      const sign = { scrolls: 'scroll', 'leaves the box': 'focusout', prints: 'beforeprint' }[way] ?? ''
      const look = () => {
        document.body.dataset.before = String(waits())
        const since = performance.now()
        const note = () => {
          if (waits()) requestAnimationFrame(note)
          else document.body.dataset.after = String(performance.now() - since)
        }
        addEventListener(sign, note, { once: true })
        if (way === 'scrolls') scrollBy(0, 200)
        if (way === 'leaves the box') document.querySelector<HTMLElement>('#wat')?.blur()
        if (way === 'prints') dispatchEvent(new Event('beforeprint'))
      }
      document.addEventListener('input', () => requestAnimationFrame(look), { once: true })
    }, way)
    await page.keyboard.press('h')
    await page.locator('body[data-after]').waitFor()
    const { before, after } = await page.evaluate(() => ({ ...document.body.dataset }))
    expect(before).toBe('true')
    // The typing counts as resting after a second.
    expect(Number(after)).toBeLessThan(700)
    await context.close()
  },
)

test('on a screen that becomes high a key changes every card in sight', async () => {
  const { context, page } = await open('/zoeken/')
  await wholeList(page)
  await page.locator('#wat').focus()
  await page.setViewportSize({ width: 1280, height: 2400 })
  await page.waitForFunction(() => innerHeight === 2400)
  await page.evaluate(() => {
    const inSight = () =>
      [...document.querySelectorAll<HTMLElement>('[data-card]')].filter(
        (one) => (one.querySelector('.vd-card__name')?.getBoundingClientRect().top ?? 0) < innerHeight,
      )
    const note = () =>
      (document.body.dataset.seen = inSight()
        .map(({ dataset }) => dataset.card)
        .join(' '))
    document.addEventListener('input', () => requestAnimationFrame(note), { once: true })
  })
  await page.keyboard.press('h')
  const seen = (await page.locator('body[data-seen]').getAttribute('data-seen'))?.split(' ') ?? []
  await page.locator('.vd-list:not([class*="after"])').waitFor()
  await wholeList(page)
  const cards = await page.locator('[data-card]').evaluateAll((all) => all.map((one) => one.getAttribute('data-card')))
  expect(seen.length).toBeGreaterThan(3)
  expect(cards.slice(0, seen.length)).toEqual(seen)
  await context.close()
})

test('who presses Enter, or a choice, before the page has followed the last key is asked by all that was typed', async () => {
  const { context, page } = await open('/zoeken/')
  await wholeList(page)
  const typed = (text: string) =>
    page.locator('#wat').evaluate((box: HTMLInputElement, text) => {
      box.focus()
      box.setSelectionRange(0, box.value.length)
      document.execCommand('insertText', false, text)
    }, text)
  const address = () => decodeURIComponent(new URL(page.url()).hash)
  await typed('dement')
  await page.waitForTimeout(600)
  await page.evaluate(() => {
    document.execCommand('insertText', false, 'ie')
    document.querySelector<HTMLFormElement>('.vd-find__form')?.requestSubmit()
  })
  expect(address()).toBe('#q=dementie')
  await page.evaluate(() => {
    document.querySelector<HTMLInputElement>('#wat')?.focus()
    document.execCommand('insertText', false, ' thuis')
    document.querySelector<HTMLInputElement>('.vd-filters input[type=checkbox]')?.click()
  })
  expect(address()).toBe('#q=dementie thuis')
  expect(await page.locator('#wat').inputValue()).toBe('dementie thuis')
  await context.close()
})

test('what was answered before it was typed is what is answered when it is asked', async () => {
  const { context, page } = await open('/zoeken/')
  await wholeList(page)
  await page.locator('#wat').focus()
  for (const letter of 'dementie') {
    await page.keyboard.press(letter)
    await page.waitForTimeout(150)
  }
  await wholeList(page)
  const typed = await names(page)
  const count = await page.locator('#gevonden').innerText()
  await context.close()
  const { context: another, page: asked } = await open('/zoeken/')
  await wholeList(asked)
  await asked.locator('#wat').fill('dementie')
  await expect.poll(() => asked.locator('#gevonden').innerText()).toBe(count)
  await wholeList(asked)
  expect(await names(asked)).toEqual(typed)
  await another.close()
})

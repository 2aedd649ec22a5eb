/** A key draws what is above the lower edge of the screen: the cards in sight, and of the last of them no more than that. */
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

/** Runs in the page: of each card in sight in the frame of the next key, where its text ends and whether its facts are drawn. */
function lookAtNextKey() {
  const look = () => {
    const cards = [...document.querySelectorAll('.vd-list > li')].filter(
      (card) => card.getBoundingClientRect().top < innerHeight && card.checkVisibility({ contentVisibilityAuto: true }),
    )
    const seen = cards.map((card) => ({
      edge: innerHeight - (card.querySelector('.vd-card__text')?.getBoundingClientRect().bottom ?? 0),
      facts: card.querySelector('.vd-facts')?.checkVisibility() ?? false,
      step: card.querySelector('.vd-card__step')?.checkVisibility() ?? false,
    }))
    document.body.dataset.seen = JSON.stringify(seen)
  }
  delete document.body.dataset.seen
  document.addEventListener('input', () => requestAnimationFrame(look), { once: true })
}

type Seen = { edge: number; facts: boolean; step: boolean }

test.each([360, 1280])(
  'at %i px nothing in sight is left out, and below the edge of the screen it is',
  async (width) => {
    const context = await house.visitor(browser, { viewport: { width, height: 800 } })
    const page = await context.newPage()
    await settled(page, () => page.goto('/zoeken/'))
    await page.waitForLoadState('networkidle')
    await wholeList(page)
    await page.locator('#wat').focus()
    const text = page.locator('.vd-list .vd-card__text').first()
    const ends = await text.evaluate((one) => Math.round(one.getBoundingClientRect().bottom))
    const seen: Seen[] = []
    // The edge of the screen just above the end of the first text, and well below it.
    for (const height of [ends - 20, ends + 120]) {
      await page.setViewportSize({ width, height })
      await page.waitForFunction((height) => innerHeight === height, height)
      for (const letter of 'dem') {
        await page.evaluate(lookAtNextKey)
        await page.keyboard.press(letter)
        seen.push(...(JSON.parse((await page.locator('body[data-seen]').getAttribute('data-seen')) ?? '[]') as Seen[]))
      }
      await page.locator('.vd-list:not([class*="after"])').waitFor()
      await wholeList(page)
      expect(
        await page
          .locator('.vd-list .vd-facts')
          .first()
          .evaluate((one) => one.checkVisibility()),
      ).toBe(true)
      await page.locator('#wat').fill('')
      await wholeList(page)
    }
    expect(seen.filter(({ edge, facts, step }) => edge > 0 && !(facts && step))).toEqual([])
    expect(seen.filter(({ edge, facts }) => edge <= 0 && !facts).length).toBeGreaterThan(0)
    expect(seen.filter(({ edge }) => edge > 0).length).toBeGreaterThan(0)
    await context.close()
  },
)

/** Runs in the page: the cards whose name is in sight. */
const seenNow = () =>
  [...document.querySelectorAll<HTMLElement>('.vd-list > li')].flatMap((card) => {
    const name = card.querySelector('.vd-card__name')
    const inSight =
      name?.checkVisibility({ contentVisibilityAuto: true }) && name.getBoundingClientRect().top < innerHeight
    return inSight ? [card.dataset.card ?? ''] : []
  })

test.each([360, 1280])(
  'at %i px a card that a shorter one above it lets into sight is drawn with it',
  async (width) => {
    const context = await house.visitor(browser, { viewport: { width, height: 800 } })
    const page = await context.newPage()
    await page.addInitScript(`globalThis.seenNow = ${seenNow}`)
    await settled(page, () => page.goto('/zoeken/'))
    await page.waitForLoadState('networkidle')
    await wholeList(page)
    // The second name just below the edge of the screen.
    const second = page.locator('.vd-list .vd-card__name').nth(1)
    const height = await second.evaluate((one) => Math.floor(one.getBoundingClientRect().top + scrollY))
    await page.setViewportSize({ width, height })
    await page.waitForFunction((height) => innerHeight === height, height)
    const counts: number[] = []
    for (const word of ['dementie', 'geld', 'fiets']) {
      await page.locator('#wat').focus()
      await page.evaluate((word) => {
        const note = () => (document.body.dataset.seen = (seenNow() as string[]).join(' '))
        delete document.body.dataset.seen
        document.addEventListener('input', () => requestAnimationFrame(note), { once: true })
        document.execCommand('insertText', false, word)
      }, word)
      const seen = await page.locator('body[data-seen]').getAttribute('data-seen')
      await page.locator('.vd-list:not([class*="after"])').waitFor()
      await wholeList(page)
      expect(seen, word).toBe((await page.evaluate(seenNow)).join(' '))
      counts.push(seen?.split(' ').length ?? 0)
      await page.locator('#wat').fill('')
      await wholeList(page)
      await page.locator('.vd-list:not([class*="after"])').waitFor()
    }
    expect(Math.max(...counts)).toBeGreaterThan(1)
    await context.close()
  },
)

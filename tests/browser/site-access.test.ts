/**
 * What WCAG asks and axe cannot see, on every kind of public page: 400 per cent, letters set apart, the colours of the
 * system itself, and whether something lies over what has the focus; and what residents do, with the keyboard alone.
 * Verdicts: docs/accessibility.md.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled } from '../cases/settled.ts'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { keyboard } from './hands.ts'

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

const kinds = [
  '/',
  '/zoeken/#q=geld',
  '/themas/',
  '/themas/geweld-en-onveilig-thuis/',
  '/aanbod/',
  '/aanbod/hulp-bij-schulden/',
  '/organisaties/',
  '/plaatsen/hoogeschans/',
  '/wegwijzer/',
  '/lijst/',
  '/fout-melden/',
  '/sporen-wissen/',
  '/contact/',
  '/volgen/',
  '/toegankelijkheid/',
  '/bestaat-niet/',
  '/en/',
  '/en/aanbod/hulp-bij-schulden/',
]

/** Brings a page into a state people meet: open parts, chosen filters, a kept service. */
const states: [name: string, path: string, reach: (page: Page) => Promise<void>][] = [
  ['nothing found', '/zoeken/#q=qqqqzzzz', async (page) => page.getByText('Niets gevonden').first().waitFor()],
  ['a filter chosen', '/zoeken/?gratis=1#q=geld', async (page) => page.getByRole('article').first().waitFor()],
  [
    'the form on a service open',
    '/aanbod/hulp-bij-schulden/',
    async (page) => page.getByText('Klopt er iets niet? Meld een fout').click(),
  ],
  [
    'a service kept',
    '/aanbod/voedselpakket/',
    async (page) => page.getByRole('button', { name: 'Zet op mijn lijst' }).click(),
  ],
  ['a list', '/lijst/', async (page) => page.locator('.vd-short__card').first().waitFor()],
]

async function visitor(width: number, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await house.visitor(browser, { viewport: { width, height: width === 320 ? 256 : 800 }, ...options })
  return { context, page: await context.newPage() }
}

describe.each([360, 1280])('with the colours of the system itself at %i px', (width) => {
  test('every kind and state of page breaks no rule', async () => {
    const { context, page } = await visitor(width, { forcedColors: 'active' })
    for (const path of kinds) {
      await settled(page, () => page.goto(path))
      expect(await axeFaults(page), path).toEqual([])
    }
    for (const [name, path, reach] of states) {
      await settled(page, () => page.goto(path))
      await reach(page)
      expect(await axeFaults(page), name).toEqual([])
    }
    await context.close()
  })
})

/** The four distances of WCAG 1.4.12, as somebody's own style sheet sets them. */
const apart = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`

test('at 400 per cent nothing scrolls sideways, nor with letters, words and lines set apart; no text is cut off', async () => {
  // The page's own policy refuses styles from outside; an extension of the browser is not bound by it.
  const { context, page } = await visitor(320, { bypassCSP: true })
  const wide = () => page.evaluate('document.documentElement.scrollWidth')
  for (const path of kinds) {
    await settled(page, () => page.goto(path))
    expect(await wide(), path).toBeLessThanOrEqual(320)
    await page.addStyleTag({ content: apart })
    expect(await wide(), `${path} set apart`).toBeLessThanOrEqual(320)
    expect(await page.evaluate(textsCutOff), path).toEqual([])
  }
  await context.close()
})

/** Elements whose own text does not fit in them and does not show outside them either. */
const textsCutOff = `[...document.querySelectorAll('main *, header *, footer *')].flatMap((element) => {
  const { overflowX, overflowY } = getComputedStyle(element)
  const ownText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '')
  const hides = [overflowX, overflowY].some((how) => how === 'hidden' || how === 'clip')
  const cut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
  return ownText && hides && cut && !element.closest('.vd-hidden') ? [element.outerHTML.slice(0, 120)] : []
})`

/** Whether at least a part of what has the focus can be seen; its tag and words where nothing of it can. */
const focusCovered = `(() => {
  const element = document.activeElement
  const boxes = [...element.getClientRects()]
  const seen = boxes.some(({ left, top, width, height }) =>
    [0.1, 0.3, 0.5, 0.7, 0.9].some((across) =>
      [0.15, 0.5, 0.85].some((down) => {
        const at = document.elementFromPoint(left + width * across, top + height * down)
        return at !== null && (element.contains(at) || at.closest('label')?.control === element)
      }),
    ),
  )
  return seen ? null : element.tagName + ' ' + element.textContent.trim().slice(0, 40)
})()`

test.each([
  [320, 256],
  [1280, 800],
])('at every stop of Tab the focus can be seen, at %i × %i px', async (width, height) => {
  const { context, page } = await visitor(width, { viewport: { width, height }, reducedMotion: 'reduce' })
  // Where the bar sticks, and where a door sticks below it.
  for (const path of ['/themas/geweld-en-onveilig-thuis/', '/aanbod/veilig-thuis-advies-en-hulp-bij-geweld-thuis/']) {
    await settled(page, () => page.goto(path))
    let stops = 0
    for (; stops < 150; stops += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate('document.activeElement === document.body')) break
      expect(await page.evaluate(focusCovered), `${path} stop ${stops}`).toBeNull()
    }
    expect(stops).toBeGreaterThan(10)
    // And back: what was scrolled past comes from under the bar.
    for (let back = 0; back < stops - 1; back += 1) {
      await page.keyboard.press('Shift+Tab')
      if (await page.evaluate('document.activeElement === document.body')) break
      expect(await page.evaluate(focusCovered), `${path} back ${back}`).toBeNull()
    }
  }
  await context.close()
})

test('with the keyboard alone at 400 per cent: by the guide to a service, kept, reported, erased', async () => {
  const { context, page } = await visitor(320)
  page.setDefaultTimeout(10_000)
  await page.goto('/wegwijzer/')
  for (let step = 0; step < 4 && (await page.locator('.vd-card').count()) === 0; step += 1) {
    const before = page.url()
    await keyboard.press(page.locator('.vd-guide__choice').nth(1))
    await page.waitForURL((url) => url.href !== before)
  }
  await keyboard.press(page.locator('.vd-card__name a').first())
  await page.waitForURL('**/aanbod/**')
  await keyboard.press(page.getByRole('button', { name: 'Zet op mijn lijst' }))
  await page.getByText('Op uw lijst gezet.').waitFor()

  await keyboard.press(page.locator('summary'))
  await keyboard.pick(page.getByLabel('Wat klopt er niet?'), 'De tijden kloppen niet')
  await keyboard.type(page.getByLabel('Hoe is het wel?'), 'Op maandag dicht.')
  await keyboard.press(page.getByRole('button', { name: 'Stuur de melding' }))
  await page.getByRole('heading', { name: 'Bedankt voor uw melding' }).waitFor()

  await page.goto('/lijst/')
  await page.locator('.vd-short__card').waitFor()
  await keyboard.press(page.getByRole('button', { name: 'Wis mijn lijst' }))
  await page.getByText('Uw lijst is gewist').waitFor()
  expect(await page.evaluate('localStorage.length')).toBe(0)
  await context.close()
})

test('with the keyboard alone: by a theme, in the other language, and out at once', async () => {
  const { context, page } = await visitor(1280)
  page.setDefaultTimeout(10_000)
  await page.route('https://www.buienradar.nl/**', (route) => route.fulfill({ body: 'weer' }))
  await page.goto('/')
  await keyboard.press(page.getByRole('link', { name: /^Geweld en onveilig thuis/ }))
  await page.waitForURL('**/themas/geweld-en-onveilig-thuis/')
  await keyboard.press(page.getByRole('link', { name: 'English' }))
  await page.waitForURL('**/en/themas/geweld-en-onveilig-thuis/')
  await keyboard.press(page.getByRole('link', { name: 'Leave this page quickly' }))
  await page.waitForURL('https://www.buienradar.nl/')
  expect(await page.locator('body').innerText()).toBe('weer')
  await context.close()
})

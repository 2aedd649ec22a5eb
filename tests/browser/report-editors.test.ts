/** From the public form to the editor's screen and back, in a real browser. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { keyboard, pointer } from './hands.ts'
import { goWay, signIn } from './work.ts'

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

async function report(words: string, answer: string) {
  const context = await house.visitor(browser, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/aanbod/hulp-bij-schulden/')
  await page.getByText('Klopt er iets niet? Meld een fout').click()
  await page.getByLabel('Hoe is het wel?').fill(words)
  await page.getByLabel('Uw e-mailadres').fill(answer)
  await page.getByRole('button', { name: 'Stuur de melding' }).click()
  await page.getByRole('heading', { name: 'Bedankt voor uw melding' }).waitFor()
  await context.close()
}

describe.each([
  [1280, 'pointer', pointer],
  [360, 'keyboard', keyboard],
] as const)('at %i px with the %s', (width, _, hand) => {
  test('an editor reads a report, settles it with a note and answers; the nav leads there', async () => {
    const words = `Het nummer is oud (${width}).`
    await report(words, `lezer${width}@voorbeeld.example`)
    const context = await house.visitor(browser, { viewport: { width, height: 800 } })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto('/werk/inloggen/')
    await signIn(page, house, 'redactie')
    // Who has no work list comes straight to the reports.
    await page.waitForURL(`${house.url}/werk/meldingen/`)
    const card = page.getByRole('article').filter({ hasText: words })
    await card.waitFor()
    const check = async (what: string) => {
      expect(await axeFaults(page), what).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(width)
    }
    await check('list')
    expect(await card.getByRole('heading').innerText()).toBe('Hulp bij schulden')
    const way = page.getByRole('link', { name: 'Meldingen', includeHidden: true })
    expect(await way.getAttribute('aria-current')).toBe('page')

    await hand.press(card.getByRole('button', { name: /^Afhandelen/ }))
    await hand.press(card.getByRole('button', { name: 'Afhandelen', exact: true }))
    await card.getByRole('alert').waitFor()
    await check('refused')
    await hand.tick(card.getByLabel('Aangepast', { exact: true }))
    await hand.type(card.getByLabel('Notitie'), 'Gebeld met de organisatie.')
    await hand.press(card.getByRole('button', { name: 'Afhandelen', exact: true }))
    await page.getByText('De melding is afgehandeld.').waitFor()
    const settled = page
      .getByRole('region', { name: /^Afgehandeld/ })
      .getByRole('article')
      .filter({ hasText: words })
    expect(await settled.innerText()).toMatch(/Aangepast[\s\S]*Hoofdredacteur[\s\S]*Gebeld met de organisatie/)
    await check('settled')
    await hand.press(settled.getByRole('button', { name: /^Heropenen/ }))
    await page
      .getByRole('region', { name: /^In behandeling/ })
      .getByText(words)
      .waitFor()
    await context.close()
  })
})

test.each([1280, 360])(
  'an editor reads at %i px how plainly each service speaks; a worker is not led there',
  async (width) => {
    const open = async (key: 'redactie' | 'welzijn') => {
      const context = await house.visitor(browser, { viewport: { width, height: 800 } })
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      await page.goto('/werk/inloggen/')
      await signIn(page, house, key)
      await page.waitForURL((url) => url.pathname !== '/werk/inloggen/')
      return page
    }
    const page = await open('redactie')
    await goWay(page, 'Leesbaarheid')
    await page.waitForURL('**/werk/leesbaarheid/')
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Voedselpakket', exact: true }) })
    await row.waitFor()
    expect(await row.innerText()).toMatch(/Makkelijk|Goed te lezen|Te kort om te meten/)
    expect(await page.getByText(/^Gelezen bij de publicatie van \d+ \w+ \d{4}: \d+ teksten\./).count()).toBe(1)
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    await page.context().close()

    const other = await open('welzijn')
    expect(await other.getByRole('link', { name: 'Leesbaarheid', includeHidden: true }).count()).toBe(0)
    await other.goto('/werk/leesbaarheid/')
    await other.getByText('Deze pagina is voor redacteuren van de sociale kaart.').waitFor()
    await other.context().close()
  },
)

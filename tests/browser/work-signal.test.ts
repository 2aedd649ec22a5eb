/** Writing a signal, in a real browser: kept early, in few actions, faults at once, acute, a session that ends meanwhile. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SheetsView } from '../../api/signals/sheet-schema.ts'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { counted, inSight, picture } from './story-measures.ts'
import { pointer } from './hands.ts'
import { api, signedIn, signIn } from './work.ts'

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

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim() || '')
const send = (page: Page) => page.getByRole('button', { name: 'Versturen' }).click()
const sent = (page: Page) => page.getByRole('heading', { name: 'Uw signaal is verzonden' }).waitFor()

async function fillSignal(page: Page, name: string) {
  await page.goto('/werk/signaal/')
  await page.locator('#thema').selectOption('opgroeien-en-opvoeden')
  await page.getByRole('radio', { name: /Team Lindeveen-Noord/ }).check()
  await page.getByLabel('Naam', { exact: true }).fill(name)
  await page.getByRole('radio', { name: 'Nee, of dat weet ik niet' }).check()
  await page.getByLabel('Weet ervan').check()
  await page.getByRole('radio', { name: 'Gewoon' }).check()
  await page.getByLabel('Wat is er gezien?').fill('Komt zonder ontbijt op school.')
  await page.getByLabel('Waarom moet de ontvanger dit weten?').fill('Anders kan het team niets doen.')
}

describe('a signal', () => {
  test('takes at most nine fields in the common case, and the next step is in sight at every one', async () => {
    const page = await signedIn(house, browser, 'school', { viewport: { width: 1280, height: 800 } })
    await page.goto('/werk/signaal/')
    const { hand, count, report } = counted(pointer)
    const step = (what: string) =>
      inSight(page, what, page.getByRole('button', { name: /^Nog \d+: |^Versturen/ }).first())
    await step('the empty form')
    expect(await page.getByRole('button', { name: /^Nog \d+: thema$/ }).textContent()).toBe('Nog 8: thema')
    await hand.pick(page.locator('#thema'), 'Opgroeien en opvoeden')
    await step('a theme')
    await picture(page, 'signal-proposed')
    await hand.tick(page.getByRole('radio', { name: /Team Lindeveen-Noord/ }))
    await hand.type(page.getByLabel('Naam', { exact: true }), 'Leerling Z, Lindeveen')
    await step('a name')
    await hand.tick(page.getByRole('radio', { name: 'Nee, of dat weet ik niet' }))
    await hand.tick(page.getByRole('radio', { name: 'Is het ermee eens' }))
    await hand.tick(page.getByRole('radio', { name: 'Gewoon' }))
    await step('how soon')
    await hand.type(page.getByLabel('Wat is er gezien?'), 'Komt vaak te laat en is moe.')
    await hand.type(page.getByLabel('Waarom moet de ontvanger dit weten?'), 'Het team kan thuis kijken wat er speelt.')
    const fieldsFilled = count()
    await step('everything')
    await picture(page, 'signal-whole')
    await hand.press(page.getByRole('button', { name: 'Versturen' }))
    await sent(page)
    await picture(page, 'signal-sent')
    expect(report(`A signal in ${fieldsFilled} fields`)).toEqual([])
    expect(fieldsFilled).toBeLessThanOrEqual(9)
    await page.context().close()
  })

  test('everything that is wrong is said at once, above and at the field, and typed text stays', async () => {
    const page = await signedIn(house, browser, 'school')
    await page.goto('/werk/signaal/')
    await page.getByLabel('Wat is er gezien?').fill('Burgerservicenummer 111222333')
    await page.getByText('Nog niet bewaard. Kijk bij de rode regels.').waitFor()
    await send(page)
    const summary = page.getByRole('alert').filter({ hasText: 'dingen niet goed' })
    await summary.waitFor()
    await expect.poll(() => focused(page)).toMatch(/^Er zijn nog \d+ dingen niet goed$/)
    await expect.poll(() => page.title()).toMatch(/^Fout: /)
    expect(await summary.getByRole('link').allInnerTexts()).toEqual([
      'Thema: Maak een keuze.',
      'Ontvangend team: Maak een keuze.',
      'Naam: Vul dit in.',
      'Mag er gebeld worden? Maak een keuze.',
      'Is het gezin betrokken? Maak een keuze.',
      'Spoed: Maak een keuze.',
      'Wat is er gezien? Hier staat een burgerservicenummer. Haal het weg: dat nummer bewaren wij nooit.',
      'Grondslag: Maak een keuze.',
      'Artikel: Vul dit in.',
      'Doel: Vul dit in.',
      'Waarom is het nodig? Vul dit in.',
    ])
    expect(await page.getByLabel('Wat is er gezien?').inputValue()).toBe('Burgerservicenummer 111222333')
    expect(await page.getByLabel('Wat is er gezien?').getAttribute('aria-invalid')).toBe('true')
    await summary.getByRole('link', { name: /^Wat is er gezien/ }).click()
    expect(await focused(page)).toBe('gezien')
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()
  })

  test('acute shows first whom to call, and does not go out before somebody says they did', async () => {
    const page = await signedIn(house, browser, 'school')
    await fillSignal(page, 'Leerling Acuut')
    await page.getByRole('radio', { name: 'Acuut' }).check()
    const panel = page.getByRole('alert').filter({ hasText: 'Bel eerst' })
    expect(await panel.getByRole('link').allInnerTexts()).toEqual(expect.arrayContaining(['112', '0800 2000']))
    await send(page)
    await page.getByRole('link', { name: /^Eerst bellen/ }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByLabel('Ik heb gebeld').check()
    await send(page)
    await sent(page)
    await page.context().close()
  })

  test('about a group nobody asks for a person, and what names somebody is said while it is typed', async () => {
    const page = await signedIn(house, browser, 'school')
    await page.goto('/werk/signaal/')
    await page.getByLabel('Een groep').check()
    expect(await page.getByLabel(/^Naam/).count()).toBe(0)
    await page.locator('#thema').selectOption('opgroeien-en-opvoeden')
    await page.getByRole('radio', { name: /Team Lindeveen-Noord/ }).check()
    await page.getByLabel('5 tot 10').check()
    await page.getByRole('radio', { name: 'Gewoon' }).check()
    await page.getByLabel('Wat is er gezien?').fill('Zes leerlingen gamen de nacht door. Bel 06-12345678.')
    await page.getByText('Hier staat een telefoonnummer. Haal het weg.').first().waitFor()
    await send(page)
    await page.getByRole('link', { name: 'Wat is er gezien? Hier staat een telefoonnummer. Haal het weg.' }).waitFor()
    await picture(page, 'signal-group-refused')
    expect(await axeFaults(page)).toEqual([])
    await page.getByLabel('Wat is er gezien?').fill('Zes leerlingen gamen de nacht door.')
    await send(page)
    await sent(page)
    await page.context().close()
  })

  test('is kept from the first words on: after a reload and after signing out all of it is there', async () => {
    const page = await signedIn(house, browser, 'school')
    await page.goto('/werk/signaal/')
    await page.getByLabel('Naam', { exact: true }).fill('Half')
    await page.getByText(/^Bewaard om \d\d\.\d\d$/).waitFor()
    expect(page.url()).toMatch(/#concept\/[0-9a-f-]{36}$/)
    await page.reload()
    await page.getByLabel('Naam', { exact: true }).waitFor()
    expect(await page.getByLabel('Naam', { exact: true }).inputValue()).toBe('Half')
    // Typed, and signed out before the pause in which it is kept.
    await page.getByLabel('Wat is er gezien?').fill('Niet voorbij')
    await page.getByRole('button', { name: 'Uitloggen' }).click()
    await page.getByLabel('E-mailadres').waitFor()
    await signIn(page, house, 'school')
    await page.getByRole('navigation', { name: 'Lijsten' }).waitFor()
    await page.getByRole('region', { name: 'Nog niet verstuurd' }).getByRole('link', { name: 'Half' }).click()
    await page.getByLabel('Wat is er gezien?').waitFor()
    expect(await page.getByLabel('Wat is er gezien?').inputValue()).toBe('Niet voorbij')
    await page.getByRole('button', { name: 'Concept weggooien' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Weggooien' }).click()
    await page.waitForURL(`${house.url}/werk/`)
    const { sheets } = await api<SheetsView>(page, 'GET', '/sheets')
    expect(sheets.map(({ typed }) => typed.name)).not.toContain('Half')
    await page.context().close()
  })

  test('a second one about the same child warns first, and goes out once that was seen', async () => {
    const page = await signedIn(house, browser, 'school')
    await fillSignal(page, 'Noor Zwanenveld')
    await send(page)
    await sent(page)
    await fillSignal(page, 'N. Zwanenveld')
    await page.getByText('Er loopt al iets van uw organisatie over iemand met deze naam.').waitFor()
    await picture(page, 'signal-alike')
    expect(await axeFaults(page)).toEqual([])
    await send(page)
    await page.getByLabel('Ik heb gezien wat er al loopt.').check()
    await send(page)
    await sent(page)
    await page.context().close()
  })

  test('a session that ends while somebody types is renewed in place, and the signal still goes out', async () => {
    const page = await signedIn(house, browser, 'school')
    await fillSignal(page, 'Leerling Sessie')
    await page.getByText(/^Bewaard om/).waitFor()
    await page.context().clearCookies()
    await page.getByLabel('Wat is er al geprobeerd?').fill('Er is gebeld met de ouders.')
    const dialog = page.getByRole('dialog', { name: 'Log opnieuw in' })
    await dialog.waitFor()
    expect(await axeFaults(page)).toEqual([])
    await signIn(page, house, 'school')
    await page.getByText(/^Bewaard om/).waitFor()
    expect(await page.getByLabel('Wat is er al geprobeerd?').inputValue()).toBe('Er is gebeld met de ouders.')
    await send(page)
    await sent(page)
    await page.context().close()
  })

  test('fits a phone', async () => {
    const page = await signedIn(house, browser, 'school', { viewport: { width: 360, height: 740 } })
    await fillSignal(page, 'Leerling Telefoon')
    await picture(page, 'signal-phone', true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()
  })
})

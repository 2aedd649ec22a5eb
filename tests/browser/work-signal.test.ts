/** Writing a signal, in a real browser: faults at once, acute, the draft, a session that ends meanwhile. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WorkView } from '../../api/matters/work-schema.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { axeFaults } from '../cases/visit.ts'
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

async function fillSignal(page: Page) {
  await page.goto('/werk/signaal/')
  await page.getByLabel('Waar kwam het op?').selectOption('sot')
  await page.getByLabel('Een huishouden').check()
  await page.getByLabel('Naam van het huishouden of van een ouder').fill('Gezin aan de Beukenlaan')
  await page.getByLabel('Weet ervan').check()
  await page.locator('#thema').selectOption('geld-en-schulden')
  await page.getByLabel('Wat is er gezien?').fill('Komt zonder ontbijt op school.')
  await page.getByLabel('Eén vraag').check()
  await page.getByRole('radio', { name: 'Gewoon' }).check()
  await page.getByLabel('Taak uit de Jeugdwet').check()
  await page.getByLabel('Waarom moet de ontvanger dit weten?').fill('Anders kan het team niets doen.')
  await page.locator('#team-thema').selectOption('')
  await page.getByLabel('Team, organisatie of aanbod').fill('lindeveen-noord')
  await page.getByRole('radio', { name: /Team Lindeveen-Noord/ }).click()
}

describe('a signal', () => {
  test('everything that is wrong is said at once, above and at the field, and typed text stays', async () => {
    const page = await signedIn(house, browser, 'school')
    await page.goto('/werk/signaal/')
    await page.getByLabel('Wat is er gezien?').fill('Burgerservicenummer 111222333')
    await page.getByRole('button', { name: 'Versturen' }).click()
    const summary = page.getByRole('alert').filter({ hasText: 'dingen niet goed' })
    await summary.waitFor()
    expect(await focused(page)).toMatch(/^Er zijn nog \d+ dingen niet goed$/)
    expect(await page.title()).toMatch(/^Fout: /)
    expect(await summary.getByRole('link').allInnerTexts()).toEqual([
      'Waar kwam het op? Maak een keuze.',
      'Om wie gaat het? Maak een keuze.',
      'Is het gezin betrokken? Maak een keuze.',
      'Thema: Maak een keuze.',
      'Wat is er gezien? Hier staat een burgerservicenummer. Haal het weg: dat nummer bewaren wij nooit.',
      'Hoe ingewikkeld is het? Maak een keuze.',
      'Spoed: Maak een keuze.',
      'Grondslag: Maak een keuze.',
      'Artikel: Vul dit in.',
      'Doel: Vul dit in.',
      'Waarom is het nodig? Vul dit in.',
      'Ontvangend team: Maak een keuze.',
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
    await fillSignal(page)
    await page.getByRole('radio', { name: 'Acuut' }).check()
    const panel = page.getByRole('alert').filter({ hasText: 'Bel eerst' })
    expect(await panel.getByRole('link').allInnerTexts()).toEqual(expect.arrayContaining(['112', '0800 2000']))
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByRole('link', { name: /^Eerst bellen/ }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByLabel('Ik heb gebeld').check()
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByRole('heading', { name: 'Uw signaal is verzonden' }).waitFor()
    await page.context().close()
  })

  test('about a group nobody asks for a person', async () => {
    const page = await signedIn(house, browser, 'school')
    await page.goto('/werk/signaal/')
    await page.getByLabel('Een groep').check()
    expect(await page.getByLabel(/^Naam/).count()).toBe(0)
    expect(await page.getByLabel('Geen persoonsgegevens').isChecked()).toBe(true)
    await page.context().close()
  })

  test('a draft is kept on the server after a pause, found again, and thrown away only when asked twice', async () => {
    const page = await signedIn(house, browser, 'school')
    await fillSignal(page)
    await page.getByText('Concept bewaard om').waitFor({ timeout: 15_000 })
    expect(page.url()).toMatch(/#[0-9a-f-]{36}\/[0-9a-f-]{36}$/)
    await page.reload()
    await page.getByLabel('Wat is er gezien?').waitFor()
    expect(await page.getByLabel('Wat is er gezien?').inputValue()).toBe('Komt zonder ontbijt op school.')
    await page.getByRole('button', { name: 'Concept weggooien' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Weggooien' }).click()
    await page.waitForURL(`${house.url}/werk/`)
    const { items } = await api<WorkView>(page, 'GET', '/work')
    expect(items.filter(({ status }) => status === 'draft')).toEqual([])
    await page.context().close()
  })

  test('a session that ends while somebody types is renewed in place, and the signal still goes out', async () => {
    const page = await signedIn(house, browser, 'school')
    await fillSignal(page)
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Versturen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Log opnieuw in' })
    await dialog.waitFor()
    expect(await axeFaults(page)).toEqual([])
    await signIn(page, house, 'school')
    await page.getByRole('heading', { name: 'Uw signaal is verzonden' }).waitFor()
    await page.context().close()
  })
})

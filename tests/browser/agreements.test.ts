/** Agreements in a real browser: one team lead proposes, the other agrees, and whoever offers a transfer reads it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { axeFaults } from '../cases/visit.ts'
import { api, goWay, sentSignal, signedIn } from './work.ts'

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

const sized = (width: number) => ({ viewport: { width, height: 800 } })
const check = async (page: Page, what: string) => {
  expect(await axeFaults(page), what).toEqual([])
  const [wide, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(wide, what).toBeLessThanOrEqual(width ?? 0)
}

describe.each([1280, 360])('at %i px', (width) => {
  test('an agreement is proposed, agreed, read at the offer, and ended', async () => {
    const ours = await signedIn(house, browser, 'teamleider', sized(width))
    await goWay(ours, 'Afspraken')
    await ours.getByRole('link', { name: 'Afspraak voorstellen' }).click()
    await ours.getByLabel('Met wie?').selectOption({ label: 'Schuldhulp Lindeveen' })
    await ours.getByRole('button', { name: 'Voorstel versturen' }).click()
    await ours.getByRole('heading', { name: /dingen niet goed/ }).waitFor()
    await check(ours, 'refused')
    await ours.getByLabel('Waarvoor?').fill('Hulp bij schulden')
    await ours.getByLabel('Voor wie?').fill('Inwoners van 18 jaar en ouder')
    await ours.getByLabel('Wat is nodig?').fill('Een overzicht van de brieven')
    await ours.getByLabel('Hoe bereikt u elkaar?').fill('Bel de aanmelding tussen 9 en 12 uur')
    await ours.getByLabel('Antwoord binnen hoeveel werkdagen?').fill('2')
    await ours.getByLabel('Eerste dag').fill('2026-11-23')
    await ours.getByRole('button', { name: 'Voorstel versturen' }).click()
    await ours.getByText('Dit is een voorstel.').waitFor()
    expect(await ours.getByRole('button', { name: 'Akkoord geven' }).count(), 'not by who proposed it').toBe(0)
    await check(ours, 'proposed')
    const address = new URL(ours.url())

    const theirs = await signedIn(house, browser, 'schuldhulpLeider', sized(width))
    await theirs.goto('/werk/afspraken/')
    await theirs.getByText('wacht op u').waitFor()
    await check(theirs, 'list')
    await theirs.locator(`a[href$="${address.hash}"]`).click()
    await theirs.getByRole('button', { name: 'Akkoord geven' }).click()
    await theirs.getByText('Deze afspraak geldt nu.').waitFor()
    await check(theirs, 'agreed')

    const school = await signedIn(house, browser, 'school')
    const { matterId, signalId } = await sentSignal(school, 'Lindeveen-Noord')
    const worker = await signedIn(house, browser, 'teamNoord', sized(width))
    await api(worker, 'POST', `/signals/${signalId}/take`)
    await worker.goto(`/werk/overdracht/#${matterId}/${signalId}`)
    await worker.getByLabel('Team, organisatie of aanbod').fill('Aanmelding Schuldhulp')
    const desk = worker.locator('.vd-desk', { hasText: 'Aanmelding Schuldhulp' })
    expect(await desk.innerText()).toContain('Afgesproken: antwoord binnen 2 werkdagen.')
    await desk.getByRole('radio').click()
    await worker.locator('.vd-chosen-desk', { hasText: 'Afgesproken: antwoord binnen 2 werkdagen.' }).waitFor()
    await check(worker, 'offer')

    await theirs.getByRole('button', { name: 'Stoppen' }).click()
    await theirs.getByLabel('Waarom stopt de afspraak?').fill('Wij maken een nieuwe afspraak.')
    await check(theirs, 'ending')
    await theirs.getByRole('button', { name: 'Afspraak stoppen' }).click()
    await theirs.getByText('De afspraak is gestopt.').waitFor()
    await theirs.getByRole('link', { name: 'Nieuwe versie voorstellen' }).click()
    expect(await theirs.getByLabel('Waarvoor?').inputValue()).toBe('Hulp bij schulden')
    await check(theirs, 'next version')
    for (const page of [ours, theirs, school, worker]) await page.context().close()
  })
})

describe.each([1280, 360])('of a kind, at %i px', (width) => {
  test('the municipality proposes for all schools of a kind, who is named agrees, and each school reads it at the choice', async () => {
    const town = await signedIn(house, browser, 'beheer', sized(width))
    await goWay(town, 'Afspraken')
    await town.getByRole('link', { name: 'Welke organisatie is wat voor soort?' }).click()
    await town.getByLabel('Lindeveen College').selectOption({ label: 'mbo-school' })
    await town.getByText('Lindeveen College: bewaard.').waitFor({ state: 'attached' })
    await town.getByText('Bewaard.', { exact: true }).waitFor()
    await check(town, 'kinds')
    await town.getByRole('link', { name: 'Naar alle afspraken' }).click()
    await town.getByRole('link', { name: 'Afspraak voorstellen' }).click()
    await town.getByLabel('Namens wie?').selectOption({ label: 'Alle mbo-scholen' })
    await town.getByLabel('Alle mbo-scholen verwijzen naar hen').check()
    await town.getByLabel('Met wie?').selectOption({ label: 'Opvoedhulp Veenrand' })
    await town.getByLabel('Waarvoor?').fill('Ouders van leerlingen snel helpen')
    await town.getByLabel('Voor wie?').fill('Leerlingen tot 18 jaar')
    await town.getByLabel('Wat is nodig?').fill('Wat ouders zelf vragen')
    await town.getByLabel('Hoe bereikt u elkaar?').fill('Via Voordeur')
    await town.getByLabel('Antwoord binnen hoeveel werkdagen?').fill('1')
    await town.getByLabel('Eerste dag').fill('2026-11-23')
    await check(town, 'proposal')
    await town.getByRole('button', { name: 'Voorstel versturen' }).click()
    await town.getByRole('heading', { name: 'Van alle mbo-scholen naar Opvoedhulp Veenrand' }).waitFor()
    expect(await town.getByRole('button', { name: 'Akkoord geven' }).count(), 'not by who proposed it').toBe(0)
    await check(town, 'proposed')
    const { hash } = new URL(town.url())
    await town.getByRole('link', { name: 'Naar alle afspraken' }).click()
    await town.getByRole('heading', { name: 'Voor alle organisaties van een soort' }).waitFor()
    await check(town, 'list of the municipality')

    const theirs = await signedIn(house, browser, 'opvoedhulpLeider', sized(width))
    await theirs.goto(`/werk/afspraken/${hash}`)
    await theirs.getByRole('button', { name: 'Akkoord geven' }).click()
    await theirs.getByText('Deze afspraak geldt nu').waitFor()

    const school = await signedIn(house, browser, 'college', sized(width))
    await school.goto(`/werk/afspraken/${hash}`)
    await school.getByText('De afspraak is dus ook voor uw organisatie.').waitFor()
    await check(school, 'read by one of the kind')
    await school.goto('/werk/signaal/')
    await school.getByLabel('Thema', { exact: true }).selectOption({ label: 'Opgroeien en opvoeden' })
    const desk = school.locator('.vd-desk', { hasText: 'Opvoedhulp Veenrand' })
    await desk.getByText('Er is een afspraak met dit team voor alle mbo-scholen').waitFor()
    await desk.getByText('Afgesproken: antwoord binnen 1 werkdag.').waitFor()
    await check(school, 'chosen')

    await api(town, 'POST', `/agreements/${hash.slice(1)}/end`, { reason: 'Klaar met proberen' })
    for (const page of [town, theirs, school]) await page.context().close()
  })
})

test('a worker reads agreements and makes none', async () => {
  const page = await signedIn(house, browser, 'teamNoord')
  await page.goto('/werk/afspraken/')
  await page.getByRole('heading', { name: 'Schuldhulp Lindeveen' }).waitFor()
  expect(await page.getByRole('link', { name: 'Afspraak voorstellen' }).count()).toBe(0)
  await page.context().close()
})

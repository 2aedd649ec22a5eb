/** Thinking along, in a real browser: a school asks, a consultant answers, the school closes. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { axeFaults } from '../cases/visit.ts'
import { signedIn } from './work.ts'

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

describe.each([1280, 360])('at %i px', (width) => {
  test('a question is refused with what was found in it, asked, answered and closed', async () => {
    const question = `Een leerling van 14 jaar slaapt slecht. Wat kan er zonder indicatie, ${width}?`
    const school = await signedIn(house, browser, 'school', sized(width))
    const check = async (page: typeof school, what: string) => {
      expect(await axeFaults(page), what).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(width)
    }

    await school.getByRole('link', { name: 'Sparren' }).click()
    await school.getByRole('heading', { name: /^Wacht op u/ }).waitFor()
    await school.getByRole('link', { name: 'Vraag stellen' }).click()
    const text = school.getByLabel('Uw vraag')
    await text.fill(`${question} Bel de moeder op 06-12345678, zij is geboren op 3-4-1988.`)
    await school.getByRole('button', { name: 'Vraag versturen' }).click()
    await school.getByText('Gevonden in uw tekst: een telefoonnummer en een geboortedatum.').waitFor()
    expect(await text.inputValue(), 'what was typed stays').toContain('06-12345678')
    await check(school, 'refused')

    await text.fill(question)
    await school.getByLabel('Waar gaat het over?').selectOption('opgroeien-en-opvoeden')
    await school.getByRole('button', { name: 'Vraag versturen' }).click()
    await school.getByText('De consulent heeft nog niet geantwoord.').waitFor()
    await check(school, 'asked')
    const address = new URL(school.url())

    const consultant = await signedIn(house, browser, 'loket', sized(width))
    await consultant.goto('/werk/sparren/')
    await consultant.locator(`a[href$="${address.hash}"]`).click()
    await consultant.getByText(question).waitFor()
    await consultant.getByLabel('Uw antwoord').fill('Begin bij de jeugdverpleegkundige.')
    await check(consultant, 'answering')
    await consultant.getByRole('button', { name: 'Antwoord versturen' }).click()
    await consultant.getByText('Uw antwoord is verstuurd.').waitFor()
    await consultant.context().close()

    await school.goto('/werk/')
    await school.getByRole('link', { name: /^Sparren \d+ wacht(en)? op u/ }).click()
    const waiting = school.getByRole('region', { name: /^Wacht op u \(\d+\)/ })
    await waiting.locator(`a[href$="${address.hash}"]`).click()
    await school.getByText('Begin bij de jeugdverpleegkundige.').waitFor()
    await school.getByLabel('Oplossen zonder indicatie').check()
    await check(school, 'closing')
    await school.getByRole('button', { name: 'Vraag afsluiten' }).click()
    await school.getByText('De vraag is afgesloten.').waitFor()
    await school.goto('/werk/sparren/')
    await school
      .getByRole('region', { name: /^Afgesloten/ })
      .locator(`a[href$="${address.hash}"]`)
      .waitFor()
    await check(school, 'list')
    await school.context().close()
  })
})

test('who is no party finds nothing at its address', async () => {
  const page = await signedIn(house, browser, 'welzijn')
  await page.goto(`/werk/sparren/#${crypto.randomUUID()}`)
  const alert = page.getByRole('alert')
  await alert.waitFor()
  expect(await alert.innerText()).toContain('Deze vraag bestaat niet, of is niet van of aan uw organisatie.')
  await page.context().close()
})

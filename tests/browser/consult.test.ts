/** Thinking along, in a real browser: a school asks, a consultant answers, the school closes. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { axeFaults } from '../cases/visit.ts'
import { pointer } from './hands.ts'
import { counted } from './story-measures.ts'
import { goWay, signedIn } from './work.ts'

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

    await goWay(school, 'Sparren')
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
    await goWay(school, /^Sparren \d+ wacht(en)? op u/)
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

test('an answer becomes guidance for everybody, after a second consultant read it', async () => {
  const { hand, report } = counted(pointer)
  const asked = 'Een leerling komt vaak zonder eten. Wat kan er zonder indicatie?'
  const school = await signedIn(house, browser, 'school', sized(1280))
  await hand.press(school.getByRole('link', { name: /^Sparren/ }))
  await hand.press(school.getByRole('link', { name: 'Vraag stellen' }))
  await hand.pick(school.getByLabel('Waar gaat het over?'), 'Geld en schulden')
  await hand.type(school.getByLabel('Uw vraag'), asked)
  await hand.press(school.getByRole('button', { name: 'Vraag versturen' }))
  await school.getByText('De consulent heeft nog niet geantwoord.').waitFor()
  const { hash } = new URL(school.url())

  const consultant = await signedIn(house, browser, 'loket', sized(1280))
  await hand.press(consultant.getByRole('link', { name: /^Sparren/ }))
  await hand.press(consultant.locator(`a[href$="${hash}"]`))
  await hand.type(consultant.getByLabel('Uw antwoord'), 'De voedselbank geeft ook via school een pakket.')
  await hand.press(consultant.getByRole('button', { name: 'Antwoord versturen' }))
  await consultant.getByText('Uw antwoord is verstuurd.').waitFor()
  await hand.press(consultant.getByRole('button', { name: 'Er een advies voor iedereen van maken' }))
  const form = consultant.getByRole('form', { name: 'Advies' })
  // What names somebody does not become guidance, and what was typed stays.
  await hand.type(
    form.getByLabel('Het advies'),
    'Bel de voedselbank: 06-12345678. Die geeft ook via school een pakket.',
  )
  await hand.press(form.getByRole('button', { name: 'Voorleggen aan een collega' }))
  await form.getByText('Gevonden in uw tekst: een telefoonnummer.').waitFor()
  await hand.type(form.getByLabel('Het advies'), 'De voedselbank geeft ook via school een pakket.')
  await hand.press(form.getByRole('button', { name: 'Voorleggen aan een collega' }))
  await consultant.getByText('Het advies wacht op een tweede consulent.').waitFor()
  // Who wrote it does not check it, and nobody else reads it yet.
  await consultant.goto('/werk/sparren/adviezen/')
  await consultant.getByText('Een andere consulent van uw organisatie kijkt het na.').waitFor()
  expect(await consultant.getByRole('button', { name: /^Klopt/ }).count()).toBe(0)
  await school.goto('/werk/sparren/adviezen/')
  await school.getByText('0 adviezen').waitFor()

  const second = await signedIn(house, browser, 'consulent', sized(1280))
  await hand.press(second.getByRole('link', { name: /^Berichten/ }))
  await hand.press(second.getByRole('link', { name: 'Er is een advies om na te kijken' }))
  await hand.press(second.getByRole('button', { name: /^Klopt, mag iedereen lezen/ }))
  await second.getByText('Het advies is te lezen voor iedereen.').waitFor()

  await school.goto('/werk/sparren/vragen/')
  await hand.pick(school.getByLabel('Waar gaat het over?'), 'Geld en schulden')
  const known = school.getByRole('region', { name: 'Staat het antwoord er al?' })
  await hand.press(known.getByText(asked))
  await known.getByText('De voedselbank geeft ook via school een pakket.').waitFor()
  expect(await axeFaults(school)).toEqual([])
  expect(report('A question, its answer, and guidance a second person checked')).toEqual([])
  for (const page of [school, consultant, second]) await page.context().close()
})

test('who is no party finds nothing at its address', async () => {
  const page = await signedIn(house, browser, 'welzijn')
  await page.goto(`/werk/sparren/#${crypto.randomUUID()}`)
  const alert = page.getByRole('alert')
  await alert.waitFor()
  expect(await alert.innerText()).toContain('Deze vraag bestaat niet, of is niet van of aan uw organisatie.')
  await page.context().close()
})

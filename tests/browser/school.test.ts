/** A school support team, in a real browser: the year planned, a meeting with three signals, and what came of them. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SentView } from '../../api/signals/schema.ts'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { type Hand, pointer } from './hands.ts'
import { counted, inSight, picture } from './story-measures.ts'
import { api, signedIn } from './work.ts'

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

const desk = { viewport: { width: 1280, height: 800 } }
/** What a person needs for one action: to read, decide and move. Three signals must fit in five minutes. */
const SECONDS_PER_ACTION = 8

async function planYear(page: Page, hand: Hand) {
  await page.goto('/werk/school/')
  await hand.press(page.getByRole('button', { name: 'Overleggen plannen' }))
  const form = page.getByRole('form', { name: 'Overleggen plannen' })
  await hand.when(form.getByLabel('Eerste dag'), '2026-11-24')
  await hand.when(form.getByLabel('Tot en met'), '2027-02-20')
  await hand.pick(form.getByLabel(/^Jeugdverpleegkundige/), 'Jeugdverpleging, Jeugdgezondheidszorg Lindeveen')
  await picture(page, 'school-plan', true)
  await hand.press(form.getByRole('button', { name: 'Plannen', exact: true }))
  await page.getByText('3 overleggen zijn gepland.').waitFor()
}

async function write(page: Page, hand: Hand, name: string, theme: string) {
  const form = page.getByRole('form', { name: 'Signaal' })
  const bar = form.getByRole('button', { name: 'Bewaren en volgende' })
  await inSight(page, `an empty signal for ${name}`, bar)
  await hand.type(form.getByLabel('Naam', { exact: true }), name)
  await hand.pick(form.getByLabel('Thema'), theme)
  await hand.type(form.getByLabel('Wat is er gezien?'), 'Komt de laatste weken vaak te laat en is moe.')
  await hand.tick(form.getByRole('radio', { name: 'Gewoon' }))
  await hand.pick(form.getByLabel(/^Wat weet of vindt het gezin ervan/), 'Weet ervan')
  await hand.tick(form.getByRole('radio', { name: 'Nee, of dat weet ik niet' }))
  await hand.type(form.getByLabel('Waarom moet de ontvanger dit weten?'), 'Het team kan thuis kijken wat er speelt.')
  await inSight(page, `the whole signal about ${name}`, bar)
}

describe('a school support team', () => {
  test('plans its year, records three signals in one sitting, sends them and closes the meeting', async () => {
    const page = await signedIn(house, browser, 'school', desk)
    const planning = counted(pointer)
    await planYear(page, planning.hand)
    expect(await axeFaults(page)).toEqual([])
    await picture(page, 'school-page', true)

    const { hand, count, report } = counted(pointer)
    await hand.press(page.getByRole('link', { name: 'Overleg beginnen', exact: true }))
    await page.getByRole('heading', { level: 1, name: /^Overleg/ }).waitFor()
    const children = [
      ['Leerling K, groep 3', 'Opgroeien en opvoeden'],
      ['Leerling L, groep 5', 'Geld en schulden'],
      ['Leerling M, groep 8', 'Opgroeien en opvoeden'],
    ] as const
    for (const [name, theme] of children) {
      await write(page, hand, name, theme)
      if (name === children[0][0]) {
        await picture(page, 'meeting-one')
        expect(await axeFaults(page)).toEqual([])
      }
      if (name !== children[2][0]) {
        await hand.press(page.getByRole('button', { name: 'Bewaren en volgende' }))
        await page.getByRole('button', { name: new RegExp(`^${name}`) }).waitFor()
      }
    }
    await hand.press(page.getByRole('button', { name: 'Nakijken en versturen' }))
    await page.getByRole('heading', { name: 'Nakijken en versturen' }).waitFor()
    const sendAll = page.getByRole('button', { name: '3 signalen versturen' })
    await inSight(page, 'looking over', sendAll)
    await picture(page, 'meeting-look', true)
    expect(await axeFaults(page)).toEqual([])
    await hand.press(sendAll)
    await page.getByText('3 signalen zijn verstuurd.').waitFor()
    await hand.press(page.getByRole('button', { name: 'Overleg afsluiten' }))
    // The nurse could not be there.
    await hand.tick(page.getByRole('checkbox', { name: 'Jeugdverpleegkundige' }))
    await hand.type(page.getByLabel(/^Verslag/), 'Wij spreken in januari over slaap.')
    await picture(page, 'meeting-close')
    await hand.press(page.getByRole('button', { name: 'Overleg afsluiten' }))
    await page.getByText('Dit overleg is afgesloten.').waitFor()
    expect(planning.report('A school plans its year')).toEqual([])
    expect(report('A school meeting with three signals')).toEqual([])
    expect(count() * SECONDS_PER_ACTION).toBeLessThanOrEqual(300)

    await page.getByRole('link', { name: 'Naar het schoolteam' }).click()
    const sent = page.getByRole('region', { name: 'Uw signalen, en wat ervan kwam' })
    for (const [name] of children) await sent.getByRole('link', { name: new RegExp(name) }).waitFor()
    await picture(page, 'school-after', true)
    await page.context().close()
  })

  test('the nurse who was not there reads the report, without a person in it', async () => {
    const page = await signedIn(house, browser, 'jeugdgezondheid', desk)
    await page.getByRole('link', { name: 'Schooloverleg' }).click()
    const report = page.getByRole('article', { name: /^Overleg van/ })
    await report.getByText('Wij spreken in januari over slaap.').waitFor()
    const text = await report.innerText()
    expect(text).toContain('3 signalen')
    expect(text).not.toMatch(/Leerling|te laat/)
    expect(await axeFaults(page)).toEqual([])
    await picture(page, 'guest-report', true)
    await page.context().close()
  })

  test('a planned meeting is moved, with somebody else at it, and who joins reads so', async () => {
    const { hand, report } = counted(pointer)
    const page = await signedIn(house, browser, 'school', desk)
    await page.goto('/werk/school/')
    await hand.press(page.getByRole('button', { name: /^Wijzigen/ }).first())
    const form = page.getByRole('form', { name: 'Overleg wijzigen' })
    const day = form.getByLabel('Dag')
    // A day that has passed is refused, and what was typed stays.
    await hand.when(day, '2026-11-20')
    await hand.when(form.getByLabel('Tijd'), '14:00')
    await hand.press(form.getByRole('button', { name: 'Wijzigen' }))
    await form.getByRole('alert').waitFor()
    expect([await day.inputValue(), await form.getByLabel('Tijd').inputValue()]).toEqual(['2026-11-20', '14:00'])
    await hand.when(day, '2027-01-06')
    await hand.pick(form.getByLabel(/^Consulent/), 'Gemeenteloket Lindeveen, Gemeente Lindeveen (voorbeeld)')
    await picture(page, 'school-change')
    expect(await axeFaults(page)).toEqual([])
    await hand.press(form.getByRole('button', { name: 'Wijzigen' }))
    await page.getByText('Het overleg is gewijzigd.').waitFor()
    await page.getByText('woensdag 6 januari 2027, 14.00 uur').first().waitFor()
    expect(report('A planned meeting is moved')).toEqual([])
    await page.context().close()

    const guest = await signedIn(house, browser, 'loket', desk)
    await guest.goto('/werk/berichten/')
    await guest.getByRole('link', { name: 'Een overleg van een school is veranderd' }).first().click()
    await guest.getByText('woensdag 6 januari 2027, 14.00 uur').waitFor()
    await guest.context().close()
  })

  test('a question of the team stands on top of the school’s page until it is answered', async () => {
    const school = await signedIn(house, browser, 'school', { viewport: { width: 360, height: 740 } })
    const { items } = await api<SentView>(school, 'GET', '/signals/sent')
    const signal = items.find(({ to }) => to.desk?.name === 'Team Lindeveen-Noord')
    if (!signal) throw new Error('Nothing was sent to Team Noord')
    const team = await signedIn(house, browser, 'teamNoord')
    await api(team, 'POST', `/signals/${signal.id}/take`)
    await api(team, 'POST', `/signals/${signal.id}/ask`, { question: 'Sinds wanneer is dat zo?' })
    await team.context().close()

    await school.goto('/werk/school/')
    const asked = school.getByRole('region', { name: 'Vragen aan u (1)' })
    await asked.getByText('Sinds wanneer is dat zo?').waitFor()
    expect(await school.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await axeFaults(school)).toEqual([])
    await picture(school, 'school-phone', true)
    await asked.getByRole('link', { name: /^Beantwoorden/ }).click()
    await school.getByRole('button', { name: 'Beantwoorden' }).waitFor()
    await school.context().close()
  })

  test('a meeting is written with the keyboard alone: Ctrl + Enter keeps one and begins the next', async () => {
    const page = await signedIn(house, browser, 'school', desk)
    await page.goto('/werk/school/')
    await page
      .getByRole('link', { name: /^Overleg beginnen|^Dit overleg beginnen/ })
      .first()
      .click()
    await page.getByLabel('Naam', { exact: true }).waitFor()
    await page.keyboard.type('Leerling Een')
    await page.keyboard.press('Control+Enter')
    // The next one is there at once: nobody who types on loses a letter.
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.value === '')
    await page.keyboard.type('Leerling Twee')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: /^Leerling Twee/ }).waitFor()
    await page.getByRole('button', { name: /^Leerling Een/ }).click()
    await page.waitForFunction(
      () => (document.getElementById('naam') as HTMLInputElement | null)?.value === 'Leerling Een',
    )
    await page.reload()
    const written = page.getByRole('navigation', { name: 'Signalen in dit overleg' }).getByRole('listitem')
    await page.getByRole('button', { name: /^Leerling Twee/ }).waitFor()
    expect(await written.allInnerTexts()).toEqual([
      expect.stringContaining('Leerling Een'),
      expect.stringContaining('Leerling Twee'),
      expect.stringContaining('Nieuw signaal'),
    ])
    await page.context().close()
  })
})

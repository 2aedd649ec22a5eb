/** A warm transfer on its way, in a real browser: the talk is moved, and what is proposed after no pushes nothing aside. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DesksView } from '../../api/desks/schema.ts'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { api, signedIn } from './work.ts'

let house: House
let browser: Browser
let team: Page

beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
  team = await signedIn(house, browser, 'teamNoord')
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** Offered by the team to the desk for debts. */
async function offered(): Promise<{ id: string; matterId: string }> {
  const { desks } = await api<DesksView>(team, 'GET', '/desks')
  const draft = await api<{ id: string; matterId: string }>(team, 'POST', '/transfers', {
    matter: {
      subject: 'household',
      theme: 'geld-en-schulden',
      place: null,
      person: { name: 'Gezin aan de Beukenlaan' },
      involvement: 'agrees',
    },
    basis: { ground: 'task_wgs', article: 'Wgs 3', purpose: 'Schuldhulp', necessity: 'Anders kan het niet.' },
    receiverDesk: desks.find(({ name }) => name === 'Aanmelding Schuldhulp')?.id,
    urgency: 'normal',
    request: 'Overzicht van de schulden',
  })
  await api(team, 'POST', `/transfers/${draft.id}/offer`)
  return draft
}

describe.each([1280, 360])('at %i px', (width) => {
  const sized = { viewport: { width, height: 800 } }

  test('a planned talk is moved by one, and the other sees when it is now', async () => {
    const { id, matterId } = await offered()
    const debts = await signedIn(house, browser, 'schuldhulp', sized)
    await api(debts, 'POST', `/transfers/${id}/accept`)
    await api(debts, 'POST', `/transfers/${id}/plan-contact`, { on: '2026-11-25T13:30:00Z', how: 'office' })
    await debts.goto(`/werk/hulpvraag/#${matterId}`)
    await debts.getByRole('button', { name: 'Gesprek verzetten' }).click()
    expect(await debts.getByRole('button', { name: 'Gesprek plannen' }).count()).toBe(0)
    const form = debts.getByRole('form', { name: 'Gesprek verzetten' })
    await form.getByText('Laat ook de inwoner weten dat het anders wordt.').waitFor()
    // What stood there is what one changes.
    expect(await form.getByLabel('Wanneer is het gesprek?').inputValue()).toBe('2026-11-25')
    expect(await form.getByLabel('Hoe laat?').inputValue()).toBe('14:30')
    expect(await form.getByLabel('Op kantoor').isChecked()).toBe(true)
    expect(await axeFaults(debts)).toEqual([])

    await form.getByLabel('Wanneer is het gesprek?').fill('2026-11-20')
    await form.getByLabel('Hoe laat?').fill('10:15')
    await form.getByRole('button', { name: 'Gesprek verzetten' }).click()
    await form
      .getByText(/al geweest|voorbij/)
      .first()
      .waitFor()
    expect(await form.getByLabel('Hoe laat?').inputValue(), 'what was typed stays').toBe('10:15')
    await form.getByLabel('Wanneer is het gesprek?').fill('2026-11-26')
    await form.getByRole('button', { name: 'Gesprek verzetten' }).click()
    await debts.getByText('Het gesprek is verzet. De ander ziet het ook.').waitFor()
    await debts
      .locator('.vd-contact')
      .getByText(/26 nov.*10[:.]15/)
      .waitFor()

    await team.goto(`/werk/hulpvraag/#${matterId}`)
    await team
      .locator('.vd-contact')
      .getByText(/26 nov.*10[:.]15/)
      .waitFor()
    expect(await team.locator('.vd-contact').innerText()).toContain('op kantoor')
    const file = await team.evaluate(async (at) => (await fetch(at)).text(), `/api/v1/transfers/${id}/contact.ics`)
    expect(file).toContain('20261126T')
    expect(file).not.toContain('20261125T')
    await debts.context().close()
  })

  test('after no the next teams are there at once: nothing below moves, however late they come', async () => {
    const { id, matterId } = await offered()
    const debts = await signedIn(house, browser, 'schuldhulp')
    await api(debts, 'POST', `/transfers/${id}/decline`, { reason: 'no_capacity' })
    await debts.context().close()
    const page = await signedIn(house, browser, 'teamNoordWerker', sized)
    await page.route('**/api/v1/desks', async (route) => {
      await pause(700)
      await route.continue()
    })
    await page.goto(`/werk/hulpvraag/#${matterId}`)
    const below = page.getByRole('region', { name: 'Volgende stap' }).getByRole('button').first()
    await below.waitFor()
    const places = new Set<number>()
    for (let looked = 0; looked < 30; looked += 1) {
      places.add(Math.round((await below.boundingBox())?.y ?? 0))
      await pause(50)
    }
    expect(await page.getByRole('heading', { name: 'Wie kan het nu?' }).isVisible()).toBe(true)
    expect([...places]).toHaveLength(1)
    await page.context().close()
  })
})

/** Working in one matter, in a real browser: who sees what, conflict, the keyboard. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MatterView } from '../../api/matters/schema.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { settled } from '../cases/settled.ts'
import { axeFaults } from '../cases/visit.ts'
import { api, sentSignal, signedIn } from './work.ts'

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

describe('one matter', () => {
  test('before taking a desk does not see who it is; after it does, and how to call safely', async () => {
    const school = await signedIn(house, browser, 'school')
    const { matterId } = await sentSignal(school, 'Lindeveen-Noord')
    const page = await signedIn(house, browser, 'teamNoord')
    await page.goto(`/werk/hulpvraag/#${matterId}`)
    await page.getByRole('button', { name: 'Oppakken' }).waitFor()
    expect(await page.getByText('Gezin aan de Beukenlaan').count()).toBe(0)
    await page.getByRole('button', { name: 'Oppakken' }).click()
    await page.getByText('Gezin aan de Beukenlaan').waitFor()
    await expect.poll(() => focused(page)).toContain('U hebt het signaal opgepakt')
    expect(await page.getByText('Hier mag u bellen').isVisible()).toBe(true)
    expect(await page.getByText('Spreek geen voicemail in en stuur geen bericht.', { exact: true }).isVisible()).toBe(
      true,
    )
    await page.context().close()
    await school.context().close()
  })

  test('only the buttons the API says are open are there', async () => {
    const school = await signedIn(house, browser, 'school')
    const { matterId } = await sentSignal(school, 'Lindeveen-Noord')
    await school.goto(`/werk/hulpvraag/#${matterId}`)
    await school.getByRole('button', { name: 'Intrekken' }).waitFor()
    const { signals } = await api<MatterView>(school, 'GET', `/matters/${matterId}`)
    expect(signals[0]?.commands).toEqual(['withdraw'])
    const buttons = await school.locator('.vd-piece').first().getByRole('button').allInnerTexts()
    expect(buttons).toEqual(['Intrekken'])
    await school.context().close()
  })

  test('when somebody else was first it says so, shows how it is now, and keeps what was typed', async () => {
    const school = await signedIn(house, browser, 'school')
    const { matterId, signalId } = await sentSignal(school, 'Lindeveen-Noord')
    const page = await signedIn(house, browser, 'teamNoord')
    const colleague = await signedIn(house, browser, 'teamNoordWerker')
    await page.goto(`/werk/hulpvraag/#${matterId}`)
    await page.getByRole('button', { name: 'Terugsturen' }).click()
    await page.getByLabel('Geen plek').check()
    await page.getByLabel(/Waar kan de verzender beter terecht/).fill('Bij Team Zuid is plek.')
    await api(colleague, 'POST', `/signals/${signalId}/take`)
    await page.locator('form').getByRole('button', { name: 'Terugsturen' }).click()
    await page.getByText('Iemand anders heeft dit net veranderd').waitFor()
    await page.getByText('in behandeling').waitFor()
    expect(await page.getByLabel(/Waar kan de verzender beter terecht/).inputValue()).toBe('Bij Team Zuid is plek.')
    for (const each of [page, colleague, school]) await each.context().close()
  })

  test('a desk takes, asks and concludes with the keyboard alone', async () => {
    const school = await signedIn(house, browser, 'school')
    const { matterId } = await sentSignal(school, 'Lindeveen-Noord')
    const page = await signedIn(house, browser, 'teamNoord')
    await page.goto(`/werk/hulpvraag/#${matterId}`)
    await page.getByRole('button', { name: 'Oppakken' }).waitFor()
    await tabTo(page, 'Oppakken')
    await page.keyboard.press('Enter')
    await page.getByText('U hebt het signaal opgepakt').waitFor()
    await tabTo(page, 'Vraag stellen')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page), { timeout: 10_000 }).toBe('Vraag stellen')
    await tabTo(page, 'Afronden', true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Wij hebben het gezin gesproken.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await tabTo(page, 'Afronden')
    await page.keyboard.press('Enter')
    await page.getByText('Het signaal is afgerond. De verzender leest uw terugkoppeling.').waitFor()
    await school.goto(`/werk/hulpvraag/#${matterId}`)
    await school
      .getByRole('region', { name: 'Wat u terughoort' })
      .getByText('Wij hebben het gezin gesproken.')
      .waitFor()
    await page.context().close()
    await school.context().close()
  })

  test('one that is not ours looks like one that does not exist', async () => {
    const school = await signedIn(house, browser, 'school')
    const { matterId } = await sentSignal(school, 'Lindeveen-Noord')
    const stranger = await signedIn(house, browser, 'ggz')
    const shown: string[] = []
    for (const id of [matterId, '00000000-0000-4000-8000-000000000000']) {
      await stranger.goto('/werk/')
      await stranger.goto(`/werk/hulpvraag/#${id}`)
      await stranger.getByRole('heading', { name: 'Deze hulpvraag is er niet voor u' }).waitFor()
      shown.push(await stranger.getByRole('main').innerText())
    }
    expect(shown[0]).toBe(shown[1])
    await stranger.context().close()
    await school.context().close()
  })
})

/** Presses Tab until the button of this name has the keyboard. */
async function tabTo(page: Page, name: string, backwards = false): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
    const at = await page.evaluate(() => {
      const { activeElement } = document
      return activeElement?.matches('a, button') ? activeElement.textContent?.trim() : ''
    })
    if (at === name) return
  }
  throw new Error(`The keyboard does not reach "${name}"`)
}

describe.each([360, 1280])('at %i px', (width) => {
  test('the signal form, one matter with a form open, the offer and the card break no rule', async () => {
    const school = await signedIn(house, browser, 'school')
    const { matterId, signalId } = await sentSignal(school, 'Lindeveen-Noord')
    await school.context().close()
    const page = await signedIn(house, browser, 'teamNoord', { viewport: { width, height: 800 } })
    await api(page, 'POST', `/signals/${signalId}/take`)
    const fits = async (what: string) => {
      expect(await axeFaults(page), what).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(width)
    }

    await settled(page, () => page.goto('/werk/signaal/'))
    await page.getByLabel('Een huishouden').check()
    await fits('signal')
    await page.goto(`/werk/hulpvraag/#${matterId}`)
    await page.getByRole('button', { name: 'Afronden' }).click()
    await page.getByLabel('Er komt nog een stap').check()
    await fits('matter')
    await settled(page, () => page.goto(`/werk/overdracht/#${matterId}/${signalId}`))
    await page.getByLabel('Nee, zonder gesprek').check()
    await fits('offer')
    await page.goto(`/werk/kaart/#${matterId}`)
    await page.getByRole('button', { name: 'Kaart met code maken' }).click()
    await page.getByText('Vul deze code in:').waitFor()
    expect(await page.locator('.vd-paper__code span').allInnerTexts()).toEqual(
      Array.from({ length: 4 }, () => expect.stringMatching(/^[0-9A-Z]{4}$/)),
    )
    await fits('card')
    await page.context().close()
  })
})

test('the meeting walks the queue signal by signal, and says what became of each', async () => {
  const school = await signedIn(house, browser, 'school')
  for (let i = 0; i < 3; i += 1) await sentSignal(school, 'Lindeveen-Noord')
  await school.context().close()
  const page = await signedIn(house, browser, 'teamleider')
  await page.goto('/werk/screening/')
  await page.getByRole('form', { name: 'Screening' }).waitFor()
  for (const outcome of ['Nu oppakken', 'Volgende keer weer bespreken']) {
    const form = page.getByRole('form', { name: 'Screening' })
    await form.getByRole('radio', { name: 'Een zorg' }).check()
    await form.getByRole('radio', { name: 'Ernstig' }).check()
    await form.getByRole('radio', { name: outcome }).check()
    await form.getByRole('button', { name: 'Noteren en de volgende' }).click()
    await page.getByText(`: ${outcome}`).waitFor()
  }
  expect(await page.getByText(/^3 van /).count()).toBe(1)

  // What the meeting found stands at the signal, for the team that takes it up.
  await page
    .getByRole('region', { name: /^Besproken/ })
    .getByRole('link')
    .first()
    .click()
  const found = page.getByRole('region', { name: 'Screeningsoverleg' })
  await found.getByText('Nu oppakken').waitFor()
  expect((await found.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/Een zorg .*Ernstig .*Compleet\? Ja/)
  await page.context().close()
})

/** Signing in and the work list, in a real browser. */
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WorkView } from '../../api/matters/work-schema.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { settled } from '../cases/settled.ts'
import { axeFaults } from '../cases/visit.ts'
import { api, sentSignal, signedIn, signIn } from './work.ts'

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

describe('signing in', () => {
  test('somebody without a session signs in and comes back to the page they asked for', async () => {
    const context = await house.visitor(browser)
    const page = await context.newPage()
    await page.goto('/werk/?lijst=others')
    await page.waitForURL('**/werk/inloggen/**')
    await signIn(page, house, 'teamNoord')
    await page.waitForURL(`${house.url}/werk/?lijst=others`)
    await page.getByText(house.account('teamNoord').name).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Werklijst')
    await context.close()
  })

  test('a wrong password and an unknown address give the same words, and nobody is told which it was', async () => {
    const context = await house.visitor(browser)
    const page = await context.newPage()
    await page.goto('/werk/inloggen/')
    await signIn(page, house, 'teamNoord', 'niet het wachtwoord')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    const wrong = await alert.innerText()
    await page.getByLabel('E-mailadres').fill('niemand@voorbeeld.example')
    const answer = page.waitForResponse('**/api/v1/session')
    await page.getByRole('button', { name: 'Inloggen' }).click()
    expect((await answer).status()).toBe(401)
    const hasFocus = () => alert.evaluate((element) => element === document.activeElement)
    await expect.poll(hasFocus, { timeout: 10_000 }).toBe(true)
    expect(await alert.innerText()).toBe(wrong)
    await context.close()
  })

  test('too many tries say how long to wait', async () => {
    const context = await house.visitor(browser)
    const page = await context.newPage()
    await page.goto('/werk/inloggen/')
    const alert = page.getByRole('alert')
    // As many as are free, by several hands at once; each waits longer than the one before. The next is made on screen.
    const tries = await page.evaluate(
      (email) =>
        Promise.all(
          Array.from({ length: 20 }, async (_, number) => {
            const body = JSON.stringify({ email, password: `fout ${number}` })
            const headers = { 'Content-Type': 'application/json' }
            return (await fetch('/api/v1/session', { method: 'POST', headers, body })).status
          }),
        ),
      house.account('ggz').email,
    )
    expect(new Set(tries)).toEqual(new Set([401]))
    await signIn(page, house, 'ggz', 'nog eens fout')
    await alert.filter({ hasText: 'te vaak' }).waitFor()
    expect(await alert.innerText()).toMatch(/Wacht \d+ (seconden|minuut|minuten|uur)/)
    await context.close()
  })

  test('the password can be shown, and is hidden at first', async () => {
    const context = await house.visitor(browser)
    const page = await context.newPage()
    await page.goto('/werk/inloggen/')
    const field = page.getByLabel('Wachtwoord', { exact: true })
    expect(await field.getAttribute('type')).toBe('password')
    await page.getByRole('button', { name: 'Toon wachtwoord' }).click()
    expect(await field.getAttribute('type')).toBe('text')
    await context.close()
  })

  test('after signing out the Back button shows nothing, and nothing stays in the browser', async () => {
    const page = await signedIn(house, browser, 'teamNoord')
    await page.goto('/werk/signaal/')
    await page.getByRole('button', { name: 'Uitloggen' }).click()
    await page.getByText('U bent uitgelogd.').waitFor()
    await page.goBack()
    await page.waitForURL('**/werk/inloggen/**')
    const kept = await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)
    expect(kept).toBe(0)
    expect(await page.context().cookies()).toEqual([])
    await page.context().close()
  })
})

describe('the work list', () => {
  test('counts on the tabs equal the lists, and each list has an address of its own', async () => {
    const school = await signedIn(house, browser, 'school')
    await sentSignal(school, 'Lindeveen-Noord')
    await sentSignal(school, 'Lindeveen-Noord', 'acute')
    const page = await signedIn(house, browser, 'teamNoord')
    const { counts } = await api<WorkView>(page, 'GET', '/work')
    expect(counts.team).toBeGreaterThanOrEqual(2)
    for (const [list, name] of [
      ['team', 'Wacht op mijn team'],
      ['others', 'Wacht op anderen'],
      ['overdue', 'Te laat'],
      ['mine', 'Wacht op mij'],
    ] as const) {
      await page.getByRole('link', { name: new RegExp(`^${name} ?\\d`) }).click()
      await page.getByRole('heading', { name, exact: true }).waitFor({ state: 'attached' })
      await page.locator('[aria-busy=false]').waitFor()
      expect(await page.locator('.vd-work__what').count(), name).toBe(counts[list])
      expect(new URL(page.url()).search).toBe(list === 'mine' ? '' : `?lijst=${list}`)
    }
    await page.goBack()
    expect(new URL(page.url()).search).toBe('?lijst=overdue')
    await expect.poll(() => page.title(), { timeout: 10_000 }).toMatch(/^Te laat/)
    await page.context().close()
    await school.context().close()
  })

  test('what is acute stands first, and says so in words', async () => {
    const page = await signedIn(house, browser, 'teamNoord')
    await page.goto('/werk/?lijst=team')
    const first = page.locator('tbody tr:not(.vd-work__group)').first()
    await first.waitFor()
    expect(await first.innerText()).toContain('acuut')
    expect(await page.getByRole('rowheader', { name: /^Eerst doen/ }).count()).toBe(1)
    await page.context().close()
  })

  test('a key works from the moment the list says that keys do', async () => {
    const page = await signedIn(house, browser, 'teamNoord')
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        const told = [...document.querySelectorAll('button')].some(({ textContent }) =>
          textContent.startsWith('Toetsen'),
        )
        if (!told) return
        observer.disconnect()
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
      }).observe(document, { childList: true, subtree: true })
    })
    await page.goto('/werk/?lijst=team')
    const standing = () => page.evaluate(() => document.activeElement?.closest('.vd-work tr') !== null)
    await expect.poll(standing, { timeout: 10_000 }).toBe(true)
    await page.context().close()
  })

  test('without a connection it says so, and tries again when asked', async () => {
    const page = await signedIn(house, browser, 'teamNoord')
    await page.locator('[aria-busy=false]').waitFor()
    await page.route('**/api/v1/work**', (route) => route.abort())
    await page.getByRole('link', { name: /^Te laat/ }).click()
    await page.getByText('Er is geen verbinding.').waitFor()
    await page.unroute('**/api/v1/work**')
    await page.getByRole('button', { name: 'Probeer het opnieuw' }).click()
    await page.getByText('Er is geen verbinding.').waitFor({ state: 'detached' })
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.context().close()
  })
})

describe.each([360, 1280])('at %i px', (width) => {
  test('signing in and every list break no rule and need no sideways scrolling', async () => {
    const page = await signedIn(house, browser, 'teamNoord', { viewport: { width, height: 800 } })
    for (const path of ['/werk/', '/werk/?lijst=team', '/werk/?lijst=others', '/werk/inloggen/']) {
      await settled(page, () => page.goto(path))
      expect(await axeFaults(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
    }
    await page.context().close()
  })
})

test('on a telephone the work list stays in sight and the other ways stand behind one button', async () => {
  const page = await signedIn(house, browser, 'school', { viewport: { width: 360, height: 740 } })
  const ways = page.getByRole('navigation', { name: 'Werkplek' })
  const menu = ways.getByRole('button', { name: /^Menu/ })
  expect(await ways.getByRole('link').allInnerTexts()).toEqual([expect.stringMatching(/^Werklijst/)])
  const ends = (room: Locator) => room.evaluate((element) => element.getBoundingClientRect().right)
  expect(await ends(menu)).toBeCloseTo(await ends(page.locator('.vd-who')), 0)
  const { width, height } = (await page.locator('.vd-tabs__count').first().boundingBox()) ?? { width: 0, height: 0 }
  expect(width).toBeLessThanOrEqual(height + 1)
  await menu.click()
  await ways.getByRole('link', { name: 'Schoolteam' }).waitFor()
  expect(await ways.getByRole('link').count()).toBeGreaterThan(6)
  expect(await axeFaults(page)).toEqual([])
  await ways.getByRole('link', { name: 'Afspraken' }).focus()
  await page.keyboard.press('Escape')
  expect(await ways.getByRole('link').count()).toBe(1)
  expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.context().close()
})

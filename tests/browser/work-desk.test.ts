/** A desk's morning with forty items, by keyboard: from the list, without opening one. Every key is counted and printed. */
import { type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WorkView } from '../../api/matters/work-schema.ts'
import type { Settings } from '../../api/notifications/schema.ts'
import { settled } from '../cases/settled.ts'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { pointer } from './hands.ts'
import { counted } from './story-measures.ts'
import { api, sentSignal, signedIn } from './work.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
  const school = await signedIn(house, browser, 'school')
  for (let i = 0; i < 40; i += 1) await sentSignal(school, 'Lindeveen-Noord', i === 3 ? 'urgent' : 'normal')
  await school.context().close()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const counts = async (page: Page, list = 'team') => (await api<WorkView>(page, 'GET', `/work?list=${list}`)).counts
const listed = (page: Page) => page.locator('section[aria-busy=false]').waitFor()

/** The list has so many lines, and the keyboard is in one of them. */
async function standsAt(page: Page, lines: number) {
  const standing = () =>
    page.evaluate(() => [
      document.querySelectorAll('.vd-work__what').length,
      document.activeElement?.closest('.vd-work tr') ? 'in a line' : 'nowhere',
    ])
  await expect.poll(standing, { timeout: 10_000 }).toEqual([lines, 'in a line'])
}

/** What the keyboard is in, when that cannot be seen without scrolling. Runs in the page. */
function focusOutOfSight(): string | null {
  const at = document.activeElement
  if (!at || at === document.body) return null
  const { top, bottom } = at.getBoundingClientRect()
  return top < 0 || bottom > innerHeight ? `${at.textContent} at ${Math.round(top)} to ${Math.round(bottom)}` : null
}

/** Presses keys and counts them; where the keyboard is, is always in sight. */
function hand(page: Page) {
  let pressed = 0
  return {
    key: async (...keys: string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key)
        pressed += 1
      }
      expect(await page.evaluate(focusOutOfSight), `where the keyboard is after ${keys.join(' ')}`).toBeNull()
    },
    type: async (text: string) => {
      await page.keyboard.insertText(text)
      pressed += text.length
    },
    pressed: () => pressed,
  }
}

describe('a morning with forty', () => {
  test('is taken, given, asked, sent on and concluded from the list, with few keys', async () => {
    const page = await signedIn(house, browser, 'teamNoord', { viewport: { width: 1280, height: 800 } })
    await page.goto('/werk/?lijst=team')
    await listed(page)
    const { key, type, pressed } = hand(page)
    expect((await counts(page)).team).toBe(40)
    await page.getByRole('button', { name: /^Toetsen/ }).waitFor()

    // Ten are chosen and taken, all at once.
    for (let i = 0; i < 10; i += 1) await key('j', 'x')
    await page.getByRole('region', { name: 'Gekozen hulpvragen' }).getByText('10 gekozen').waitFor()
    await key('p')
    await page.getByText('10 hulpvragen: opgepakt.').waitFor()
    expect(await counts(page)).toMatchObject({ mine: 10, team: 30 })

    // The line that took the place has the keyboard: twenty more are one key each.
    await standsAt(page, 30)
    for (let left = 29; left >= 10; left -= 1) {
      await key('p')
      await standsAt(page, left)
    }
    expect(await counts(page)).toMatchObject({ mine: 30, team: 10 })

    // Two are sent on to another team of the organisation.
    await key('x', 'k', 'x', 'd')
    const redirect = page.getByRole('dialog', { name: 'Doorzetten' })
    await redirect.getByRole('radio').first().waitFor()
    await redirect.getByRole('radio').first().focus()
    await key('Space', 'Tab')
    await redirect.getByLabel('Waarom?').focus()
    await type('Woont in zuid')
    await redirect.getByRole('button', { name: 'Doorzetten' }).focus()
    await key('Enter')
    await page.getByText('2 hulpvragen: doorgezet.').waitFor()
    expect(await counts(page)).toMatchObject({ team: 8 })

    // In the own list: one question, one conclusion, five to a colleague.
    await page.goto('/werk/')
    await listed(page)
    await page.getByRole('button', { name: /^Toetsen/ }).waitFor()
    await key('j', 'v')
    await page.getByRole('dialog', { name: 'Vraag stellen' }).getByRole('textbox').focus()
    await type('Sinds wanneer?')
    await key('Tab', 'Enter')
    await page.getByText(/: de vraag is gesteld/).waitFor()
    await standsAt(page, 29)
    await key('r')
    const conclude = page.getByRole('dialog', { name: 'Afronden' })
    await conclude.getByLabel('Wat is er uitgekomen?').selectOption('line0_answered')
    await conclude.getByLabel('Wat hoort de verzender?').focus()
    await type('Het gezin is geholpen.')
    await conclude.getByRole('button', { name: 'Afronden' }).focus()
    await key('Enter')
    await page.getByText(/: afgerond/).waitFor()
    await standsAt(page, 28)
    for (let i = 0; i < 5; i += 1) await key('x', 'j')
    await key('t')
    await page
      .getByRole('dialog', { name: 'Toewijzen' })
      .getByRole('radio', { name: /gezinswerker/ })
      .focus()
    await key('Space', 'Enter')
    await page.getByText('5 hulpvragen: toegewezen.').waitFor()
    expect(await counts(page)).toMatchObject({ mine: 23, others: 1 })
    console.log(`A morning with 40 items: ${pressed()} keys, ${(pressed() / 40).toFixed(1)} an item`)
    expect(pressed()).toBeLessThan(40 * 4)
    await page.context().close()
  })

  test('several are concluded at once, and of each is said what became of it', async () => {
    const page = await signedIn(house, browser, 'teamNoord', { viewport: { width: 1280, height: 800 } })
    const { hand, report } = counted(pointer)
    const { mine } = await counts(page)
    const boxes = page.getByRole('checkbox', { name: /^Kies / })
    for (const nr of [0, 1, 2]) await hand.tick(boxes.nth(nr))
    const chosen = page.getByRole('region', { name: 'Gekozen hulpvragen' })
    // Meanwhile a colleague concludes one of them: that one is refused, and said, and the others go on.
    const { items } = await api<WorkView>(page, 'GET', '/work?list=mine')
    const taken = items[0]
    const done = { outcome: 'line0_answered', reason: null, feedback: 'Al geholpen.', next: 'close' }
    await api(page, 'POST', `/signals/${taken?.id}/conclude`, done)
    await hand.press(chosen.getByRole('button', { name: 'Afronden (3)' }))
    const form = page.getByRole('dialog', { name: 'Afronden' })
    await form.getByText('gelden voor alle 3').waitFor()
    // Feedback cannot be left out: then nothing happens, and what was chosen stays.
    await hand.pick(form.getByLabel('Wat is er uitgekomen?'), 'Opgelost met hulp zonder indicatie')
    await hand.press(form.getByRole('button', { name: 'Afronden' }))
    await form.getByText('Vul dit in.').waitFor()
    await hand.type(form.getByLabel('Wat hoort de verzender?'), 'Het gezin is geholpen.')
    await hand.press(form.getByRole('button', { name: 'Afronden' }))
    await page.getByText('2 van 3: afgerond.').waitFor()
    await page.getByText(`${taken?.reference}: niet gelukt.`).waitFor()
    expect((await counts(page, 'mine')).mine).toBe(mine - 3)
    expect(report('Three concluded at once from the list')).toEqual([])
    await page.context().close()
  })

  test('without single keys when they are switched off, and never while somebody types', async () => {
    const page = await signedIn(house, browser, 'teamNoord')
    await page.goto('/werk/?lijst=team')
    await listed(page)
    await page.getByRole('button', { name: /^Toetsen/ }).waitFor()
    const before = (await counts(page)).team
    await page.getByLabel('Referentie').focus()
    await page.keyboard.type('pxt')
    expect((await counts(page)).team).toBe(before)
    await page.goto('/werk/berichten/')
    await page.getByLabel('Toetsen op de werklijst').uncheck()
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await page.getByText('Bewaard.').waitFor()
    expect((await api<Settings>(page, 'GET', '/notifications/settings')).shortcuts).toBe(false)
    await page.goto('/werk/?lijst=team')
    await listed(page)
    await page.locator('.vd-work__what a').first().focus()
    await page.keyboard.press('p')
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect((await counts(page)).team).toBe(before)
    // Every act has a button as well.
    await page
      .getByRole('button', { name: /^Oppakken/ })
      .first()
      .click()
    await page.getByText(/ is opgepakt\./).waitFor()
    await page.context().close()
  })
})

describe('finding back', () => {
  test('a filter is an address that can be kept, and an export holds what is on screen', async () => {
    const page = await signedIn(house, browser, 'teamleider')
    await page.goto('/werk/?lijst=team')
    await listed(page)
    await page.getByRole('button', { name: /^Filter/ }).click()
    await page.getByLabel('Stand').selectOption('sent')
    await page.waitForURL('**/werk/?lijst=team&stand=sent')
    await listed(page)
    const { total } = await api<WorkView>(page, 'GET', '/work?list=team&status=sent')
    expect(await page.locator('.vd-work__what').count()).toBe(total)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Lijst als bestand (${total})` }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(total + 1)
    expect(lines[0]).toBe('\uFEFFReferentie;Soort;Thema;Plaats;Stand;Spoed;Van;Naar;Sinds;Termijn;Te laat')
    expect(lines.slice(1).every((line) => line.includes(';verzonden;'))).toBe(true)
    expect(lines.join()).not.toContain('Beukenlaan')

    await page.reload()
    await listed(page)
    expect(await page.locator('.vd-work__what').count()).toBe(total)
    const reference = await page.locator('.vd-work .vd-reference').first().innerText()
    await page.getByLabel('Referentie').fill(reference.toLowerCase())
    await page.getByLabel('Referentie').press('Enter')
    await page.getByText('1 gevonden.').waitFor()
    expect(page.url()).not.toContain(reference)
    await page.context().close()
  })
})

describe.each([360, 1280])('at %i px', (width) => {
  test('the list, the team, the bell and the meeting break no rule and need no sideways scrolling', async () => {
    const page = await signedIn(house, browser, 'teamleider', { viewport: { width, height: 800 } })
    for (const path of ['/werk/?lijst=team', '/werk/team/', '/werk/berichten/', '/werk/screening/']) {
      await settled(page, () => page.goto(path))
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/${width}-${path.replaceAll(/\W+/g, '-')}.png` })
      expect(await axeFaults(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
    }
    await page.context().close()
  })
})

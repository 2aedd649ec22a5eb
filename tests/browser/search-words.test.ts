/** The words of search in a real browser: an editor tries a question, keeps the list, and closes a gap with one tap. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { signIn } from './work.ts'

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

const open = async (key: 'redactie' | 'beheer' | 'welzijn', width = 1280) => {
  const context = await house.visitor(browser, { viewport: { width, height: 800 } })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto('/werk/inloggen/')
  await signIn(page, house, key)
  // Who edits arrives at the reports, who works at the list.
  await page.waitForURL((url) => url.pathname !== '/werk/inloggen/')
  await page.goto('/werk/zoekwoorden/')
  await page.getByRole('heading', { name: 'Zoekwoorden', level: 1 }).waitFor()
  return page
}
const check = async (page: Page, what: string, width: number) => {
  expect(await axeFaults(page), what).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(width)
}

describe.each([1280, 360])('an editor at %i px', (width) => {
  test('tries a question and reads why', async () => {
    const page = await open('redactie', width)
    await page.getByLabel('Wat zou iemand typen?').fill('ik kan de huur niet betalen')
    await page.getByRole('button', { name: 'Probeer', exact: true }).click()
    const first = page.locator('.vd-tried > li').first()
    await first.waitFor()
    expect(await first.innerText()).toMatch(/Zoekwoord: “[^”]+” hoort bij “[^”]+”|weegt/)
    await check(page, 'tried', width)
    await page.context().close()
  })

  test('adds a word, changes it, takes it off the list, and every step back', async () => {
    const page = await open('redactie', width)
    const word = `proefwoord ${width}`
    await page.getByRole('button', { name: 'Nieuw zoekwoord' }).click()
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await page.getByRole('heading', { name: /Er zijn nog 2 dingen niet goed/ }).waitFor()
    await check(page, 'refused', width)
    await page.getByLabel('Hoe het aanbod heet').fill(word)
    await page.getByLabel('Wat mensen zeggen').fill('iets heel anders\nnog iets')
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await page.getByText(`“${word}” staat op de lijst.`).waitFor()
    await page.getByLabel('Zoek in de lijst').fill(word)
    await page.getByRole('button', { name: new RegExp(`^Aanpassen ?: ${word}$`) }).click()
    await page.getByLabel('Wat mensen zeggen').fill('eerste\ntweede')
    await page.getByRole('button', { name: 'Bewaren' }).click()
    const row = page.getByRole('article', { name: new RegExp(word) })
    await expect.poll(() => row.innerText()).toContain('eerste, tweede')
    await check(page, 'list', width)
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(() => row.innerText()).toContain('iets heel anders, nog iets')
    await page.getByRole('button', { name: new RegExp(`^Van de lijst halen ?: ${word}$`) }).click()
    await page.getByText(`“${word}” is van de lijst gehaald.`).waitFor()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect
      .poll(() => page.getByRole('button', { name: new RegExp(`^Van de lijst halen ?: ${word}$`) }).count())
      .toBe(1)
    await page.context().close()
  })
})

test('an administrator turns counting on; the editor sees five and more, and accepts a suggestion', async () => {
  const administrator = await open('beheer')
  await administrator.getByRole('button', { name: 'Zet tellen aan' }).click()
  await administrator.getByText('Tellen staat aan na de volgende publicatie.').waitFor()
  await check(administrator, 'counting', 1280)
  await administrator.context().close()
  for (let n = 0; n < 6; n += 1) {
    await sql`insert into care.search_miss (kind, words) values ('nothing', 'gratis kapper')`.execute(house.db)
    await sql`insert into care.search_miss (kind, words) values ('nothing', 'huisuitzetting vrijdag')`.execute(house.db)
  }
  await sql`insert into care.search_miss (kind, words) values ('nothing', 'brandweer')`.execute(house.db)

  const page = await open('redactie')
  const gaps = page.getByRole('region', { name: 'Wat mensen niet vonden' })
  await gaps.getByRole('row', { name: /gratis kapper/ }).waitFor()
  expect(await gaps.innerText()).not.toContain('brandweer')
  await gaps.getByRole('button', { name: /^Doen ?: huisuitzetting vrijdag$/ }).click()
  await gaps.getByText(/“huisuitzetting vrijdag” hoort nu bij/).waitFor()
  await expect.poll(() => gaps.getByRole('button', { name: /^Doen ?: huisuitzetting vrijdag$/ }).count()).toBe(0)
  await check(page, 'accepted', 1280)
  await gaps.getByRole('button', { name: 'Ongedaan maken' }).click()
  await gaps.getByRole('button', { name: /^Doen ?: huisuitzetting vrijdag$/ }).waitFor()
  await page.context().close()
})

test('a worker is told whose page it is', async () => {
  const page = await open('welzijn')
  await page.getByText('Deze pagina is voor de hoofdredacteur van de sociale kaart.').waitFor()
  expect(await page.getByRole('link', { name: 'Zoekwoorden', includeHidden: true }).count()).toBe(0)
  await page.context().close()
})

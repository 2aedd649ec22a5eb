/** An administrator couples the case system of the organisation, and names contacts; a worker takes a copy on paper. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DesksView } from '../../api/desks/schema.ts'
import { tellSystems } from '../../api/partners/deliver.ts'
import type { ReceivedView } from '../../api/transfers/schema.ts'
import { axeFaults } from '../cases/visit.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { api, signedIn } from './work.ts'

let browser: Browser
let house: House
let system: Server
const heard: string[] = []
beforeAll(async () => {
  browser = await launchBrowser()
  house = await openHouse()
  house.deps.insideWebhooks = true
  for (const key of ['schuldhulpLeider', 'beheer'] as const)
    await sql`update account.member set roles = '{team_lead,administrator}' where email = ${house.account(key).email}`.execute(
      house.db,
    )
  // One organisation has lost its only account.
  await sql`update account.member set disabled_at = now() where email = ${house.account('thuisadministratie').email}`.execute(
    house.db,
  )
  system = createServer((request, response) => {
    heard.push(String(request.headers['webhook-signature']))
    response.writeHead(204).end()
  }).listen(0, '127.0.0.1')
  await once(system, 'listening')
}, 240_000)
afterAll(async () => {
  system.close()
  await house.close()
  await browser.close()
})

const picture = async (page: Page, what: string) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect([what, await axeFaults(page)]).toEqual([what, []])
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    expect([what, wide]).toEqual([what, seen])
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${what}-${width}.png`, fullPage: true })
  }
}

test('a key is made, seen once, used, and revoked in two presses; a test message arrives', async () => {
  const page = await signedIn(house, browser, 'schuldhulpLeider')
  await page.getByRole('link', { name: 'Koppelingen' }).click()
  const form = page.getByRole('form', { name: 'Sleutel maken' })
  await form.getByRole('button', { name: 'Sleutel maken' }).click()
  await form.getByRole('heading', { name: /dingen niet goed/ }).waitFor()
  await picture(page, 'key-refused')
  await form.getByLabel('Waarvoor is de sleutel?').fill('Dossiersysteem')
  await form.getByRole('checkbox', { name: 'De gegevens van een overdracht overnemen' }).check()
  await form.getByRole('button', { name: 'Sleutel maken' }).click()
  const secret = await form.locator('.vd-secret').innerText()
  await picture(page, 'key-made')
  const asked = await fetch(`${house.url}/api/v1/partner/transfers`, { headers: { authorization: `Bearer ${secret}` } })
  expect(((await asked.json()) as ReceivedView).transfers).toEqual([])
  await page.reload()
  await page.getByText('Dossiersysteem').first().waitFor()
  expect(await page.getByText(secret).count()).toBe(0)
  await page.getByRole('button', { name: 'Intrekken van Dossiersysteem' }).click()
  await page.getByRole('button', { name: 'Ja, Dossiersysteem intrekken' }).click()
  await page.getByText('De sleutel Dossiersysteem werkt niet meer.').waitFor()

  const address = page.getByRole('form', { name: 'Adres van uw systeem' })
  await address.getByLabel('Adres van uw systeem').fill('dossier')
  await address.getByRole('button', { name: 'Berichten aanzetten' }).click()
  await address.getByText('Vul een adres in dat begint met https://').first().waitFor()
  await address.getByLabel('Adres van uw systeem').fill(`http://localhost:${(system.address() as AddressInfo).port}/`)
  await address.getByRole('button', { name: 'Berichten aanzetten' }).click()
  expect(await page.locator('.vd-secret').innerText()).toMatch(/^whsec_/)
  await page.getByRole('button', { name: 'Stuur een proefbericht' }).click()
  await page.getByText('onderweg', { exact: true }).waitFor()
  expect(await tellSystems(house.deps)).toBe(1)
  await page.getByText('goed (204)').waitFor()
  expect(heard).toEqual([expect.stringMatching(/^v1,/)])
  await picture(page, 'webhook')
  await page.context().close()
})

test('a contact is named for a team without an account, and can be chosen', async () => {
  const page = await signedIn(house, browser, 'beheer')
  await page.getByRole('link', { name: 'Contacten' }).click()
  const form = page.getByRole('form', { name: 'Contact van Aanmelding Thuisadministratie' })
  await form.getByLabel('Naam van de functie').fill('Coördinator')
  await form.getByLabel('E-mailadres').fill('coordinator')
  await form.getByRole('button', { name: 'Contact bewaren' }).click()
  await form.getByText('Vul een e-mailadres in').first().waitFor()
  await picture(page, 'contact-refused')
  await form.getByLabel('E-mailadres').fill('coordinator@thuis.example')
  await form.getByRole('button', { name: 'Contact bewaren' }).click()
  await page.getByText('Coördinator is nu het contact van Aanmelding Thuisadministratie.').waitFor()
  await picture(page, 'contacts')
  const { desks } = await api<DesksView>(page, 'GET', '/desks')
  expect(desks.map(({ name }) => name)).toContain('Aanmelding Thuisadministratie')
  await page.context().close()
})

test('a copy on paper: one press from the transfer, with how contact is safe', async () => {
  const team = await signedIn(house, browser, 'teamNoord')
  const { desks } = await api<DesksView>(team, 'GET', '/desks')
  const desk = desks.find(({ organization }) => organization.name.startsWith('Schuld'))
  const draft = await api<{ id: string; matterId: string }>(team, 'POST', '/transfers', {
    matter: {
      subject: 'person',
      theme: 'geld-en-schulden',
      place: null,
      person: { name: 'De heer V.', phone: '06 12345678', callWhen: 'na 15.00 uur', interpreter: 'Pools' },
      involvement: 'agrees',
    },
    basis: { ground: 'task_wgs', article: 'Wgs 3', purpose: 'Hulp bij schulden', necessity: 'Anders kan het niet.' },
    receiverDesk: desk?.id,
    urgency: 'normal',
    request: 'Overzicht in de post en de rekeningen.',
  })
  await api(team, 'POST', `/transfers/${draft.id}/offer`)
  const page = await signedIn(house, browser, 'schuldhulp')
  await api(page, 'POST', `/transfers/${draft.id}/accept`)
  await page.goto(`/werk/hulpvraag/#${draft.matterId}`)
  await page.addInitScript(() => Object.assign(window, { print: () => Object.assign(window, { printed: true }) }))
  await page.getByRole('link', { name: 'print de gegevens' }).click()
  const paper = page.getByRole('region', { name: /^Overdracht / })
  await paper.getByText('06 12345678, na 15.00 uur. Spreek geen voicemail in').waitFor()
  await expect.poll(() => page.evaluate(() => (window as { printed?: boolean }).printed)).toBe(true)
  await picture(page, 'copy')
  const { rows } =
    await sql`select from audit.event where action = 'GET /transfers/:id/copy' and result = 'ok'`.execute(house.db)
  expect(rows).toHaveLength(1)
  await team.context().close()
  await page.context().close()
})

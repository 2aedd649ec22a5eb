/** A resident says something with the code of the card, without script; who helps answers or reopens. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DesksView } from '../../api/desks/schema.ts'
import type { MatterView } from '../../api/matters/schema.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { pointer } from './hands.ts'
import { counted } from './story-measures.ts'
import { api, signedIn } from './work.ts'

let browser: Browser
let house: House
let team: Page
let next: Page
beforeAll(async () => {
  browser = await launchBrowser()
  house = await openHouse()
  const desk = { viewport: { width: 1280, height: 800 } }
  team = await signedIn(house, browser, 'teamNoord', desk)
  next = await signedIn(house, browser, 'opvoedhulp', desk)
}, 240_000)
afterAll(async () => {
  await house.close()
  await browser.close()
})

type Moved = { id: string; matterId: string; version: number }
const basis = { ground: 'task_jeugdwet', article: 'Jeugdwet 2.3', purpose: 'Hulp', necessity: 'Anders kan het niet.' }

/** A transfer that the next desk has accepted. */
async function accepted(): Promise<Moved> {
  const { desks } = await api<DesksView>(team, 'GET', '/desks')
  const desk = desks.find(({ organization }) => organization.name === 'Opvoedhulp Veenrand')
  const draft = await api<Moved>(team, 'POST', '/transfers', {
    matter: {
      subject: 'household',
      theme: 'opgroeien-en-opvoeden',
      place: null,
      person: { name: 'Gezin aan de Vaart', phone: '06 12345678', callWhen: 'na 15.00 uur' },
      involvement: 'agrees',
    },
    basis,
    receiverDesk: desk?.id,
    urgency: 'normal',
    request: 'Rust en regels thuis.',
  })
  await api(team, 'POST', `/transfers/${draft.id}/offer`)
  return api<Moved>(next, 'POST', `/transfers/${draft.id}/accept`)
}

/** The page of the code, as a resident reads it: no script, on a phone. */
async function followed(code: string): Promise<Page> {
  const context = await house.visitor(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto('/volgen/')
  await page.getByLabel('Uw code').fill(code)
  await page.getByRole('button', { name: 'Bekijk wie aan zet is' }).click()
  return page
}
const newCode = (page: Page, matterId: string) =>
  api<{ code: string }>(page, 'POST', `/matters/${matterId}/follow-code`).then(({ code }) => code)

test('nobody called: the holder sees it on top of the list and answers; the resident reads the answer', async () => {
  const { matterId } = await accepted()
  const resident = await followed(await newCode(team, matterId))
  const { hand, report } = counted(pointer)
  await hand.tick(resident.getByRole('radio', { name: /Niemand heeft mij gebeld/ }))
  await hand.type(resident.getByLabel('Wilt u er iets bij zeggen?'), 'Ik zou maandag iets horen.')
  await hand.press(resident.getByRole('button', { name: 'Doorgeven' }))
  await resident.getByRole('status').getByText('Ook de teamleider weet het nu').waitFor()

  await team.goto('/werk/')
  const row = team.getByRole('row').filter({ hasText: 'inwoner meldt iets' })
  await hand.press(row.getByRole('rowheader').getByRole('link'))
  const said = team.getByRole('region', { name: 'De inwoner meldt' })
  await said.getByText('Ik zou maandag iets horen.').waitFor()
  // Who is going to call reads there how that is safe.
  expect(await said.getByText('Bellen mag.').locator('..').innerText()).toMatch(/06 12345678.*na 15.00 uur.*voicemail/)
  await hand.press(said.getByRole('button', { name: 'Beantwoorden' }))
  await hand.tick(said.getByRole('radio', { name: 'Wij bellen op een dag' }))
  await hand.when(said.getByLabel('Op welke dag belt u?'), '2026-11-24')
  await hand.press(said.getByRole('form').getByRole('button', { name: 'Beantwoorden', exact: true }))
  await team.getByText('De melding is beantwoord').waitFor()
  expect(report('A resident says that nobody called, and is answered')).toEqual([])

  await resident.getByRole('heading', { name: 'Wat u hebt gemeld' }).waitFor()
  const again = await followed(await newCode(team, matterId))
  await again.getByText('wij bellen u op dinsdag 24 november').waitFor()
  expect(await again.getByRole('main').innerText()).not.toContain('Ik zou maandag')
})

test('it did not help: the receiver reopens, and that is the answer', async () => {
  const { id, matterId } = await accepted()
  for (const page of [team, next]) {
    await api(page, 'POST', `/transfers/${id}/confirm-contact`, { present: ['resident', 'sender', 'receiver'] })
  }
  const code = await newCode(next, matterId)
  await api(next, 'POST', `/transfers/${id}/start`)
  await api(next, 'POST', `/transfers/${id}/close`, { outcome: 'helped', feedback: 'Klaar.', next: 'close' })
  const resident = await followed(code)
  await resident.getByRole('heading', { level: 1, name: 'Uw vraag is afgesloten' }).waitFor()
  const { hand, report } = counted(pointer)
  await hand.tick(resident.getByRole('radio', { name: /Het heeft niet geholpen/ }))
  await hand.press(resident.getByRole('button', { name: 'Doorgeven' }))
  await resident.getByText('Wij hebben doorgegeven dat het niet heeft geholpen').waitFor()
  await hand.tick(resident.getByRole('group', { name: 'Kwam u meteen op de goede plek?' }).getByLabel('Ja'))
  await hand.press(resident.getByRole('button', { name: 'Antwoorden versturen' }))
  await resident.getByText('Dank u wel voor uw antwoorden').waitFor()

  await hand.press(next.getByRole('link', { name: /^Berichten/ }))
  await hand.press(next.getByRole('link', { name: 'Een inwoner meldt iets: kijk vandaag en antwoord' }))
  await next.getByRole('region', { name: 'De inwoner meldt' }).getByText('Het heeft niet geholpen').waitFor()
  await hand.press(next.getByRole('button', { name: 'Heropenen' }))
  const reopening = next.getByRole('form', { name: 'Heropenen' })
  await hand.type(reopening.getByRole('textbox'), 'Het is nog niet rustig.')
  await hand.press(reopening.getByRole('button', { name: 'Heropenen' }))
  const now = async () => {
    const { alarms, state } = await api<MatterView>(next, 'GET', `/matters/${matterId}`)
    return [state, alarms]
  }
  await expect.poll(now).toMatchObject(['open', [{ kind: 'not_helped', answer: 'reopened' }]])
  await (await followed(code)).getByText('de hulp gaat weer verder').waitFor()
  expect(report('A resident says that it did not help, and the receiver reopens')).toEqual([])
})

test('in English, without script', async () => {
  const { matterId } = await accepted()
  const code = await newCode(team, matterId)
  const context = await house.visitor(browser, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/volgen/')
  // By the head of the page as well as in it: one stays at the follow page.
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click()
  await page.getByRole('banner').getByRole('link', { name: 'Nederlands' }).click()
  await page.getByLabel('Uw code').waitFor()
  await page.getByRole('main').getByRole('link', { name: 'English' }).click()
  await page.getByLabel('Your code').fill(code)
  await page.getByRole('button', { name: 'See who is responsible' }).click()
  await page.getByRole('heading', { level: 1, name: 'There is a place for you' }).waitFor()
  expect(await page.locator('.vd-follow__answer').innerText()).toContain('Monday')
})

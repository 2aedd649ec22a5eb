/** No place at one desk, one tap to the next, which has no account: a link by mail, a code over the phone, handed over. */
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DesksView } from '../../api/desks/schema.ts'
import type { MatterView } from '../../api/matters/schema.ts'
import { deliverDue } from '../../api/outbox/deliver.ts'
import type { Letter } from '../../api/outbox/mail.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { pointer } from './hands.ts'
import { counted } from './story-measures.ts'
import { api, signedIn } from './work.ts'

let browser: Browser
let house: House
let team: Page
let first: Page
beforeAll(async () => {
  browser = await launchBrowser()
  house = await openHouse()
  // Of one desk the only account becomes a contact for links.
  await sql`update account.member set by_link = true where email = ${house.account('thuisadministratie').email}`.execute(
    house.db,
  )
  team = await signedIn(house, browser, 'teamNoord', desk)
  first = await signedIn(house, browser, 'schuldhulp', desk)
}, 240_000)
afterAll(async () => {
  await house.close()
  await browser.close()
})

const desk = { viewport: { width: 1280, height: 800 } }
const basis = { ground: 'task_wgs', article: 'Wgs 3', purpose: 'Hulp bij schulden', necessity: 'Anders kan het niet.' }
type Moved = { id: string; matterId: string }

async function mailedLink(): Promise<string> {
  const letters: Letter[] = []
  await deliverDue(house.deps, { send: async (letter) => void letters.push(letter), close: () => undefined })
  return /http\S+\/inzien\/#\S+/.exec(letters.map(({ text }) => text).join('\n'))?.[0] ?? ''
}

test('no capacity → the next desk, without an account → link and code → accepted, confirmed, handed over', async () => {
  const { desks } = await api<DesksView>(team, 'GET', '/desks')
  const desk = desks.find(({ organization }) => organization.name.startsWith('Schuld'))
  const draft = await api<Moved>(team, 'POST', '/transfers', {
    matter: {
      subject: 'person',
      theme: 'geld-en-schulden',
      place: null,
      person: { name: 'De heer V.', phone: '06 12345678' },
      involvement: 'agrees',
    },
    basis,
    receiverDesk: desk?.id,
    urgency: 'normal',
    request: 'Overzicht in de post en de rekeningen.',
  })
  await api(team, 'POST', `/transfers/${draft.id}/offer`)

  const { hand, report } = counted(pointer)
  await first.goto('/werk/?lijst=team')
  await hand.press(first.getByRole('table').getByRole('rowheader').getByRole('link').first())
  await hand.press(first.getByRole('button', { name: 'Niet aannemen' }))
  const refusal = first.getByRole('form', { name: 'Niet aannemen' })
  await hand.tick(refusal.getByRole('radio', { name: 'Geen plek' }))
  await hand.press(refusal.getByRole('button', { name: 'Niet aannemen' }))
  await first.getByText('Niet meer bij u').waitFor()

  await hand.press(team.getByRole('link', { name: /^Berichten/ }))
  await hand.press(team.getByRole('link', { name: 'Uw overdracht is niet aangenomen' }))
  await team.getByRole('heading', { name: 'Wie kan het nu?' }).waitFor()
  await hand.press(team.getByRole('link', { name: /Aanbieden aan .*Thuisadministratie/ }))
  const form = team.getByRole('form', { name: 'Overdracht' })
  await form.getByText('Voor dit team geldt een eigen grondslag').waitFor()
  expect(await form.getByLabel('Wat vraagt u aan de ontvanger?').inputValue()).toContain('Overzicht in de post')
  await hand.press(form.getByRole('button', { name: /^Nog \d/ }))
  await hand.tick(form.getByRole('radio', { name: /schuldhulpverlening/ }))
  await hand.type(form.getByLabel('Waarom moet de ontvanger dit weten?'), 'Zonder naam kan niemand langsgaan.')
  await hand.press(form.getByRole('button', { name: 'Aanbieden' }))

  await team.getByRole('heading', { name: 'De ontvanger heeft geen account' }).waitFor()
  await hand.press(team.getByRole('button', { name: 'Link sturen' }))
  const code = await team.locator('.vd-code').innerText()
  const link = new URL(await mailedLink())

  const context = await house.visitor(browser, { timezoneId: 'Europe/Amsterdam', ...desk })
  const guest = await context.newPage()
  guest.setDefaultTimeout(10_000)
  await guest.goto(`${link.pathname}${link.hash}`)
  await hand.type(guest.getByLabel('Code van zes cijfers'), code)
  await hand.press(guest.getByRole('button', { name: 'Openen' }))
  await hand.press(guest.getByRole('button', { name: 'Aannemen', exact: true }))
  await hand.press(guest.getByRole('form', { name: 'Aannemen' }).getByRole('button', { name: 'Aannemen', exact: true }))
  await guest.getByText('De heer V.').waitFor()
  expect(await guest.getByRole('navigation', { name: 'Werkplek' }).isVisible()).toBe(false)

  for (const page of [team, guest]) {
    await page.reload()
    await hand.press(page.getByRole('button', { name: 'Overdracht bevestigen' }))
    const confirm = page.getByRole('form', { name: 'Overdracht bevestigen' })
    for (const who of ['De inwoner', 'De verzender', 'De ontvanger']) {
      await hand.tick(confirm.getByRole('checkbox', { name: who, exact: true }))
    }
    await hand.press(confirm.getByRole('button', { name: 'Overdracht bevestigen' }))
    await confirm.waitFor({ state: 'detached' })
  }
  const matter = await api<MatterView>(guest, 'GET', `/matters/${draft.matterId}`)
  expect(matter.holder.isUs).toBe(true)
  expect(report('No capacity, the next desk, which has no account: a link and a code')).toEqual([])
})

test('recalled at once: the sender reads that nobody opened it, or who did', async () => {
  const { desks } = await api<DesksView>(team, 'GET', '/desks')
  const desk = desks.find(({ organization }) => organization.name.startsWith('Schuld'))
  const draft = await api<Moved>(team, 'POST', '/transfers', {
    matter: {
      subject: 'person',
      theme: 'geld-en-schulden',
      place: null,
      person: { name: 'Mevrouw B.' },
      involvement: 'agrees',
    },
    basis,
    receiverDesk: desk?.id,
    urgency: 'normal',
    request: 'Rust in de post.',
  })
  await api(team, 'POST', `/transfers/${draft.id}/offer`)
  await api(first, 'GET', `/matters/${draft.matterId}`)
  await team.goto(`/werk/hulpvraag/#${draft.matterId}`)
  await team.getByRole('button', { name: 'Intrekken', exact: true }).first().click()
  await team.getByRole('form', { name: 'Intrekken' }).getByRole('textbox').fill('Verkeerd team gekozen.')
  await team.getByRole('form', { name: 'Intrekken' }).getByRole('button', { name: 'Intrekken' }).click()
  await team.getByText('Wat heeft de ontvanger gezien?').click()
  const seen = team.getByText(/de vraag, zonder wie het is, door medewerker en aanmelding/)
  await seen.waitFor()
  expect(await seen.count()).toBe(1)
})

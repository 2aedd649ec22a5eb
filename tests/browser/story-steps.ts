/** The steps of the story, each through what is on screen: found by role and by what it is called. */
import type { Page } from 'playwright-core'
import type { DemoKey, House } from '../setup/house.ts'
import type { Hand } from './hands.ts'

/** Looks at a screen that was reached. */
export type Seen = (page: Page, what: string) => Promise<void>

/** What people write in the story: of this nothing may turn up where only facts about the handover belong. */
export const written = {
  name: 'Gezin aan de Vaart, moeder',
  callWhen: 'Op werkdagen na 15.00 uur',
  noticed: 'De kinderen komen vaak te laat en zijn moe. Moeder zegt dat het thuis veel is.',
  question: 'Weet moeder dat u ons om hulp vraagt?',
  answer: 'Ja, zij vroeg er zelf om.',
  request: 'Wilt u dit gezin helpen met rust en regels thuis?',
  necessity: 'Zonder naam kan niemand dit gezin bellen.',
  offered: 'Wij spraken het gezin en vragen hulp bij een ander.',
  closed: 'Er is rust in huis. De kinderen zijn op tijd.',
} as const

export type Open = (options?: Parameters<House['visitor']>[1]) => Promise<Page>

export async function searchAndFind(page: Page, hand: Hand, seen: Seen): Promise<void> {
  await page.goto('/')
  await hand.type(page.getByRole('searchbox').first(), 'hulp bij opvoeden')
  await hand.press(page.getByRole('button', { name: 'Zoek', exact: true }).first())
  await page.getByRole('heading', { level: 1, name: 'Zoeken' }).waitFor()
  // While the index comes in the page offers other ways on: what was found is a card.
  const found = page.locator('[data-card]').getByRole('link').first()
  await found.waitFor()
  await seen(page, 'results')
  const name = (await found.innerText()).split('\n')[0] ?? ''
  await hand.press(found)
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await seen(page, 'a service')
}

export async function signIn(house: House, open: Open, hand: Hand, seen: Seen, key: DemoKey): Promise<Page> {
  const page = await open()
  await page.goto('/werk/inloggen/')
  await hand.type(page.getByLabel('E-mailadres'), house.account(key).email)
  await hand.type(page.getByLabel('Wachtwoord', { exact: true }), house.password)
  await hand.press(page.getByRole('button', { name: 'Inloggen' }))
  await page.getByRole('heading', { level: 1, name: 'Werklijst' }).waitFor()
  await page.getByRole('banner').getByText(house.account(key).name).waitFor()
  await seen(page, `work list of ${key}`)
  return page
}

export async function sendSignal(page: Page, hand: Hand, seen: Seen): Promise<void> {
  await hand.press(page.getByRole('main').getByRole('link', { name: 'Signaal sturen' }).first())
  const form = page.getByRole('form', { name: 'Signaal' })
  await form.waitFor()
  const about = form.getByRole('region', { name: 'Waar gaat het over?' })
  await hand.pick(about.getByLabel('Thema'), 'Opgroeien en opvoeden')
  await hand.tick(about.getByRole('radio', { name: /^Team Lindeveen-Noord/ }))
  await hand.tick(form.getByRole('radio', { name: 'Een huishouden' }))
  await hand.type(form.getByLabel('Naam van het huishouden of van een ouder'), written.name)
  await hand.tick(form.getByRole('radio', { name: 'Ja', exact: true }))
  await hand.type(form.getByLabel(/Wanneer kan bellen/), written.callWhen)
  await hand.tick(form.getByRole('radio', { name: 'Is het ermee eens' }))
  await hand.tick(form.getByRole('radio', { name: 'Gewoon' }))
  await hand.type(form.getByLabel('Wat is er gezien?'), written.noticed)
  await hand.type(form.getByLabel('Waarom moet de ontvanger dit weten?'), written.necessity)
  await seen(page, 'the signal form')
  await hand.press(form.getByRole('button', { name: 'Versturen' }))
  await page.getByRole('heading', { name: 'Uw signaal is verzonden' }).waitFor()
  await seen(page, 'the signal is sent')
}

export async function makeCard(page: Page, hand: Hand, seen: Seen): Promise<string> {
  await hand.press(page.getByRole('link', { name: 'Bekijk de hulpvraag' }))
  await hand.press(page.getByRole('link', { name: 'Overdrachtskaart maken' }))
  await seen(page, 'before the card')
  await hand.press(page.getByRole('button', { name: 'Kaart met code maken' }))
  const paper = page.getByRole('region', { name: 'Zo ziet u wie er voor u aan zet is' })
  await paper.waitFor()
  await seen(page, 'the card')
  const code = (await paper.innerText()).match(/\b([0-9A-Z]{4})\s*([0-9A-Z]{4})\s*([0-9A-Z]{4})\s*([0-9A-Z]{4})\b/)
  if (!code) throw new Error('There is no code on the card')
  return code.slice(1).join('-')
}

/** Types the code from paper and reads the answer. */
export async function follow(
  page: Page,
  hand: Hand,
  seen: Seen,
  code: string,
): Promise<{ heading: string; text: string }> {
  await page.goto('/volgen/')
  await hand.type(page.getByLabel('Uw code'), code)
  await hand.press(page.getByRole('button', { name: 'Bekijk wie aan zet is' }))
  const main = page.getByRole('main')
  await main.getByText('Wie kunt u bellen').waitFor()
  await seen(page, 'who has the ball')
  return { heading: await main.getByRole('heading', { level: 1 }).innerText(), text: await main.innerText() }
}

/** Opens the matter from a list, as one who comes to work does. */
export async function openFrom(page: Page, hand: Hand, seen: Seen, list: string): Promise<void> {
  if (new URL(page.url()).pathname === '/werk/') {
    await page.reload()
  } else {
    await hand.press(page.getByRole('navigation', { name: 'Werkplek' }).getByRole('link', { name: /^Werklijst/ }))
    await page.waitForURL('**/werk/')
  }
  await page.getByRole('heading', { level: 1, name: 'Werklijst' }).waitFor()
  const row = page.getByRole('table').getByRole('rowheader').getByRole('link').first()
  for (const name of new Set([list, 'Wacht op mij', 'Wacht op mijn team', 'Wacht op anderen'])) {
    await hand.press(
      page.getByRole('navigation', { name: 'Lijsten' }).getByRole('link', { name: new RegExp(`^${name}\\s*\\d*$`) }),
    )
    await page.getByRole('heading', { level: 2, name, exact: true }).waitFor({ state: 'attached' })
    await page
      .getByRole('table')
      .or(page.getByText(/Er wacht niets|U wacht op niemand/))
      .first()
      .waitFor()
    if ((await row.count()) > 0) break
  }
  await seen(page, list)
  await hand.press(row)
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor()
  await seen(page, 'a matter')
}

/** Presses a command, fills its small form if it has one, and waits until it says that it is done. */
export async function act(
  page: Page,
  hand: Hand,
  seen: Seen,
  name: string,
  fill?: (form: ReturnType<Page['getByRole']>) => Promise<void>,
  again = false,
): Promise<void> {
  if (again) await page.reload()
  await hand.press(page.getByRole('button', { name, exact: true }))
  if (fill) {
    const form = page.getByRole('form', { name })
    await form.waitFor()
    await fill(form)
    await seen(page, `the form of ${name}`)
    await hand.press(form.getByRole('button', { name, exact: true }))
    await form.waitFor({ state: 'detached' })
  }
  // What was done is told, and the keyboard is taken there.
  await page.locator('[role=status]:focus').waitFor()
  await seen(page, `after ${name}`)
}

export async function offer(page: Page, hand: Hand, seen: Seen, way: string, to: string): Promise<void> {
  await hand.press(page.getByRole('link', { name: way }))
  const form = page.getByRole('form', { name: 'Overdracht' })
  await form.waitFor()
  await desk(hand, page, to)
  await hand.type(form.getByLabel('Wat vraagt u aan de ontvanger?'), written.request)
  await hand.tick(form.getByRole('radio', { name: 'Gewoon' }))
  await hand.tick(form.getByRole('radio', { name: 'Ja, een warme overdracht' }))
  await basis(hand, page)
  const told = form.getByLabel('Wat hoort de verzender van het signaal?')
  if ((await told.count()) > 0) await hand.type(told, written.offered)
  await seen(page, 'the offer')
  await hand.press(form.getByRole('button', { name: 'Aanbieden' }))
  await page.getByRole('article').getByText('aangeboden').first().waitFor()
}

export async function basis(hand: Hand, page: Page): Promise<void> {
  await hand.tick(page.getByRole('radio', { name: 'Taak uit de Jeugdwet' }))
  await hand.type(page.getByLabel('Waarom moet de ontvanger dit weten?'), written.necessity)
}

export async function desk(hand: Hand, page: Page, name: string): Promise<void> {
  const group = page.getByRole('group', { name: 'Ontvangend team' })
  await hand.tick(group.getByRole('radio', { name: new RegExp(`^${name}`) }))
  const done = group.getByRole('button', { name: 'Dit team kiezen' })
  if (await done.isVisible()) await hand.press(done)
}

export async function present(hand: Hand, form: ReturnType<Page['getByRole']>): Promise<void> {
  for (const who of ['De inwoner', 'De verzender', 'De ontvanger']) {
    await hand.tick(form.getByRole('checkbox', { name: who, exact: true }))
  }
}

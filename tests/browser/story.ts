/**
 * The main job, played through what is on screen: a school's signal about a household becomes a started and closed
 * support. Four roles (and a second receiver), each in a browser context of their own; the resident's without JavaScript
 * where it follows. `hand` is how controls are handled; `seen` looks at every screen that is reached.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { DemoKey, House } from '../setup/house.ts'
import type { Hand } from './hands.ts'

export type Story = {
  /** Who holds the matter, as the database says, after each step by name. */
  holders: [step: string, organization: string][]
  /** What the resident read: heading and text, at three moments. */
  followed: { heading: string; text: string }[]
  /** What the school read back. */
  feedback: string
  /** The name in the matter: nobody but parties may read it. */
  name: string
}
export type Seen = (page: Page, what: string) => Promise<void>

const family = 'Gezin aan de Vaart, moeder'
const noticed = 'De kinderen komen vaak te laat en zijn moe. Moeder zegt dat het thuis veel is.'

export async function playStory(house: House, browser: Browser, hand: Hand, seen: Seen = async () => undefined) {
  const contexts: BrowserContext[] = []
  let minutes = 0
  /** A minute passes, in the house and in every browser. */
  async function later() {
    minutes += 1
    house.setNow(new Date(monday.getTime() + minutes * 60_000))
    for (const context of contexts) await context.clock.setFixedTime(house.deps.now())
  }
  async function open(options: Parameters<House['visitor']>[1] = {}): Promise<Page> {
    const context = await house.visitor(browser, options)
    context.setDefaultTimeout(15_000)
    contexts.push(context)
    return context.newPage()
  }
  const monday = house.deps.now()

  try {
    const story: Story = { holders: [], followed: [], feedback: '', name: family }
    const holderAfter = async (step: string) => {
      const row = await house.db
        .selectFrom('care.matter as m')
        .innerJoin('directory.organization as o', 'o.id', 'm.holder_org')
        .select('o.name')
        .orderBy('m.created_at', 'desc')
        .executeTakeFirstOrThrow()
      story.holders.push([step, row.name])
      await later()
    }

    const resident = await open()
    await searchAndFind(resident, hand, seen)

    const school = await signIn(house, open, hand, seen, 'school')
    await sendSignal(school, hand, seen)
    await holderAfter('sent')
    const code = await makeCard(school, hand, seen)
    const withoutScript = await open({ javaScriptEnabled: false })
    story.followed.push(await follow(withoutScript, hand, seen, code))

    const desk = await signIn(house, open, hand, seen, 'teamNoord')
    await openFrom(desk, hand, seen, 'Wacht op mijn team')
    await act(desk, hand, seen, 'Oppakken')
    await holderAfter('taken')
    await act(desk, hand, seen, 'Vraag stellen', (form) =>
      hand.type(form.getByRole('textbox').first(), 'Weet moeder dat u ons om hulp vraagt?'),
    )
    await holderAfter('asked')

    await openFrom(school, hand, seen, 'Wacht op mij')
    await act(school, hand, seen, 'Beantwoorden', (form) =>
      hand.type(form.getByRole('textbox').first(), 'Ja, zij vroeg er zelf om.'),
    )
    await holderAfter('answered')

    await openFrom(desk, hand, seen, 'Wacht op mij')
    await offer(desk, hand, seen, 'Overdracht aanbieden', 'Aanmelding Jeugdhulp De Brug')
    await holderAfter('offered')
    const first = await signIn(house, open, hand, seen, 'jeugdhulp')
    await openFrom(first, hand, seen, 'Wacht op mijn team')
    await act(first, hand, seen, 'Niet aannemen', (form) => hand.tick(form.getByRole('radio', { name: 'Geen plek' })))
    await holderAfter('declined')

    await openFrom(desk, hand, seen, 'Wacht op mij')
    await offer(desk, hand, seen, 'Opnieuw aanbieden', 'Aanmelding Opvoedhulp Veenrand')
    await holderAfter('offered again')
    story.followed.push(await follow(withoutScript, hand, seen, code))

    const next = await signIn(house, open, hand, seen, 'opvoedhulp')
    await openFrom(next, hand, seen, 'Wacht op mijn team')
    await act(next, hand, seen, 'Aannemen', async () => undefined)
    await act(next, hand, seen, 'Gesprek plannen', async (form) => {
      await hand.when(form.getByLabel(/dag|wanneer/i).first(), '2026-11-25')
      await hand.when(form.getByLabel('Hoe laat?'), '10:30')
      await hand.tick(form.getByRole('radio', { name: 'Bij de inwoner thuis' }))
    })
    await holderAfter('accepted')

    await openFrom(desk, hand, seen, 'Wacht op mij')
    await act(desk, hand, seen, 'Overdracht bevestigen', (form) => present(hand, form))
    await holderAfter('confirmed by the sender')
    await act(next, hand, seen, 'Overdracht bevestigen', (form) => present(hand, form), true)
    await holderAfter('confirmed by both')
    story.followed.push(await follow(withoutScript, hand, seen, code))

    await act(next, hand, seen, 'Starten')
    await later()
    await act(next, hand, seen, 'Afsluiten', async (form) => {
      await hand.tick(form.getByRole('radio', { name: 'Geholpen', exact: true }))
      await hand.type(form.getByRole('textbox').first(), 'Er is rust in huis. De kinderen zijn op tijd.')
      await hand.tick(form.getByRole('radio', { name: /sluit hem af/ }))
    })
    await holderAfter('closed')

    await openFrom(school, hand, seen, 'Wacht op anderen')
    story.feedback = await school.getByRole('region', { name: 'Wat u terughoort' }).innerText()
    return story
  } finally {
    for (const context of contexts) await context.close()
  }
}

type Open = (options?: Parameters<House['visitor']>[1]) => Promise<Page>

async function searchAndFind(page: Page, hand: Hand, seen: Seen): Promise<void> {
  await page.goto('/')
  await hand.type(page.getByRole('searchbox').first(), 'hulp bij opvoeden')
  await hand.press(page.getByRole('button', { name: 'Zoek', exact: true }).first())
  await page.getByRole('heading', { level: 1, name: 'Zoeken' }).waitFor()
  const found = page.getByRole('main').getByRole('listitem').getByRole('link').first()
  await found.waitFor()
  await seen(page, 'results')
  const name = (await found.innerText()).split('\n')[0] ?? ''
  await hand.press(found)
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await seen(page, 'a service')
}

async function signIn(house: House, open: Open, hand: Hand, seen: Seen, key: DemoKey): Promise<Page> {
  const page = await open()
  await page.goto('/werk/inloggen/')
  await hand.type(page.getByLabel('E-mailadres'), house.account(key).email)
  await hand.type(page.getByLabel('Wachtwoord', { exact: true }), house.password)
  await hand.press(page.getByRole('button', { name: 'Inloggen' }))
  await page.getByRole('heading', { level: 1, name: 'Werklijst' }).waitFor()
  await page.getByText(house.account(key).name).waitFor()
  await seen(page, `work list of ${key}`)
  return page
}

async function sendSignal(page: Page, hand: Hand, seen: Seen): Promise<void> {
  await hand.press(page.getByRole('main').getByRole('link', { name: 'Signaal sturen' }).first())
  const form = page.getByRole('form', { name: 'Signaal' })
  await form.waitFor()
  await hand.pick(form.getByLabel('Waar kwam het op?'), 'School-ondersteuningsteam (SOT)')
  await hand.tick(form.getByRole('radio', { name: 'Een huishouden' }))
  await hand.type(form.getByLabel('Naam van het huishouden of van een ouder'), family)
  await hand.tick(form.getByRole('radio', { name: 'Ja', exact: true }))
  await hand.type(form.getByLabel(/Wanneer kan bellen/), 'Op werkdagen na 15.00 uur')
  await hand.tick(form.getByRole('radio', { name: 'Is het ermee eens' }))
  const about = form.getByRole('region', { name: 'Waar gaat het over?' })
  await hand.pick(about.getByLabel('Thema'), 'Opgroeien en opvoeden')
  await hand.type(form.getByLabel('Wat is er gezien?'), noticed)
  await hand.tick(form.getByRole('radio', { name: 'Eén vraag' }))
  await hand.tick(form.getByRole('radio', { name: 'Gewoon' }))
  await basis(hand, page)
  await desk(hand, page, 'Team Lindeveen-Noord')
  await seen(page, 'the signal form')
  await hand.press(form.getByRole('button', { name: 'Versturen' }))
  await page.getByRole('heading', { name: 'Uw signaal is verzonden' }).waitFor()
  await seen(page, 'the signal is sent')
}

async function makeCard(page: Page, hand: Hand, seen: Seen): Promise<string> {
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
async function follow(page: Page, hand: Hand, seen: Seen, code: string): Promise<Story['followed'][number]> {
  await page.goto('/volgen/')
  await hand.type(page.getByLabel('Uw code'), code)
  await hand.press(page.getByRole('button', { name: 'Bekijk wie aan zet is' }))
  const main = page.getByRole('main')
  await main.getByText('Wie kunt u bellen').waitFor()
  await seen(page, 'who has the ball')
  return { heading: await main.getByRole('heading', { level: 1 }).innerText(), text: await main.innerText() }
}

/** Opens the matter from a list, as one who comes to work does. */
async function openFrom(page: Page, hand: Hand, seen: Seen, list: string): Promise<void> {
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
async function act(
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

async function offer(page: Page, hand: Hand, seen: Seen, way: string, to: string): Promise<void> {
  await hand.press(page.getByRole('link', { name: way }))
  const form = page.getByRole('form', { name: 'Overdracht' })
  await form.waitFor()
  await desk(hand, page, to)
  await hand.type(
    form.getByLabel('Wat vraagt u aan de ontvanger?'),
    'Wilt u dit gezin helpen met rust en regels thuis?',
  )
  await hand.tick(form.getByRole('radio', { name: 'Gewoon' }))
  await hand.tick(form.getByRole('radio', { name: 'Ja, een warme overdracht' }))
  await basis(hand, page)
  const told = form.getByLabel('Wat hoort de verzender van het signaal?')
  if ((await told.count()) > 0) await hand.type(told, 'Wij spraken het gezin en vragen hulp bij een ander.')
  await seen(page, 'the offer')
  await hand.press(form.getByRole('button', { name: 'Aanbieden' }))
  await page.getByRole('article').getByText('aangeboden').first().waitFor()
}

async function basis(hand: Hand, page: Page): Promise<void> {
  await hand.tick(page.getByRole('radio', { name: 'Taak uit de Jeugdwet' }))
  await hand.type(page.getByLabel('Waarom moet de ontvanger dit weten?'), 'Zonder naam kan niemand dit gezin bellen.')
}

async function desk(hand: Hand, page: Page, name: string): Promise<void> {
  const group = page.getByRole('group', { name: 'Ontvangend team' })
  await hand.tick(group.getByRole('radio', { name: new RegExp(`^${name}`) }))
  const done = group.getByRole('button', { name: 'Dit team kiezen' })
  if (await done.isVisible()) await hand.press(done)
}

async function present(hand: Hand, form: ReturnType<Page['getByRole']>): Promise<void> {
  for (const who of ['De inwoner', 'De verzender', 'De ontvanger']) {
    await hand.tick(form.getByRole('checkbox', { name: who, exact: true }))
  }
}

/** What the tests of the workspace share: signing in as a role, asking the API from the page, and the rules of axe. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { DesksView } from '../../api/desks/schema.ts'
import type { DemoKey, House } from '../setup/house.ts'

/** A page in a browser of its own in which this role is signed in, standing where it begins: most at their work list. */
export async function signedIn(house: House, browser: Browser, key: DemoKey, options: BrowserContextOptions = {}) {
  const context = await house.visitor(browser, { timezoneId: 'Europe/Amsterdam', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto('/werk/inloggen/')
  await signIn(page, house, key)
  await page.waitForURL(({ pathname }) => pathname.startsWith('/werk/') && pathname !== '/werk/inloggen/')
  await page.getByText('U bent ingelogd als').waitFor({ state: 'attached' })
  if (new URL(page.url()).pathname === '/werk/') await page.getByRole('navigation', { name: 'Lijsten' }).waitFor()
  return page
}

export async function signIn(page: Page, house: House, key: DemoKey, password = house.password) {
  await page.getByLabel('E-mailadres').fill(house.account(key).email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Inloggen' }).click()
}

/** Goes a way of the workspace by its name; on a telephone it stands behind the button "Menu". */
export async function goWay(page: Page, name: string | RegExp) {
  const ways = page.getByRole('navigation', { name: 'Werkplek' })
  const menu = ways.getByRole('button', { name: /^Menu/ })
  await page.getByText('U bent ingelogd als').waitFor({ state: 'attached' })
  if (await menu.isVisible()) await menu.click()
  await ways.getByRole('link', { name }).click()
}

/** Asks the API as the page would: from its own origin, with its session. */
export async function api<Value>(page: Page, method: string, path: string, body?: unknown): Promise<Value> {
  const answer = await page.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(`/api/v1${where}`, {
        method: how as string,
        ...(how !== 'GET' && { headers: { 'Content-Type': 'application/json' }, body: what as string }),
      })
      return { status: response.status, value: (await response.json().catch(() => null)) as unknown }
    },
    [method, path, JSON.stringify(body ?? {})],
  )
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.value)}`)
  return answer.value as Value
}

const basis = { ground: 'task_jeugdwet', article: 'Jeugdwet 2.3', purpose: 'Hulp', necessity: 'Anders kan het niet.' }

/** A signal about a household, sent through the API to the team of this name; gives the ids of the matter and signal. */
export async function sentSignal(page: Page, team: string, urgency: 'normal' | 'urgent' | 'acute' = 'normal') {
  const { desks } = await api<DesksView>(page, 'GET', '/desks')
  const desk = desks.find(({ name }) => name.includes(team))
  if (!desk) throw new Error(`No desk is called ${team}`)
  const draft = await api<{ id: string; matterId: string; version: number }>(page, 'POST', '/signals', {
    matter: {
      subject: 'household',
      theme: 'geld-en-schulden',
      place: null,
      person: { name: 'Gezin aan de Beukenlaan', phone: '06 12345678', callWhen: 'na 15.00 uur' },
      involvement: 'informed',
    },
    basis,
    receiverDesk: desk.id,
    setting: 'sot',
    complexity: 'single',
    urgency,
    noticed: 'Komt zonder ontbijt op school.',
  })
  await api(page, 'POST', `/signals/${draft.id}/send`, { version: draft.version })
  return { matterId: draft.matterId, signalId: draft.id }
}

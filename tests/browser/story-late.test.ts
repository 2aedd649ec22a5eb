/**
 * Nobody answers, and then nobody plans: reminded → expired → the next desk accepts; the contact is overdue → named to the
 * team lead → planned. Days pass on the test's clock, which also runs the jobs; everything else is done on screen.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { runOnce } from '../../api/jobs/loop.ts'
import { stepsOf } from '../../api/jobs/steps.ts'
import type { Letter, Mail } from '../../api/outbox/mail.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type DemoKey, type House, openHouse } from '../setup/house.ts'
import { type Hand, pointer } from './hands.ts'
import { openStage, type Stage } from './stage.ts'
import { counted, picture } from './story-measures.ts'
import { act, basis, offer, openFrom, sendSignal, signIn } from './story-steps.ts'

let browser: Browser
let house: House
let stage: Stage
const letters: Letter[] = []
const mail: Mail = { send: async (letter) => void letters.push(letter), close: () => undefined }

beforeAll(async () => {
  browser = await launchBrowser()
  house = await openHouse()
  stage = openStage(house, browser)
}, 240_000)
// Nobody stays signed in over the days: each morning everybody begins at their own list.
afterEach(() => stage.close())
afterAll(async () => {
  await house?.close()
  await browser?.close()
})

const seen = async () => undefined
/** It is nine o'clock on this day, and the clock of the house has run. */
async function morning(day: string) {
  await stage.at(new Date(`${day}T09:00:00+01:00`))
  await runOnce(stepsOf(house.deps, mail), house.deps.log)
}
const arrive = (hand: Hand, key: DemoKey) => signIn(house, stage.open, hand, seen, key)

/** Opens what the bell says by its words. */
async function hear(page: Page, hand: Hand, words: string) {
  await hand.press(page.getByRole('link', { name: /^Berichten/ }))
  await page.getByRole('heading', { level: 1, name: 'Berichten' }).waitFor()
  await hand.press(page.getByRole('link', { name: words }).first())
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor()
}

test('reminded, expired, and accepted by the next desk', async () => {
  const { hand, report } = counted(pointer)
  const school = await arrive(hand, 'school')
  await sendSignal(school, hand, seen)
  const desk = await arrive(hand, 'teamNoord')
  await openFrom(desk, hand, seen, 'Wacht op mijn team')
  await act(desk, hand, seen, 'Oppakken')
  await offer(desk, hand, seen, 'Overdracht aanbieden', 'Aanmelding Jeugdhulp De Brug')

  // One working day before the deadline the desk that owes an answer is reminded, in the app and by mail.
  await morning('2026-11-25')
  const silent = await arrive(hand, 'jeugdhulp')
  await hear(silent, hand, 'Herinnering: er wacht een overdracht')
  await silent.getByText('morgen').first().waitFor()
  await picture(silent, 'late-reminded')
  expect(letters.some(({ to }) => to === house.account('jeugdhulp').email)).toBe(true)

  // Nobody answers. The family is back at the sender, who reads so and asks the next desk with one tap.
  await morning('2026-11-27')
  const back = await arrive(hand, 'teamNoord')
  await hear(back, hand, 'Er kwam geen antwoord op een overdracht')
  await back.getByRole('article').getByText('geen antwoord').first().waitFor()
  await picture(back, 'late-expired')
  await hand.press(back.getByRole('link', { name: 'Aanbieden aan Aanmelding Opvoedhulp Veenrand' }))
  const form = back.getByRole('form', { name: 'Overdracht' })
  await form.getByText('Voor dit team geldt een eigen grondslag').waitFor()
  await hand.press(form.getByRole('button', { name: /^Nog \d/ }))
  await basis(hand, back)
  await hand.press(form.getByRole('button', { name: 'Aanbieden' }))
  await back.getByRole('article').getByText('aangeboden').first().waitFor()

  const next = await arrive(hand, 'opvoedhulp')
  await openFrom(next, hand, seen, 'Wacht op mijn team')
  await act(next, hand, seen, 'Aannemen', async () => undefined)
  await next.getByText('Er is nog geen gesprek gepland.').waitFor()
  // Who let it pass sees nothing of it any more.
  await silent.reload()
  await silent
    .getByRole('heading', { name: 'Deze hulpvraag is er niet voor u' })
    .or(silent.getByLabel('E-mailadres'))
    .waitFor()
  expect(report('Reminded, expired, accepted by the next desk')).toEqual([])
})

test('the contact is overdue, named to the team lead, and planned', async () => {
  const { hand, report } = counted(pointer)
  // The day after the term both who owe the contact are reminded; a working day later their team leads hear it.
  await morning('2026-12-07')
  const worker = await arrive(hand, 'opvoedhulp')
  await hear(worker, hand, 'Herinnering: er wacht een overdracht')
  await worker.getByText('3 dagen te laat').first().waitFor()

  await morning('2026-12-08')
  const lead = await arrive(hand, 'teamleider')
  await picture(lead, 'late-lead-list')
  await hear(lead, hand, 'Een overdracht wacht te lang')
  await picture(lead, 'late-lead-matter')
  await act(lead, hand, seen, 'Gesprek plannen', async (plan) => {
    await hand.when(plan.getByLabel('Wanneer is het gesprek?'), '2026-12-09')
    await hand.when(plan.getByLabel('Hoe laat?'), '10:30')
    await hand.tick(plan.getByRole('radio', { name: 'Bij de inwoner thuis' }))
  })
  await lead.getByText('wo 9 december, 10:30').first().waitFor()
  await picture(lead, 'late-planned')

  const again = await arrive(hand, 'opvoedhulp')
  await hear(again, hand, 'Er is een gesprek gepland')
  await again.getByText('wo 9 december, 10:30').first().waitFor()
  expect(report('Contact overdue, named to the team lead, planned')).toEqual([])
})

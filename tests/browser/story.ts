/**
 * The main job, played through what is on screen: a school's signal about a household becomes a started and closed
 * support. Four roles (and a second receiver), each in a browser context of their own; the resident's without JavaScript
 * where it follows. `hand` is how controls are handled; `seen` looks at every screen that is reached.
 */
import type { Browser } from 'playwright-core'
import type { House } from '../setup/house.ts'
import type { Hand } from './hands.ts'
import { openStage } from './stage.ts'
import {
  type Seen,
  act,
  follow,
  makeCard,
  offer,
  openFrom,
  present,
  searchAndFind,
  sendSignal,
  signIn,
  written,
} from './story-steps.ts'

export type Story = {
  /** Who holds the matter, as the database says, after each step by name. */
  holders: [step: string, organization: string][]
  /** What the resident read: heading and text, at three moments. */
  followed: { heading: string; text: string }[]
  /** What the school read back. */
  feedback: string
}

export async function playStory(house: House, browser: Browser, hand: Hand, seen: Seen = async () => undefined) {
  const { open, later, close } = openStage(house, browser)
  try {
    const story: Story = { holders: [], followed: [], feedback: '' }
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
      hand.type(form.getByRole('textbox').first(), written.question),
    )
    await holderAfter('asked')

    await openFrom(school, hand, seen, 'Wacht op mij')
    await act(school, hand, seen, 'Beantwoorden', (form) =>
      hand.type(form.getByRole('textbox').first(), written.answer),
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
      await hand.type(form.getByRole('textbox').first(), written.closed)
      await hand.tick(form.getByRole('radio', { name: /sluit hem af/ }))
    })
    await holderAfter('closed')

    await openFrom(school, hand, seen, 'Wacht op anderen')
    story.feedback = await school.getByRole('region', { name: 'Wat u terughoort' }).innerText()
    return story
  } finally {
    await close()
  }
}

/** One family, handed over warmly, through visible controls only; with a pointer and with the keyboard alone. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'
import { type Hand, keyboard, pointer } from './hands.ts'
import { counted, type Measured } from './story-measures.ts'
import { written } from './story-steps.ts'
import { type Story, playStory } from './story.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const hands: [string, Hand][] = [
  ['a pointer', pointer],
  ['the keyboard alone', keyboard],
]

describe.each(hands)('with %s', (name, hand) => {
  let house: House
  let measured: Measured
  let story: Story
  beforeAll(async () => {
    house = await openHouse()
    measured = counted(hand)
    story = await playStory(house, browser, measured.hand)
  }, 240_000)
  afterAll(() => house.close())

  test('the one who has the ball moves when it should, and not before', () => {
    const [school, team, next] = ['OBS De Linde', 'Sociale Teams Lindeveen', 'Opvoedhulp Veenrand']
    expect(story.holders).toEqual([
      ['sent', school],
      ['taken', team],
      ['asked', team],
      ['answered', team],
      ['offered', team],
      ['declined', team],
      ['offered again', team],
      ['accepted', team],
      ['confirmed by the sender', team],
      ['confirmed by both', next],
      ['closed', next],
    ])
  })

  test('the resident reads three times who has the ball, without script, and nothing of the problem', () => {
    expect(story.followed.map(({ heading }) => heading)).toEqual([
      'Uw bericht is verstuurd',
      'We zoeken de juiste plek',
      'U bent overgedragen',
    ])
    const [first, second, third] = story.followed.map(({ text }) => text)
    expect(first).toContain('OBS De Linde')
    expect(second).toContain('Sociale Teams Lindeveen')
    expect(third).toContain('Opvoedhulp Veenrand')
    for (const { text } of story.followed) {
      for (const said of [...Object.values(written), 'Opgroeien']) expect(text).not.toContain(said)
    }
  })

  test('every next step is in sight, and the actions are counted', () => {
    expect(measured.report(`From a school's signal to closed, by six roles with ${name}`)).toEqual([])
  })

  test('the school reads what came of it', () => {
    expect(story.feedback).toContain('afgesloten')
  })
})

import { pointer } from '../browser/hands.ts'
import { playStory } from '../browser/story.ts'
import { axeFaults, widths } from '../cases/visit.ts'
import { openHouse } from '../setup/house.ts'
import type { Bench } from './bench.ts'
import { type Count, type Figure, counting } from './figure.ts'

/** Plays the story and looks at every screen it comes to, at every width; `spoil` breaks the page first. */
async function look(bench: Bench, spoil?: string): Promise<Count> {
  const house = await openHouse(await bench.cluster())
  const count = counting()
  try {
    await playStory(house, await bench.browser(), pointer, async (page, what) => {
      if (spoil)
        await page.evaluate((html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html), spoil)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        const found = await axeFaults(page)
        if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
          found.push('scrolls sideways')
        count.hold(found.length === 0, `${what} at ${width}: ${found.join('; ')}`)
      }
      await page.setViewportSize({ width: widths[0], height: 900 })
    })
  } finally {
    await house.close()
  }
  return count
}

export const axeWorkspace: Figure = {
  id: 'axe-workspace',
  what: 'screens of the story (work list, forms, a matter in each state, the card, the follow page) × widths without a finding of axe',
  run: (bench) => look(bench),
  control: async (bench) => {
    const count = await look(bench, '<button></button>')
    return { broke: 'a button without a name on each screen', ...count }
  },
}

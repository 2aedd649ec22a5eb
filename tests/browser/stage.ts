/** Where a story is played: one clock for the house and every browser, and each person in a browser of their own. */
import type { Browser, BrowserContext } from 'playwright-core'
import type { House } from '../setup/house.ts'
import type { Open } from './story-steps.ts'

export type Stage = {
  /** A page in a browser of its own, as wide and high as a desk's screen. */
  open: Open
  /** It is this moment, in the house and in every browser. */
  at: (moment: Date) => Promise<void>
  /** A minute passes. */
  later: () => Promise<void>
  close: () => Promise<void>
}

export function openStage(house: House, browser: Browser): Stage {
  const contexts: BrowserContext[] = []
  async function at(moment: Date) {
    house.setNow(moment)
    for (const context of contexts) await context.clock.setFixedTime(moment)
  }
  return {
    open: async (options = {}) => {
      const context = await house.visitor(browser, {
        viewport: { width: 1280, height: 800 },
        timezoneId: 'Europe/Amsterdam',
        ...options,
      })
      context.setDefaultTimeout(15_000)
      contexts.push(context)
      return context.newPage()
    },
    at,
    later: () => at(new Date(house.deps.now().getTime() + 60_000)),
    close: async () => {
      for (const context of contexts.splice(0)) await context.close()
    },
  }
}

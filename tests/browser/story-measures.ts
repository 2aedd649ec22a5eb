/** What a story costs: its actions counted, the next step in sight, and pictures for whoever wants to look. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Hand } from './hands.ts'

/** A hand that counts: each field that is filled and each control that is pressed is one action. */
export function counted(hand: Hand): { hand: Hand; count: () => number } {
  let actions = 0
  const one = <Given extends unknown[]>(act: (...given: Given) => Promise<void>) => {
    return (...given: Given) => {
      actions += 1
      return act(...given)
    }
  }
  return {
    hand: {
      press: one(hand.press),
      type: one(hand.type),
      pick: one(hand.pick),
      tick: one(hand.tick),
      when: one(hand.when),
    },
    count: () => actions,
  }
}

/** The next step can be seen without scrolling: all of the control lies within the window. */
export async function inSight(page: Page, what: string, next: Locator): Promise<void> {
  await next.waitFor()
  const box = await next.boundingBox()
  const { height } = page.viewportSize() ?? { height: 0 }
  expect(box && box.y >= 0 && box.y + box.height <= height, `the next step after ${what} is in sight`).toBe(true)
}

/** With `PICTURES=<folder>` a picture of the screen is kept there. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  const folder = process.env.PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage })
}

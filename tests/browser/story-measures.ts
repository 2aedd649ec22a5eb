/** What a story costs: its actions counted, the next step in sight, and pictures for whoever wants to look. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Hand } from './hands.ts'

/** What one person, or all of a story together, did: a line per story is printed, and nothing may be out of sight. */
export type Measured = {
  hand: Hand
  /** Each field that is filled and each control that is pressed is one action. */
  count: () => number
  /** Prints what the story cost; gives every next step that could not be seen without scrolling. */
  report: (story: string) => string[]
}

/**
 * A hand that counts, and looks before it acts: what is pressed, and the first thing done on each new screen, is the next
 * step there, and must lie in the window as it stands. Fields further down in a form may need scrolling.
 */
export function counted(hand: Hand): Measured {
  let actions = 0
  let looked = 0
  const hidden: string[] = []
  const screens = new WeakMap<Page, string>()

  async function look(control: Locator, isPress: boolean) {
    const page = control.page()
    await control.waitFor()
    const screen = await page.evaluate(screenOf)
    const isNew = screens.get(page) !== screen
    screens.set(page, screen)
    // On a telephone everything is scrolled; the promise is of a desk's screen.
    if ((!isPress && !isNew) || (page.viewportSize()?.width ?? 0) < 1280) return
    looked += 1
    let where = await control.evaluate(whereIs)
    // A screen that is still drawn anew is not yet what somebody acts on.
    for (let times = 0; where && times < 10; times += 1) {
      await page.waitForTimeout(100)
      where = await control.evaluate(whereIs)
    }
    if (where) hidden.push(`${screen}: ${String(control).replace(/^.*internal:/, '')} ${where}`)
  }
  const one = <Given extends [Locator, ...unknown[]]>(act: (...given: Given) => Promise<void>, isPress = false) => {
    return async (...given: Given) => {
      actions += 1
      await look(given[0], isPress)
      return act(...given)
    }
  }
  return {
    hand: {
      press: one(hand.press, true),
      type: one(hand.type),
      pick: one(hand.pick),
      tick: one(hand.tick),
      when: one(hand.when),
    },
    count: () => actions,
    report: (story) => {
      const seen = `${looked - hidden.length} of ${looked} next steps in sight`
      process.stdout.write([`${story}: ${actions} actions, ${seen}`, ...hidden, ''].join('\n'))
      return hidden
    },
  }
}

/** What makes one screen another: its address, its heading, and the form or dialog that is open on it. Runs in the page. */
function screenOf(): string {
  const named = [...document.querySelectorAll('h1, dialog[open] h2, form h3')].map((each) => each.textContent?.trim())
  return [location.pathname, ...named].join(' | ')
}

/**
 * Where a control stands when it is not in sight; null when all of it is, and nothing lies over it. A choice is in sight
 * when its first option is; a field of a long form also when the bar in sight names what is still empty, with the way to it.
 * Runs in the page.
 */
function whereIs(control: Element): string | null {
  const hidden = (element: Element): string | null => {
    const { top, bottom, left, right } = element.getBoundingClientRect()
    if (top < 0) return `ends ${Math.round(-top)} px above the window`
    if (bottom > innerHeight) return `ends ${Math.round(bottom - innerHeight)} px below the window`
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    const label = (element as HTMLInputElement).labels?.[0]
    const isFree = over && (element.contains(over) || over.contains(element) || label?.contains(over))
    return isFree ? null : 'lies under something'
  }
  const { type, name } = control as HTMLInputElement
  const first = type === 'radio' ? document.getElementsByName(name)[0] : null
  const isField = control.matches('input, select, textarea')
  const ways = [...document.querySelectorAll('button')].filter((each) => /^Nog \d+: /.test(each.textContent ?? ''))
  if (isField && ways.some((way) => hidden(way) === null)) return null
  return hidden(first ?? control)
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

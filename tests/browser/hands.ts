/** How a person handles what they see: with a pointer, or with the keyboard alone. Both know controls by what they are called. */
import type { Locator, Page } from 'playwright-core'

export type Hand = {
  press(control: Locator): Promise<void>
  type(field: Locator, text: string): Promise<void>
  /** One option of a select, by what it says. */
  pick(select: Locator, option: string): Promise<void>
  /** A radio or a checkbox. */
  tick(box: Locator): Promise<void>
  /** A day (`2026-11-25`) or a time (`10:30`). */
  when(field: Locator, value: string): Promise<void>
}

export const pointer: Hand = {
  press: (control) => control.click(),
  type: (field, text) => field.fill(text),
  pick: async (select, option) => void (await select.selectOption({ label: option })),
  // A click and not `check`: some choices close the list they stand in.
  tick: (box) => box.click(),
  when: (field, value) => field.fill(value),
}

const hasFocus = (control: Locator) => control.evaluate((element) => element === document.activeElement)

/** Tab until the control has the focus, as one does; a control that cannot be reached fails. */
async function reach(control: Locator, is = hasFocus): Promise<void> {
  await control.waitFor()
  for (let pressed = 0; pressed < 250; pressed += 1) {
    if (await is(control)) return
    await control.page().keyboard.press('Tab')
  }
  throw new Error(`Not reached with Tab: ${String(control)}`)
}

/** A group of radios is one stop: the focus is on any of them. */
const groupHasFocus = (radio: Locator) =>
  radio.evaluate((element) => {
    const focused = document.activeElement
    return (
      focused instanceof HTMLInputElement &&
      focused.type === 'radio' &&
      focused.name === (element as HTMLInputElement).name
    )
  })

const pressKey = (control: Locator, key: string) => control.page().keyboard.press(key)

export const keyboard: Hand = {
  press: async (control) => {
    await reach(control)
    await pressKey(control, 'Enter')
  },
  type: async (field, text) => {
    await reach(field)
    await pressKey(field, 'Control+A')
    await field.page().keyboard.insertText(text)
  },
  pick: async (select, option) => {
    await reach(select)
    const chosen = () => select.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label ?? '')
    await pressKey(select, 'Home')
    for (let step = 0; (await chosen()) !== option; step += 1) {
      if (step > 60) throw new Error(`No option "${option}" with the arrow keys`)
      await pressKey(select, 'ArrowDown')
    }
  },
  tick: async (box) => {
    const isRadio = (await box.getAttribute('type')) === 'radio'
    await reach(box, isRadio ? groupHasFocus : hasFocus)
    for (let step = 0; isRadio && !(await hasFocus(box)); step += 1) {
      if (step > 40) throw new Error(`Not reached with the arrow keys: ${String(box)}`)
      await pressKey(box, 'ArrowDown')
    }
    if (!(await box.isChecked())) await pressKey(box, 'Space')
  },
  when: async (field, value) => {
    await reach(field)
    await typeDigits(field.page(), field, value)
  },
}

/** Days and (morning) times are typed part by part, in the order of the browser's language. */
async function typeDigits(page: Page, field: Locator, value: string): Promise<void> {
  const [year = '', month = '', day = ''] = value.split('-')
  const time = value.replace(':', '')
  const orders = value.includes(':') ? [time, `${time}A`] : [`${day}${month}${year}`, `${month}${day}${year}`]
  for (const order of orders) {
    for (const sign of order) await page.keyboard.press(sign)
    if ((await field.inputValue()) === value) return
    // Back to the first part for the other order.
    for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowLeft')
  }
  throw new Error(`"${value}" cannot be typed here: ${await field.inputValue()}`)
}

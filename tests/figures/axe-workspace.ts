import { type Figure, counting } from './figure.ts'
import { lookAt } from './played.ts'

export const axeWorkspace: Figure = {
  id: 'axe-workspace',
  what: 'screens of the story (work list, forms, a matter as it goes, the card, the follow page) × widths without a finding of axe',
  run: async (bench) => {
    const count = counting()
    for (const { what, width, faults } of (await bench.played()).screens) {
      count.hold(faults.length === 0, `${what} at ${width}: ${faults.join('; ')}`)
    }
    return count
  },
  control: async (bench) => {
    const { house } = await bench.played()
    const context = await house.visitor(await bench.browser())
    const page = await context.newPage()
    await page.goto('/werk/inloggen/')
    await page.getByRole('button', { name: 'Inloggen' }).waitFor()
    await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<button></button>'))
    const count = counting()
    for (const { faults } of await lookAt(page, 'sign in')) count.hold(faults.length === 0, faults.join('; '))
    await context.close()
    return { broke: 'a button without a name where one signs in', ...count }
  },
}

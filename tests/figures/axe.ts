import { widths } from '../cases/visit.ts'
import { type Figure, counting } from './figure.ts'
import { tamperedVisit } from './tampered.ts'

export const axe: Figure = {
  id: 'axe-public',
  what: 'public pages × widths (360, 1280) without a finding of axe and without scrolling sideways',
  run: async (bench) => {
    const count = counting()
    for (const { path, faults, tooWide } of await bench.visits()) {
      for (const width of widths) {
        const found = faults.filter((fault) => fault.endsWith(`(at ${width})`))
        if (tooWide.includes(width)) found.push(`scrolls sideways (at ${width})`)
        count.hold(found.length === 0, `${path} ${found.join('; ')}`)
      }
    }
    return count
  },
  control: async (bench) => {
    const { faults } = await tamperedVisit(bench, '/', {
      html: (html) => html.replace('</main>', '<img src="/icoon.svg"><button></button></main>'),
    })
    return {
      broke: 'a picture and a button without a name on the home page',
      tried: 1,
      held: faults.length === 0 ? 1 : 0,
      lost: faults,
    }
  },
}

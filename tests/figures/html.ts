import { htmlFaults, htmlOf } from '../cases/published.ts'
import { sitePages } from '../cases/site-pages.ts'
import { type Figure, counting } from './figure.ts'

export const html: Figure = {
  id: 'html',
  what: 'pages of the published site, the workspace included, that an HTML validator finds nothing wrong with',
  run: async (bench) => {
    const { siteFolder } = await bench.house()
    const count = counting()
    for (const path of sitePages(siteFolder)) {
      const faults = await htmlFaults(htmlOf(siteFolder, path))
      count.hold(faults.length === 0, `${path} ${faults.slice(0, 3).join('; ')}`)
    }
    return count
  },
  control: async (bench) => {
    const { siteFolder } = await bench.house()
    const home = htmlOf(siteFolder, '/')
    const planted = [
      ['<h1', '<h1 id="inhoud"', 'no-dup-id'],
      ['</main>', '<ul><p>blok</p></ul></main>', 'element-permitted-content'],
      ['</main>', '<input type="text"></main>', 'input-missing-label'],
    ] as const
    const seen: string[] = []
    for (const [from, to, rule] of planted) {
      const faults = await htmlFaults(home.replace(from, to))
      if (faults.some((fault) => fault.startsWith(rule))) seen.push(rule)
    }
    // One that is not noticed is as bad as none: the control is red only when all are.
    const held = seen.length === planted.length ? 0 : planted.length
    return {
      broke: 'an id twice, a paragraph straight in a list, and a field without a name on the home page',
      tried: planted.length,
      held,
      lost: seen,
    }
  },
}

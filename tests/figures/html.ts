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
    const count = counting()
    for (const [from, to] of [
      ['<h1', '<h1 id="inhoud"'],
      ['</main>', '<ul><p>blok</p></ul></main>'],
      ['</main>', '<input type="text"></main>'],
    ] as const) {
      const faults = await htmlFaults(home.replace(from, to))
      count.hold(faults.length === 0, faults.join('; '))
    }
    return {
      broke: 'an id twice, a paragraph straight in a list, and a field without a name on the home page',
      ...count,
    }
  },
}

import { randomBytes } from 'node:crypto'
import { sitePages } from '../cases/site-pages.ts'
import { visit } from '../cases/visit.ts'
import type { Bench } from './bench.ts'
import { type Figure, counting } from './figure.ts'
import { tamperedVisit } from './tampered.ts'

/** Bytes over the wire for a first visit. Source: issue 3, "Done means" 2; following a code weighs what home may. */
const HOME = 60_000
const SERVICE = 40_000

/** Which pages: home, the page for whoever got a code on paper, and services. */
async function pagesOf(bench: Bench): Promise<string[]> {
  const { siteFolder } = await bench.house()
  const services = sitePages(siteFolder).filter((path) => /^\/aanbod\/.+/.test(path))
  const every = bench.full ? 1 : Math.ceil(services.length / 12)
  return ['/', '/volgen/', ...services.filter((_, index) => index % every === 0)]
}

const allowed = (path: string) => (path.startsWith('/aanbod/') ? SERVICE : HOME)

export const weight: Figure = {
  id: 'weight',
  what: 'first visits within 60 kB (home, following with a code) and 40 kB (a service), everything together as it came over the wire',
  run: async (bench) => {
    const { url, visitor } = await bench.house()
    const browser = await bench.browser()
    const count = counting()
    for (const path of await pagesOf(bench)) {
      const context = await visitor(browser)
      const { bytes } = await visit(context, url, path)
      await context.close()
      count.hold(bytes > 0 && bytes <= allowed(path), `${path} ${(bytes / 1000).toFixed(1)} kB`)
    }
    return count
  },
  control: async (bench) => {
    const more = randomBytes(60_000).toString('base64')
    const { bytes } = await tamperedVisit(bench, '/', {
      html: (html) => html.replace('</main>', `<!-- ${more} --></main>`),
    })
    const lost = [`home ${(bytes / 1000).toFixed(1)} kB`]
    return { broke: '80 kB of noise on the home page', tried: 1, held: bytes <= HOME ? 1 : 0, lost }
  },
}

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brokenLinks, htmlOf, linksIn } from '../cases/published.ts'
import { sitePages } from '../cases/site-pages.ts'
import { houseOn } from '../setup/house.ts'
import { type Figure, counting } from './figure.ts'

export const links: Figure = {
  id: 'links',
  what: 'links, pictures, styles and forms of the published site that arrive, and whose fragment names something',
  run: async (bench) => {
    const { url, siteFolder } = await bench.house()
    const pages = sitePages(siteFolder)
    const broken = await brokenLinks(url, siteFolder, pages, houseOn)
    const tried = pages.flatMap((path) => linksIn(htmlOf(siteFolder, path), path, url)).length
    return { tried, held: tried - broken.length, lost: broken, more: `${pages.length} pages` }
  },
  control: async (bench) => {
    const { url, siteFolder } = await bench.house()
    const folder = await mkdtemp(join(tmpdir(), 'voordeur-links-'))
    try {
      await cp(join(siteFolder, 'index.html'), join(folder, 'index.html'))
      const page = await readFile(join(folder, 'index.html'), 'utf8')
      const wrong = ['/aanbod/is-er-niet/', '/over/#is-er-niet', 'https://', '/plaatje.png']
      const more = wrong.map((to) => `<a href="${to}">x</a>`).join('')
      await writeFile(join(folder, 'index.html'), page.replace('</main>', `${more}</main>`))
      const broken = await brokenLinks(url, folder, ['/'], houseOn)
      const count = counting()
      for (const to of wrong) {
        count.hold(!broken.some((line) => line.includes(to.replace(/^https:\/\/$/, 'broken:'))), `${to} is found`)
      }
      return { broke: 'a page, a fragment, an address and a picture that are not there, on the home page', ...count }
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}

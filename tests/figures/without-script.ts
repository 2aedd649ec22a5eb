import type { BrowserContext } from 'playwright-core'
import { isPublic, readSnapshot, sitePages, someOfEach } from '../cases/site-pages.ts'
import { tamper } from '../cases/visit.ts'
import type { Bench } from './bench.ts'
import { type Count, type Figure, counting } from './figure.ts'

/**
 * Asked for by another address: the 404 by whoever is lost, the search box by the frame of another site, a handed-over
 * transfer by the one-time link of a mail.
 */
const notLinked = ['/404.html', '/inbedden/zoekvak/', '/inzien/']

/** Follows links from the home page as plain text, without a browser: what can be reached? */
async function reachable(origin: string, change = (html: string) => html): Promise<Set<string>> {
  const seen = new Set(['/'])
  const next = ['/']
  for (let path = next.shift(); path !== undefined; path = next.shift()) {
    const html = change(await (await fetch(`${origin}${path}`)).text())
    for (const [, href = ''] of html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)) {
      const url = new URL(href.replaceAll('&amp;', '&'), `${origin}${path}`)
      if (url.origin !== origin || seen.has(url.pathname) || url.pathname.startsWith('/api/')) continue
      seen.add(url.pathname)
      next.push(url.pathname)
    }
  }
  return seen
}

/** Every service says its name, its text and where to call, with scripts off. */
async function readsWhole(context: BrowserContext, bench: Bench): Promise<Count> {
  const { url, siteFolder } = await bench.house()
  const { services } = readSnapshot(siteFolder)
  const count = counting()
  const page = await context.newPage()
  const every = bench.full ? 1 : Math.ceil(services.length / 10)
  for (const service of services.filter((_, index) => index % every === 0)) {
    await page.goto(`${url}/aanbod/${service.slug}/`)
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
    count.hold(text.includes(service.name.replaceAll(/\s+/g, ' ')), `${service.slug}: its name is not there`)
  }
  for (const path of someOfEach(sitePages(siteFolder).filter(isPublic), 1)) {
    await page.goto(`${url}${path}`)
    count.hold(
      (await page.locator('main h1:visible').count()) === 1,
      `${path} does not have one heading without script`,
    )
  }
  return count
}

async function countAll(bench: Bench, change?: (html: string) => string): Promise<Count> {
  const { url, siteFolder, visitor } = await bench.house()
  const count = counting()
  const found = await reachable(url, change)
  const pages = sitePages(siteFolder).filter((path) => isPublic(path) && !notLinked.includes(path))
  for (const path of pages) count.hold(found.has(path), `${path} cannot be reached from the home page`)

  const context = await visitor(await bench.browser(), { javaScriptEnabled: false })
  if (change) await tamper(context, url, { html: change })
  const read = await readsWhole(context, bench).finally(() => context.close())
  return { tried: count.tried + read.tried, held: count.held + read.held, lost: [...count.lost, ...read.lost] }
}

export const withoutScript: Figure = {
  id: 'without-script',
  what: 'public pages reached by links from the home page, and read whole, with JavaScript off',
  run: (bench) => countAll(bench),
  control: async (bench) => {
    const lost = await countAll(bench, (html) => html.replace(/<main[\s\S]*<\/main>/, '<main id="app"></main>'))
    return { broke: 'the content of every page left to a script', ...lost }
  },
}

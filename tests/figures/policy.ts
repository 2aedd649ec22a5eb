import type { BrowserContext } from 'playwright-core'
import { settled } from '../cases/settled.ts'
import { isPublic, sitePages, someOfEach } from '../cases/site-pages.ts'
import { tamper } from '../cases/visit.ts'
import { type Count, type Figure, counting, inLanes } from './figure.ts'

/** What the browser itself reports, whoever catches it: kept by the page before anything of ours runs. */
const listen = `(() => {
  window.__stopped = []
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
    window.__stopped.push([effectiveDirective, blockedURI, sourceFile, lineNumber].join(' ')))
})()`

const asksWho = (path: string) => !isPublic(path) && path !== '/werk/inloggen/'

/** Every page is opened in a browser, and pressed where something is loaded later; nothing may be stopped. */
async function crawl(context: BrowserContext, url: string, paths: readonly string[]): Promise<Count> {
  const count = counting()
  await context.addInitScript(listen)
  const pages = await Promise.all([1, 2, 3].map(() => context.newPage()))
  await inLanes(paths, pages, async (path, page) => {
    const said: string[] = []
    const hear = (message: { text: () => string }) => {
      if (/content security policy/i.test(message.text())) said.push(message.text().slice(0, 200))
    }
    page.on('console', hear)
    const response = await settled(page, async () => {
      const first = await page.goto(`${url}${path}`)
      // Who is not signed in is led there, by more than one island: what was stopped is asked of the page where that ends.
      if (asksWho(path)) await page.getByRole('heading', { name: 'Inloggen' }).waitFor()
      return first
    })
    const later = page
      .locator('.vd-small-map button, [data-keep] button, [data-read-aloud] button')
      .locator('visible=true')
    for (const button of await later.all()) await button.click().catch(() => undefined)
    const stopped = await page.evaluate<string[]>('window.__stopped')
    const policy = response?.headers()['content-security-policy'] ?? ''
    count.hold(
      policy.includes("default-src 'none'") && !policy.includes('unsafe'),
      `${path} has the policy "${policy}"`,
    )
    count.hold(stopped.length + said.length === 0, `${path} ${[...stopped, ...said].join('; ')}`)
    page.off('console', hear)
  })
  return count
}

export const policy: Figure = {
  id: 'policy',
  what: 'pages of the published site with a strict Content-Security-Policy that had to stop nothing, pressed where something loads later',
  run: async (bench) => {
    const { url, siteFolder, visitor } = await bench.house()
    const pages = sitePages(siteFolder)
    const context = await visitor(await bench.browser())
    return crawl(context, url, bench.full ? pages : someOfEach(pages, 3)).finally(() => context.close())
  },
  control: async (bench) => {
    const { url, siteFolder, visitor } = await bench.house()
    const context = await visitor(await bench.browser())
    await tamper(context, url, { html: (html) => html.replace('</main>', '<script>1</script></main>') })
    const few = someOfEach(sitePages(siteFolder), 1).slice(0, 9)
    const count = await crawl(context, url, few).finally(() => context.close())
    return { broke: 'a script of nobody on every page', ...count }
  },
}

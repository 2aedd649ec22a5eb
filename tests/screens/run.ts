/** `npm run screens`: the pictures of the README, taken of the demo in a real browser at 360 and 1280 px. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../setup/browser.ts'
import { startCluster } from '../setup/cluster.ts'
import { openHouse } from '../setup/house.ts'

const folder = join(import.meta.dirname, '../../docs/screens')
const widths = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]

/** What is shown, and until when one waits before the picture is taken. */
const pictures: { name: string; path: string; ready: (page: Page) => Promise<unknown> }[] = [
  { name: 'start', path: '/', ready: (page) => page.getByRole('heading', { level: 1 }).waitFor() },
  {
    name: 'resultaten',
    path: '/zoeken/#q=ik%20kan%20mijn%20rekeningen%20niet%20betalen',
    ready: (page) => page.getByRole('article').first().waitFor(),
  },
  {
    name: 'aanbod',
    path: '/aanbod/hulp-bij-schulden/',
    ready: (page) => page.locator('.vd-now--said').first().waitFor(),
  },
  { name: 'wegwijzer', path: '/wegwijzer/', ready: (page) => page.locator('.vd-guide').waitFor() },
  {
    name: 'english',
    path: '/en/aanbod/hulp-bij-schulden/',
    ready: (page) => page.locator('.vd-now--said').first().waitFor(),
  },
]

const { cluster, stop } = await startCluster()
const house = await openHouse(cluster)
const browser = await launchBrowser()
try {
  await mkdir(folder, { recursive: true })
  for (const viewport of widths) {
    const context = await house.visitor(browser, { viewport })
    const page = await context.newPage()
    for (const { name, path, ready } of pictures) {
      await page.goto(path, { waitUntil: 'networkidle' })
      await ready(page)
      await page.evaluate('document.fonts.ready')
      const file = `${name}-${viewport.width}.png`
      await page.screenshot({ path: join(folder, file) })
      console.log(`docs/screens/${file}`)
    }
    await context.close()
  }
} finally {
  await browser.close()
  await house.close()
  await stop()
}

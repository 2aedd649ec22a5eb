/** The search box in a frame of another site: allowed where it is named, refused elsewhere, and no words on the wire. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { listen } from '../../api/http/listen.ts'
import { launchBrowser } from '../setup/browser.ts'
import { type House, openHouse } from '../setup/house.ts'

let house: House
let browser: Browser

beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** Another site, with the search box in one line of HTML. */
async function otherSite(framed: () => string) {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(
      `<!doctype html><title>Gemeente</title><iframe src="${framed()}/inbedden/zoekvak/" title="Zoek hulp"></iframe>`,
    )
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

test('the site that is named may frame it, another may not', async () => {
  let address = ''
  const [town, stranger] = [await otherSite(() => address), await otherSite(() => address)]
  const server = await listen({ host: 'localhost', port: 0 }, (request) =>
    createApp({ ...house.deps, embedOrigins: [town.origin] }).fetch(request),
  )
  address = server.url
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url().split('#')[0] ?? ''))

  await page.goto(stranger.origin, { waitUntil: 'networkidle' })
  expect(await page.frameLocator('iframe').getByLabel('Wat zoekt u?').count()).toBe(0)

  await page.goto(town.origin, { waitUntil: 'networkidle' })
  const box = page.frameLocator('iframe')
  await box.getByLabel('Wat zoekt u?').fill('hulp met brieven')
  await box.getByRole('button', { name: 'Zoek' }).click()
  await page.waitForURL(`${server.url}/zoeken/**`)
  expect(new URL(page.url()).hash).toContain('hulp%20met%20brieven')
  await page.getByRole('heading', { name: /resultaten$/ }).waitFor()
  expect(asked.filter((url) => url.includes('brieven'))).toEqual([])

  await page.close()
  await server.close()
  town.close()
  stranger.close()
})

/** Reading aloud: only with a voice of the device, in Dutch; it can be stopped, and nothing leaves the device. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled } from '../cases/settled.ts'
import { axeFaults } from '../cases/visit.ts'
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

type Voice = { lang: string; localService: boolean }
const PAGE = '/aanbod/hulp-bij-schulden/'

/** The test browser has no voices of its own: these stand in for those of a telephone, and write down what they read. */
const withVoices = (voices: Voice[]) => `(() => {
  const voices = ${JSON.stringify(voices)}
  window.__read = []
  const synthesis = new EventTarget()
  Object.assign(synthesis, {
    getVoices: () => voices,
    speak: (piece) => window.__read.push([piece.voice.lang, piece.text]),
    cancel: () => window.__read.push('stop'),
  })
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
})()`

async function open(voices: Voice[], path = PAGE) {
  const context = await house.visitor(browser, { viewport: { width: 360, height: 800 } })
  await context.addInitScript(withVoices(voices))
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await settled(page, () => page.goto(path))
  return { context, page, asked, read: () => page.evaluate<(string | [string, string])[]>('window.__read') }
}

test.each<[string, Voice[]]>([
  ['no voice', []],
  ['a voice of a network only', [{ lang: 'nl-NL', localService: false }]],
  ['a voice in another language', [{ lang: 'en-GB', localService: true }]],
])('with %s there is no button', async (_, voices) => {
  const { context, page } = await open(voices)
  expect(await page.locator('[data-read-aloud]').isVisible()).toBe(false)
  await context.close()
})

test('without script there is no button', async () => {
  const context = await house.visitor(browser, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(PAGE)
  expect(await page.locator('[data-read-aloud]').isVisible()).toBe(false)
  await context.close()
})

test('a local Dutch voice reads the page from its name on, can be stopped, and asks nothing of anybody', async () => {
  const { context, page, asked, read } = await open([
    { lang: 'nl-NL', localService: false },
    { lang: 'nl-BE', localService: true },
  ])
  const before = asked.length
  await page.getByRole('button', { name: 'Lees deze pagina voor' }).click()
  const pieces = await read()
  expect(pieces[0]).toEqual(['nl-BE', 'Hulp bij schulden'])
  const text = pieces.map((piece) => piece[1]).join(' ')
  expect(text).toMatch(/Kunt u uw rekeningen niet meer betalen\?.*Aanmelden.*Kosten.*Waar/s)
  expect(text).not.toContain('Zet op mijn lijst')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Stop met voorlezen' }).click()
  expect((await read()).at(-1)).toBe('stop')
  await page.getByRole('button', { name: 'Lees deze pagina voor' }).waitFor()
  expect(asked.slice(before)).toEqual([])
  await context.close()
})

test('an English page reads its Dutch text only', async () => {
  const { context, page, read } = await open([{ lang: 'nl-NL', localService: true }], `/en${PAGE}`)
  await page.getByRole('button', { name: 'Read the Dutch text aloud' }).click()
  const text = (await read()).map((piece) => piece[1]).join(' ')
  expect(text).toContain('Kunt u uw rekeningen niet meer betalen?')
  expect(text).not.toMatch(/How to apply|You can go here/)
  await context.close()
})

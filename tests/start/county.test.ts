/**
 * A real county's directory by the commands a municipality types: import, import again, publish, start, and then
 * somebody searches it. Runs where the data stand beside the project; says so where not.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../setup/browser.ts'
import { wholeList } from '../cases/whole-list.ts'
import { type Server, freePort, killAll, serversOf, startServer } from './server.ts'

const root = resolve(import.meta.dirname, '../..')
const county = join(root, '../shared/data/san-mateo')
const isHere = existsSync(join(county, 'datapackage.json'))

describe.runIf(isHere)('a real county in an installation of its own', () => {
  let folder: string
  let server: Server
  let browser: Browser

  /** What a command says and ends with. */
  const command = (file: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, PG_BIN: process.env.PG_BIN, DATA_DIR: folder, LOG_LEVEL: 'silent' },
    })
    return { status, said: `${stdout}${stderr}` }
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'voordeur-county-'))
    chmodSync(folder, 0o711)
  })

  afterAll(async () => {
    await browser?.close()
    server?.signal('SIGTERM')
    await server?.ended
    killAll()
    for (const pid of serversOf(folder)) process.kill(pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  test('the import takes every row, and the same package again changes nothing', () => {
    const first = command('api/hsds/import-cli.ts', county)
    expect(first).toMatchObject({ status: 0 })
    expect(first.said).toMatch(/service +1686 +1686 +0 +0 +0/)
    const second = command('api/hsds/import-cli.ts', county)
    expect(second).toMatchObject({ status: 0 })
    expect(second.said).toMatch(/service +1686 +0 +0 +1686 +0/)
  })

  test('the site is published and served', async () => {
    expect(command('api/publish/publish-cli.ts')).toMatchObject({ status: 0 })
    server = startServer(await freePort(), { DATA_DIR: folder, DEMO: '0' })
    await server.answered
    browser = await launchBrowser()
  })

  test.each(['food pantry', 'legal aid'])('"%s" is found and stands on the map', async (asked) => {
    const page = await browser.newPage({
      baseURL: `http://localhost:${server.port}`,
      viewport: { width: 1280, height: 900 },
    })
    await page.goto('/')
    await page.getByLabel('Wat zoekt u?').fill(asked)
    await page.getByLabel('Wat zoekt u?').press('Enter')
    await page.getByRole('heading', { name: /^\d+ resultat/ }).waitFor()
    await wholeList(page)
    const cards = page.locator('.vd-list .vd-card')
    expect(await cards.count()).toBeGreaterThan(3)
    const texts = (await cards.allInnerTexts()).map((text) => text.toLowerCase())
    const [first = '', last = ''] = asked.split(' ')
    expect(texts.slice(0, 3).every((text) => text.includes(first) || text.includes(last))).toBe(true)
    await page.locator('.vd-pin').first().waitFor()
    const named = await page.locator('.vd-pin-holder').evaluateAll((pins) => pins.map((pin) => pin.ariaLabel))
    expect(named.length).toBeGreaterThan(1)
    expect(named.filter((name) => !name)).toEqual([])
    await page.close()
  })
})

test.runIf(!isHere)('the county directory is not on this machine: its site was not tried', () => {
  expect(isHere).toBe(false)
})

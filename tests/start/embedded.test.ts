import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from '../../api/embedded/start.ts'
import { watchOver } from '../setup/watchdog.ts'
import { serversOf } from './server.ts'

let dataDir: string
let watchdog: ReturnType<typeof watchOver>
const start = () => startEmbedded({ dataDir, pgBin: process.env.PG_BIN ?? null })

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'voordeur-embedded-'))
  chmodSync(dataDir, 0o711)
  watchdog = watchOver(dataDir)
})
afterAll(async () => {
  await watchdog.dismiss()
  rmSync(dataDir, { recursive: true, force: true })
})

async function ask(url: string, text: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows[0]
  } finally {
    await client.end()
  }
}

test('it keeps what it acknowledged, sorts in Dutch, and listens on a socket of its own only', async () => {
  const embedded = await start()
  try {
    const settings = 'fsync full_page_writes synchronous_commit data_checksums listen_addresses'.split(' ')
    const asked = settings.map((name) => `current_setting('${name}') as ${name}`).join(', ')
    expect(await ask(embedded.url, `select ${asked}`)).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      listen_addresses: '',
    })
    expect(
      await ask(embedded.url, `select array_agg(w order by w) as words from unnest('{b,É,a,f}'::text[]) w`),
    ).toEqual({
      words: ['a', 'b', 'É', 'f'],
    })
    const socketFolder = new URL(embedded.url).searchParams.get('host') ?? ''
    expect(socketFolder.length).toBeLessThanOrEqual(100)
    expect(statSync(socketFolder).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  } finally {
    await embedded.stop()
  }
  expect(serversOf(dataDir)).toEqual([])
})

test('nobody comes in without the password', async () => {
  const embedded = await start()
  try {
    const stranger = new URL(embedded.url)
    stranger.password = 'guessed'
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  } finally {
    await embedded.stop()
  }
})

test('a test run that is killed leaves no server and no folder behind', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'voordeur-run-'))
  chmodSync(temporary, 0o711)
  const script = `const { ownServer } = await import(${JSON.stringify(join(import.meta.dirname, '../setup/cluster.ts'))})
    await ownServer()
    console.log('ready')
    setInterval(() => undefined, 1000)`
  const run = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(run.stdout, 'data')
  expect(serversOf(temporary)).not.toEqual([])
  run.kill('SIGKILL')
  await expect.poll(() => [serversOf(temporary), readdirSync(temporary)], { timeout: 8000 }).toEqual([[], []])
  rmSync(temporary, { recursive: true })
})

test('many who come and go at once each get a database that works, and the last one puts out the light', async () => {
  const visit = async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const embedded = await start()
      expect(await ask(embedded.url, 'select 1 as one')).toEqual({ one: 1 })
      await embedded.stop()
    }
  }
  await Promise.all([visit(), visit(), visit()])
  expect(serversOf(dataDir)).toEqual([])
})

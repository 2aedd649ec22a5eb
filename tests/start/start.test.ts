import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../setup/cluster.ts'
import { type Server, freePort, killAll, serversOf, startServer } from './server.ts'

const nobody = { uid: 65534, gid: 65534 }
const reaches = (user: typeof nobody, folder: string) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], user).status === 0
const isRoot = process.getuid?.() === 0
const folders: string[] = []

/** A folder for one installation, which another user may pass through. */
function dataFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'voordeur-start-'))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

afterAll(() => {
  killAll()
  for (const folder of folders) {
    for (const pid of serversOf(folder)) process.kill(pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }
})

const nextTurn = () => new Promise((done) => setTimeout(done, 50))

async function allGone(folder: string): Promise<number[]> {
  for (let turn = 0; turn < 40 && serversOf(folder).length > 0; turn += 1) await nextTurn()
  return serversOf(folder)
}

describe('one installation, started and ended in every way', () => {
  let folder: string
  let port: number
  let server: Server
  /** How long the start takes that makes everything: what later ones are held against, on whatever machine. */
  let first: number
  beforeAll(async () => {
    folder = dataFolder()
    port = await freePort()
  })
  const start = () => startServer(port, { DATA_DIR: folder })
  const home = () => fetch(`http://localhost:${port}/`)

  test('the first start makes everything, publishes the demo, and says where to go and how to sign in', async () => {
    server = start()
    first = await server.answered
    await expect.poll(server.said).toContain(`Voordeur is open at http://localhost:${port}`)
    expect(server.said()).toContain('Database: made')
    expect(server.said()).toMatch(/Demo accounts .* with the password \S+\n +\S+@voorbeeld\.example/)
    expect((await home()).status).toBe(200)
    expect(await (await home()).text()).toContain('Lindeveen')
  })

  test('a second one beside it is told in one sentence what is in its way', async () => {
    const second = start()
    expect(await second.ended).toBe(1)
    expect(second.said()).toBe(
      `Port ${port} is in use, perhaps by a Voordeur that already runs. ` +
        `Choose another, for instance: PORT=${port + 1} npm start\n`,
    )
  })

  test('on another port it shares the database, and leaving does not stop it for the first', async () => {
    const second = startServer(await freePort(), { DATA_DIR: folder, PUBLIC_URL: `http://localhost:${port}` })
    await second.answered
    expect(second.said()).toContain('Database: already running')
    second.signal('SIGTERM')
    expect(await second.ended).toBe(0)
    expect((await fetch(`http://localhost:${port}/api/v1/none`)).status).toBe(404)
    expect(serversOf(folder)).not.toEqual([])
  })

  test('Ctrl-C stops everything within ten seconds', async () => {
    const begun = performance.now()
    server.signal('SIGINT', true)
    expect(await server.ended).toBe(0)
    expect(performance.now() - begun).toBeLessThan(10_000)
    expect(await allGone(folder)).toEqual([])
  })

  test('the next start reuses everything, in a fraction of the time', async () => {
    server = start()
    expect(await server.answered).toBeLessThan(first / 2)
    await expect.poll(server.said).toContain('Voordeur is open')
    expect(server.said()).toContain('Database: started')
    expect(server.said()).toContain('Tables: up to date')
    expect(server.said()).not.toMatch(/Site|Revision|Demo municipality/)
    expect((await home()).status).toBe(200)
  })

  test('after kill -9 the database is still running, and the next start takes it over', async () => {
    server.signal('SIGKILL')
    await server.ended
    const [orphan] = serversOf(folder)
    expect(orphan).toBeDefined()
    await nextTurn()
    server = start()
    expect(await server.answered).toBeLessThan(first / 2)
    expect(server.said()).toContain('Database: was still running, taken over')
    expect(serversOf(folder)).toContain(orphan)
  })

  test('after a crash of both the stale lock is in nobody’s way', async () => {
    server.signal('SIGKILL')
    await server.ended
    for (const pid of serversOf(folder)) process.kill(pid, 'SIGKILL')
    await allGone(folder)
    expect(existsSync(join(folder, 'pg/postmaster.pid'))).toBe(true)
    server = start()
    await server.answered
    expect(server.said()).toContain('Database: started')
  })

  test('neither is a lock whose number another program has got since', async () => {
    const lock = readFileSync(join(folder, 'pg/postmaster.pid'), 'utf8')
    server.signal('SIGTERM')
    await server.ended
    writeFileSync(join(folder, 'pg/postmaster.pid'), lock.replace(/^\d+/, String(process.pid)))
    server = start()
    await server.answered
    expect(server.said()).toContain('Database: started')
  })

  test('when the database dies the server says so and ends, and starts again', async () => {
    const [pid] = serversOf(folder)
    process.kill(Number(readFileSync(join(folder, 'pg/postmaster.pid'), 'utf8').split('\n')[0] ?? pid), 'SIGQUIT')
    expect(await server.ended).toBe(1)
    expect(server.said()).toContain('The database has stopped')
    server = start()
    await server.answered
    server.signal('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(await allGone(folder)).toEqual([])
  })

  test('without its secrets the database is not opened, and the sentence says what to do', async () => {
    rmSync(join(folder, 'secrets.json'))
    const refused = start()
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toMatch(/secrets\.json, which is gone\. Put that file back/)
  })
})

test('a stop in the middle of the first start leaves nothing running, and the next start works', async () => {
  const folder = dataFolder()
  const port = await freePort()
  for (const delay of [300, 700, 1000]) {
    const cut = startServer(port, { DATA_DIR: folder, DEMO: '0' })
    await new Promise((done) => setTimeout(done, delay))
    cut.signal('SIGTERM')
    await cut.ended
    expect(await allGone(folder)).toEqual([])
  }
  const server = startServer(port, { DATA_DIR: folder, DEMO: '0' })
  await server.answered
  server.signal('SIGTERM')
  expect(await server.ended).toBe(0)
})

test.each([
  ['postgres://me:hunter2@localhost:1/voordeur', /^DATABASE_URL does not work: nothing listens at that address/],
  ['mysql://me:hunter2@localhost/voordeur', /^DATABASE_URL must look like postgres:\/\//],
])('a wrong DATABASE_URL is one sentence and no stack: %s', async (url, sentence) => {
  const refused = startServer(await freePort(), { DATA_DIR: dataFolder(), DATABASE_URL: url })
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toMatch(sentence)
  expect(refused.said().trim().split('\n')).toHaveLength(1)
  expect(refused.said()).not.toContain('hunter2')
})

test('with an outside server nothing is started here', async () => {
  const outside = await ownServer()
  try {
    const folder = dataFolder()
    const server = startServer(await freePort(), { DATA_DIR: folder, DATABASE_URL: outside.url })
    await server.answered
    expect(existsSync(join(folder, 'pg'))).toBe(false)
    server.signal('SIGTERM')
    expect(await server.ended).toBe(0)
  } finally {
    await outside.stop()
  }
})

describe.runIf(isRoot)('as root', () => {
  test('a folder that PostgreSQL’s user cannot reach: the data goes where it can, and the start says where', async () => {
    const closed = dataFolder(0o700)
    const port = await freePort()
    const env = { DATA_DIR: join(closed, 'var'), DEMO: '0' }
    const server = startServer(port, env)
    await server.answered
    const place = /its data in (\/var\/lib\/voordeur\/\w+\/pg)/.exec(server.said())?.[1] ?? ''
    expect(existsSync(join(place, 'PG_VERSION'))).toBe(true)
    folders.push(dirname(place))
    server.signal('SIGTERM')
    await server.ended

    // Reachable from now on, yet the data stays where it was.
    chmodSync(closed, 0o711)
    const again = startServer(port, env)
    await again.answered
    expect(again.said()).toContain('Database: started')
    again.signal('SIGTERM')
    await again.ended
    expect(serversOf(place)).toEqual([])
  })

  // A clone in root's own home is out of reach for anybody else.
  test.runIf(reaches(nobody, import.meta.dirname))('an ordinary user starts it just as well', async () => {
    const folder = dataFolder(0o700)
    chownSync(folder, nobody.uid, nobody.gid)
    const server = startServer(await freePort(), { DATA_DIR: folder, DEMO: '0' }, nobody)
    await server.answered
    server.signal('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(await allGone(folder)).toEqual([])
  })
})

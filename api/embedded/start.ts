/**
 * The database that comes along when none is configured: real PostgreSQL under DATA_DIR, on a unix socket only.
 *
 * Who uses it holds one connection with a shared advisory lock. The last to leave stops the server; a server whose
 * users all died is simply found running and taken over.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { CannotStart } from '../installation/cannot-start.ts'
import { hasSecrets, keptSecrets } from '../installation/secrets.ts'
import { findBinaries } from './binaries.ts'
import { hold } from './holder.ts'
import { administrator, environment, initialise, lastLine } from './initialise.ts'
import { clearStaleLock, isOurs, readLock, stopServer } from './lock.ts'
import { type Place, findPlace, makeSocketFolder } from './place.ts'

export type Embedded = {
  /** Address of the database `voordeur`, as its administrator. */
  url: string
  /** What happened: `created` is the first start ever, `taken_over` found a server whose users had died. */
  outcome: 'created' | 'started' | 'joined' | 'taken_over'
  remark: string | null
  major: number
  /** Lets go; the last user stops the server and waits until it is gone. */
  stop: () => Promise<void>
  /** Called once when the server ends under us. */
  onLost: (tell: () => void) => void
}

type Options = {
  dataDir: string
  pgBin: string | null
  /** Tests may trade survival of a power cut for speed. The default keeps every promise. */
  durable?: boolean
}

class WrongSecrets extends CannotStart {}

/** Starts, joins or takes over the database under `dataDir`. Refused: what `CannotStart` says in one sentence. */
export async function startEmbedded({ dataDir, pgBin, durable = true }: Options): Promise<Embedded> {
  const binaries = findBinaries(pgBin)
  const place = findPlace(dataDir, binaries)
  const fresh = !existsSync(join(place.data, 'PG_VERSION'))
  if (!fresh && !hasSecrets(dataDir)) {
    throw new CannotStart(
      `The database in ${place.data} needs ${join(dataDir, 'secrets.json')}, which is gone. ` +
        'Put that file back, or move the database away to start anew.',
    )
  }
  const password = keptSecrets(dataDir).database
  if (fresh) await initialise(place, password)
  refuseOtherMajor(place, binaries.major)

  const log = join(dataDir, 'postgres.log')
  const { wasRunning, socketFolder, holder } = await reach(place, password, log, durable)
  return {
    url: addressOf(socketFolder, password, 'voordeur'),
    outcome: fresh ? 'created' : !wasRunning ? 'started' : holder.alone ? 'taken_over' : 'joined',
    remark: place.remark,
    major: binaries.major,
    stop: () =>
      holder.leave(async () => {
        await stopServer(place.data)
        removeIfEmpty(socketFolder)
      }),
    onLost: holder.onLost,
  }
}

/**
 * Joins the server that runs, or launches one. One that its last user stopped in order while we came in is launched
 * again, as often as it takes within a minute; a launch that fails is tried five times.
 */
async function reach(place: Place, password: string, log: string, durable: boolean) {
  const until = Date.now() + 60_000
  for (let failures = 0; ;) {
    const lock = readLock(place.data)
    const wasRunning = lock !== null && isOurs(lock.pid, place.data)
    const socketFolder = wasRunning && lock.socketFolder ? lock.socketFolder : place.socketFolder
    let server: ChildProcess | null = null
    if (!wasRunning) {
      clearStaleLock(place.data, socketFolder)
      makeSocketFolder(place)
      server = launch(place, log, durable)
    }
    const url = addressOf(socketFolder, password, 'postgres')
    try {
      await answers(url, place, log, server)
      const holder = await hold(url)
      if (server) endLoser(server, place)
      return { wasRunning, socketFolder, holder }
    } catch (error) {
      const stoppedInOrder = wasRunning || server?.exitCode === 0
      // The processes of a server that was killed end by themselves, once they notice.
      const waits = !stoppedInOrder && orphansIn(log)
      if (!stoppedInOrder && !waits) failures += 1
      if (failures === 5 || Date.now() > until || error instanceof WrongSecrets) throw error
      if (waits) await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** Of two starts at once one server answers; the other, if it is slow, must not come up when the first is gone. */
function endLoser(server: ChildProcess, place: Place): void {
  const lock = readLock(place.data)
  if (lock && lock.pid !== server.pid) server.kill('SIGINT')
}

/** Whether the last start failed because processes of a killed server still hold its memory. */
const orphansIn = (log: string) =>
  readFileSync(log, 'utf8').trim().split('\n').slice(-3).join().includes('pre-existing shared memory block')

const addressOf = (socketFolder: string, password: string, database: string) =>
  `postgres://${administrator}:${password}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`

function refuseOtherMajor(place: Place, major: number): void {
  const made = Number(readFileSync(join(place.data, 'PG_VERSION'), 'utf8'))
  if (made !== major) {
    throw new CannotStart(
      `The database in ${place.data} is of PostgreSQL ${made} and this is ${major}. Set PG_BIN to a PostgreSQL ${made}.`,
    )
  }
}

function launch(place: Place, log: string, durable: boolean): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: place.socketFolder,
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    max_connections: '200',
    timezone: 'UTC',
    // A statement's text can hold what a person typed; the log gets codes and no content.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
  const out = openSync(log, 'a', 0o600)
  // Its own session: Ctrl-C in the terminal is for us, and we stop the server in order.
  const child = spawn(
    join(place.bin, 'postgres'),
    ['-D', place.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...place.owner, cwd: place.data, env: environment(), detached: true, stdio: ['ignore', out, out] },
  )
  child.unref()
  closeSync(out)
  return child
}

/** Waits until the server answers. A start that lost a race with another start finds the winner answering. */
async function answers(url: string, place: Place, log: string, server: ChildProcess | null): Promise<void> {
  const until = Date.now() + 60_000
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await ensureDatabase(client)
      return
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code === '28P01') {
        throw new WrongSecrets(
          `The database in ${place.data} was made with other secrets than those in DATA_DIR/secrets.json.`,
        )
      }
      const lock = readLock(place.data)
      const ours = server !== null && server.exitCode === null && server.signalCode === null
      const isThere = ours || (lock !== null && isOurs(lock.pid, place.data))
      if (!isThere || Date.now() > until) {
        throw new CannotStart(
          `The database in ${place.data} does not start: ${lastLine(readFileSync(log, 'utf8'))} (see ${log})`,
        )
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const found = await client.query(`select 1 from pg_database where datname = 'voordeur'`)
  if (found.rowCount === 0) {
    await client.query('create database voordeur').catch((error: unknown) => {
      // Another start made it meanwhile.
      if (!(error instanceof Error && 'code' in error && ['42P04', '23505'].includes(String(error.code)))) throw error
    })
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Gone already, or in use by the next server.
  }
}

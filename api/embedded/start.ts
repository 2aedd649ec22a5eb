/**
 * The database that comes along when none is configured: real PostgreSQL under DATA_DIR, on a unix socket only.
 *
 * Who uses it holds one connection with a shared advisory lock. The last to leave stops the server; a server whose
 * users all died is simply found running and taken over.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  openSync,
  readFileSync,
  closeSync,
  renameSync,
  rmSync,
  mkdirSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { CannotStart } from '../cannot-start.ts'
import { hasSecrets, keptSecrets } from '../secrets.ts'
import { findBinaries } from './binaries.ts'
import { clearStaleLock, isOurs, readLock, stopServer } from './lock.ts'
import { findPlace, type Place } from './place.ts'

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

const administrator = 'voordeur'
const usersLock = 7_304_201

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

  const lock = readLock(place.data)
  const running = lock !== null && isOurs(lock.pid, place.data)
  const socketFolder = running && lock.socketFolder ? lock.socketFolder : place.socketFolder
  const log = join(dataDir, 'postgres.log')
  if (!running) {
    clearStaleLock(place.data, socketFolder)
    launch(place, log, durable)
  }
  const url = addressOf(socketFolder, password, 'voordeur')
  await answers(addressOf(socketFolder, password, 'postgres'), place, log)
  const holder = await hold(addressOf(socketFolder, password, 'postgres'))

  return {
    url,
    outcome: fresh ? 'created' : !running ? 'started' : holder.alone ? 'taken_over' : 'joined',
    remark: place.remark,
    major: binaries.major,
    stop: () =>
      holder.leave(async () => {
        await stopServer(place.data)
        rmSync(socketFolder, { recursive: true, force: true })
      }),
    onLost: holder.onLost,
  }
}

const addressOf = (socketFolder: string, password: string, database: string) =>
  `postgres://${administrator}:${password}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`

const initialSettings = [
  `--username=${administrator}`,
  '--auth=scram-sha-256',
  '--data-checksums',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=icu',
  '--icu-locale=nl-NL',
  '--no-instructions',
]

/** initdb beside the data folder, then one rename: a crash halfway leaves nothing that looks like a database. */
async function initialise(place: Place, password: string): Promise<void> {
  const draft = `${place.data}.new`
  const passwordFile = `${place.data}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.owner) {
    for (const path of [draft, passwordFile]) chownSync(path, place.owner.uid, place.owner.gid)
  }
  const made = spawnSync(join(place.bin, 'initdb'), ['-D', draft, `--pwfile=${passwordFile}`, ...initialSettings], {
    ...place.owner,
    cwd: dirname(place.data),
    env: environment(),
    encoding: 'utf8',
  })
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    throw new CannotStart(
      `The database could not be made in ${place.data}: ${lastLine(made.stderr) || made.error?.message}`,
    )
  }
  renameSync(draft, place.data)
}

// What the person's shell sets for their own PostgreSQL must not reach ours.
const environment = () => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' })

function refuseOtherMajor(place: Place, major: number): void {
  const made = Number(readFileSync(join(place.data, 'PG_VERSION'), 'utf8'))
  if (made !== major) {
    throw new CannotStart(
      `The database in ${place.data} is of PostgreSQL ${made} and this is ${major}. Set PG_BIN to a PostgreSQL ${made}.`,
    )
  }
}

function launch(place: Place, log: string, durable: boolean): void {
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
}

/** Waits until the server answers. A start that lost a race with another start finds the winner answering. */
async function answers(url: string, place: Place, log: string, patience = 60_000): Promise<void> {
  const started = Date.now()
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
        throw new CannotStart(
          `The database in ${place.data} was made with other secrets than those in DATA_DIR/secrets.json.`,
        )
      }
      const waited = Date.now() - started
      const lock = readLock(place.data)
      const dead = waited > 3000 && !(lock && isOurs(lock.pid, place.data))
      if (dead || waited > patience) {
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

/** One connection that says "somebody uses this server"; it goes with the process, however that ends. */
async function hold(url: string) {
  const client = new pg.Client({ connectionString: url, application_name: 'voordeur in use', keepAlive: true })
  let leaving = false
  let tell: () => void = () => undefined
  client.on('error', () => undefined)
  client.on('end', () => {
    if (!leaving) tell()
  })
  await client.connect()
  const first = await client.query<{ alone: boolean }>(`select pg_try_advisory_lock(${usersLock}) as alone`)
  const alone = first.rows[0]?.alone === true
  // Shared before the exclusive one is given back: at no moment does the server look unused.
  if (alone) {
    await client.query(`select pg_advisory_lock_shared(${usersLock})`)
    await client.query(`select pg_advisory_unlock(${usersLock})`)
  } else {
    await client.query(`select pg_advisory_lock_shared(${usersLock})`)
  }
  return {
    alone,
    onLost: (next: () => void) => {
      tell = next
    },
    leave: async (last: () => Promise<void>) => {
      if (leaving) return
      leaving = true
      let isLast = true
      try {
        await client.query(`select pg_advisory_unlock_shared(${usersLock})`)
        const asked = await client.query<{ last: boolean }>(`select pg_try_advisory_lock(${usersLock}) as last`)
        isLast = asked.rows[0]?.last === true
      } finally {
        if (isLast) await last()
        await client.end().catch(() => undefined)
      }
    },
  }
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''

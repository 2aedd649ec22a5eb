/** Which user runs PostgreSQL, and where its data, binaries and socket can be reached by that user. */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CannotStart } from '../installation/cannot-start.ts'
import type { Binaries } from './binaries.ts'

/** The user to run as; null is the one we are. */
export type Owner = { uid: number; gid: number; name: string } | null

export type Place = {
  owner: Owner
  bin: string
  data: string
  socketFolder: string
  /** A sentence for the start when things are not where one would look for them. */
  remark: string | null
}

const shared = '/var/lib/voordeur'
// sun_path is 108 bytes on Linux and 104 on macOS, the socket's own name included.
const longestFolder = 100 - '/.s.PGSQL.5432'.length

const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** Decides where everything goes and makes the folders around it (never the data folder itself). */
export function findPlace(dataDir: string, binaries: Binaries): Place {
  if (!existsSync(dataDir)) {
    mkdirSync(dataDir, { recursive: true })
    // Passable, not listable: the database's user goes through to its own folder.
    chmodSync(dataDir, 0o711)
  }
  const near = join(dataDir, 'pg')
  const away = join(shared, short(dataDir), 'pg')
  const owner = process.getuid?.() === 0 ? ownerFor(near, away) : null
  const nearWorks = reaches(owner, dataDir)
  if (existsSync(near) && !nearWorks) {
    throw new CannotStart(
      `User ${owner?.name} cannot reach the database in ${near}. Make the folders above it passable.`,
    )
  }
  // Where the data once went it stays, whatever the folders above allow today.
  const data = !existsSync(near) && (existsSync(away) || !nearWorks) ? away : near
  if (data === away) makePassable(dirname(away))

  let bin = binaries.bin
  if (!reaches(owner, bin)) {
    if (!binaries.bundle) throw new CannotStart(`User ${owner?.name} cannot reach PG_BIN (${bin}).`)
    bin = join(copyBundle(binaries.bundle), 'bin')
  }
  const moved = [data === away && `its data in ${away}`, bin !== binaries.bin && `its programs in ${bin}`].filter(
    Boolean,
  )
  const remark = moved.length
    ? `The database runs as user ${owner?.name}, which cannot reach this folder: ${moved.join(', ')}.`
    : null
  return { owner, bin, data, socketFolder: socketFolderFor(data, owner), remark }
}

/** PostgreSQL refuses to run as root: the owner of the data it finds, else `postgres`, else `nobody`. */
function ownerFor(near: string, away: string): Owner {
  for (const data of [near, away]) {
    if (!existsSync(data)) continue
    const { uid, gid } = statSync(data)
    if (uid !== 0) return { uid, gid, name: nameOf(uid) }
  }
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    if (ids.some((id) => id.status !== 0)) continue
    const [uid, gid] = ids.map((id) => Number(id.stdout))
    if (uid && gid !== undefined) return { uid, gid, name }
  }
  throw new CannotStart(
    'PostgreSQL does not run as root, and there is no user postgres or nobody. Start as another user.',
  )
}

function nameOf(uid: number): string {
  const found = spawnSync('id', ['-un', String(uid)], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : String(uid)
}

/** Tried as that user, because mode bits are not all there is to access. */
function reaches(owner: Owner, folder: string): boolean {
  if (!owner) return true
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...owner, cwd: '/', stdio: 'ignore' })
  return tried.status === 0
}

function makePassable(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const each of [shared, folder]) chmodSync(each, 0o711)
}

/** One copy per version of the programs, whole or not at all: it is renamed into place. */
function copyBundle(bundle: string): string {
  makePassable(shared)
  const version = execFileSync(join(bundle, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' })
  const copy = join(shared, `programs-${short(`${version}${bundle}`)}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  cpSync(bundle, draft, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** A socket path is short by law of the kernel, so it lives in the temporary folder under the data folder's hash. */
function socketFolderFor(data: string, owner: Owner): string {
  const name = `voordeur-${short(data)}`
  const folder = [tmpdir(), '/tmp']
    .map((parent) => join(parent, name))
    .find((path) => path.length <= longestFolder && reaches(owner, dirname(path)))
  if (!folder) throw new CannotStart('No folder for temporary files is in reach of the database. Set TMPDIR to /tmp.')
  return folder
}

/** Makes the folder for the socket, for its user alone. Refused where somebody else has put something in its place. */
export function makeSocketFolder({ owner, socketFolder: folder }: Place): void {
  const uid = owner?.uid ?? process.getuid?.() ?? 0
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    if (owner) chownSync(folder, owner.uid, owner.gid)
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new CannotStart(`${folder} belongs to someone else; the database needs it for its socket. Remove it.`)
  }
}

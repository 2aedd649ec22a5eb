/** Makes the database folder, once per installation. */
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart } from '../installation/cannot-start.ts'
import { isAlive } from './lock.ts'
import type { Place } from './place.ts'

export const administrator = 'voordeur'

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
export async function initialise(place: Place, password: string): Promise<void> {
  const draft = `${place.data}.new.${process.pid}`
  const passwordFile = `${draft}.password`
  clearDrafts(place.data)
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
  try {
    renameSync(draft, place.data)
  } catch (error) {
    // Another start was first: its database is the one.
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(join(place.data, 'PG_VERSION'))) throw error
  }
}

/** What starts that were cut off left behind. */
function clearDrafts(data: string): void {
  for (const name of readdirSync(dirname(data))) {
    const pid = /^pg\.new\.(\d+)/.exec(name)?.[1]
    if (pid && !(isAlive(Number(pid)) && Number(pid) !== process.pid)) {
      rmSync(join(dirname(data), name), { recursive: true, force: true })
    }
  }
}

// What the person's shell sets for their own PostgreSQL must not reach ours.
export const environment = () => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' })

export const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''

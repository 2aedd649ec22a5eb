/** Runs `astro build` as a process of its own: what it needs comes in as paths, what it makes is a folder. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const astro = join(dirname(fileURLToPath(import.meta.resolve('astro/package.json'))), 'bin', 'astro.mjs')

/** The build failed; `output` is the end of what it printed, for whoever runs the command. */
export class BuildFailed extends Error {
  readonly output: string
  constructor(output: string) {
    super('astro build failed')
    this.name = 'BuildFailed'
    this.output = output
  }
}

export type BuildInput = {
  snapshot: string
  out: string
  publicUrl: string
  securityContact?: string | null
  /** Another configuration of Astro than the project's, for a bench that needs a part of the site. */
  config?: string
}

/** Builds the site from a snapshot into `out`. Refused with `BuildFailed`; then nothing that is live was touched. */
export async function buildSite({ snapshot, out, publicUrl, securityContact, config }: BuildInput): Promise<void> {
  const child = spawn(process.execPath, [astro, 'build', ...(config ? ['--config', config] : [])], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...pathAndHome(),
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      VOORDEUR_SNAPSHOT: snapshot,
      VOORDEUR_OUT: out,
      PUBLIC_URL: publicUrl,
      ...(securityContact && { SECURITY_CONTACT: securityContact }),
    },
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-8000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const stop = () => child.kill()
  process.once('exit', stop)
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    if (code !== 0) throw new BuildFailed(output.trim())
  } finally {
    process.off('exit', stop)
    await rm(`${out}.cache`, { recursive: true, force: true })
  }
}

/** The build gets no secret and no database address: only where programs and the home folder are. */
function pathAndHome(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'USERPROFILE', 'LD_LIBRARY_PATH']
  return Object.fromEntries(
    // oxlint-disable-next-line no-process-env -- a child process needs its surroundings; no setting is read here
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => names.includes(entry[0]) && entry[1] !== undefined,
    ),
  )
}

/** What the site is made of besides the snapshot: equal sources and an equal snapshot give an equal site. */
export async function hashOfSite(publicUrl: string, securityContact: string | null = null): Promise<string> {
  const hash = createHash('sha256').update(`${publicUrl}\0${securityContact ?? ''}`)
  const files = ['astro.config.mjs', 'package-lock.json', 'api/publish/schema.ts']
  for (const folder of ['site', 'search']) {
    const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
    files.push(
      ...found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
    )
  }
  for (const file of files.toSorted()) {
    hash.update(`\0${file}\0`).update(await readFile(join(root, file)))
  }
  return hash.digest('hex')
}

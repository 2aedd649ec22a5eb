/** The secrets of one installation, made once and kept in DATA_DIR/secrets.json (0600). */
import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'

const shape = z.strictObject({ secret: z.base64(), database: z.string().min(20) })
type Kept = z.infer<typeof shape>

const pathIn = (dataDir: string) => join(dataDir, 'secrets.json')

export const hasSecrets = (dataDir: string): boolean => existsSync(pathIn(dataDir))

/** Reads the secrets of this data folder; makes them first when there are none. Two starters at once get the same. */
export function keptSecrets(dataDir: string): Kept {
  const path = pathIn(dataDir)
  if (!existsSync(path)) {
    const made: Kept = { secret: randomBytes(32).toString('base64'), database: randomBytes(32).toString('base64url') }
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true })
    try {
      // A link fails where the name exists: whoever is second reads what the first one wrote.
      linkSync(draft, path)
    } catch (error) {
      if (!existsSync(path)) throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  const read = shape.safeParse(parseJson(readFileSync(path, 'utf8')))
  if (!read.success) throw new CannotStart(`${path} cannot be read as secrets. Put back the file from your back-up.`)
  return read.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The password of a runtime login: nothing to keep and nothing to copy, it follows from the secret and the name. */
export const passwordOf = (role: string, secret: Uint8Array): string =>
  createHmac('sha256', secret).update(role).digest('base64url')

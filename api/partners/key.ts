/**
 * A key is what a partner's own case system shows instead of a session: 32 random bytes that are shown once and kept as
 * SHA-256 only. This file knows how it is made and read; no clock, no database. Source: protection.md section 0 rule 9.
 */
import { createHash, randomBytes } from 'node:crypto'

/** So that a scanner of source code recognises one that was left there. */
const PREFIX = 'vdk_'

export const makeSecret = (): string => PREFIX + randomBytes(32).toString('base64url')
export const isSecret = (text: string): boolean => /^vdk_[A-Za-z0-9_-]{43}$/.test(text)
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** The key in `Authorization: Bearer …`; null when there is none, or something that is no key. */
export function keyIn(header: string | undefined): string | null {
  const secret = /^Bearer ([^\s]+)$/i.exec(header ?? '')?.[1] ?? ''
  return isSecret(secret) ? secret : null
}

/** What was asked, in 32 bytes: the same request gives the same, any other request another. */
export const digestOf = (action: string, id: string, input: unknown): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([action, id, input]))
    .digest()

/**
 * A one-time link lets a receiver without an account into one transfer, with a code that the sender says over the phone:
 * two ways that do not meet. This file knows how both are made and kept. Source: domain.md section 4; no database.
 */
import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'

/** How long a link waits to be opened. */
export const LINK_DAYS = 3

/** What goes into the mail and nowhere else: 32 random bytes. */
export const makeToken = (): string => randomBytes(32).toString('base64url')
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Six figures that can be said over the phone; five wrong ones end the link. */
export const makeCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')
export const readCode = (typed: string): string => typed.replace(/\D/g, '')
export const hashCode = (secret: Uint8Array, code: string): Buffer =>
  createHmac('sha256', secret)
    .update(`link-code:${readCode(code)}`)
    .digest()

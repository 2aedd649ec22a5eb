/** The resident's follow-code: how it is made, written, read back from paper, and kept. */
import { createHmac, randomBytes } from 'node:crypto'

/** Thirty-two signs; no I, L, O or U, which are read as 1, 1, 0 and V. After Crockford's base 32. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

/** A new code: 80 random bits as sixteen signs in groups of four (`7K2M-…`). It is shown once and never kept. */
export function makeCode(): string {
  const bits = BigInt(`0x${randomBytes(10).toString('hex')}`)
  const signs = Array.from({ length: LENGTH }, (_, i) => SIGNS[Number((bits >> BigInt(5 * i)) & 31n)]).join('')
  return signs.match(/.{4}/g)?.join('-') ?? signs
}

/**
 * What somebody typed from paper, as sixteen signs; null when it cannot be a code. Spaces, hyphens and dots may stand
 * anywhere, capitals do not matter, and letters that look like a sign are taken for it.
 */
export function readCode(typed: string): string | null {
  if (typed.length > 100) return null
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.,_\p{Pd}\p{Cf}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/U/g, 'V')
  return signs.length === LENGTH && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : null
}

/** How a code is kept and looked up: with the secret, so that a stolen table gives no codes. */
export function hashCode(secret: Uint8Array, code: string): Buffer {
  return createHmac('sha256', secret)
    .update(`follow-code:${readCode(code) ?? ''}`)
    .digest()
}

/** Passwords: which are good enough, and how they are kept. Knows no account. */
import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { Refusal } from '../errors.ts'

/** 64 MiB, three passes: 59 ms on a small machine. The floor (OWASP, protection.md T16) is 19,456 KiB and two passes. */
const COST = { memory: 65_536, passes: 3, parallelism: 1 }
export const FLOOR = { memory: 19_456, passes: 2, parallelism: 1 }

const SALT_BYTES = 16
const HASH_BYTES = 32

export const MIN_LENGTH = 12
/** Long enough for any sentence; a limit because every character is hashed. */
export const MAX_LENGTH = 256

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)

// A hash fills 64 MiB and one of the four threads that files and name look-ups use as well: few at a time, others wait.
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1))
const IN_LINE = 200
let busy = 0
const line: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) {
    if (line.length >= IN_LINE) throw new Refusal('service.unavailable')
    await new Promise<void>((resolve) => line.push(resolve))
  } else busy += 1
  try {
    return await work()
  } finally {
    // Whoever is next takes the place over, so `busy` stays as it is.
    const next = line.shift()
    if (next) next()
    else busy -= 1
  }
}

const normal = (password: string) => password.normalize('NFC')

/**
 * The password as it is kept: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
 * Refuses `service.unavailable` when too many wait for their turn.
 */
export function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES)
  return inTurn(async () => {
    const tag = await derive('argon2id', { message: normal(password), nonce, tagLength: HASH_BYTES, ...COST })
    return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(nonce)}$${unpadded(tag)}`
  })
}

/** Whether this is the password that was kept. Something that is no hash of ours is never right. */
export async function verifyPassword(kept: string, password: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/.exec(kept)
  if (!parts) return false
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts
  const expected = Buffer.from(hash, 'base64')
  const parameters = {
    message: normal(password),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  }
  return timingSafeEqual(await inTurn(() => derive('argon2id', parameters)), expected)
}

let nobody: Promise<string> | undefined
/** The hash of a password that nobody has: an unknown account costs the same time as a known one. */
export function nobodysHash(): Promise<string> {
  nobody ??= hashPassword(randomBytes(24).toString('base64url'))
  return nobody
}

const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

/** Stems of passwords that everybody tries first, also with a year or a mark behind them. */
const TRIED_FIRST =
  /^(?:password|passw0rd|wachtwoord|welkom|welcome|geheim|qwerty|azerty|letmein|admin(?:istrator)?|gemeente|voordeur|lente|zomer|herfst|winter|januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|iloveyou|sunshine|princess|dragon|voetbal|nederland)+$/

export type PasswordFault = 'password.too_short' | 'password.too_long' | 'password.too_common' | 'password.holds_name'

/**
 * What is wrong with a new password, or null. At least twelve characters, not one everybody tries first, not the same
 * few characters over and over, not made of the account's own address or name.
 */
export function passwordFault(password: string, account: { email: string; name: string }): PasswordFault | null {
  const characters = [...normal(password)]
  if (characters.length < MIN_LENGTH) return 'password.too_short'
  if (characters.length > MAX_LENGTH) return 'password.too_long'
  const plain = characters.join('').toLowerCase()
  const letters = plain.replace(/[^\p{L}0]/gu, '').replace(/0+$/, '')
  if (new Set(plain).size < 5 || TRIED_FIRST.test(letters) || isRow(plain)) return 'password.too_common'
  const own = [account.email, account.email.split('@')[0] ?? '', account.name].map((text) => text.toLowerCase())
  const left = own.filter((text) => text.length >= 4).reduce((rest, text) => rest.replaceAll(text, ''), plain)
  return left.length < MIN_LENGTH / 2 ? 'password.holds_name' : null
}

/** 123456789012, abcdefghijkl, qwertyuiop12: neighbours on the keyboard or in the alphabet all the way. */
function isRow(text: string): boolean {
  const rows = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']
  const both = rows.flatMap((row) => [row, [...row].reverse().join('')])
  let breaks = 0
  for (let i = 1; i < text.length; i += 1) {
    if (!both.some((row) => row.includes(text.slice(i - 1, i + 1)))) breaks += 1
  }
  return breaks <= 1
}

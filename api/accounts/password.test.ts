import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { FLOOR, hashPassword, nobodysHash, passwordFault, verifyPassword } from './password.ts'

const account = { email: 'aanmelding@noord.voorbeeld.example', name: 'Team Lindeveen-Noord' }

describe('a password is kept as argon2id', { timeout: 60_000 }, () => {
  test('with at least the floor that protection.md sets', async () => {
    const [, , , cost = ''] = (await hashPassword('vier losse woorden')).split('$')
    const { m, t, p } = Object.fromEntries(cost.split(',').map((part) => part.split('=')))
    expect(Number(m)).toBeGreaterThanOrEqual(FLOOR.memory)
    expect(Number(t)).toBeGreaterThanOrEqual(FLOOR.passes)
    expect(Number(p)).toBeGreaterThanOrEqual(FLOOR.parallelism)
  })

  test('and only that password opens it, twice never the same hash', async () => {
    const [kept, again] = await Promise.all([hashPassword('vier losse woorden'), hashPassword('vier losse woorden')])
    expect(kept).not.toBe(again)
    expect(await verifyPassword(kept, 'vier losse woorden')).toBe(true)
    expect(await verifyPassword(kept, 'vier losse woordem')).toBe(false)
  })

  test('a hash made elsewhere (the argon2 command) is understood', async () => {
    // argon2-cffi's documented example.
    const kept = '$argon2id$v=19$m=65536,t=3,p=4$MIIRqgvgQbgj220jfp0MPA$YfwJSVjtjSU0zzV/P3S9nnQ/USre2wvJMjfCIjrTQbg'
    expect(await verifyPassword(kept, 'correct horse battery staple')).toBe(true)
    expect(await verifyPassword(kept, 'correct horse battery stable')).toBe(false)
  })

  test('é typed as one or as two characters is the same password', async () => {
    expect(await verifyPassword(await hashPassword('caf\u00e9 aan de brug'), 'cafe\u0301 aan de brug')).toBe(true)
  })

  test.each(['', 'plain text', '$2b$10$abcdefghijklmnopqrstuv', '$argon2id$v=19$m=65536,t=3,p=1$$'])(
    '%j is no hash and opens nothing',
    async (kept) => expect(await verifyPassword(kept, '')).toBe(false),
  )

  test('nobody knows the password of nobody', async () => {
    expect(await nobodysHash()).toBe(await nobodysHash())
    expect(await verifyPassword(await nobodysHash(), '')).toBe(false)
  })

  test('a crowd at once is served in turn: who reads a file meanwhile does not stand behind it', async () => {
    const kept = await hashPassword('vier losse woorden')
    const start = performance.now()
    const crowd = Promise.all(Array.from({ length: 8 }, () => verifyPassword(kept, 'vier losse woorden')))
    // Files are read by the same four threads that hash.
    await readFile(import.meta.filename)
    const reading = performance.now() - start
    expect((await crowd).every(Boolean)).toBe(true)
    expect(reading).toBeLessThan((performance.now() - start) / 4)
  })
})

describe('a new password', () => {
  test.each([
    ['elf tekens!', 'password.too_short'],
    ['é'.repeat(257), 'password.too_long'],
    ['wachtwoord2026!', 'password.too_common'],
    ['Welkom01!!!!', 'password.too_common'],
    ['WelkomGemeente123', 'password.too_common'],
    ['aaaaaaaaaaaa', 'password.too_common'],
    ['123456789012', 'password.too_common'],
    ['qwertyuiop12', 'password.too_common'],
    ['Team Lindeveen-Noord1', 'password.holds_name'],
    ['aanmelding@noord.voorbeeld.example', 'password.holds_name'],
  ])('%j is refused: %s', (password, fault) => expect(passwordFault(password, account)).toBe(fault))

  test.each([
    'vier losse woorden samen',
    'Kz8-pq41-Tt0w',
    '🐎 correct 🔋 nietje',
    '今日はとても良い天気ですね、本当に',
  ])('%j is good', (password) => expect(passwordFault(password, account)).toBeNull())
})

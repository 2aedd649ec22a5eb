import { describe, expect, test } from 'vitest'
import { CannotStart } from './installation/cannot-start.ts'
import { readEnv } from './env.ts'

describe('the environment', () => {
  test('may be empty: everything has a default, and it cannot be changed afterwards', () => {
    const env = readEnv({})
    expect(env).toMatchObject({
      port: 4321,
      process: 'all',
      databaseUrl: null,
      demo: null,
      publicUrl: 'http://localhost:4321',
    })
    expect(env.dataDir).toMatch(/^\/.*\/var$/)
    expect(Object.isFrozen(env)).toBe(true)
  })

  test('an empty variable counts as not set', () => {
    expect(readEnv({ DATABASE_URL: '', PORT: '' })).toEqual(readEnv({}))
  })

  test('the public address follows the port, and loses its slash', () => {
    expect(readEnv({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080')
    expect(readEnv({ PUBLIC_URL: 'https://voordeur.example.nl/' }).publicUrl).toBe('https://voordeur.example.nl')
  })

  test('all faults are named at once, by variable, without repeating what was set', () => {
    const faulty = {
      PORT: '99999',
      DATABASE_URL: 'mysql://me:hunter2@host/db',
      DEMO: 'yes',
      PROCESS: 'both',
      SECRET_KEY: 'tooshort',
      PUBLIC_URL: 'ftp://x',
      SMTP_URL: 'mail.example.nl',
      LOG_LEVEL: 'loud',
      APP_DATABASE_URL: 'postgres://root:pw@localhost/x',
    }
    const refused = (() => {
      try {
        return readEnv(faulty)
      } catch (error) {
        return error
      }
    })()
    expect(refused).toBeInstanceOf(CannotStart)
    const lines = String(refused instanceof Error && refused.message).split('\n')
    expect(lines.map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(Object.keys(faulty)))
    expect(lines).toHaveLength(Object.keys(faulty).length)
    expect(lines.join()).not.toMatch(/hunter2|tooshort/)
  })

  test('a pool can be given its own address, if it signs in as the login that holds its rights', () => {
    const url = 'postgres://voordeur_app:pw@pooler:6432/voordeur'
    expect(readEnv({ APP_DATABASE_URL: url }).pools).toEqual({ app: url })
  })
})

import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../errors.ts'
import { sameOrigin } from './same-origin.ts'

const own = 'http://localhost:4321'
const app = new Hono()
  .use(sameOrigin(own, { forms: ['/volgen/'], keyed: '/api/v1/partner/' }))
  .all('*', (c) => c.text('done'))
  .onError((error, c) => c.text(error instanceof Refusal ? error.code : 'broken', 400))

async function answer(method: string, path: string, headers: Record<string, string>): Promise<string> {
  return (await app.request(path, { method, headers })).text()
}

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const ours = { 'sec-fetch-site': 'same-origin' }
const writes = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const foreign: Record<string, Record<string, string>> = {
  'without either header': json,
  'with a null origin': { ...json, origin: 'null' },
  'from another site': { ...json, origin: 'https://elders.example' },
  'from another port': { ...json, origin: 'http://localhost:4322' },
  'from our name as a beginning': { ...json, origin: `${own}.elders.example` },
  'as the browser says cross-site': { ...json, 'sec-fetch-site': 'cross-site', origin: own },
  'as the browser says same-site': { ...json, 'sec-fetch-site': 'same-site', origin: own },
  'as typed in the address bar': { ...json, 'sec-fetch-site': 'none' },
  'with an empty header': { ...json, 'sec-fetch-site': '', origin: own },
  'with a method override': { ...json, 'x-http-method-override': 'GET' },
}

const notJson: Record<string, Record<string, string>> = {
  'without a type': ours,
  'as a form': { ...ours, ...form },
  'as a form with files': { ...ours, 'content-type': 'multipart/form-data; boundary=x' },
  'as plain text': { ...ours, 'content-type': 'text/plain' },
  'as text that mentions JSON': { ...ours, 'content-type': 'text/plain; application/json' },
  'with two types': { ...ours, 'content-type': 'application/json, text/plain' },
}

describe.each(writes)('%s', (method) => {
  test.each(Object.entries(foreign))('%s is refused', async (_, headers) => {
    expect(await answer(method, '/api/v1/session', headers)).toBe('origin.foreign')
    expect(await answer(method, '/volgen/', { ...headers, ...form })).toBe('origin.foreign')
  })

  test.each(Object.entries(notJson))('%s is refused', async (_, headers) => {
    expect(await answer(method, '/api/v1/session', headers)).toBe('input.not_json')
  })

  test('from our own page as JSON is done', async () => {
    expect(await answer(method, '/api/v1/session', { ...ours, ...json })).toBe('done')
    expect(
      await answer(method, '/api/v1/session', { origin: own, 'content-type': 'application/json; charset=UTF-8' }),
    ).toBe('done')
  })
})

test('an anonymous form takes form encoding from our own page, and nothing else', async () => {
  expect(await answer('POST', '/volgen/', { ...ours, ...form })).toBe('done')
  expect(await answer('POST', '/volgen/', { origin: own, ...form })).toBe('done')
  expect(await answer('POST', '/volgen/', { ...ours, ...json })).toBe('input.not_json')
  expect(await answer('POST', '/volgen', { ...ours, ...form })).toBe('input.not_json')
})

test('where only a key opens anything, any system may ask, in JSON; next to it nothing changes', async () => {
  expect(await answer('POST', '/api/v1/partner/transfers', json)).toBe('done')
  expect(await answer('POST', '/api/v1/partner/transfers', form)).toBe('input.not_json')
  expect(await answer('POST', '/api/v1/partners/keys', json)).toBe('origin.foreign')
  expect(await answer('POST', '/api/v1/partner/../session', json)).toBe('origin.foreign')
})

test('reading asks nothing', async () => {
  expect(await answer('GET', '/', { 'sec-fetch-site': 'cross-site' })).toBe('done')
})

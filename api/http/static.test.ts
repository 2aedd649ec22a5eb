import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { securityHeaders } from './headers.ts'
import { serveSite } from './static.ts'

let root: string
let folder: string | null
let app: Hono

const page = '<!doctype html><title>Aanbod</title>'
const write = (path: string, content: string | Buffer) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'voordeur-site-'))
  write('secret.txt', 'outside')
  write('1/index.html', '<!doctype html><title>Thuis</title>')
  write('1/404.html', '<!doctype html><title>Niet gevonden</title>')
  write('1/aanbod/index.html', page)
  write('1/aanbod/index.html.br', brotliCompressSync(page))
  write('1/aanbod/index.html.gz', gzipSync(page))
  write('1/_astro/search.Dx81kLq2.js', 'export {}')
  write('1/zoek/index-0123456789abcdef.bin', 'stage')
  write('1/zoek/uitleg-over-zoeken.svg', '<svg/>')
  write('1/shells/volgen.html', 'shell')
  write('1/werk/index.html', 'werk')
  write('1/_headers.json', JSON.stringify({ scripts: ['sha256-abc='], styles: ['sha256-def='] }))
  write('2/index.html', '<!doctype html><title>Nieuw</title>')
  write('2/_headers.json', JSON.stringify({ scripts: [], styles: [] }))
})
afterAll(() => rmSync(root, { recursive: true }))

beforeEach(() => {
  folder = join(root, '1')
  app = new Hono()
  app.use(
    '*',
    securityHeaders(() => folder),
  )
  app.get('/api/v1/thing', (c) => c.json({ ok: true }))
  app.get('/api/v1/broken', () => {
    throw new Error('unforeseen')
  })
  app.onError((_, c) => c.json({ code: 'unforeseen' }, 500))
  app.use(
    '*',
    serveSite(() => folder),
  )
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(`http://localhost${path}`, { headers, method })

describe('a page', () => {
  test('comes at its address with a slash, and from the one without a person is sent there', async () => {
    expect(await (await get('/aanbod/')).text()).toBe(page)
    const moved = await get('/aanbod?thema=geld')
    expect([moved.status, moved.headers.get('Location')]).toEqual([301, '/aanbod/?thema=geld'])
  })

  test('comes compressed to who can read that, brotli before gzip', async () => {
    const brotli = await get('/aanbod/', { 'Accept-Encoding': 'gzip, br' })
    expect(brotli.headers.get('Content-Encoding')).toBe('br')
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(page)
    expect((await get('/aanbod/', { 'Accept-Encoding': 'br;q=0, gzip' })).headers.get('Content-Encoding')).toBe('gzip')
    expect((await get('/aanbod/')).headers.get('Content-Encoding')).toBeNull()
    expect(brotli.headers.get('Vary')).toBe('Accept-Encoding')
  })

  test('is not sent again to who has it, and each encoding is a thing of its own', async () => {
    const plain = (await get('/aanbod/')).headers.get('ETag') ?? ''
    const brotli = (await get('/aanbod/', { 'Accept-Encoding': 'br' })).headers.get('ETag') ?? ''
    expect(plain).not.toBe(brotli)
    const again = await get('/aanbod/', { 'If-None-Match': `"other", W/${plain}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await get('/aanbod/', { 'If-None-Match': brotli })).status).toBe(200)
  })

  test('answers HEAD with the same headers and no body', async () => {
    const full = await get('/aanbod/')
    const head = await get('/aanbod/', {}, 'HEAD')
    expect(head.headers.get('Content-Length')).toBe(full.headers.get('Content-Length'))
    expect(await head.text()).toBe('')
  })

  test('is asked for again each time, a file named after its content never', async () => {
    expect((await get('/aanbod/')).headers.get('Cache-Control')).toBe('no-cache')
    expect((await get('/zoek/uitleg-over-zoeken.svg')).headers.get('Cache-Control')).toBe('no-cache')
    for (const path of ['/_astro/search.Dx81kLq2.js', '/zoek/index-0123456789abcdef.bin']) {
      expect((await get(path)).headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    }
  })

  test('of the workspace is kept out of search engines', async () => {
    expect((await get('/werk/')).headers.get('X-Robots-Tag')).toBe('noindex')
    expect((await get('/aanbod/')).headers.get('X-Robots-Tag')).toBeNull()
  })
})

describe('what is not there', () => {
  test.each([
    '/nergens/',
    '/shells/volgen.html',
    '/%73hells/volgen.html',
    '/_headers.json',
    '/aanbod/index.html.br',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/aanbod/%2e%2e/%2e%2e/secret.txt',
    '/%',
    '/%00',
    '//aanbod',
    '/aanbod//',
  ])('%s gives the page that says so', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Niet gevonden')
  })

  test('only reading is possible', async () => {
    const answer = await get('/aanbod/', {}, 'POST')
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  })

  test('before the first publication the answer asks for patience', async () => {
    folder = null
    expect((await get('/')).status).toBe(503)
  })
})

describe('a new revision', () => {
  test('is served at once, and who still reads the former one gets its pieces', async () => {
    await get('/')
    folder = join(root, '2')
    expect(await (await get('/')).text()).toContain('Nieuw')
    expect((await get('/_astro/search.Dx81kLq2.js')).status).toBe(200)
    expect((await get('/aanbod/')).status).toBe(404)
    expect((await get('/')).headers.get('Content-Security-Policy')).not.toContain('sha256-abc=')
  })
})

describe('security headers', () => {
  const always = {
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'geolocation=(self)',
  }
  const asked = [
    '/',
    '/aanbod',
    '/nergens',
    '/_astro/search.Dx81kLq2.js',
    '/api/v1/thing',
    '/api/v1/broken',
    '/api/none',
  ]

  test.each(asked)('stand on %s', async (path) => {
    const { headers } = await get(path)
    expect(Object.fromEntries(Object.keys(always).map((name) => [name, headers.get(name)]))).toEqual(always)
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; /)
  })

  test('a page may run the inline pieces of its revision, an answer of the API nothing', async () => {
    const policy = (await get('/')).headers.get('Content-Security-Policy')
    expect(policy).toContain("script-src 'self' 'sha256-abc='")
    expect(policy).toContain("style-src 'self' 'sha256-def='")
    expect(policy).not.toContain('unsafe')
    const api = await get('/api/v1/thing')
    expect(api.headers.get('Content-Security-Policy')).not.toContain("'self'")
    expect(api.headers.get('Cache-Control')).toBe('no-store')
  })
})

describe('the long policy of a page', () => {
  const policyOf = async (path: string, headers = {}) =>
    (await get(path, headers)).headers.get('Content-Security-Policy') ?? ''

  test('does not travel with every file, which gets a short one as strict', async () => {
    const short = await policyOf('/_astro/search.Dx81kLq2.js')
    expect(short.length).toBeLessThan(150)
    expect(short).not.toContain('sha256-')
    expect(short).not.toContain('style-src')
    expect(await policyOf('/zoek/uitleg-over-zoeken.svg')).toBe(short)
  })

  test('stands on what a browser shows, on a page that is missing and on one that is not sent again', async () => {
    const etag = (await get('/aanbod/')).headers.get('ETag') ?? ''
    expect((await get('/aanbod/', { 'If-None-Match': etag })).status).toBe(304)
    expect(await policyOf('/aanbod/', { 'If-None-Match': etag })).toContain('sha256-abc=')
    expect(await policyOf('/nergens/')).toContain('sha256-abc=')
  })
})

describe('a frame on another site', () => {
  const towns = ['https://www.lindeveen.example', 'https://lindeveen.example']
  const headersOf = async (path: string, origins: readonly string[]) => {
    const framed = new Hono()
    framed.use(securityHeaders(() => folder, origins))
    framed.all('*', (c) => c.text('page'))
    const { headers } = await framed.request(`http://localhost${path}`)
    return [headers.get('Content-Security-Policy') ?? '', headers.get('X-Frame-Options')] as const
  }

  test('may hold the search box when it is one of those that were named', async () => {
    const [policy, old] = await headersOf('/inbedden/zoekvak/', towns)
    expect(policy).toContain(`frame-ancestors ${towns.join(' ')};`)
    expect(old).toBeNull()
  })

  test.each(['/', '/zoeken/', '/werk/', '/inbedden/', '/inbedden/zoekvak', '/api/v1/health'])(
    'may not hold %s',
    async (path) => {
      const [policy, old] = await headersOf(path, towns)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(old).toBe('DENY')
    },
  )

  test('may hold nothing when none was named', async () => {
    const [policy, old] = await headersOf('/inbedden/zoekvak/', [])
    expect(policy).toContain("frame-ancestors 'none'")
    expect(old).toBe('DENY')
  })
})

test('a former address leads to the new one for good, with its question, and the rule file itself is not served', async () => {
  write('3/index.html', '<!doctype html><title>Thuis</title>')
  write('3/aanbod/oud/index.html', page)
  write('3/_redirects', '/aanbod/oud/ /aanbod/nieuw/ 301\n# /aanbod/x/ /aanbod/y/ 301\n')
  folder = join(root, '3')
  for (const path of ['/aanbod/oud/', '/aanbod/oud']) {
    const answer = await app.request(`${path}?x=1`)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/aanbod/nieuw/?x=1'])
  }
  expect((await app.request('/_redirects')).status).toBe(404)
  expect((await app.request('/aanbod/x/')).status).toBe(404)
})

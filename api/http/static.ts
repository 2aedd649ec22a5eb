/** Serves the published site. Only what was found in its folder when it went live can be asked for. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Context, MiddlewareHandler } from 'hono'
import { getMimeType } from 'hono/utils/mime'

type Encoding = 'br' | 'gzip'
type Entry = { path: string; encodings: Encoding[] }
type Site = {
  folder: string
  files: Map<string, Entry>
  etags: Map<string, string>
  /** Former addresses, and where each page is now. */
  moved: Map<string, string>
}

const REDIRECTS = '_redirects'

const suffix: Record<Encoding, string> = { br: '.br', gzip: '.gz' }

/** Mount it last: it answers everything but `/api/`, with 404.html for what is not there. */
export function serveSite(siteFolder: () => string | null): MiddlewareHandler {
  let live: Site | null = null
  let before: Site | null = null

  return async (c, next) => {
    if (c.req.path.startsWith('/api/')) return next()
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      return c.text('Deze pagina kan alleen worden gelezen.', 405, { Allow: 'GET, HEAD' })
    }
    const folder = siteFolder()
    if (!folder) return c.text('De site is nog niet gepubliceerd. Probeer het zo opnieuw.', 503, { 'Retry-After': '5' })
    if (live?.folder !== folder) {
      before = live
      live = readSite(folder)
    }

    const url = new URL(c.req.url)
    const name = fileName(url.pathname)
    const now = live.moved.get(url.pathname.replace(/\/?$/, '/'))
    if (now) return c.redirect(`${now}${url.search}`, 301)
    const file = name === null ? null : live.files.get(name)
    if (file) return send(c, live, file, 200)
    if (name !== null && live.files.has(`${name}/index.html`)) return c.redirect(`${url.pathname}/${url.search}`, 301)
    // Someone still reads a page of the former revision: the pieces it names are given once more.
    const former = name !== null && isHashed(name) ? before?.files.get(name) : undefined
    if (before && former) return send(c, before, former, 200)

    const missing = live.files.get('404.html')
    return missing ? send(c, live, missing, 404) : c.text('Deze pagina bestaat niet.', 404)
  }
}

/** Files by the path they are asked by. Shells are filled by the API, `_headers.json` and `_redirects` are ours: none is listed. */
function readSite(folder: string): Site {
  const files = new Map<string, Entry>()
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  const all = new Set(found)
  for (const path of found) {
    if (path.startsWith('shells/') || path === '_headers.json' || path === REDIRECTS) continue
    const isVariant = /\.(br|gz)$/.test(path) && all.has(path.replace(/\.(br|gz)$/, ''))
    if (isVariant) continue
    const encodings = (Object.keys(suffix) as Encoding[]).filter((each) => all.has(path + suffix[each]))
    files.set(path, { path, encodings })
  }
  return { folder, files, etags: new Map(), moved: all.has(REDIRECTS) ? readMoved(join(folder, REDIRECTS)) : new Map() }
}

/** The rule file that static hosts read too: `/from/ /to/ 301` on each line. */
function readMoved(path: string): Map<string, string> {
  const rules = readFileSync(path, 'utf8').matchAll(/^(\/\S*) (\/\S*) 301$/gm)
  return new Map([...rules].map(([, from = '', to = '']) => [from, to]))
}

/** The file a path asks for; null where a path is not one (`//`, `..`, a broken escape). */
function fileName(pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  const segments = decoded.slice(1).split('/')
  if (segments.at(-1) === '') segments[segments.length - 1] = 'index.html'
  const isPlain = (segment: string) => segment !== '' && segment !== '.' && segment !== '..' && !/[\\\0]/.test(segment)
  return segments.every(isPlain) ? segments.join('/') : null
}

async function send(c: Context, site: Site, file: Entry, status: 200 | 404): Promise<Response> {
  const encoding = file.encodings.find((each) => accepts(c.req.header('Accept-Encoding'), each)) ?? null
  const path = encoding ? file.path + suffix[encoding] : file.path
  const body = await readFile(join(site.folder, path))
  const etag = site.etags.get(path) ?? `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  site.etags.set(path, etag)

  c.header('ETag', etag)
  c.header('Cache-Control', isHashed(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (file.encodings.length > 0) c.header('Vary', 'Accept-Encoding')
  if (/^(werk|volgen)\//.test(file.path)) c.header('X-Robots-Tag', 'noindex')
  if (status === 200 && matches(c.req.header('If-None-Match'), etag)) return c.body(null, 304)

  c.header('Content-Type', getMimeType(file.path) ?? 'application/octet-stream')
  if (encoding) c.header('Content-Encoding', encoding)
  c.header('Content-Length', String(body.byteLength))
  return c.req.method === 'HEAD' ? c.body(null, status) : c.body(new Uint8Array(body), status)
}

/** A name that changes with the content: what the bundler made, and our own files with a hex hash. */
const isHashed = (path: string) => path.startsWith('_astro/') || /-[0-9a-f]{8,64}\.(?!html)[a-z0-9]+$/.test(path)

function accepts(header: string | undefined, encoding: Encoding): boolean {
  for (const part of (header ?? '').split(',')) {
    const [name, ...parameters] = part.split(';').map((each) => each.trim().toLowerCase())
    if (name === encoding) return !parameters.some((each) => /^q=0(\.0*)?$/.test(each))
  }
  return false
}

function matches(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag)
}

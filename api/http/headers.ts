/** The security headers of every answer, whatever its status (protection.md section 2.8). */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { z } from 'zod'

/** Hashes of inline script and style that the site's build collected, as `sha256-…`. */
const hashes = z.object({ scripts: z.array(z.string()), styles: z.array(z.string()) })
export type InlineHashes = z.infer<typeof hashes>

/** What an answer of the API may load when somebody opens it in a browser: nothing. */
export const apiPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** What a file of the site that is no page may load: a script that runs beside the page goes by this, not by the page's. */
const filePolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** What a page may load: what comes from our own address, and the inline pieces whose hashes are known. */
export function sitePolicy({ scripts, styles }: InlineHashes): string {
  const sources = (list: string[]) => ["'self'", ...list.map((hash) => `'${hash}'`)].join(' ')
  return [
    "default-src 'none'",
    `script-src ${sources(scripts)}`,
    `style-src ${sources(styles)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}

const onEveryAnswer = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(self)',
}

/** The one page that another site may have in a frame. It holds a search box and sends nobody's words anywhere. */
const EMBEDDED = '/inbedden/zoekvak/'

/**
 * Sets the headers on what comes out of the rest. Pages get the policy of the revision that is live; its hashes are read
 * once per revision, and that long line travels with pages only: it would be a tenth of what a first visit weighs. "Nothing
 * new" (304) has it too, as a browser takes over the headers of that for the page it kept. An API answer is never kept by a cache unless its route said otherwise. `embedOrigins` may frame the
 * search box, and no other page.
 */
export function securityHeaders(
  siteFolder: () => string | null,
  embedOrigins: readonly string[] = [],
): MiddlewareHandler {
  let known: { folder: string | null; policy: string } | null = null
  const policyOf = (folder: string | null): string => {
    if (known?.folder !== folder) known = { folder, policy: sitePolicy(hashesIn(folder)) }
    return known.policy
  }
  const policyFor = (path: string, type: string | null): string => {
    if (path.startsWith('/api/')) return apiPolicy
    return type === null || type.startsWith('text/html') ? policyOf(siteFolder()) : filePolicy
  }

  return async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(onEveryAnswer)) c.header(name, value)
    c.header('Content-Security-Policy', policyFor(c.req.path, c.res.headers.get('Content-Type')))
    if (c.req.path === EMBEDDED && embedOrigins.length > 0) {
      const mayFrame = `frame-ancestors ${embedOrigins.join(' ')}`
      c.header('Content-Security-Policy', policyOf(siteFolder()).replace("frame-ancestors 'none'", mayFrame))
      // It knows no list of sites: with it a browser that obeys it would refuse what the policy allows.
      c.res.headers.delete('X-Frame-Options')
    }
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  }
}

function hashesIn(folder: string | null): InlineHashes {
  const path = folder ? join(folder, '_headers.json') : ''
  return existsSync(path) ? hashes.parse(JSON.parse(readFileSync(path, 'utf8'))) : { scripts: [], styles: [] }
}

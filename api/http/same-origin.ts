import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../errors.ts'

const READS = new Set(['GET', 'HEAD'])
const JSON_TYPE = /^application\/json(?:\s*;\s*charset=utf-8)?$/i
const FORM_TYPE = /^application\/x-www-form-urlencoded(?:\s*;\s*charset=utf-8)?$/i

/**
 * Lets a write through only when it comes from our own pages: the browser says `Sec-Fetch-Site: same-origin`, or, where
 * it does not know that header, the exact Origin. And it must be JSON, which no form can send; `forms` are the paths of
 * the few anonymous forms that work without JavaScript, and those take form encoding and nothing else. Below `keyed` no
 * session counts: a partner's own system asks there, which has no pages, with a key that no browser sends by itself.
 * Refuses `origin.foreign` and `input.not_json`. Source: protection.md section 0 rule 6.
 */
export function sameOrigin(
  publicUrl: string,
  { forms, keyed }: { forms: readonly string[]; keyed: string },
): MiddlewareHandler {
  const own = new URL(publicUrl).origin
  return async (c, next) => {
    if (READS.has(c.req.method)) return next()
    const site = c.req.header('sec-fetch-site')
    const ours = site === undefined ? c.req.header('origin') === own : site === 'same-origin'
    if (!ours && !c.req.path.startsWith(keyed)) throw new Refusal('origin.foreign')
    const type = c.req.header('content-type')?.trim() ?? ''
    const expected = forms.includes(c.req.path) ? FORM_TYPE : JSON_TYPE
    if (!expected.test(type)) throw new Refusal('input.not_json')
    return next()
  }
}

/** The one request we make to an address that a partner chose. */
import { lookup } from 'node:dns/promises'
import { type RequestOptions, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { isPublicAddress } from './address.ts'

/** A system that needs longer than this does its work before it answers; it should answer first. */
const WAIT_MS = 10_000

const fault = (code: string) => Object.assign(new Error(code), { code })

/**
 * Posts and gives the status of the answer, of which nothing is read; redirects are answers like any other. The name is
 * looked up here and the connection goes to the very address that was looked at: a name that answers otherwise a moment
 * later leads nowhere. Throws with a `code`: `INSIDE` (an address that is not the whole world's; allowed with `inside`),
 * `SLOW`, or the code of the network's fault.
 */
export async function post(
  url: URL,
  message: { body: string; headers: Record<string, string> },
  { inside, waitMs = WAIT_MS }: { inside: boolean; waitMs?: number },
): Promise<number> {
  const late = AbortSignal.timeout(waitMs)
  const tooLate = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () => reject(fault('SLOW')), { once: true })
  })
  return Promise.race([lookAndPost(url, message, inside, late), tooLate])
}

async function lookAndPost(
  url: URL,
  { body, headers }: { body: string; headers: Record<string, string> },
  inside: boolean,
  signal: AbortSignal,
): Promise<number> {
  const found = await lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true })
  // One of several that leads inside is reason enough: which one is taken would be chance.
  if (!inside && !found.every(({ address }) => isPublicAddress(address))) throw fault('INSIDE')
  const [first] = found
  if (!first) throw fault('ENOTFOUND')
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
    agent: false,
    signal,
    family: first.family,
    lookup: (_, asked, answer) => {
      // Node asks for a list where it would try several.
      if (asked.all) (answer as unknown as (error: null, list: (typeof first)[]) => void)(null, [first])
      else answer(null, first.address, first.family)
    },
  }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? secure : plain)(url, options, (response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    request.on('error', reject)
    request.end(body)
  })
}

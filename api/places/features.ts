/** Reads a collection of an OGC API Features service, page by page: `next` leads to the next one. */
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { CannotStart } from '../installation/cannot-start.ts'

const position = z.tuple([z.number(), z.number()]).rest(z.number())
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)).min(1) })
const multiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(position)).min(1)).min(1),
})
const feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()),
  geometry: z.discriminatedUnion('type', [polygon, multiPolygon]),
})
const page = z.object({
  features: z.array(feature),
  links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]),
})
export type Area = z.infer<typeof feature>

const WITHIN_MS = 60_000
const ATTEMPTS = 3
/** More pages than this is a service that leads in circles. */
const MOST_PAGES = 500

type Reading = { what: string; pauseMs?: number; tell: (read: number) => void }

/**
 * Every feature from `url` on; whoever has enough stops asking. Refused with `CannotStart` and a sentence that says which
 * service, what is wrong and what to do: not to be had after three attempts, not what the documentation says, `next` to
 * another address.
 */
export async function* featuresFrom(url: URL, { what, pauseMs = 2_000, tell }: Reading): AsyncGenerator<Area> {
  const seen = new Set<string>()
  let at: URL | null = url
  let read = 0
  while (at) {
    if (seen.has(at.href) || seen.size >= MOST_PAGES) throw new CannotStart(`${what}: ${at.href} leads in circles.`)
    seen.add(at.href)
    const { features, links } = asPage(await getJson(at, what, pauseMs), at, what)
    read += features.length
    tell(read)
    yield* features
    const next: string | undefined = links.find(({ rel }) => rel === 'next')?.href
    const following: URL | null = next === undefined ? null : new URL(next, at)
    if (following && following.origin !== url.origin) {
      throw new CannotStart(
        `${what}: the next page is at ${following.origin}, which is not ${url.origin}. Nothing was changed.`,
      )
    }
    at = following
  }
}

function asPage(json: unknown, { href }: URL, what: string) {
  const parsed = page.safeParse(json)
  if (parsed.success) return parsed.data
  const [fault] = parsed.error.issues
  const where = fault?.path.join('.') || 'the top'
  throw new CannotStart(
    `${what}: the answer of ${href} is not a page of areas (${where}: ${fault?.message}). Nothing was changed. The service may have a new form: look at its documentation.`,
  )
}

async function getJson(url: URL, what: string, pauseMs: number): Promise<unknown> {
  let last = ''
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (attempt > 1) await pause(pauseMs)
    try {
      const answer = await fetch(url, {
        headers: { Accept: 'application/geo+json, application/json' },
        signal: AbortSignal.timeout(WITHIN_MS),
      })
      if (answer.ok) return await answer.json()
      last = `it answered ${answer.status}`
      // Asking again does not mend a question that is wrong.
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) break
    } catch (error) {
      last = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : 'unknown'
    }
  }
  throw new CannotStart(`${what}: ${url.href} cannot be read (${last}). Nothing was changed. Try again later.`)
}

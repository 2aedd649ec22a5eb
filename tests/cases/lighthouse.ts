/**
 * Lighthouse on one page: its mobile profile, a telephone four times as slow as this machine on slow 4G. What comes out
 * is the median of several visits, each in a browser of its own: the first visit is what counts for a resident.
 */
import { once } from 'node:events'
import { createServer } from 'node:net'
import lighthouse from 'lighthouse'
import { launchBrowser } from '../setup/browser.ts'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Category = (typeof categories)[number]

export type Audited = {
  scores: Record<Category, number>
  /** Milliseconds, but for `cls`, which has no unit. */
  lcp: number
  tbt: number
  cls: number
  /** Audits that took something off the score, by name. */
  faults: string[]
}

export async function auditPage(url: string, visits: number): Promise<Audited> {
  const all: Audited[] = []
  for (let visit = 0; visit < visits; visit += 1) all.push(await oneVisit(url))
  const middle = (of: (one: Audited) => number) => all.map(of).toSorted((a, b) => a - b)[Math.floor(visits / 2)] ?? 0
  return {
    scores: Object.fromEntries(
      categories.map((category) => [category, middle(({ scores }) => scores[category])]),
    ) as Record<Category, number>,
    lcp: middle(({ lcp }) => lcp),
    tbt: middle(({ tbt }) => tbt),
    cls: middle(({ cls }) => cls),
    faults: [...new Set(all.flatMap(({ faults }) => faults))],
  }
}

async function oneVisit(url: string): Promise<Audited> {
  const port = await freePort()
  const browser = await launchBrowser(port)
  try {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'silent', onlyCategories: [...categories] })
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'no result')
    const { audits, categories: judged } = result.lhr
    const number = (id: string) => audits[id]?.numericValue ?? Number.POSITIVE_INFINITY
    return {
      scores: Object.fromEntries(
        categories.map((category) => [category, Math.round((judged[category]?.score ?? 0) * 100)]),
      ) as Record<Category, number>,
      lcp: Math.round(number('largest-contentful-paint')),
      tbt: Math.round(number('total-blocking-time')),
      cls: Math.round(number('cumulative-layout-shift') * 1000) / 1000,
      faults: Object.values(judged).flatMap(({ auditRefs }) =>
        auditRefs.flatMap(({ id, weight }) =>
          weight > 0 && (audits[id]?.score ?? 1) < 0.9 ? [`${id} ${audits[id]?.displayValue ?? ''}`.trim()] : [],
        ),
      ),
    }
  } finally {
    await browser.close()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

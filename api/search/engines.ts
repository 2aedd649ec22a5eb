/**
 * Which engine answers: Meilisearch when there is one that holds what is published and answers in time, and otherwise the
 * embedded one. Nobody waits for a Meilisearch that is known to be down.
 */
import type { SearchAnswer, SearchQuery } from '../../search/engine.ts'
import { troubleOf } from '../../search/meili/client.ts'
import { type MeiliEngine, openMeili } from '../../search/meili/engine.ts'
import { speaking } from '../../search/said/index.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { publishedEngine } from './published.ts'
import { readIndexState } from './queries.ts'
import { type Source, sourceKeeper } from './source.ts'

/** Why the embedded engine answered instead; a code. `behind`: the index does not hold what is published (yet). */
export type Fallback = ReturnType<typeof troubleOf> | 'behind'
export type Answered = { answer: SearchAnswer; engine: 'embedded' | 'meilisearch'; fallback?: Fallback }

/** After a failure nobody is sent there for so long; twice as long after each that follows. */
const firstRest = 2_000
const longestRest = 60_000
/** How long it is believed what the index holds, in milliseconds. */
const believed = 1_000
/** A database that takes longer to say what the index holds is not waited for. */
const statePatience = 1_000

type Needs = Pick<Deps, 'siteFolder' | 'log' | 'publicDb' | 'meili'>

/** Refuses `service.unavailable` while nothing is published, or when the published index cannot be read. */
export function engines(deps: Needs): (query: SearchQuery) => Promise<Answered> {
  const embeddedOf = publishedEngine()
  const outside = deps.meili ? outsideEngine(deps, deps.meili) : null

  const embedded = async (folder: string, query: SearchQuery) => {
    const engine = await embeddedOf(folder).catch((error: unknown) => {
      deps.log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'the search index cannot be read')
      throw new Refusal('service.unavailable')
    })
    return engine.search(query)
  }

  return async (query) => {
    const folder = deps.siteFolder()
    if (folder === null) throw new Refusal('service.unavailable')
    if (outside === null) return { answer: await embedded(folder, query), engine: 'embedded' }
    const found = await outside(folder, query)
    if (typeof found !== 'string') return { answer: found, engine: 'meilisearch' }
    return { answer: await embedded(folder, query), engine: 'embedded', fallback: found }
  }
}

function outsideEngine(deps: Needs, address: NonNullable<Deps['meili']>) {
  // Takes a second, once: not while somebody waits for an answer.
  speaking()
  const sourceOf = sourceKeeper()
  const inLine = whetherInLine(deps)
  let opened: { source: Source; engine: MeiliEngine } | null = null
  let resting: { until: number; trouble: Fallback; rest: number } | null = null

  return async (folder: string, query: SearchQuery): Promise<SearchAnswer | Fallback> => {
    if (resting && Date.now() < resting.until) return resting.trouble
    const source = await sourceOf(folder).catch(() => null)
    if (source === null || !(await inLine(source.name))) return 'behind'
    if (opened?.source !== source) opened = { source, engine: openMeili(address, source.settings) }
    try {
      const answer = await opened.engine.search(query)
      resting = null
      return answer
    } catch (error) {
      const trouble = troubleOf(error)
      const rest = Math.min(longestRest, resting ? resting.rest * 2 : firstRest)
      resting = { until: Date.now() + rest, trouble, rest }
      deps.log.error({ trouble, rest }, 'Meilisearch does not answer; the embedded engine does')
      return trouble
    }
  }
}

/** Whether the index holds this content, as the row of the clock says; asked once a second at most. */
function whetherInLine({ publicDb }: Needs): (content: string) => Promise<boolean> {
  let last: { at: number; content: Promise<string | null> } | null = null
  return async (content) => {
    if (last === null || Date.now() - last.at > believed) {
      last = { at: Date.now(), content: inTime(readIndexState(publicDb).then((state) => state?.content ?? null)) }
    }
    return (await last.content) === content
  }
}

/** The value, or null when it takes too long or fails. */
async function inTime(value: Promise<string | null>): Promise<string | null> {
  let late: NodeJS.Timeout | undefined
  const given = new Promise<null>((give) => {
    late = setTimeout(() => give(null), statePatience)
  })
  return Promise.race([value.catch(() => null), given]).finally(() => clearTimeout(late))
}

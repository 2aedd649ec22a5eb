/** Counting a search that helped nobody: for anyone, without anything that says who. */
import { listedIn, wordListOf } from '../../search/dutch/word-list.ts'
import { countAttempt } from '../accounts/queries.ts'
import { withLogin } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import { type Limit, limitKey, networkOf, slowDown } from '../http/rate-limit.ts'
import { countsSearches, insertMiss } from './miss-queries.ts'
import type { MissInput } from './schema.ts'
import { type Source, sourceKeeper } from './source.ts'

/** Nobody searches in vain more often than this; who wants to fill the list does. */
export const missLimits = {
  network: { name: 'miss:network', seconds: 3600, free: 30, most: 120, stepMs: 50 },
  everybody: { name: 'miss:everybody', seconds: 3600, free: 2_000, most: 5_000, stepMs: 1 },
} as const satisfies Record<string, Limit>

/**
 * Gives the function that counts one. What is not on the published list is left out, and with nothing left, or where the
 * municipality does not count, nothing is kept; the answer is the same. Refuses `too_many_attempts`. Source: issue 4,
 * item 5.
 */
export function missCounter(deps: Deps): (miss: MissInput, address: string) => Promise<void> {
  const sourceOf = sourceKeeper()
  let listed: { source: Source; words: ReadonlySet<string> } | null = null
  return async ({ kind, words }, address) => {
    const folder = deps.siteFolder()
    const source = folder === null ? null : await sourceOf(folder)
    if (source === null) return
    if (listed?.source !== source) listed = { source, words: new Set(wordListOf(source.settings)) }
    const kept = listedIn(words.join(' '), listed.words)
    if (kept.length === 0 || !(await withLogin(deps, {}, countsSearches))) return
    for (const [limit, what] of [
      [missLimits.network, networkOf(address)],
      [missLimits.everybody, ''],
    ] as const) {
      const key = limitKey(deps.secret, limit, what)
      await slowDown(await withLogin(deps, {}, (tx) => countAttempt(tx, key, limit, deps.now())), limit)
    }
    await withLogin(deps, {}, (tx) => insertMiss(tx, kind, kept.join(' ')))
  }
}

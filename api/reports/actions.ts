import { countAttempt } from '../accounts/queries.ts'
import { withLogin } from '../audit/context.ts'
import type { Deps } from '../deps.ts'
import { type Limit, limitKey, networkOf, slowDown } from '../http/rate-limit.ts'
import { insertReport } from './queries.ts'
import type { ReportForm } from './schema.ts'

/** A library is one network with many readers; somebody who fills our table is stopped, and never for good. */
export const limits = {
  network: { name: 'report:network', seconds: 3600, free: 5, most: 30, stepMs: 250 },
  everybody: { name: 'report:everybody', seconds: 3600, free: 100, most: 500, stepMs: 20 },
} as const satisfies Record<string, Limit>

/**
 * Keeps what somebody found wrong, for the editors, and tells nobody else. Refuses `too_many_attempts`. Source: issue
 * 3, report an error; domain.md section 4, directory entry: anyone may report an error.
 */
export async function reportError(deps: Deps, form: ReportForm, address: string): Promise<void> {
  for (const [limit, what] of [
    [limits.network, networkOf(address)],
    [limits.everybody, ''],
  ] as const) {
    const key = limitKey(deps.secret, limit, what)
    await slowDown(await withLogin(deps, {}, (tx) => countAttempt(tx, key, limit, deps.now())), limit)
  }
  await withLogin(deps, {}, (tx) =>
    insertReport(tx, {
      about: form.over,
      kind: form.soort,
      words: form.tekst,
      answer_to: form.antwoord || null,
      reported_at: deps.now(),
    }),
  )
}
